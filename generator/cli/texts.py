"""The command that analyses texts, inside an archive or outside of any, and writes nothing."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from generator.analysis import Options
from generator.archive import Project, SourceFile, find_project
from generator.cli.face import STDIN, complain, main, opened, read
from generator.cli.jsonl import answer_lines
from generator.errors import BriefingError, SettingsError, printable
from generator.pipeline import Briefer, Incoming, named, read_incoming
from generator.publish import Pages
from generator.review import explain as explain_briefing
from generator.sources import Registry


@main.command(
    short_help="Show what is found in articles; write nothing.",
    epilog="\b\nExamples:\n  briefing analyse articles/moon.txt\n  briefing analyse --jsonl < in > out",
)
@click.option(
    "--jsonl", is_flag=True, help="Read lines {id, text, title?} and write a line of JSON for each."
)
@click.option(
    "--sentences",
    type=click.IntRange(1, 10),
    help="Most sentences of a summary. [default: the archive's setting; with --jsonl, 4]",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Show which rules left out what and made the names what they are; with --jsonl, as the field why.",
)
@click.option("--model", help="An installed spaCy pipeline. [default: the archive's own]")
@click.argument("files", nargs=-1, type=click.Path(allow_dash=True, path_type=Path))
@click.pass_obj
def analyse(
    root: Path, jsonl: bool, sentences: int | None, explain: bool, model: str | None, files: tuple[Path, ...]
) -> None:
    """Analyse articles and print what is found; the archive stays as it is.

    FILES are article files whose briefings are shown or, with --jsonl, files of JSON lines; without FILES,
    standard input is read. Offsets are Unicode code points of the text as given. The names of the archive's
    registry are used where the command is run inside an archive.
    """
    if not jsonl:
        project = find_project(root)
        options = project.settings().options()
        options = replace(options, sentences=sentences or options.sentences, model=model or options.model)
        briefer = Briefer(project.registry(), options)
        for source in map(read, files or (STDIN,)):
            if explain:
                _explain(source, briefer)
            else:
                click.echo(_preview(source, briefer, project), nl=False)
        return
    registry, options = _surroundings(root)
    # What is printed is not published: the share that a page may quote does not bound it.
    options = replace(
        options, sentences=sentences or 4, model=model or options.model, share=100, statements=True
    )
    failed = False
    for file in files or (STDIN,):
        with opened(file, "r", encoding="utf-8", errors="surrogateescape") as lines:
            for answer in answer_lines(lines, Briefer(registry, options), explain=explain):
                if isinstance(answer, BriefingError):
                    failed = True
                    complain(answer)
                else:
                    click.echo(answer)
    sys.exit(1 if failed else 0)


def _preview(source: Incoming, briefer: Briefer, project: Project) -> str:
    """The briefing page of one article file, wherever it lies."""
    record = briefer.record(SourceFile(named(source), "", source.data))
    return Pages.from_folders(project.page_templates).briefing(record)


def _explain(source: Incoming, briefer: Briefer) -> None:
    """Print what is left out of an article, what its summary passes over, and why its names are there."""
    article = read_incoming(source)
    click.echo(f"{source.name}: {len(article.paragraphs)} paragraphs")
    for line in explain_briefing(article, briefer.registry, briefer.options):
        click.echo(f"  {printable(line)}")


def _surroundings(root: Path) -> tuple[Registry, Options]:
    """The registry and the settings of the archive, or empty ones outside of any."""
    try:
        project = find_project(root)
    except SettingsError:
        return Registry(), Options()
    return project.registry(), project.settings().options()

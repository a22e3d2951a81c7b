"""The commands that refresh or judge an archive: build, check, entities."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path, PurePosixPath

import click

from generator.archive import Project, find_project, write_if_changed
from generator.cli.face import Command, complain, main, workers_option
from generator.editing import curate, report, sightings, suggested_entries, with_entries
from generator.errors import SettingsError, printable
from generator.pipeline import refresh_archive
from generator.review import FORMATS, check_archive, status, summed_up


@main.command(
    epilog="\b\nExamples:\n  briefing build\n  briefing build articles/moon.md\n"
    "  briefing -C ~/archive build --workers 4"
)
@workers_option
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler, whose workers analyse instead.")
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def build(root: Path, workers: int | None, scheduler: str | None, articles: tuple[Path, ...]) -> None:
    """Bring briefings/ up to date with articles/.

    Only new and changed articles are analysed, and those that are named. One that is not in English is named
    in a warning. An article that cannot be used is told in one line, and leaves the others and its own
    briefing alone; the exit status is then 1.
    """
    project = find_project(root)
    anew = [_in(project, root, path) for path in articles]
    done = refresh_archive(project, workers=workers, scheduler=scheduler, anew=anew)
    for path in filter(_is_kept, done.removed):
        click.echo(f"removed {path}")
    for warning in done.warnings:
        complain(warning, "warning: ")
    for error in done.errors:
        complain(error)
    work = f"{done.analysed:,} analysed, {len(done.written):,} files written"
    click.echo(f"Briefings: {done.briefings:,} in the archive, {work}.")
    sys.exit(1 if done.errors else 0)


def _is_kept(path: str) -> bool:
    """Whether a page is a briefing. Only briefings are under version control."""
    _, folder, *rest = PurePosixPath(path).parts
    return (folder == "undated" or folder.isdecimal()) and rest != ["index.md"]


def _in(project: Project, root: Path, path: Path) -> str:
    """The path of an article file below the archive's folder; raises SettingsError if it is none of them."""
    file = (root / path).parent.resolve() / path.name
    if not file.is_file() or not file.is_relative_to(project.articles):
        raise SettingsError(str(path), "it is no file in articles/", "name an article of this archive")
    return file.relative_to(project.root).as_posix()


@main.command(name="status", epilog="\b\nExample:\n  briefing status")
@click.pass_obj
def status_command(root: Path) -> None:
    """Tell on one screen what the archive waits for: nothing is analysed and nothing written."""
    click.echo(printable("\n".join(status(find_project(root)))))


class _CheckCommand(Command):
    """A command whose exit status is 2 if the check could not be made."""

    failure = 2


@main.command(
    cls=_CheckCommand,
    epilog="\b\nExamples:\n  briefing check\n  briefing check --changed main"
    "\n  briefing check --changed origin/main --format github",
)
@click.option("--changed", metavar="BASE", help="Only what differs from this branch or commit.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="people", help="How to print.")
@workers_option
@click.pass_obj
def check(root: Path, changed: str | None, form: str, workers: int | None) -> None:
    """Check all that a pull request must satisfy, and mend nothing.

    Every article can be read, its briefing is exactly what the generator makes of it, each sentence and
    quotation stands in its source, no more is quoted than may be, dates are plausible, links lead somewhere,
    and registry and settings are consistent. docs/check.md lists all that can be found. Exit status: 0
    nothing to mend (there may be hints), 1 findings, 2 the check could not be made.
    """
    today = dt.datetime.now(dt.UTC).date()
    findings = check_archive(find_project(root), today=today, base=changed, workers=workers)
    click.echo(FORMATS[form](findings), nl=False)
    faults = sum(not finding.hint for finding in findings)
    if form == "people":
        click.echo(f"{chr(10) if findings else ''}{summed_up(faults, len(findings) - faults)}")
    sys.exit(1 if faults else 0)


@main.command(epilog="\b\nExamples:\n  briefing entities\n  briefing entities --write")
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Most names of each kind."
)
@click.option("--yaml", "block", is_flag=True, help="Print only the block to paste under “entities:”.")
@click.option("--write", is_flag=True, help="Add that block to entities.yml, to be read and mended there.")
@click.pass_obj
def entities(root: Path, limit: int, block: bool, write: bool) -> None:
    """Tell the curator of entities.yml what it does not settle yet.

    New names, names that are likely one and the same, and names of unsure type, each with the briefings that
    have them; and a block of entries to judge, mend and paste. It reads the briefings as they are.
    """
    project = find_project(root)
    curation = curate(sightings(project), project.registry())
    if write:
        _write_entries(project, suggested_entries(curation, limit=limit))
        return
    if not block:
        click.echo(printable("\n".join(report(curation, limit=limit))))
        click.echo("\nTo paste under “entities:” in entities.yml:\n")
    click.echo(suggested_entries(curation, limit=limit), nl=False)


def _write_entries(project: Project, block: str) -> None:
    """Add entries to the registry, without remarks on those that are there; say what is to be done then."""
    file = project.registry_file
    block = "".join(line for line in block.splitlines(True) if not line.lstrip().startswith("#"))
    if not block:
        click.echo(f"{file.name}: nothing to add")
        return
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    write_if_changed(file, with_entries(old, block, file.name))
    number = block.count("- name: ")
    click.echo(f"{file.name}: {number} added. Read them (git diff), mend them, and run briefing build.")

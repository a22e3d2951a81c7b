"""The commands that compare briefings by meaning: with another commit, or with what a new version makes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.archive import find_project
from generator.cli.face import complain, main, workers_option
from generator.errors import printable
from generator.review import Comparison, compare_with, compare_with_this_version, told, upgraded

examples_option = click.option(
    "--examples", type=click.IntRange(0), default=5, show_default=True, help="Most examples of each kind."
)


@main.command(epilog="\b\nExamples:\n  briefing diff main\n  briefing diff HEAD --examples 50")
@examples_option
@click.argument("base")
@click.pass_obj
def diff(root: Path, base: str, examples: int) -> None:
    """Tell what a branch changes in briefings, by meaning.

    BASE is a branch or a commit. Speakers, sentences, names, dates: what a reader would notice is told apart
    from what only says how a briefing was made.
    """
    _tell(compare_with(find_project(root), base), examples)


@main.command(
    short_help="Bring an archive to this version of the program.",
    epilog="\b\nExamples:\n  briefing upgrade --check > report.md\n  briefing upgrade",
)
@click.option("--check", "only_check", is_flag=True, help="Tell what would change; write nothing.")
@examples_option
@workers_option
@click.pass_obj
def upgrade(root: Path, only_check: bool, examples: int, workers: int | None) -> None:
    """Tell what this version of the program makes otherwise than the one before, and make it.

    The report is Markdown, to be read in a pull request. Corrections hold: they live in the articles. What
    an article or a correction no longer fits is told, and that briefing stays as it is.
    """
    project = find_project(root)
    comparison = (compare_with_this_version if only_check else upgraded)(project, workers)
    _tell(comparison, examples)
    sys.exit(1 if comparison.errors else 0)


def _tell(comparison: Comparison, examples: int) -> None:
    for line in told(comparison.found, compared=comparison.compared, examples=examples):
        click.echo(printable(line))
    for error in comparison.errors:
        complain(error)

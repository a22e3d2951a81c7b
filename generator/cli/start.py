"""The command that starts an archive."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from generator.cli.face import main
from generator.errors import printable
from generator.pipeline import start_archive


@main.command(epilog="\b\nExample:\n  briefing init halden-archive --name 'The Halden archive'")
@click.option("--name", help="What the site is called. [default: asked for]")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def init(root: Path, name: str | None, folder: Path) -> None:
    """Start an archive of your own in a new folder.

    It has one made-up article to begin with, settings, and workflows for GitHub. Nothing that is in the
    folder is written over.
    """
    usual = folder.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize() or "My archive"
    if name is None:
        name = click.prompt("What is the archive called?", default=usual) if sys.stdin.isatty() else usual
    written = start_archive(root / folder, name)
    click.echo(printable(f"{folder}: “{name}” is an archive of {len(written)} files. Next:\n"))
    click.echo(f"  cd {shlex.quote(str(folder))}")
    click.echo("  mkdocs serve               # read it at http://127.0.0.1:8000/")
    click.echo("  briefing add story.html    # add an article: a saved web page, a text, a note")

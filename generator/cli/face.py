"""What all commands share: the group, error messages, and reading of input."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from generator.cli.stopped import STOPPED, STOPPED_TEXT
from generator.errors import BriefingError, SourceError, printable
from generator.pipeline import Incoming
from generator.sources import MAX_BYTES

STDIN = Path("-")

READER_GONE = 141
"""The exit status of a filter whose reader left, as `head` does: 128 and SIGPIPE, as shells have it."""

_EXAMPLES = """\b
Examples:
  briefing init my-archive                    start an archive of your own
  briefing add story.html                     add an article and its briefing
  briefing build                              refresh the archive
  briefing check --changed main               what a pull request must satisfy
  briefing status                             what the archive waits for
  briefing schema settings                    what editors check briefing.yml by
  briefing diff main                          what a branch changes, by meaning
  briefing upgrade --check                    what this version would change
  briefing entities                           what entities.yml does not settle yet
  briefing analyse articles/moon.txt          show the briefing of one article
  briefing analyse --jsonl < in > out         the same for programs

\b
Exit status: 0 all is well, 1 something is to be mended (each thing is told in a
line), 2 the command was not understood, or a check could not be made, 130 it
was stopped, 141 the reader of its output left.

\b
Colours and progress bars show on a terminal only; NO_COLOR=1 leaves colours out.
"""


class Command(click.Command):
    """Turns an error into one line and an exit status; BRIEFING_DEBUG=1 shows where an unforeseen one is."""

    failure = 1
    """The exit status of an error."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. Every error is reported in one line."""
        try:
            return super().invoke(ctx)
        except (BriefingError, click.ClickException, click.exceptions.Exit, click.Abort) as error:
            if not isinstance(error, BriefingError):
                raise
            complain(error)
        except KeyboardInterrupt:
            click.echo(STOPPED_TEXT, err=True)
            return ctx.exit(STOPPED)
        except BrokenPipeError:
            _discard_output()
            return ctx.exit(READER_GONE)
        except Exception as error:
            if os.environ.get("BRIEFING_DEBUG"):
                raise
            problem = f"an unforeseen error ({type(error).__name__}: {error})"
            complain(
                BriefingError("briefing", problem, "please report it; BRIEFING_DEBUG=1 shows where it arose")
            )
        return ctx.exit(self.failure)


@click.group(epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-C", "root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(),
              help="The archive's folder, instead of the current one.")  # fmt: skip
@click.version_option(package_name="briefing-archive")
@click.pass_context
def main(ctx: click.Context, root: Path) -> None:
    """Turn news articles into an archive of short, verifiable briefings."""
    ctx.obj = root
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C
    if os.environ.get("NO_COLOR"):  # https://no-color.org
        ctx.color = False


main.command_class = Command


def _discard_output() -> None:
    """Redirect standard output to the null device, so that the final flush does not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


workers_option = click.option(
    "--workers", type=click.IntRange(1, 64), help="Processes that analyse. [default: all processors]"
)


def read(file: Path) -> Incoming:
    """Read the bytes of a file or of standard input. Raises SourceError if the file cannot be read."""
    with opened(file, "rb") as stream:
        return Incoming("standard input" if file == STDIN else file.name, stream.read(MAX_BYTES + 1))


@contextmanager
def opened(file: Path, mode: str, **options: Any) -> Iterator[Any]:
    """A file, or standard input, open for reading. Raises SourceError if it cannot be."""
    try:
        stream = click.open_file(str(file), mode, **options)
    except OSError as error:
        problem = f"it cannot be read ({error.strerror or error})"
        raise SourceError(str(file), problem, "check its name") from error
    with stream:
        yield stream


def complain(error: BriefingError, kind: str = "") -> None:
    """Print an error in one line on standard error, without control characters."""
    where, _, rest = printable(str(error)).partition(": ")
    click.echo(f"{click.style(where, bold=True)}: {kind}{rest}", err=True)

"""The command line: a thin face that reads options, calls the core and prints what it returns."""

import sys

from generator.cli.stopped import STOPPED, STOPPED_TEXT

try:
    from generator.cli import adding, archive, compare, start, texts
    from generator.cli.face import main
except KeyboardInterrupt:  # loading all that takes a second
    sys.stderr.write(f"{STOPPED_TEXT}\n")
    raise SystemExit(STOPPED) from None

__all__ = ["adding", "archive", "compare", "main", "start", "texts"]

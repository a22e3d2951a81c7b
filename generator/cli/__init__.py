"""The command line: a thin face that reads options, calls the core and prints what it returns."""

from generator.cli import archive, texts
from generator.cli.face import main

__all__ = ["archive", "main", "texts"]

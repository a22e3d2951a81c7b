"""Formats: files of all kinds that people keep articles in, read by their content."""

from generator.sources.formats.kinds import kind_of_bytes
from generator.sources.formats.reading import Reading, read_file

__all__ = ["Reading", "kind_of_bytes", "read_file"]

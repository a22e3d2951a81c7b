"""Sources: from an article file to an `Article`."""

from generator.sources.article import Article, Metadata
from generator.sources.layout import Layout, LeftOut, Paragraph

__all__ = ["Article", "Layout", "LeftOut", "Metadata", "Paragraph"]

"""Sources: from an article file to an `Article`. The front matter of any text file is read here too."""

from generator.sources.article import Article, Metadata
from generator.sources.corrections import Corrections, QuoteCorrection
from generator.sources.curated import EntityType
from generator.sources.frontmatter import load_yaml, split_front_matter
from generator.sources.layout import Layout, LeftOut, Paragraph
from generator.sources.reader import MAX_BYTES, SUFFIXES, read_article
from generator.sources.registry import Registry, read_registry

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "Article",
    "Corrections",
    "EntityType",
    "Layout",
    "LeftOut",
    "Metadata",
    "Paragraph",
    "QuoteCorrection",
    "Registry",
    "load_yaml",
    "read_article",
    "read_registry",
    "split_front_matter",
]

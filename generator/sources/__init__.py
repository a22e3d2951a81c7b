"""Sources: from an article file to an `Article`. The front matter of any text file is read here too."""

from generator.sources.article import Article, Metadata
from generator.sources.cleaning import repaired
from generator.sources.corrections import Corrections, QuoteCorrection, Renaming, TypedName
from generator.sources.curated import EntityType, RegistryEntry
from generator.sources.frontmatter import load_yaml, split_front_matter
from generator.sources.header import Header, read_header
from generator.sources.layout import Layout, LeftOut, Paragraph
from generator.sources.reader import MAX_BYTES, MAX_PIECES, SUFFIXES, read_article
from generator.sources.registry import Registry, read_registry
from generator.sources.writing import article_file, cleaned
from generator.sources.yaml_text import dump_yaml

__all__ = [
    "MAX_BYTES",
    "MAX_PIECES",
    "SUFFIXES",
    "Article",
    "Corrections",
    "EntityType",
    "Header",
    "Layout",
    "LeftOut",
    "Metadata",
    "Paragraph",
    "QuoteCorrection",
    "Registry",
    "RegistryEntry",
    "Renaming",
    "TypedName",
    "article_file",
    "cleaned",
    "dump_yaml",
    "load_yaml",
    "read_article",
    "read_header",
    "read_registry",
    "repaired",
    "split_front_matter",
]

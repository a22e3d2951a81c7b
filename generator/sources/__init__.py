"""Sources: from an article file to an `Article`. The front matter of any text file is read here too."""

from generator.sources.article import Article, Metadata
from generator.sources.cleaning.edges import leading_rule
from generator.sources.cleaning.markup import plain
from generator.sources.cleaning.repairs import repaired
from generator.sources.corrections import Corrections, QuoteCorrection, Renaming, TypedName
from generator.sources.curated import EntityType, RegistryEntry
from generator.sources.fields import did_you_mean
from generator.sources.formats import Reading, kind_of_bytes, read_file
from generator.sources.frontmatter import field_line, split_front_matter
from generator.sources.header import Header, read_header
from generator.sources.identity import statement_id
from generator.sources.layout import Paragraph
from generator.sources.names import LONGEST_NAME, NameIndex, normal_form
from generator.sources.reader import MAX_BYTES, MAX_PIECES, SUFFIXES, read_article
from generator.sources.registry import Registry, read_registry
from generator.sources.registry_schema import registry_schema
from generator.sources.slips import refuse_conflict
from generator.sources.writing import article_file, cleaned
from generator.sources.yaml_text import dump_yaml
from generator.sources.yaml_tree import load_yaml, read_tree, yaml_line

__all__ = [
    "LONGEST_NAME",
    "MAX_BYTES",
    "MAX_PIECES",
    "SUFFIXES",
    "Article",
    "Corrections",
    "EntityType",
    "Header",
    "Metadata",
    "NameIndex",
    "Paragraph",
    "QuoteCorrection",
    "Reading",
    "Registry",
    "RegistryEntry",
    "Renaming",
    "TypedName",
    "article_file",
    "cleaned",
    "did_you_mean",
    "dump_yaml",
    "field_line",
    "kind_of_bytes",
    "leading_rule",
    "load_yaml",
    "normal_form",
    "plain",
    "read_article",
    "read_file",
    "read_header",
    "read_registry",
    "read_tree",
    "refuse_conflict",
    "registry_schema",
    "repaired",
    "split_front_matter",
    "statement_id",
    "yaml_line",
]

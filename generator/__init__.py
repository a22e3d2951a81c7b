"""Turn news articles into short, verifiable briefings."""

from generator.analysis import Briefing, Options, analyse
from generator.sources import Article

__all__ = ["Article", "Briefing", "Options", "analyse"]

"""Turn news articles into short, verifiable briefings."""

from generator.sources import Article

__all__ = ["Article"]

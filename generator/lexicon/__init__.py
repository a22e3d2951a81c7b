"""Lexicon: what the rules know of English words, as data; each list stands once, with its source."""

from generator.lexicon.lists import table, words

__all__ = ["table", "words"]

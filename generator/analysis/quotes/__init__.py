"""Quotations: what was said between quotation marks, and by whom."""

from generator.analysis.quotes.continuation import joined
from generator.analysis.quotes.discourse import Discourse, read_discourse
from generator.analysis.quotes.finding import find_quotes
from generator.analysis.quotes.key import choose_key_quotes

__all__ = ["Discourse", "choose_key_quotes", "find_quotes", "joined", "read_discourse"]

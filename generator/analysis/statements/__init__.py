"""Statements: what is said with and without quotation marks, and by whom."""

from generator.analysis.statements.finding import find_statements, headline_of
from generator.analysis.statements.shown import choose_reported

__all__ = ["choose_reported", "find_statements", "headline_of"]

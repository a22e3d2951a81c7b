"""Statements: what is said with and without quotation marks, and by whom."""

from generator.analysis.statements.finding import find_statements

__all__ = ["find_statements"]

"""Summary: the bottom line of an article, in whole sentences of its own."""

from generator.analysis.summary.choice import Length, PassedOver, choose_summary

__all__ = ["Length", "PassedOver", "choose_summary"]

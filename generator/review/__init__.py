"""Review: what is wrong with an archive, what a branch changed in it, and why a briefing is as it is."""

from generator.review.check import check_archive
from generator.review.comparison import Comparison, compare_with, compare_with_this_version, upgraded
from generator.review.differences import told
from generator.review.explain import explain
from generator.review.findings import FORMATS, summed_up

__all__ = [
    "FORMATS",
    "Comparison",
    "check_archive",
    "compare_with",
    "compare_with_this_version",
    "explain",
    "summed_up",
    "told",
    "upgraded",
]

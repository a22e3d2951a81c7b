"""Review: what is wrong with an archive, what a branch changed in it, and why a briefing is as it is."""

from generator.review.check import check_archive
from generator.review.explain import explain
from generator.review.findings import FORMATS, summed_up

__all__ = [
    "FORMATS",
    "check_archive",
    "explain",
    "summed_up",
]

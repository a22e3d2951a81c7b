"""Coreference: which mentions stand for one person or body."""

from generator.analysis.coreference.gender import gender_of_name, gender_of_words
from generator.analysis.coreference.resolution import Coreference, corefer

__all__ = ["Coreference", "corefer", "gender_of_name", "gender_of_words"]

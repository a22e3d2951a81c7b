"""Coreference: which mentions stand for one person or body."""

from generator.analysis.coreference.resolution import Coreference, corefer
from generator.analysis.names.gender import gender_of_name, gender_of_words

__all__ = ["Coreference", "corefer", "gender_of_name", "gender_of_words"]

"""Coreference: which mentions stand for one person or body."""

from generator.analysis.coreference.resolution import Coreference, corefer

__all__ = ["Coreference", "corefer"]

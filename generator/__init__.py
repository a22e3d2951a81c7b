"""Turn news articles into short, verifiable briefings."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.analysis import Briefing, Options, analyse
    from generator.sources import Article

__all__ = ["Article", "Briefing", "Options", "analyse"]


def __getattr__(name: str) -> object:
    """Load the analysis when it is asked for: a command has to answer Ctrl-C before that is done."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    part = "sources" if name == "Article" else "analysis"
    return getattr(import_module(f"{__name__}.{part}"), name)

"""Gates: what a page says below the beginning of a story of which the rest is sold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html

from generator.sources.page.blocks import Block

_BELOW = 6
"""Blocks below the last paragraph among which a gate stands."""

_SURE = re.compile(
    r"(?i)\b(?:(?:subscribe|register|sign (?:in|up)|log in|join|pay|upgrade)\b.{0,60}\b(?:to|and) "
    r"(?:continue|keep|finish) reading"
    r"|to (?:continue|keep|finish) reading (?:this|the|for|with)\b|(?:for|to|available to) (?:paid "
    r"|paying |our )?(?:subscribers|members)(?: only)?\b"
    r"|subscribers?[- ]only|(?:subscribe|register|sign (?:in|up)|log in|join)\b.{0,40}\bto (?:read"
    r"|unlock|access|view)\b"
    r"|(?:subscribe|register)(?: now| today)? to read on"
    r"|unlock (?:this|the|full|unlimited)\b|read the (?:rest|full) (?:of this )?(?:article|story)? "
    r"?(?:with|by|for) "
    r"|you(?: ha|['’])ve (?:reached|read) (?:your|all|the).{0,40}(?:limit|free)|remaining free articles?"
    r"|this (?:post|article|story|content) is (?:only )?for (?:paid|paying|subscrib|members|premium))"
)
_LIKELY = re.compile(
    r"(?i)\b(?:already a (?:subscriber|member)|subscribe (?:now|today|for)|start your (?:free )?trial"
    r"|log in)\b"
)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_GATE_LETTERS = 300
"""A longer block is no gate."""


def gates_of(all_blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """The gates that readers see on a page, each with the words of the blocks above it, the nearest last."""
    if not any(_SURE.search(block.text) or _LIKELY.search(block.text) for block in all_blocks):
        return []
    blocks = [block for block in all_blocks if not _is_hidden(block.element)]
    return [
        (block.text, "\n".join(above.text for above in blocks[max(0, place - _BELOW) : place]))
        for place, block in enumerate(blocks)
        if len(block.text) <= _GATE_LETTERS and (_SURE.search(block.text) or _LIKELY.search(block.text))
    ]


def _is_hidden(element: html.HtmlElement) -> bool:
    lineage = [element, *element.iterancestors()]
    return any(part.get("hidden") is not None or _HIDDEN.search(part.get("style", "")) for part in lineage)


def is_gated(gates: Sequence[tuple[str, str]], last: str, *, is_free: bool) -> bool:
    """Whether a gate stands right below the `last` paragraph of a story, or is it.

    Where the page says that its story is not free, less clear words do.
    """
    for gate, above in gates:
        is_meant = _SURE.search(gate) or (not is_free and _LIKELY.search(gate))
        if is_meant and last and (last == gate or last in above.split("\n")):
            return True
    return False

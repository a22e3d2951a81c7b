"""The story in a fragment of HTML that holds nothing else, as feeds and exports carry it."""

from __future__ import annotations

from generator.sources.page.blocks import blocks_of
from generator.sources.page.furniture import drop_furniture
from generator.sources.page.tree import page_tree


def story_in(fragment: str) -> str:
    """The paragraphs in a fragment, a blank line between them; empty if there is none."""
    tree, reason = page_tree(f"<html><body><article>{fragment}</article></body></html>")
    if tree is None or reason:
        return ""
    drop_furniture(tree)
    kept = (block for block in blocks_of(tree) if block.is_prose or not block.is_linked)
    return "\n\n".join(block.text for block in kept)

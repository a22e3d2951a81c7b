"""Markdown that people write in notes, as the plain words it stands for."""

from __future__ import annotations

import re

_IMAGE = re.compile(r"!\[([^\]]{0,300})\]\([^()\s]{0,500}(?: \"[^\"]{0,200}\")?\)")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\((?:https?://|/|#|mailto:)[^()\s]{0,500}(?: \"[^\"]{0,200}\")?\)")
_STRONG = re.compile(r"(?<![\w*])(\*\*|__)(?=[^\s*_])([^*_\n]{1,500}?)(?<=[^\s*_])\1(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])([^*_\n]{1,500}?)(?<=[^\s*_])\1(?![\w*])")


def plain(text: str) -> str:
    """The text without Markdown's links, images and emphasis; all words stay, but an image's.

    >>> plain("She *did* read [the report](https://example.org/1), **all** of it.")
    'She did read the report, all of it.'
    >>> plain("“What the f**k is this s**t?” he asked.")
    '“What the f**k is this s**t?” he asked.'
    """
    without = _LINK.sub(r"\1", _IMAGE.sub("", text))
    return _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", without))

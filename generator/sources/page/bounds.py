"""What of a page is too much to be read: bounds that keep the time of reading in proportion to its size."""

from __future__ import annotations

import re

MAX_LETTERS = 5_000_000
"""What may be left of a page without its embedded pictures."""

MAX_ELEMENTS = 20_000
"""A news page has 1,000 to 5,000 elements, a live blog of a long day 15,000."""

MAX_ATTRIBUTES = 250
"""Of one element. libxml2 compares each with all others: 100,000 would take it a minute."""

MAX_DEPTH = 250
"""Elements inside each other. News pages have 20 to 40; libxml2 leaves out what is deeper than 255."""

# Comments and raw text are no markup. Every alternative takes what it began, so that one pass is enough.
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title)\b.*?(?:</(?P=raw)|\Z)"
    r"|<(?P<name>[a-z])(?:[^=>]++|=\s*+\"[^\"]*+\"?|=\s*+'[^']*+'?|=)*+",
    re.IGNORECASE | re.DOTALL,
)
_VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)")


def excess(markup: str) -> str | None:
    """In what a page exceeds the bounds, short of its depth, which its parser tells; None if it does not.

    >>> excess("<p>" * 100_000)
    'the page has more than 20,000 elements'
    """
    if len(markup) > MAX_LETTERS:
        return f"the page has more than {MAX_LETTERS:,} characters"
    for number, tag in enumerate(_TAG.finditer(markup)):
        if number == MAX_ELEMENTS:
            return f"the page has more than {MAX_ELEMENTS:,} elements"
        if tag["name"] and tag.end() - tag.start() > MAX_ATTRIBUTES and _is_crowded(tag.group()):
            return f"an element has more than {MAX_ATTRIBUTES} attributes"
    return None


def _is_crowded(tag: str) -> bool:
    return len(re.split(r"[\s/]+", _VALUE.sub("= ", tag))) > MAX_ATTRIBUTES

"""Pages that are no article: why, in the words of an error."""

from __future__ import annotations

import re

from lxml import html

from generator.sources.page.stated import Stated

ERROR_WORDS = 150
"""The longest error page or consent page, in words."""

LINKED_HEADINGS = 5
"""A page with as many headings that are links, and no longer paragraph, lists stories."""

STORY_WORDS = 20
"""A paragraph of as many words is a story's; teasers are shorter."""

STORY_LETTERS = 60
"""A page with fewer letters of text tells no story in any script."""

_ERROR = re.compile(
    r"(?i)\b(?:404|403|500|502|503|page not found|not found|access denied|forbidden|server error"
    r"|service unavailable"
    r"|bad gateway|something went wrong|just a moment|attention required|are you a robot"
    r"|verify (?:that )?you are human)\b"
)
_CONSENT = re.compile(r"(?i)\b(?:cookies?|consent|privacy|personal data|partners)\b")


def refusal(tree: html.HtmlElement, text: str, stated: Stated, *, is_cut: bool) -> str | None:
    """Why a page is no article that can be read; None if it is one. `is_cut`: a gate ends its story."""
    words = len(text.split())
    window = " ".join(filter(None, (tree.findtext(".//title"), stated.title)))
    if words < ERROR_WORDS and _ERROR.search(window):
        return f"it is an error page (“{' '.join(window.split())[:60]}”)"
    if words < ERROR_WORDS and len(_CONSENT.findall(text)) * 20 > words > 0:
        return "it is a consent page about cookies, not the story behind it"
    if is_cut:
        return "only the beginning of the story is in it: the rest is behind a paywall"
    if _is_listing(tree, text, stated):
        return "it is a list of stories, not one story"
    return None if sum(map(str.isalpha, text)) >= STORY_LETTERS else "no story is found in it"


def _is_listing(tree: html.HtmlElement, text: str, stated: Stated) -> bool:
    """Whether a page has many linked headings and no paragraph of a story."""
    if stated.kind and stated.kind.endswith(("Article", "Posting")):
        return False
    linked = tree.xpath(
        "count(//h1[.//a or ancestor::a] | //h2[.//a or ancestor::a] | //h3[.//a or ancestor::a])"
    )
    longest = max((len(line.split()) for line in text.splitlines()), default=0)
    return linked >= LINKED_HEADINGS and longest < STORY_WORDS

"""The furniture of a page: what is never its story, by its structure and by general names for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from lxml import html

from generator.lexicon import words
from generator.sources.page.lines import same_words

STORY_SHARE = 0.3
"""A part with a larger share of the page's words in paragraphs is never furniture, whatever its name."""

_TAGS = frozenset(("nav", "footer", "form", "button", "figcaption", "dialog", "select", "menu", "label"))

# Names for parts of pages, in the words of content systems and of ARIA. A name is divided into its words
# ("relatedStories", "related-stories"), so that "bottom" is not a button and "uploads" no advertisement.
_WORDS = words("pages.furniture")
_PAIRS = frozenset(tuple(pair.split("-")) for pair in words("pages.furniture_pairs"))
_ROLES = frozenset(("navigation", "contentinfo", "search", "banner", "dialog", "alert", "alertdialog", "menu",
                    "menubar", "toolbar", "button", "tablist", "form"))  # fmt: skip
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_BOXES = frozenset(("div", "section", "aside", "ul", "blockquote"))
_BOX_LETTERS = 1500
"""A longer part of a page is no box."""

_LABELS_IN = frozenset(("h2", "h3", "h4", "h5", "h6", "strong", "b", "p", "span"))
_LABEL = re.compile(
    r"(?i)(?:never miss|sign up|subscribe\b|get (?:the|our) .{0,40}newsletter|(?:our|the|daily|weekly) "
    r"newsletter|newsletter"
    r"|related\b(?: \w+){0,2}$|also (?:in|on|read)\b|read (?:more|next|also)\b|most (?:read|popular"
    r"|viewed)|recommended"
    r"|more (?:from|on|in|about|stories|news)\b|you (?:may|might) (?:also )?(?:like|be interested)|what "
    r"readers say"
    r"|(?:\d+ )?(?:comments?|replies)$|key (?:takeaways|points)|at a glance$|about the authors?\b"
    r"|written by$|latest (?:news|stories)"
    r"|top stories|trending|up next|popular (?:now|on)|don['’]t miss|share this|follow us|editors?['’]s? "
    r"picks?"
    r"|we (?:and our|use) .{0,40}(?:partners|cookies))"
)
"""How the headings of boxes begin that are not the story."""

_STORY_NAME = re.compile(
    r"(?i)(?:article|story|post|entry|main|page)[-_]*(?:body|content|text)|body[-_]*(?:text|copy)"
)
"""What content systems call the story itself."""

_NAME_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_KEPT = frozenset(("html", "body", "main", "h1", "em", "strong", "b", "i", "tbody", "tr"))


def drop_furniture(tree: html.HtmlElement) -> None:
    """Take furniture out of a page. The time is linear in its size."""
    weights = _weights(tree)
    limit = STORY_SHARE * weights.get(tree, 0)
    elements = [part for part in tree.iter() if part.tag not in _KEPT]
    borne = _weights_of_names(elements, weights)
    holding = _holding(elements, {name for name in borne if borne[name] > limit and _STORY_NAME.search(name)})
    for element in elements:
        if weights.get(element, 0) > limit or element in holding or _has_heading(element):
            continue
        names = set(_names(element))
        is_story = any(borne[name] > limit for name in names)
        if is_story or any(map(_STORY_NAME.search, names)) or _is_lead(element):
            names = set()
        is_apart = _is_set_apart(element) or (_is_unseen(element) and not is_story)
        if is_apart or any(map(_names_furniture, names)) or _is_labelled(element):
            _drop(element)


def drop_other_articles(tree: html.HtmlElement, title: str | None) -> None:
    """Take out the articles of other stories: those with another heading, where one has the page's own."""
    articles = [
        (part, [heading.text_content() for heading in part.iter("h1")]) for part in tree.iter("article")
    ]
    own = [part for part, headings in articles if any(same_words(heading, title) for heading in headings)]
    lineage = {step for part in own for step in (part, *part.iterancestors())}
    for part, headings in articles if own else ():
        is_within = any(step in own for step in part.iterancestors())
        if headings and part not in lineage and not is_within:
            _drop(part)


def _is_labelled(element: html.HtmlElement) -> bool:
    """Whether a box begins with the heading of other stories, of a newsletter, of a summary by machine."""
    if element.tag not in _BOXES or len(element.text_content()) > _BOX_LETTERS:
        return False
    first = next(
        (
            part
            for part in element.iterdescendants()
            if part.tag in _LABELS_IN and part.text_content().strip()
        ),
        None,
    )
    return first is not None and bool(_LABEL.match(" ".join(first.text_content().split())))


def _weights_of_names(
    elements: Iterable[html.HtmlElement], weights: Mapping[html.HtmlElement, int]
) -> Counter[str]:
    """The letters in paragraphs below all elements of a name: a story may stand in parts."""
    borne: Counter[str] = Counter()
    for element in elements:
        for name in set(_names(element)) if element in weights else ():
            borne[name] += weights[element]
    return borne


def _holding(elements: Iterable[html.HtmlElement], names: set[str]) -> set[html.HtmlElement]:
    """The elements that hold a part of the story: one by the names of its parts."""
    parts = (element for element in elements if not names.isdisjoint(_names(element)))
    return {above for part in parts for above in part.iterancestors()}


def _is_set_apart(element: html.HtmlElement) -> bool:
    """Whether an element is furniture by its tag or its role."""
    return element.tag in _TAGS or element.get("role") in _ROLES


def _is_lead(element: html.HtmlElement) -> bool:
    """Whether what is called a teaser begins the story: it leads to no other."""
    names = {word.lower() for name in _names(element) for word in _NAME_WORD.findall(name[:80])}
    return "teaser" in names and next(element.iter("a"), None) is None


def _is_unseen(element: html.HtmlElement) -> bool:
    """Whether an element is not shown; parts of a story that are built like the others wait to be opened."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _names(element: html.HtmlElement) -> Iterator[str]:
    """The names that an element is given."""
    for attribute in ("class", "id", "data-component", "data-testid", "aria-label"):
        yield from element.get(attribute, "").split()[:20]


def _names_furniture(name: str) -> bool:
    words = [word.lower() for word in _NAME_WORD.findall(name[:80])]
    return not _WORDS.isdisjoint(words) or not _PAIRS.isdisjoint(pairwise(words))


def _weights(tree: html.HtmlElement) -> dict[html.HtmlElement, int]:
    """The letters in paragraphs, or alone in an element, below each element."""
    weights: dict[html.HtmlElement, int] = {}
    for element in tree.iter("p", "div", "li", "td", "blockquote", "span", "pre", "section"):
        if element.tag in ("p", "blockquote", "pre"):
            own = len(element.text_content())
        else:
            own = len((element.text or "").strip()) + sum(
                len((child.tail or "").strip()) for child in element
            )
        if own > 60:
            weights[element] = weights.get(element, 0) + own
            for above in element.iterancestors():
                weights[above] = weights.get(above, 0) + own
    return weights


def _has_heading(element: html.HtmlElement) -> bool:
    return element.tag != "nav" and next(element.iter("h1"), None) is not None


def _drop(element: html.HtmlElement) -> None:
    """Remove an element and what is in it; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail, element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)

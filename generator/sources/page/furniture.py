"""The furniture of a page: what is never its story, by its structure and by general names for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from lxml import html

STORY_SHARE = 0.3
"""A part with a larger share of the page's words in paragraphs is never furniture, whatever its name."""

_TAGS = frozenset(("nav", "footer", "form", "button", "figcaption", "dialog", "select", "menu", "label"))

# Names for parts of pages, in the words of content systems and of ARIA. A name is divided into its words
# ("relatedStories", "related-stories"), so that "bottom" is not a button and "uploads" no advertisement.
_WORDS = frozenset(
    """
    ad ads adslot advert adverts advertisement advertising adsense sponsor sponsored sponsors promo
    promos promotion promoted banner outbrain taboola dfp cta related recommended recommendations
    recommendation recirc recirculation teaser teasers trending popular mostread readmore upnext
    carousel slideshow slider gallery newsletter newsletters subscribe subscription signup optin
    mailchimp regwall share sharing shares sharebar sharedaddy addthis addtoany social follow
    comment comments commentlist disqus respond livefyre coral nav navbar navigation menu breadcrumb
    breadcrumbs pagination pager footer sidebar toolbar toolbox masthead cookie cookies consent gdpr
    popup modal overlay tags taglist topics keywords caption captions credit credits imagecredit
    disclaimer copyright tooltip infobox navbox catlinks toc editsection biography authorbio
    printonly onlyprint jumplinks skiplink rating ratings
    """.split()  # noqa: SIM905  a list of words is read as one
)
_PAIRS = frozenset(
    tuple(pair.split("-"))
    for pair in """
    author-bio author-box author-info author-about about-author author-card author-profile
    author-description post-author print-only only-print most-read read-more read-next up-next
    more-stories more-news more-from more-on see-also also-read you-may also-like other-stories
    latest-news top-stories sign-up opt-in mailing-list email-list wp-caption image-caption
    photo-credit video-player audio-player key-takeaways ai-summary reading-time read-time post-meta
    entry-meta post-tags entry-footer pull-quote skip-link site-header mw-editsection
    instagram-media visually-hidden sr-only screen-reader
    """.split()  # noqa: SIM905  a list of words is read as one
)
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
    for element in elements:
        if weights.get(element, 0) > limit or _has_heading(element):
            continue
        names = set(_names(element))
        if any(borne[name] > limit or _STORY_NAME.search(name) for name in names):
            names = set()
        if _is_set_apart(element) or any(map(_names_furniture, names)) or _is_labelled(element):
            _drop(element)


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


def _is_set_apart(element: html.HtmlElement) -> bool:
    """Whether an element is furniture by its tag or its role, or because it is not shown."""
    if element.tag in _TAGS or element.get("role") in _ROLES:
        return True
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

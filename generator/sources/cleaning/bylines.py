"""The people whom a byline names, without their offices, handles and places."""

from __future__ import annotations

import re

from generator.lexicon import words

_BY = re.compile(
    r"(?i)^\W*(?:(?:posted|published|updated) (?:on|at)?\b.{4,60}?(?=\bby\b)"
    r"|(?:words|written|posted|story|text|reported|report|analysis|interview|review|opinion|published|authors?"
    r"|contributors?)\s*)?(?:\bby\b|:)\s*:?\s*"
    r"|^(?:authors?|written by)\s+(?=[A-Z])"
)
"""What comes before the first name: "By", "Words by", "Author:", "Posted on 12 March 2031 by"."""

_OTHERS = re.compile(
    r"(?i)[.,|]?\s*\b(?:photo(?:graph(?:s|y|ed)?)?s?|pictures?|illustrat\w+|video|graphics?|edited|translated"
    r"|updated|published|posted|last modified)\b.*$"
)
"""What follows names and is of other work, or of the day."""

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|(?<!\w)@\w+|\S+@\S+|https?://\S+|\bwww\.\S+")
_PLACE = re.compile(r"(?<=\S)\s(?:in|at|for|from|on|covers|is|(?:For|At|In) The)\s.*$")
_PARTS = re.compile(r"\s*(?:[,;|/•·\n]|\s[–—-]\s|\b[Aa]nd\b|&|\bwith\b|(?<!^)\b[Bb]y\b)\s*")

_OFFICE = re.compile(
    rf"(?i:\b(?:{'|'.join(sorted(words('bylines.offices') | words('bylines.no_names')))})\b)"
    r"|\b(?:Ph\.?D|M\.?D|MBA|M\.?Sc|B\.?Sc|M\.?A|B\.?A|RD|RN)\b\.?"
)
"""Offices, degrees, and what else is no name."""

_BODY = re.compile(rf"\b(?:{'|'.join(sorted(words('bylines.bodies')))}|[\w-]+\.(?:com|org|net))\b")
"""Words of the names of bodies: beside a person's name they are where the person works."""

_PARTICLES = frozenset(
    ("de", "da", "di", "du", "del", "der", "den", "van", "von", "la", "le", "el", "al", "bin", "ibn", "bint",
     "dos", "das", "do", "ter", "ten", "zu", "y", "e", "af", "av")
)  # fmt: skip
_USER = re.compile(r"[A-Za-z][\w.-]{2,30}")
MOST_WORDS, MOST_LETTERS = 6, 60
"""The longest name of a person in a byline."""


def byline_names(line: str, *, is_field: bool = False) -> list[str]:
    """The names in a byline, in order; none if it names nobody.

    A field for authors may hold the name that somebody goes by on a site, a word in small letters or with
    figures.

    >>> byline_names("By Lena Okoro in Pell and BEN ROE, Transport Correspondents")
    ['Lena Okoro', 'Ben Roe']
    >>> byline_names("Words by Lena Okoro. Photographs by Ben Roe."), byline_names("@lenaokoro")
    (['Lena Okoro'], [])
    """
    text = _ASIDE.sub(" ", " ".join(line.split()))
    text = _OTHERS.sub("", _BY.sub("", text)).strip(" *_,|:–—-")
    text = re.sub(r",\s+(?=(?:Jr|Sr|II|III|IV)\b)", " ", text)
    parts = [part for part in _PARTS.split(text) if part]
    if is_field and len(parts) == 2 and not any(" " in part for part in parts):
        parts = [f"{parts[1]} {parts[0]}"]  # "Okoro, Lena"
    names = [name for part in parts if (name := _name(part, is_field=is_field))]
    people = [name for name in names if not _BODY.search(name)]
    return list(dict.fromkeys(people or names))


def is_person(name: str) -> bool:
    """Whether a name may be a person's: two words or more, and none of a body's."""
    first, *others = name.split()
    return bool(others) and first.lower() != "the" and not _BODY.search(name)


def _name(part: str, *, is_field: bool) -> str | None:
    """A part of a byline as a name; None if it is none."""
    person = _PLACE.sub("", part)
    name = " ".join((person if len(person.split()) > 1 else part).split()).strip(" *_,:–—-’'\"“”")
    name = name if name.endswith(("Jr.", "Sr.")) else name.rstrip(".")
    parts = name.split()
    if not 0 < len(parts) <= MOST_WORDS or not len(name) <= MOST_LETTERS or _OFFICE.search(name):
        return None
    if all(word.lower() in _PARTICLES for word in parts):
        return None
    if is_field and (len(parts) > 1 or _USER.fullmatch(name)):
        return _capitalised(parts) if not re.search(r"\d", name) or len(parts) == 1 else None
    is_name = len(name) > 2 or _BODY.fullmatch(name)
    return (
        _capitalised(parts) if is_name and not re.search(r"\d", name) and all(map(_is_part, parts)) else None
    )


def _is_part(word: str) -> bool:
    """Whether a word can stand in a name."""
    return word.lower() in _PARTICLES or word[0].isupper() or not (word[0].isupper() or word[0].islower())


def _capitalised(parts: list[str]) -> str:
    """A name that is set in capitals as it is written in a text."""
    if not all(word.isupper() for word in parts) or sum(map(len, parts)) < 6:
        return " ".join(parts)
    return " ".join(word.lower() if word.lower() in _PARTICLES else word.title() for word in parts)

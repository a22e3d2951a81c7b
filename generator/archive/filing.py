"""Filing: the word by which a list puts a name, as a librarian would (Chicago Manual of Style, 16.71).

A person stands under the family name: the last word, with particles that are written large before it
("Le Pen", "Van Buren") and without those that are written small ("von der Leyen"). Chinese and Korean names
begin with the family name, where the name shows that it is one. Everything else stands under its first word,
articles apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.lexicon import words
from generator.sources import EntityType

_SUFFIX = re.compile(r",? +(?:[JS]r\.?|[IVX]+|(?:Ph|M)\.?D\.?|Esq\.?)$")
_NICKNAME = re.compile(r"[“\"‘(][^”\"’)]*[”\"’)]")
_ARTICLE = re.compile(r"(?:the|an?) +(?=\S)", re.IGNORECASE)
_INITIAL = "(?:[zcs]h|[bpmfdtnlgkhjqxzcsrwy])?"
_FINAL = "(?:[iu]?(?:a(?:i|o|ng?)?|o(?:u|ng)?|e(?:i|ng?)?)|i(?:ng?|u)?|u(?:i|n)?)"
_PINYIN = re.compile(rf"(?:{_INITIAL}{_FINAL}){{1,2}}")
"""One or two syllables of Chinese, as pinyin writes them."""


@lru_cache(maxsize=1 << 16)
def filing_name(name: str, kind: EntityType) -> str:
    """The name with the words first by which it is filed.

    >>> filing_name("Marine Le Pen", "person"), filing_name("Ursula von der Leyen", "person")
    ('Le Pen Marine', 'Leyen Ursula von der')
    >>> filing_name("The New York Times", "organisation")
    'New York Times'
    """
    return _person(name) if kind == "person" else _ARTICLE.sub("", name, count=1)


def _person(name: str) -> str:
    plain = _SUFFIX.sub("", _NICKNAME.sub(" ", name)).split()
    if len(plain) < 2 or _family_first(plain):
        return " ".join(plain) or name
    start = len(plain) - 1
    particles = words("persons.name_particles")
    while start > 1 and plain[start - 1][:1].isupper() and plain[start - 1].lower() in particles:
        start -= 1
    return " ".join(plain[start:] + plain[:start])


def _family_first(name: list[str]) -> bool:
    """Whether a name of several words begins with a Chinese or Korean family name, and goes on like one."""
    first, rest = name[0].lower(), name[1:]
    if first in words("persons.korean_family_names"):
        return len(rest) == 2 or (len(rest) == 1 and "-" in rest[0])
    return (
        first in words("persons.chinese_family_names")
        and len(rest) == 1
        and _PINYIN.fullmatch(rest[0].lower()) is not None
    )

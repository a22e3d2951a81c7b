"""Names as text: the one normal form in which they are compared, and a matcher for many names at once.

Two spellings of a name are the same name when their normal forms are equal. The form is for comparing
only; what is shown is always the source's own spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

LONGEST_NAME = 200
"""Characters; a longer "name" is no name, and is matched with nothing."""

# Letters that no decomposition takes to their base letter (Unicode has none for a stroke through a letter).
_STROKES = str.maketrans("øØłŁđĐıħĦŧŦ", "oOlLdDihHtT")

# Unicode confusables (UTS #39) between Cyrillic or Greek and Latin, in the faces of common fonts.
_LOOK_ALIKE_SMALL = dict(zip("аеорсухіѕјԁԛԝɡνοι", "aeopcyxisjdqwgvoi", strict=True))
_LOOK_ALIKES = str.maketrans(
    {
        **_LOOK_ALIKE_SMALL,
        **dict(zip("АВЕКМНОРСТУХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXISJABEZHIKMNOPTYX", strict=True)),
    }
)
_LATIN = re.compile(r"[A-Za-z]")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")

_MARKS = str.maketrans(
    {**dict.fromkeys("’‘ʼ`´′", "'"), **dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("“”„«»", '"')}
)
# A full stop goes where it marks an abbreviation ("U.S.", "Sen."), not between digits ("2.0").
_STOP = re.compile(r"\.(?!\d)")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|\w+")


def normal_form(name: str) -> str:
    """Return the form in which names are compared: equal forms, same name.

    Compatibility forms (full width, ligatures) and accents are folded (NFKD without marks), invisible and
    control characters dropped, typographic quotation marks and dashes made plain, Cyrillic and Greek
    look-alikes read as Latin where a word mixes scripts or has no other letters, full stops of
    abbreviations dropped, white space collapsed, case folded.

    >>> normal_form("U.S.  Ｓenate") == normal_form("US Senate")
    True
    >>> normal_form("Bogotá’s") == normal_form("Bogota's")
    True
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    return _fold(name) if len(name) <= LONGEST_NAME else _fold.__wrapped__(name)


@lru_cache(maxsize=65_536)
def _fold(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.translate(_MARKS)).translate(_STROKES)
    kept = "".join(
        " " if char.isspace() else char
        for char in folded
        if char.isspace() or unicodedata.category(char) not in {"Mn", "Cf", "Cc", "Cs"}
    )
    words = (_read_as_latin(word) for word in _STOP.sub("", kept).split())
    return " ".join(words).casefold()


def _read_as_latin(word: str) -> str:
    """Fold look-alikes in a word of mixed script, or in one made of look-alikes only ("ОРЕС")."""
    if word.isascii() or not _FOREIGN.search(word):
        return word
    if _LATIN.search(word) or all(char in _LOOK_ALIKE_SMALL for char in word.lower()):
        return word.translate(_LOOK_ALIKES)
    return word


@dataclass(frozen=True, slots=True)
class Match:
    """A name found: the half-open span in the text, and the number it was registered under."""

    start: int
    end: int
    key: int


@dataclass(slots=True)
class NameIndex:
    """Finds any of many names in a text in one pass over its words.

    A trie over normal-form words: time is linear in the text and in the longest name, whatever the number
    of names. A name is found where its words stand with the same marks between them, and where capitals
    agree: "Who" is not WHO, and "may" is not May.
    """

    _root: dict[str, _Node] = field(default_factory=dict)

    def add(self, name: str, key: int) -> None:
        """Register `name` under `key`; a name that is added twice keeps its first key."""
        words = [normal_form(match.group()) for match in _WORD.finditer(name)]
        if not words or len(name) > LONGEST_NAME:
            return
        level = self._root
        for word in words:
            node = level.setdefault(word, _Node())
            level = node.next
        node.names.append((normal_form(name), name, key))

    def find(self, text: str) -> Iterator[Match]:
        """Yield the longest match at each place, in text order, without overlaps."""
        words = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]
        after = 0
        for number, (start, _, _) in enumerate(words):
            if start < after:
                continue
            match = self._longest(text, words, number)
            if match:
                yield match
                after = match.end

    def _longest(self, text: str, words: list[tuple[int, int, str]], number: int) -> Match | None:
        best, level, start = None, self._root, words[number][0]
        while number < len(words):
            _, end, word = words[number]
            number += 1
            node = level.get(word.lower() if word.isascii() and word.isalpha() else normal_form(word))
            if node is None:
                break
            for form, name, key in node.names:
                shown = text[start:end]
                if normal_form(shown) == form and _capitals_agree(name, shown):
                    best = Match(start, end, key)
                    break
            level = node.next
        return best


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    names: list[tuple[str, str, int]] = field(default_factory=list)


def _capitals_agree(name: str, shown: str) -> bool:
    """A name with a capital must be shown with one; an acronym must be shown in capitals."""
    if name.islower() or not name.isascii():
        return True
    if name.isupper() and name.isalpha() and len(name) <= 5:
        return shown.replace(".", "").isupper()
    return any(char.isupper() for char in shown)


def index_of(names: Iterable[tuple[str, int]]) -> NameIndex:
    """Build the index of pairs of a name and its key."""
    index = NameIndex()
    for name, key in names:
        index.add(name, key)
    return index

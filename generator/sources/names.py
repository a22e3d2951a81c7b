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
    if name.isascii():
        if name.isalnum():
            return name.lower()
        if name.isprintable() and "`" not in name:
            return " ".join(_STOP.sub("", name).split()).lower()
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
class _Branch:
    """A node of the tree of names: those that end here (normal form, name, key), and the words that go on."""

    names: list[tuple[str, str, int]] = field(default_factory=list)
    words: dict[str, _Branch] = field(default_factory=dict)


class NameIndex:
    """Finds any of many names in a text in one pass over its words.

    Names are filed in a tree by their words in normal form (a trie): at most words of a text one look-up
    tells that no name begins there, so time is linear in the text whatever the number of names. A name is
    found where its words stand with the same marks between them, and where capitals agree: "Who" is not WHO,
    and "may" is not May.
    """

    def __init__(self, names: Iterable[tuple[str, int]] = ()) -> None:
        """File pairs of a name and its key; a name that comes twice keeps its first key."""
        self._root = _Branch()
        for name, key in names:
            if len(name) <= LONGEST_NAME:
                self._add(name, key)

    def _add(self, name: str, key: int) -> None:
        branch = self._root
        for word in _WORD.findall(name):
            branch = branch.words.setdefault(normal_form(word), _Branch())
        if branch is not self._root:
            branch.names.append((normal_form(name), name, key))

    def find(self, text: str) -> Iterator[Match]:
        """Yield the longest match at each place, in text order, without overlaps."""
        spans = [match.span() for match in _WORD.finditer(text)]
        words = [normal_form(text[start:end]) for start, end in spans]
        at = 0
        while at < len(words):
            found = self._match(text, spans, words, at) if words[at] in self._root.words else None
            if found:
                yield found[0]
            at += found[1] if found else 1

    def _match(
        self, text: str, spans: list[tuple[int, int]], words: list[str], at: int
    ) -> tuple[Match, int] | None:
        """The longest name that begins with word `at`, and its number of words."""
        longest: tuple[Match, int] | None = None
        branch: _Branch | None = self._root
        for last in range(at, len(words)):
            branch = branch.words.get(words[last]) if branch else None
            if not branch:
                break
            if branch.names:
                match = _agreeing(branch.names, spans[at][0], text[spans[at][0] : spans[last][1]])
                longest = (match, last - at + 1) if match else longest
        return longest


def _agreeing(names: list[tuple[str, str, int]], start: int, shown: str) -> Match | None:
    """The first of names of equal words that has the marks and capitals of what is `shown`."""
    form = normal_form(shown)
    for known, name, key in names:
        if known == form and _capitals_agree(name, shown):
            return Match(start, start + len(shown), key)
    return None


def _capitals_agree(name: str, shown: str) -> bool:
    """A name with a capital must be shown with one; "WHO" only in capitals, "NATO" also as "Nato"."""
    if name.islower() or not name.isascii():
        return True
    if name.isupper() and name.isalpha() and len(name) <= 3:
        return shown.replace(".", "").isupper()
    return any(char.isupper() for char in shown)

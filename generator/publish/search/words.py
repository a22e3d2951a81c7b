"""From text to the words that search compares; `templates/theme/assets/search/words.js` does the same.

Letters are folded (NFKD without combining marks, lower case), so that "Zoë" and "zoe" are one word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

STOP_WORDS = frozenset(
    # Lucene's EnglishAnalyzer, and what a question is put in.
    """
    a an and are as at be but by for if in into is it no not of on or such that the their then there these
    they this to was will with
    about did do does from had has have he her him his how i its say said says she were what when where
    which who whom whose why you
    """.split()  # noqa: SIM905  a list to read
)
"""Words that nobody looks for: they are not indexed, and are left out of a question that has others."""

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th",
                          "ı": "i"})  # fmt: skip
_POSSESSIVE = re.compile(r"['’]s\b")
_INSIDE = re.compile(r"(?<=[^\W_])['’](?=[^\W_])|(?<=\d),(?=\d)")
_DOTTED = re.compile(r"\b[^\W\d_]\.(?:[^\W\d_]\.)+")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[^\W_])+")
"""A letter of Chinese or Japanese, which are written without spaces, or a run of letters and digits."""


def fold(text: str) -> str:
    """The text in small letters without marks.

    >>> fold("Zoë Łódź"), fold("Горбачёв")
    ('zoe lodz', 'горбачев')
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).lower()
    marks = {ord(char): None for char in set(apart) if unicodedata.category(char) == "Mn"}
    return apart.translate(marks).translate(_LETTERS)


def words(text: str) -> list[str]:
    """The words of a text, folded, in its order.

    >>> words("O’Brien’s U.S. plan: 1,000 jobs")
    ['obrien', 'us', 'plan', '1000', 'jobs']
    """
    return list(_words(text))


@lru_cache(maxsize=1 << 15)  # an index asks for the same names and statements again and again
def _words(text: str) -> tuple[str, ...]:
    plain = _INSIDE.sub("", _POSSESSIVE.sub("", fold(text)))
    return tuple(_WORD.findall(_DOTTED.sub(lambda found: found[0].replace(".", ""), plain)))


def key(name: str) -> str:
    """What stands for a name in the index, whatever its case, marks and punctuation.

    >>> key("Zoë O’Brien")
    'zoe-obrien'
    """
    return "-".join(words(name))

"""Which language a text is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.lexicon import words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

    from generator.sources import Article

ENGLISH = "en"

SEEN = 4_000
"""How many letters of a text are looked at."""

LEAST_WORDS = 20
"""A shorter text is too short to tell, and is read as English."""

ENGLISH_SHARE = 0.1
"""The share of English function words from which a text is English without further question.

Of 1,200 English news articles in prose none has less; tables of results have, and are left to the model.
"""

TELLING, TELLING_SHARE = frozenset(("the", "and")), 0.02
"""Words that no other language has as often, and their least share: "at" and "for" are Danish, too.

Of 1,555 English texts of the development sets 12 have fewer, tables and single lines, which the model tells.
"""

SURE = 0.9
"""The probability from which another language is believed."""

PARAGRAPHS = 40
"""How many paragraphs of an article are looked at."""

_RELATIVES = ({"nb", "nn", "no"}, {"bs", "hr", "sh", "sr"}, {"id", "ms"}, {"fil", "tl"})
"""Languages that n-grams hardly tell apart (Zampieri et al. 2014, "A Report on the DSL Shared Task")."""

_NO_LANGUAGE = "zxx"
"""The code for what is no language, such as figures."""

_FUNCTION = words("function_words.english")
_WORD = re.compile(r"[^\W\d_]+")


def language_of(article: Article) -> str | None:
    """The two-letter code of an article's language; None if neither its text nor its metadata tells.

    The text decides. What the metadata state counts where the text is too short or too mixed to tell, or in a
    language that cannot be told from the one stated.
    """
    stated = article.metadata.language
    parts = article.paragraphs[:PARAGRAPHS]
    found = identify_language("\n".join(article.text[part.start : part.end] for part in parts))
    if found is None or stated is None:
        return stated or found
    if ENGLISH in (stated, found) or stated.startswith(found):
        return found
    is_alike = any({stated, found} <= group for group in _RELATIVES)
    return stated if is_alike or stated not in _identifier().nb_classes else found


def identify_language(text: str) -> str | None:
    """The two-letter code of a text's language; None if the text is too short or too mixed to tell.

    English is known by its function words, other languages by py3langid's n-grams (Lui and Baldwin 2012,
    "langid.py: An Off-the-shelf Language Identification Tool", ACL).

    >>> identify_language("The minister said on Monday that the launch of the probe was to be put off. " * 3)
    'en'
    >>> identify_language("Der Minister sagte am Montag, der Start der Sonde werde verschoben. " * 3)
    'de'
    """
    seen = text[:SEEN]
    found = [word.casefold() for word in _WORD.findall(seen)]
    letters = sum(map(len, found))
    if len(found) < LEAST_WORDS and letters < 5 * LEAST_WORDS:
        return None
    if _is_plainly_english(found):
        return ENGLISH
    language, probability = _identifier().classify(seen.encode("utf-8", "replace").decode("utf-8"))
    return str(language) if probability >= SURE and language != _NO_LANGUAGE else None


def _is_plainly_english(found: Sequence[str]) -> bool:
    """Whether the function words among the words of a text show that it is English."""
    function = sum(word in _FUNCTION for word in found)
    telling = sum(word in TELLING for word in found)
    return function >= ENGLISH_SHARE * len(found) and telling >= TELLING_SHARE * len(found)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """The trained model, which takes a moment to load."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  only other languages need it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

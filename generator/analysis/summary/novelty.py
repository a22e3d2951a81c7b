"""Whether a sentence says again what others have said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.analysis.records import Entity
from generator.analysis.summary.candidates import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Token

SAID_BEFORE = 0.6
"""The share of its content words that another sentence may have: above it, the sentence repeats.

Doubled leads (standfirst and first paragraph) share more, sentences that follow each other less.
"""

MAIN_NAMES = 6
"""How many of the most salient names of an article its gist should tell, where it has room."""

_WORD = re.compile(r"[^\W_]{4,}")
_STEM = 5
"""Letters by which words are compared: "threatens" and "threatened" are one."""


def repeats(sentence: Candidate, others: Iterable[Candidate]) -> bool:
    """Whether most content words of a sentence stand in one of the others, or the other way round."""
    here = stems(sentence.span.text)
    for other in others:
        there = stems(other.span.text)
        smaller = min(len(here), len(there))
        if smaller and len(here & there) > SAID_BEFORE * smaller:
            return True
    return False


def stems(text: str) -> frozenset[str]:
    """The first letters of the longer words of a text, without the s of a plural.

    >>> sorted(stems("Russia threatens to leave; Russians left."))
    ['leave', 'left', 'russi', 'threa']
    """
    return frozenset(word.casefold().removesuffix("s")[:_STEM] for word in _WORD.findall(text))


def is_in_headline(sentence: str, headline: str) -> bool:
    """Whether a headline says all that a sentence says: its very words, or all its content words.

    >>> is_in_headline("Council votes on the ferry.", "Storm closes harbour; council votes on ferry")
    True
    """
    letters = ["".join(re.findall(r"\w", text.casefold())) for text in (sentence, headline)]
    return letters[0] in letters[1] or (bool(stems(sentence)) and stems(sentence) <= stems(headline))


def adds_main_name(sentence: str, told: str, entities: Sequence[Entity]) -> bool:
    """Whether a sentence gives in full one of the main names, of which nothing told has any part.

    `entities` are in order of falling salience; the MAIN_NAMES first that are tags of the article count.
    Places and peoples do not: what a sentence says of these is seldom the story.
    """
    main = [item for item in entities[:MAIN_NAMES] if item.tag and item.type not in ("place", "group")]
    main = [item for item in main if item.type != "person" or " " in item.name]
    return any(entity.name in sentence and not _is_told(entity, told) for entity in main)


def _is_told(entity: Entity, told: str) -> bool:
    forms = (entity.name, entity.name.rsplit(maxsplit=1)[-1], *entity.aliases)
    return any(form in told for form in forms)


def names_or_counts(tokens: Iterable[Token], told: str) -> bool:
    """Whether a sentence has a name or a number that nothing told has; others tell little by themselves."""
    return any(
        (token.pos_ in ("PROPN", "NUM") or token.is_digit) and token.text not in told for token in tokens
    )

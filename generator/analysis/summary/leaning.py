"""Sentences that lean: their first words point back at words that may not be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.analysis.summary.phrases import any_of
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENERS = any_of(words("cohesion.reference") | words("cohesion.conjunction"))
_SHELL_NOUNS = words("cohesion.shell_nouns")
_LEANING = re.compile(
    rf"(?i)[\"“'‘(]?(?:{_OPENERS}|(?:some|most|many|none|one|two|three|each|half) of (?:this|that|these|those"
    r"|them))(?!\w)"
)
# A time or a clause first, and then a word that points back: "Although standing for years, it fell."
_THEN_LEANING = re.compile(
    rf"(?i)(?:(?:{any_of(words('cohesion.times'))})"
    rf"|(?:{any_of(words('cohesion.subordinators'))}) \w+ing [^,]{{1,80}}), "
    r"(?:it|they|this|that|these|those|such)(?!\w)"
)
# The same words where they point at nothing before them.
_UPRIGHT = re.compile(
    rf"(?i)there(?:['’]s| (?:{any_of(words('cohesion.existence'))}))\b"
    rf"|th(?:is|ese) (?:{any_of(words('cohesion.periods'))})\b"
    r"|(?:his|her|their) (?:royal |imperial )?(?:honou?r|majest|highness|excellenc|holiness)"
    r"|later (?:this|in the) |(?:both|either|neither) [A-Z]"
)
# Adverbs in front of a comma that tell a time or a place; others judge what was said ("Luckily, …").
_TELLING = re.compile(
    r"(?:(?:inter)?nation|glob|loc|annu)ally|recently|today|tonight|tomorrow|yesterday", re.I
)


def leans(sentence: str) -> bool:
    """Whether a sentence begins with a word that points back.

    >>> leans("Among them was the mayor."), leans("This week the mayor resigned.")
    (True, False)
    """
    leaning = _LEANING.match(sentence) or _THEN_LEANING.match(sentence)
    return bool(leaning) and not _UPRIGHT.match(sentence)


def takes_up(tokens: Sequence[Token], told: str) -> bool:
    """Whether a sentence takes up what only the words before it told: "Luckily, …", "The move came …".

    `told` is what is shown before it. A bare shell noun behind "the" wraps up words that `told` must have.
    """
    if len(tokens) < 3:
        return False
    first, second, third = tokens[:3]
    if second.text == ",":
        return first.pos_ == "ADV" and not _TELLING.fullmatch(first.text)
    bare = first.lower_ == "the" and third.pos_ in ("VERB", "AUX", "ADV", "PUNCT", "PART")
    return bare and second.text in _SHELL_NOUNS and second.text not in told.lower()

"""Sentences that lean: their first words point back at words that may not be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.analysis.summary.vocabulary import CONNECTING, POINTING_BACK, SHELL_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_REFERENCE = r"(?:it|they|this|that|these|those|such)"
_LEANING = re.compile(
    rf"[\"“'‘(]?(?:{POINTING_BACK}|{CONNECTING}"
    r"|(?:some|most|many|none|one|two|three|each|half) of (?:this|that|these|those|them)"
    rf"|(?:today|tonight|tomorrow|yesterday|already|soon|often), {_REFERENCE}"
    r"|(?:although|though|while|despite|after|before|when|by|without|since) \w{1,20}ing [^,]{1,80}, "
    rf"{_REFERENCE})(?!\w)",
    re.IGNORECASE,
)
# The same words where they point at nothing before them.
_UPRIGHT = re.compile(
    r"there(?:['’]s| (?:is|are|was|were|has|have|had|will|would|may|might|could|can|must|should|appears?"
    r"|seems?))\b"
    r"|th(?:is|ese) (?:days|morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|fall"
    r"|winter|season)\b"
    r"|later (?:this|in the) |(?:both|either|neither) [A-Z]",
    re.IGNORECASE,
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
    return bool(_LEANING.match(sentence)) and not _UPRIGHT.match(sentence)


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
    return bare and second.text in SHELL_NOUNS and second.text not in told.lower()

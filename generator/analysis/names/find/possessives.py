"""Names that end in "'s" of their own ("McDonald's"), told from possessives by how the article uses them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.analysis.names.context import is_titled
from generator.analysis.names.countries import country_of
from generator.analysis.names.mention import Mention, Reading
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNED = words("tags.owned")
"""Tags that can follow a possessive: something owned must come."""


def with_own_apostrophes(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """Take "'s" into a name that never stands without it, and somewhere owns nothing."""
    uses: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        uses[mention.form].append(mention)
    own = {
        form
        for form, group in uses.items()
        if country_of(group[0].text) is None
        and all(_is_possessive(reading, mention) for mention in group)
        and not any(is_titled(reading.doc(mention), mention.first) for mention in group)
        and any(_owns_nothing(reading, mention) for mention in group)
    }
    return [
        reading.mention(
            mention.piece, mention.first, mention.last + 1, type=mention.type, rule="own-apostrophe"
        )
        if mention.form in own
        else mention
        for mention in mentions
    ]


def _is_possessive(reading: Reading, mention: Mention) -> bool:
    doc = reading.doc(mention)
    return mention.last < len(doc) and doc[mention.last].text == "'s" and doc[mention.last].tag_ == "POS"


def _owns_nothing(reading: Reading, mention: Mention) -> bool:
    doc, after = reading.doc(mention), mention.last + 1
    return after >= len(doc) or not _can_be_owned(doc[after])


def _can_be_owned(token: Token) -> bool:
    return token.tag_ in _OWNED

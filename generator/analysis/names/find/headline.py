"""Names in headlines, where every word may be set as a name is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.names.mention import Mention, Reading

LONGEST_GUESS = 3
"""Words of the longest name that a Title Case headline is believed to show without the body's word for it."""


def headline_mentions(
    reading: Reading, mentions: Sequence[Mention], known: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield those of a headline's mentions that can be believed, outside the names `known` from the body.

    In a headline in sentence case the model is as good as in the body. In Title Case or capitals every word
    looks like a name: only short ones whose words the body nowhere writes small are kept, and in capitals
    only full names of people.
    """
    places = {place for mention in known for place in range(mention.start, mention.end)}
    for mention in mentions:
        if places.isdisjoint(range(mention.start, mention.end)) and _is_plausible(reading, mention):
            yield mention


def _is_first_word(reading: Reading, mention: Mention) -> bool:
    """Whether the headline's first word is also written small in the body: "Landlord jailed"."""
    word = reading.doc(mention)[mention.first]
    return (
        mention.first == 0 and mention.last == 1 and not word.is_upper and word.lower_ in reading.small_words
    )


def _is_plausible(reading: Reading, mention: Mention) -> bool:
    doc = reading.doc(mention)
    case = reading.cases[mention.piece]
    if case == "sentence":
        return not _is_first_word(reading, mention)
    words = [token for token in doc[mention.first : mention.last] if token.is_alpha]
    if case == "capitals" and (mention.type != "person" or len(words) < 2):
        return False
    return 0 < len(words) <= LONGEST_GUESS and all(
        word.tag_ in {"NNP", "NNPS", "JJ"} and word.lower_ not in reading.small_words for word in words
    )

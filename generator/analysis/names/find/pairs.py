"""Two names in one word, or one and a half: "the Clinton-Sanders debate", "Pro-Clinton"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.names.countries import is_group
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.person_name import PersonName
from generator.sources import normal_form

_PREFIXES = frozenset({"pro", "anti", "ex", "non"})


def with_pairs_split(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """Cut a name at its hyphen where the article knows a half as a person: "Roe-Lund", "Pro-Roe"."""
    people = {
        normal_form(word)
        for mention in mentions
        if mention.type == "person" and "-" not in mention.text
        for word in PersonName.of(mention.text).words[-1:]
    }
    return [part for mention in mentions for part in _halves(reading, mention, people)]


def _halves(reading: Reading, mention: Mention, people: set[str]) -> Iterator[Mention]:
    doc, first, last = reading.doc(mention), mention.first, mention.last
    if last - first != 3 or doc[first + 1].text not in {"-", "–"}:
        yield mention
        return
    one, two = normal_form(doc[first].text), normal_form(doc[last - 1].text)
    if one in _PREFIXES and (two in people or is_group(two)):
        kind = "person" if two in people else mention.type
        yield reading.mention(mention.piece, last - 1, last, type=kind, rule="half-of-pair")
    elif {one, two} <= people or (two in people and mention.type == "person"):
        for half in (first, last - 1):
            yield reading.mention(mention.piece, half, half + 1, type="person", rule="half-of-pair")
    else:
        yield mention

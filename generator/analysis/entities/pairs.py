"""Two people in one word: "the Clinton-Sanders debate"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.analysis.entities.mention import Mention, Reading
from generator.analysis.entities.people import PersonName
from generator.sources.names import normal_form


def with_pairs_split(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """Cut a name at its hyphen where the article knows both halves as people."""
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
    elif {normal_form(doc[first].text), normal_form(doc[last - 1].text)} <= people:
        for half in (first, last - 1):
            yield reading.mention(mention.piece, half, half + 1, type="person", source=mention.source)
    else:
        yield mention

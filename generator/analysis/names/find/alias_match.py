"""Names known from elsewhere in the article, found where the model overlooked them, headlines included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.analysis.names.acronyms import is_acronym
from generator.analysis.names.bodies import core_name, head_word, national_name
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.person_name import PersonName
from generator.lexicon import words
from generator.sources import NameIndex

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from generator.analysis.parse import Piece

TITLES = words("persons.titles")


def repeated_names(reading: Reading, known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield further mentions of the names in `known`, and of the bare surnames of its people."""
    index = _index(known)
    for number, piece in enumerate(reading.pieces):
        for match in index.find(reading.texts[number]):
            span = piece.doc.char_span(match.start, match.end)
            if span is None:
                continue
            source = known[match.key]
            if reading.is_display(number) or _stands_alone(piece, span.start, span.end, source):
                yield reading.mention(number, span.start, span.end, type=source.type, rule="alias-match")


def _index(known: Sequence[Mention]) -> NameIndex:
    """The known names; then bare surnames, and the first words of companies' names."""
    full = [(mention.text, key) for key, mention in enumerate(known)]
    short = [(name, key) for key, mention in enumerate(known) for name in _short_names(mention)]
    return NameIndex([*full, *short])


def _short_names(mention: Mention) -> Iterator[str]:
    if mention.type == "person":
        name = PersonName.of(mention.text)
        if len(name.words) > 1 and name.surname[:1].isupper() and len(name.surname) > 2:
            yield name.surname
    elif mention.type == "organisation":
        yield from filter(
            None, (core_name(mention.text), head_word(mention.text), national_name(mention.text))
        )


def _stands_alone(piece: Piece, first: int, last: int, source: Mention) -> bool:
    """Whether the words are a name by themselves there: a proper noun, not a part of a longer name."""
    doc = piece.doc
    if last - first == 1 and is_acronym(doc[first].text):
        return True
    if not any(token.tag_ in {"NNP", "NNPS"} for token in doc[first:last]) and _starts_sentence(doc, first):
        return False
    after = doc[last] if last < len(doc) else None
    if (
        after is not None
        and after.tag_ in {"NNP", "NNPS"}
        and after.text[0].isupper()
        and source.type != "group"
    ):
        return bool(after.ent_type_)
    before = doc[first - 1] if first else None
    if before is None or before.tag_ not in {"NNP", "NNPS"} or not before.text[0].isupper():
        return True
    return before.lower_.rstrip(".") in TITLES or bool(before.ent_type_)


def _starts_sentence(doc: Doc, index: int) -> bool:
    """Whether a capital at this token may be the sentence's, not the name's."""
    return bool(doc[index].is_sent_start) or doc[index - 1].text in {'"', "'", ":", "-", "–", "—"}

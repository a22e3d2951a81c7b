"""Names known from elsewhere in the article, found where the model overlooked them, headlines included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.analysis.entities.mention import Mention, Reading
from generator.analysis.entities.people import PersonName
from generator.analysis.entities.vocabulary import TITLES
from generator.sources.names import NameIndex, index_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from generator.analysis.language import Piece


def echoes(reading: Reading, known: Sequence[Mention]) -> Iterator[Mention]:
    """Yield further mentions of the names in `known`, and of the bare surnames of its people."""
    index = _index(known)
    for number, piece in enumerate(reading.pieces):
        end = piece.start + len(piece.doc.text)
        for match in index.find(reading.text[piece.start : end]):
            span = piece.doc.char_span(match.start, match.end)
            if span is None:
                continue
            source = known[match.key]
            if reading.is_headline(number) or _stands_alone(piece, span.start, span.end, source):
                yield reading.mention(number, span.start, span.end, type=source.type, source="echo")


def _index(known: Sequence[Mention]) -> NameIndex:
    names = [(mention.text, key) for key, mention in enumerate(known)]
    surnames = [
        (PersonName.of(mention.text).surname, key)
        for key, mention in enumerate(known)
        if mention.type == "person" and len(PersonName.of(mention.text).words) > 1
    ]
    return index_of(
        [*names, *((name, key) for name, key in surnames if name[:1].isupper() and len(name) > 2)]
    )


def _stands_alone(piece: Piece, first: int, last: int, source: Mention) -> bool:
    """Whether the words are a name by themselves there: a proper noun, not a part of a longer name."""
    doc = piece.doc
    if not any(token.tag_ in {"NNP", "NNPS"} for token in doc[first:last]):
        return False
    after = doc[last] if last < len(doc) else None
    if (
        after is not None
        and after.tag_ in {"NNP", "NNPS"}
        and after.text[0].isupper()
        and source.type != "group"
    ):
        return False
    before = doc[first - 1] if first else None
    if before is None or before.tag_ not in {"NNP", "NNPS"} or not before.text[0].isupper():
        return True
    return before.lower_.rstrip(".") in TITLES or bool(before.ent_type_)


def is_shouted(doc: Doc) -> bool:
    """Whether nearly all letters of a line are capitals."""
    letters = [char for char in doc.text if char.isalpha()]
    return len(letters) > 8 and sum(char.isupper() for char in letters) > 0.9 * len(letters)


def is_title_case(doc: Doc) -> bool:
    """Whether nearly all longer words of a line begin with a capital."""
    longer = [token for token in doc if token.is_alpha and len(token) > 3]
    return len(longer) > 2 and sum(token.text[0].isupper() for token in longer) >= 0.75 * len(longer)


def headline_mentions(
    reading: Reading, mentions: Sequence[Mention], known: Sequence[Mention]
) -> Iterator[Mention]:
    """Yield those of a headline's mentions that can be believed.

    In a headline in sentence case the model is as good as in the body. In Title Case or capitals every word
    looks like a name: only short ones whose words the body nowhere writes small are kept.
    """
    small = {
        token.lower_
        for piece in reading.pieces
        if piece.paragraph.number
        for token in piece.doc
        if token.text.islower()
    }
    places = {place for mention in known for place in range(mention.start, mention.end)}
    for mention in mentions:
        doc = reading.doc(mention)
        if not places.isdisjoint(range(mention.start, mention.end)):
            continue
        words = [token for token in doc[mention.first : mention.last] if token.is_alpha]
        if not (is_shouted(doc) or is_title_case(doc)) or (
            0 < len(words) <= 3
            and all(word.tag_ in {"NNP", "NNPS"} and word.lower_ not in small for word in words)
        ):
            yield mention

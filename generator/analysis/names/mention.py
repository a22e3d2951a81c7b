"""A mention: one place where a name stands, with its tokens; and the policies that choose among mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from generator.analysis.records import EntityType, Span
from generator.sources import RegistryEntry, normal_form

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from generator.analysis.parse import Piece

Case = Literal["sentence", "title", "capitals"]
_SENTENCE_ENDS = frozenset(".!?:;,\"'")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at tokens [`first`, `last`) of piece number `piece`; offsets are into the article's text.

    `rule` is the id of the finder, `edges` are those of the rules that set its ends.
    """

    start: int
    end: int
    text: str
    form: str
    piece: int
    first: int
    last: int
    type: EntityType | None
    rule: str
    entry: RegistryEntry | None = None
    edges: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end, self.text)


@dataclass(frozen=True)
class Reading:
    """The article as the finders read it: its text and its parsed pieces."""

    text: str
    pieces: Sequence[Piece]

    def doc(self, mention: Mention) -> Doc:
        """The parsed piece that the mention stands in."""
        return self.pieces[mention.piece].doc

    def is_display(self, piece: int) -> bool:
        """Whether a piece is the headline, or a line set like one: every word there may look like a name."""
        return self._display[piece]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of each piece; `Doc.text` would put it together anew each time."""
        lengths = (
            piece.doc[-1].idx + len(piece.doc[-1].text_with_ws) if len(piece.doc) else 0
            for piece in self.pieces
        )
        return tuple(
            self.text[piece.start : piece.start + length]
            for piece, length in zip(self.pieces, lengths, strict=True)
        )

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """How each piece is set: as a sentence, in Title Case, or in capitals."""
        return tuple(_case(text, piece.doc) for text, piece in zip(self.texts, self.pieces, strict=True))

    @cached_property
    def _display(self) -> tuple[bool, ...]:
        return tuple(
            piece.paragraph.number == 0 or case == "capitals" or _is_set_like_a_title(text, piece.doc)
            for piece, case, text in zip(self.pieces, self.cases, self.texts, strict=True)
        )

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that the body writes small somewhere."""
        return frozenset(
            token.text
            for number, piece in enumerate(self.pieces)
            if not self._display[number]
            for token in piece.doc
            if token.is_lower
        )

    def mention(
        self,
        piece: int,
        first: int,
        last: int,
        *,
        type: EntityType | None,  # noqa: A002  the field's name
        rule: str,
        entry: RegistryEntry | None = None,
        chars: tuple[int, int] | None = None,
    ) -> Mention:
        """The mention that covers tokens [`first`, `last`) of a piece, or the characters `chars` in them."""
        doc, offset = self.pieces[piece].doc, self.pieces[piece].start
        start, end = chars or (doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
        text = self.text[offset + start : offset + end]
        return Mention(
            offset + start, offset + end, text, normal_form(text), piece, first, last, type, rule, entry
        )


def _case(text: str, doc: Doc) -> Case:
    letters = [char for char in text if char.isalpha()]
    if len(letters) > 8 and sum(char.isupper() for char in letters) > 0.9 * len(letters):
        return "capitals"
    return "title" if _is_title_case(doc) else "sentence"


def _is_title_case(doc: Doc, share: float = 0.75, least: int = 3) -> bool:
    """Whether at least `share` of the longer words of a line, `least` or more, begin with a capital."""
    longer = [token for token in doc if token.is_alpha and len(token) > 3]
    return len(longer) >= least and sum(token.text[0].isupper() for token in longer) >= share * len(longer)


def _is_set_like_a_title(text: str, doc: Doc) -> bool:
    """A line in Title Case; one that ends as a sentence does must be so throughout."""
    if text[-1:] in _SENTENCE_ENDS:
        return _is_title_case(doc, share=1.0, least=5)
    return _is_title_case(doc)


def longest_first(mentions: Iterable[Mention]) -> list[Mention]:
    """Choose mentions that do not overlap: longer before shorter, earlier before later; in text order."""
    ranked = sorted(mentions, key=lambda mention: (mention.start - mention.end, mention.start))
    return first_come(ranked)


def first_come(mentions: Iterable[Mention]) -> list[Mention]:
    """Choose mentions that do not overlap: those given first win; in text order."""
    taken: set[int] = set()
    chosen = []
    for mention in mentions:
        span = range(mention.start, mention.end)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(mention)
    return sorted(chosen, key=lambda mention: mention.start)


def outside(mentions: Iterable[Mention], taken: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions that overlap none of `taken`."""
    places = {place for mention in taken for place in range(mention.start, mention.end)}
    for mention in mentions:
        if places.isdisjoint(range(mention.start, mention.end)):
            yield mention

"""A mention: one place where a name stands, with its tokens; and the policies that choose among mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.analysis.records import EntityType, Span
from generator.sources.curated import RegistryEntry
from generator.sources.names import normal_form

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from generator.analysis.language import Piece

Source = Literal["registry", "rule", "model", "echo"]
"""Who found a mention. `echo`: a name known from elsewhere in the article."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at tokens [`first`, `last`) of piece number `piece`; offsets are into the article's text."""

    start: int
    end: int
    text: str
    piece: int
    first: int
    last: int
    type: EntityType | None
    source: Source
    entry: RegistryEntry | None = None

    @property
    def form(self) -> str:
        """The normal form of the name."""
        return normal_form(self.text)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """The article as the finders read it: its text and its parsed pieces."""

    text: str
    pieces: Sequence[Piece]

    def doc(self, mention: Mention) -> Doc:
        """The parsed piece that the mention stands in."""
        return self.pieces[mention.piece].doc

    def is_headline(self, piece: int) -> bool:
        """Whether a piece is (part of) the headline."""
        return self.pieces[piece].paragraph.number == 0

    def mention(  # noqa: PLR0913  a mention has that many parts
        self, piece: int, first: int, last: int, *, type: EntityType | None, source: Source,  # noqa: A002
        entry: RegistryEntry | None = None,
    ) -> Mention:  # fmt: skip
        """The mention that covers tokens [`first`, `last`) of a piece."""
        doc, offset = self.pieces[piece].doc, self.pieces[piece].start
        start = offset + doc[first].idx
        end = offset + doc[last - 1].idx + len(doc[last - 1])
        return Mention(start, end, self.text[start:end], piece, first, last, type, source, entry)


def longest_first(mentions: Iterable[Mention]) -> list[Mention]:
    """Choose mentions that do not overlap: longer before shorter, earlier before later; in text order."""
    ranked = sorted(mentions, key=lambda mention: (mention.start - mention.end, mention.start))
    return _without_overlaps(ranked)


def first_come(mentions: Iterable[Mention]) -> list[Mention]:
    """Choose mentions that do not overlap: those given first win; in text order."""
    return _without_overlaps(mentions)


def _without_overlaps(ranked: Iterable[Mention]) -> list[Mention]:
    taken: set[int] = set()
    chosen = []
    for mention in ranked:
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

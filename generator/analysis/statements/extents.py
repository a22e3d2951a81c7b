"""From where to where a reported statement may reach: the ranges of words that the grammar offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.quotes.passages import MARKS, Passage
from generator.analysis.records import StatementKind
from generator.analysis.statements.cues import Cue
from generator.lexicon import words

LEAST, MOST = 3, 110
"""Tokens that a statement may have: a shorter one is a fragment, a longer one a speech."""

CUTS = 4
"""Places before the end of the sentence at which a statement may end already."""

_STOPS = frozenset((*MARKS, ",", ":", ";", ".", "-", "--", "—", "–", "…", "...", "(", ")", "?", "!"))
CUTTING = frozenset((",", "-", "--", "—", "–", ";", "(", "and", "but", "as", "after", "while", "before"))
_OPENINGS = words("function_words.connectives")


@dataclass(frozen=True, slots=True)
class Extent:
    """Tokens `first` to `last` (exclusive) of a passage; `begins` and `ends` tell why they end there."""

    first: int
    last: int
    begins: str
    ends: str


def extents(passage: Passage, cue: Cue) -> tuple[Extent, ...]:
    """The ranges that the words of a statement may have, in text order, each once."""
    low, high = _sentence(passage, cue)
    found: dict[tuple[int, int], Extent] = {}
    for begins, first in _starts(passage, cue, low, high):
        for ends, last in _ends(passage, cue, first, high):
            trimmed = trim(passage, first, last, opening=last <= cue.first)
            if trimmed and LEAST <= trimmed[1] - trimmed[0] <= MOST:
                known = found.get(trimmed)
                kinds = (begins, ends)
                if known:
                    kinds = (_joined(known.begins, begins), _joined(known.ends, ends))
                found[trimmed] = Extent(*trimmed, *kinds)
    return tuple(found[key] for key in sorted(found))


def _joined(one: str, other: str) -> str:
    return "+".join(sorted({*one.split("+"), other}))


def _sentence(passage: Passage, cue: Cue) -> tuple[int, int]:
    """The bounds of the sentence of a cue, with the whole of the quotations that begin or end in it."""
    low, high = max(cue.low, cue.first - MOST), min(cue.high, cue.last + MOST)
    before, after = passage.quoted[low], passage.quoted[high - 1]
    if before >= 0:
        low = passage.quotations[before].first
    if after >= 0:
        high = passage.quotations[after].last
    return low, high


def _starts(passage: Passage, cue: Cue, low: int, high: int) -> Iterator[tuple[str, int]]:
    tokens, verb = passage.tokens, passage.tokens[cue.word]
    clauses = [child for child in verb.children if child.dep_ in ("ccomp", "parataxis")]
    for clause in clauses:
        yield ("clause" if clause.i > verb.i else "left"), max(low, clause.left_edge.i)
    if verb.dep_ in ("parataxis", "ccomp", "advcl") and verb.head.i != verb.i:
        yield "head", max(low, verb.head.left_edge.i)
    yield "sentence", low
    if cue.last < high:
        after = next(
            (i for i in range(cue.last, min(high, cue.last + 16)) if tokens[i].lower_ == "that"), None
        )
        if after is not None:
            yield "that", after + 1
        comma = next(
            (i for i in range(cue.last, min(high, cue.last + 12)) if tokens[i].text in (",", ":")), None
        )
        if comma is not None:
            yield "comma", comma + 1
        yield "cue", cue.last
        for child in verb.children:
            if child.dep_ == "prep" and child.i >= cue.last:
                yield "prep", child.i + 1


def _ends(passage: Passage, cue: Cue, first: int, high: int) -> Iterator[tuple[str, int]]:
    tokens, verb = passage.tokens, passage.tokens[cue.word]
    for child in verb.children:
        if child.dep_ in ("ccomp", "parataxis") and child.i > verb.i and child.right_edge.i >= first:
            yield "clause", min(high, child.right_edge.i + 1)
        elif child.dep_ in ("dobj", "xcomp", "oprd", "prep") and child.right_edge.i >= first:
            yield child.dep_, min(high, child.right_edge.i + 1)
    if first < cue.first:
        yield "before", cue.first
        if cue.last >= high - 2:
            return
    yield "sentence", high
    cuts = 0
    start = max(first, cue.last) + 2
    for index in range(min(high, first + MOST) - 2, start, -1):
        if (
            tokens[index].lower_ in CUTTING
            and passage.quoted[index] < 0
            and tokens[index - 1].whitespace_ + tokens[index].whitespace_
        ):
            yield "cut", index
            cuts += 1
            if cuts == CUTS:
                return


def trim(passage: Passage, first: int, last: int, *, opening: bool = False) -> tuple[int, int] | None:
    """The range without marks and stops at its ends, and without "that" and connectives, unless `opening`."""
    tokens = passage.tokens
    while first < last and (is_edge(passage, first) or (not opening and tokens[first].lower_ in _OPENINGS)):
        first += 1
    while last > first and is_edge(passage, last - 1):
        last -= 1
    return (first, last) if first < last else None


def is_edge(passage: Passage, index: int) -> bool:
    """Whether a token is a mark, a stop or white space."""
    token = passage.tokens[index]
    return token.text in _STOPS or token.is_space


def kind_of(passage: Passage, extent: Extent) -> StatementKind:
    """Whether all words of an extent, some or none stand in quotations."""
    words = [i for i in range(extent.first, extent.last) if passage.tokens[i].is_alpha]
    inside = [passage.quoted[i] >= 0 for i in words]
    return "direct" if all(inside) else "mixed" if any(inside) else "indirect"

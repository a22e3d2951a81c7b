"""From a chosen source to the person or body it stands for, and the record of the quotation."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.coreference import Coreference
from generator.analysis.quotes.attribute import Choice
from generator.analysis.quotes.passages import Passage
from generator.analysis.quotes.sieve import is_label
from generator.analysis.quotes.sources import Mention
from generator.analysis.records import Entity, Quote, Span

NAMED_KINDS = frozenset(("label", "person", "organisation", "name", "noun", "loose"))
"""Kinds of mentions that may be a name of a person known by another mention."""

CONFIDENT = 0.3
"""Below this probability of the best source no speaker is given: a wrong name is worse than none."""


def to_quotes(
    text: str, passages: Sequence[Passage], choices: Sequence[Choice], coreference: Coreference
) -> tuple[Quote, ...]:
    """The records of all quotations, in text order."""
    return tuple(
        _quote(text, passages, choice, statement, coreference)
        for choice, statement in _statements(passages, choices)
    )


def _statements(passages: Sequence[Passage], choices: Sequence[Choice]) -> list[tuple[Choice, int]]:
    """Number the statements; all parts of one that runs on share the surest choice of its parts."""
    groups: list[list[Choice]] = []
    runs_on = False
    for choice in choices:
        if not runs_on or is_label(choice.option):
            groups.append([])
        groups[-1].append(choice)
        runs_on = passages[choice.place].quotations[choice.number].quotation.runs_on
    numbered = []
    for number, group in enumerate(groups):
        sure = max(group, key=lambda choice: (choice.option.candidate is not None, choice.confidence))
        numbered.extend((Choice(c.place, c.number, sure.option, sure.confidence), number) for c in group)
    return numbered


def _quote(
    text: str, passages: Sequence[Passage], choice: Choice, statement: int, coreference: Coreference
) -> Quote:
    quotation = passages[choice.place].quotations[choice.number].quotation
    span = Span(quotation.start, quotation.end, text[quotation.start : quotation.end])
    candidate = choice.option.candidate
    if candidate is None or choice.confidence < CONFIDENT:
        return Quote(span, quotation.paragraph, statement)
    place = choice.option.place
    speaker = _span(text, passages[place], candidate.mention.first, candidate.mention.last)
    cue = None if candidate.cue is None else _span(text, passages[place], candidate.cue, candidate.cue + 1)
    entity = _entity(passages, place, candidate.mention, coreference)
    name, role = (entity.name, entity.role) if entity else (None, None)
    return Quote(span, quotation.paragraph, statement, speaker, name, role, cue)


def _span(text: str, passage: Passage, first: int, last: int) -> Span:
    """The span of the tokens from `first` to `last` (exclusive)."""
    tokens = passage.tokens
    start = passage.piece.start + tokens[first].idx
    end = passage.piece.start + tokens[last - 1].idx + len(tokens[last - 1])
    return Span(start, end, text[start:end])


def _entity(
    passages: Sequence[Passage], place: int, mention: Mention, coreference: Coreference
) -> Entity | None:
    """The entity of a mention; a relative pronoun stands for the noun that its clause hangs on."""
    tokens, head = passages[place].tokens, mention.head
    if mention.kind in ("who", "which", "that"):
        head = tokens[head].head.head.i
    known = coreference.entity(place, head, mention.last - 1)
    if known or mention.kind not in NAMED_KINDS:
        return known
    words = tokens[mention.first : mention.last]
    return coreference.named(" ".join(t.text for t in words)) or coreference.named(tokens[head].text)

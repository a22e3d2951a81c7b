"""From a chosen source to the person or body it stands for, and the record of the quotation."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.coreference import Coreference
from generator.analysis.quotes.attribute import Choice
from generator.analysis.quotes.passages import Passage
from generator.analysis.quotes.sources import Mention
from generator.analysis.records import Entity, Quote, Span

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
        if not runs_on:
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
    speaker = _span(text, passages[place], candidate.mention)
    entity = _entity(passages, place, candidate.mention, coreference)
    if entity is None:
        return Quote(span, quotation.paragraph, statement, speaker)
    role = entity.role or coreference.role(entity, [passage.piece for passage in passages], text)
    return Quote(span, quotation.paragraph, statement, speaker, entity.name, role)


def _span(text: str, passage: Passage, mention: Mention) -> Span:
    tokens = passage.tokens
    start = passage.piece.start + tokens[mention.first].idx
    end = passage.piece.start + tokens[mention.last - 1].idx + len(tokens[mention.last - 1])
    return Span(start, end, text[start:end])


def _entity(
    passages: Sequence[Passage], place: int, mention: Mention, coreference: Coreference
) -> Entity | None:
    """The entity of a mention; a relative pronoun stands for the noun that its clause hangs on."""
    head = mention.head
    if mention.kind in ("who", "which", "that"):
        head = passages[place].tokens[head].head.head.i
    return coreference.entity(place, mention.first, mention.last, head)

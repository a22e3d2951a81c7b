"""From a chosen source to the person or body it stands for, and the record of the quotation."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.coreference import Coreference
from generator.analysis.quotes.attribute import Choice
from generator.analysis.quotes.features import relation_class
from generator.analysis.quotes.passages import Passage, span_of
from generator.analysis.quotes.sources import Candidate
from generator.analysis.quotes.speaker import find_speaker
from generator.analysis.quotes.titles import is_title
from generator.analysis.records import Quote, Span

CONFIDENT = 0.3
"""Below this probability of the best source no speaker is given: a wrong name is worse than none.

On 84 development articles (721 quotations), by threshold: given a speaker, right of those, right names:
0.0: 98.9 %, 94.9 %, 95.9 %; 0.3: 98.2, 95.3, 96.1; 0.5: 95.6, 96.3, 96.2; 0.7: 92.0, 97.2, 96.4. Above 0.3 a
right speaker is lost for every wrong one that goes.
"""


SPEAKING = frozenset(("subj", "subj-part", "control", "acl", "according", "by", "poss"))
"""Relations to a cue in which a thing may be the source of a quotation."""


def to_quotes(
    text: str, passages: Sequence[Passage], choices: Sequence[Choice], coreference: Coreference
) -> tuple[Quote, ...]:
    """The records of all quotations, in text order."""
    return tuple(
        _quote(text, passages, choice, statement, coreference)
        for choice, statement in _statements(passages, choices)
        if not is_title(passages[choice.place], passages[choice.place].quotations[choice.number])
    )


def _statements(passages: Sequence[Passage], choices: Sequence[Choice]) -> list[tuple[Choice, int]]:
    """Number the statements; all parts of one that runs on share the surest choice of its parts."""
    groups: list[list[Choice]] = []
    runs_on = False
    for choice in choices:
        if not runs_on or choice.option.is_label:
            groups.append([])
        groups[-1].append(choice)
        runs_on = passages[choice.place].quotations[choice.number].quotation.runs_on
    numbered: list[tuple[Choice, int]] = []
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
    if candidate is None or choice.confidence < CONFIDENT or not _can_speak(candidate):
        return Quote(span, quotation.paragraph, statement)
    passage, mention = passages[choice.option.place], candidate.mention
    speaker = find_speaker(text, passage, choice.option.place, mention, coreference)
    cue = None if candidate.cue is None else span_of(text, passage, candidate.cue, candidate.cue + 1)
    return Quote(span, quotation.paragraph, statement, speaker.mention, speaker.name, speaker.role, cue)


def _can_speak(candidate: Candidate) -> bool:
    """Whether a thing acts as a speaker: "the report warned", but not "after his appointment"."""
    if candidate.mention.kind not in ("noun", "loose"):
        return True
    return relation_class(candidate.relation) in SPEAKING

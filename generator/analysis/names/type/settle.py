"""One type for each name of an article: evidence is summed, short names take the type of long ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.analysis.names.acronyms import definitions
from generator.analysis.names.bynames import stated_bynames
from generator.analysis.names.known import are_one, is_known
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.type.adoption import DECISIVE, adopted
from generator.analysis.names.type.evidence import gather, share_evidence
from generator.analysis.names.type.weighing import Evidence, decide
from generator.analysis.records import Reason


def settle(
    reading: Reading, known: Sequence[Mention], candidates: Iterable[Mention]
) -> tuple[list[Mention], Evidence]:
    """Give all mentions of a name the type with most evidence; with them the evidence for each form.

    `candidates` are what all finders found, so that two that found one span both vote for it. A bare surname
    takes the type of the full name, the first word of a company's name that of the company.
    """
    spans = {(mention.start, mention.end) for mention in known}
    voters = [mention for mention in candidates if (mention.start, mention.end) in spans]
    voted = {(mention.start, mention.end) for mention in voters}
    evidence = gather(reading, [*voters, *(each for each in known if (each.start, each.end) not in voted)])
    same = [(one.form, other.form) for one, other in definitions(reading)]
    same += [(one.form, other.form) for one, other in stated_bynames(reading, known)]
    share_evidence(evidence, [*same, *_known_pairs(known)])
    for mention in known:
        if mention.entry:
            evidence[mention.form].append(
                Reason("registry-type", mention.entry.name, mention.entry.type, DECISIVE)
            )
    types = {form: decide(reasons) for form, reasons in evidence.items()}
    for form, reason in list(adopted(reading, known, types, evidence)):
        evidence[form].append(reason)
        types[form] = reason.type or types[form]
    return [replace(mention, type=types.get(mention.form, mention.type)) for mention in known], evidence


def _known_pairs(known: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Pairs of forms that are well known to be one thing's, and that the article uses both."""
    texts = {mention.form: mention.text for mention in known if mention.type != "person"}
    listed = [(form, text) for form, text in texts.items() if is_known(text)]
    for number, (form, text) in enumerate(listed):
        yield from ((form, other) for other, name in listed[:number] if are_one(text, name))

"""One type for each name of an article: evidence is summed, short names take the type of long ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.analysis.names.acronyms import definitions
from generator.analysis.names.bodies import head_word
from generator.analysis.names.bynames import stated_bynames
from generator.analysis.names.context import is_located
from generator.analysis.names.countries import country_of, is_country, is_group
from generator.analysis.names.finders import SAID_SO
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.person_name import PersonName
from generator.analysis.names.type.evidence import (
    DECISIVE,
    Evidence,
    decide,
    gather,
    most,
    share_evidence,
    weight,
)
from generator.analysis.records import EntityType, Reason
from generator.sources import normal_form


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
    same = (*definitions(reading), *stated_bynames(reading, known))
    share_evidence(evidence, ((one.form, other.form) for one, other in same))
    for mention in known:
        if mention.entry:
            evidence[mention.form].append(
                Reason("registry-type", mention.entry.name, mention.entry.type, DECISIVE)
            )
    types = {form: decide(reasons) for form, reasons in evidence.items()}
    for form, reason in _adopted(reading, known, types, evidence):
        evidence[form].append(reason)
        types[form] = reason.type or types[form]
    return [replace(mention, type=types.get(mention.form, mention.type)) for mention in known], evidence


def _adopted(
    reading: Reading, known: Sequence[Mention], types: dict[str, EntityType], evidence: Evidence
) -> list[tuple[str, Reason]]:
    """The types of short names whose long names tell better."""
    texts = {mention.form: mention.text for mention in known}
    entries = {mention.form for mention in known if mention.entry}
    located = {mention.form for mention in known if is_located(reading.doc(mention), mention.first)}
    people = {
        part: text for form, text in texts.items() if types[form] == "person" for part in _last_words(text)
    }
    heads = {
        normal_form(head_word(text) or ""): text
        for form, text in texts.items()
        if types[form] == "organisation"
    }
    adopted: list[tuple[str, Reason]] = []
    for form, text in texts.items():
        if form in entries or is_group(text):
            continue
        part = " ".join(PersonName.of(text).form)
        if part in people and _may_be_person(weight(evidence[form], "place"), text, form in located):
            adopted.append((form, Reason("surname", people[part], "person", DECISIVE)))
        elif form in heads and not is_country(text) and most(evidence[form]) < 2 * SAID_SO:
            adopted.append((form, Reason("company-head", heads[form], "organisation", DECISIVE)))
    return adopted


def _last_words(text: str) -> Iterator[str]:
    """The last words of a full name, one or more: "Kyi", "Suu Kyi", "San Suu Kyi"."""
    form = PersonName.of(text).form
    for first in range(1, len(form)):
        yield " ".join(form[first:])


def _may_be_person(place: float, text: str, located: bool) -> bool:
    """Whether a surname may stand for a person although it may also be a place's name."""
    if not located and (is_country(text) or country_of(text) is None):
        return True
    return not is_country(text) and place < 2 * SAID_SO

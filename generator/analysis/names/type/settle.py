"""One type for each name of an article: evidence is summed, short names take the type of long ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.analysis.names.acronyms import definitions
from generator.analysis.names.bodies import head_word
from generator.analysis.names.bynames import stated_bynames
from generator.analysis.names.context import is_located
from generator.analysis.names.countries import country_of, is_country, is_group
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.person_name import PersonName
from generator.analysis.names.type.evidence import SAID_SO, Votes, decide, gather, share_votes
from generator.analysis.records import EntityType
from generator.sources import normal_form


def settle(reading: Reading, known: Sequence[Mention], candidates: Iterable[Mention]) -> list[Mention]:
    """Give all mentions of a name the type with most evidence.

    `candidates` are what all finders found, so that two that found one span both vote for it. A bare surname
    takes the type of the full name, the first word of a company's name that of the company.
    """
    spans = {(mention.start, mention.end) for mention in known}
    voters = [mention for mention in candidates if (mention.start, mention.end) in spans]
    voted = {(mention.start, mention.end) for mention in voters}
    votes = gather(reading, [*voters, *(each for each in known if (each.start, each.end) not in voted)])
    same = (*definitions(reading), *stated_bynames(reading, known))
    share_votes(votes, ((one.form, other.form) for one, other in same))
    types = {form: decide(tally) for form, tally in votes.items()}
    types.update((mention.form, mention.entry.type) for mention in known if mention.entry)
    types.update(_adopted(reading, known, types, votes))
    return [replace(mention, type=types.get(mention.form, mention.type)) for mention in known]


def _adopted(
    reading: Reading, known: Sequence[Mention], types: dict[str, EntityType], votes: dict[str, Votes]
) -> dict[str, EntityType]:
    """The types of short names whose long names tell better."""
    texts = {mention.form: mention.text for mention in known}
    entries = {mention.form for mention in known if mention.entry}
    located = {mention.form for mention in known if is_located(reading.doc(mention), mention.first)}
    people = {part for form, text in texts.items() if types[form] == "person" for part in _last_words(text)}
    heads = {
        normal_form(head_word(text) or "") for form, text in texts.items() if types[form] == "organisation"
    }
    adopted: dict[str, EntityType] = {}
    for form, text in texts.items():
        if form in entries or is_group(text):
            continue
        if " ".join(PersonName.of(text).form) in people and _may_be_person(
            votes[form], text, form in located
        ):
            adopted[form] = "person"
        elif form in heads and not is_country(text) and max(votes[form].values()) < 2 * SAID_SO:
            adopted[form] = "organisation"
    return adopted


def _last_words(text: str) -> Iterator[str]:
    """The last words of a full name, one or more: "Kyi", "Suu Kyi", "San Suu Kyi"."""
    form = PersonName.of(text).form
    for first in range(1, len(form)):
        yield " ".join(form[first:])


def _may_be_person(tally: Votes, text: str, located: bool) -> bool:
    """Whether a surname may stand for a person although it may also be a place's name."""
    if not located and (is_country(text) or country_of(text) is None):
        return True
    return not is_country(text) and tally.get("place", 0.0) < 2 * SAID_SO

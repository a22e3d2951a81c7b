"""One type for each name of an article: the evidence is summed, and short names take the type of long ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.analysis.entities.acronyms import definitions
from generator.analysis.entities.bodies import head_word
from generator.analysis.entities.countries import country_of, is_country, is_group
from generator.analysis.entities.evidence import SAID_SO, Votes, decide, gather, share_votes
from generator.analysis.entities.mention import Mention, Reading
from generator.analysis.entities.people import PersonName
from generator.analysis.records import EntityType
from generator.sources.names import normal_form


def settle(reading: Reading, known: Sequence[Mention], candidates: Iterable[Mention]) -> list[Mention]:
    """Give all mentions of a name the type with most evidence.

    `candidates` are what all finders found, so that two that found one span both vote for it. A bare surname
    takes the type of the full name, the first word of a company's name that of the company.
    """
    spans = {(mention.start, mention.end) for mention in known}
    voters = [mention for mention in candidates if (mention.start, mention.end) in spans]
    votes = gather(reading, [*voters, *(mention for mention in known if mention.source == "echo")])
    share_votes(votes, ((long.form, short.form) for long, short in definitions(reading)))
    types = {form: decide(tally) for form, tally in votes.items()}
    types.update((mention.form, mention.entry.type) for mention in known if mention.entry)
    types.update(_adopted(known, types, votes))
    return [replace(mention, type=types.get(mention.form, mention.type)) for mention in known]


def _adopted(
    known: Sequence[Mention], types: dict[str, EntityType], votes: dict[str, Votes]
) -> dict[str, EntityType]:
    """The types of short names whose long names tell better."""
    texts = {mention.form: mention.text for mention in known}
    surnames, heads = set(), set()
    for form, text in texts.items():
        if types.get(form) == "person" and len(PersonName.of(text).form) > 1:
            surnames.add(" ".join(PersonName.of(text).bare))
        elif types.get(form) == "organisation" and head_word(text):
            heads.add(normal_form(head_word(text)))
    entries = {mention.form for mention in known if mention.entry}
    adopted: dict[str, EntityType] = {}
    for form, text in texts.items():
        if form in entries or is_country(text) or is_group(text):
            continue
        bare = " ".join(PersonName.of(text).bare)
        if bare in surnames and form in {bare, normal_form(PersonName.of(text).surname)}:
            if not _is_surely(votes[form], "place", text):
                adopted[form] = "person"
        elif form in heads and not _is_surely(votes[form], types.get(form, "organisation"), text):
            adopted[form] = "organisation"
    return adopted


def _is_surely(tally: Votes, kind: EntityType, text: str) -> bool:
    """Whether more than guesses speak for a type: the text itself, or a list of places."""
    return tally.get(kind, 0.0) >= 2 * SAID_SO or (kind == "place" and country_of(text) is not None)

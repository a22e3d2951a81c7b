"""Short names whose long names tell their type better: surnames, firms' words, nouns of long names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.analysis.names.bodies import head_word
from generator.analysis.names.context import is_located
from generator.analysis.names.countries import country_of, is_country, is_group
from generator.analysis.names.finders import SAID_SO
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.person_name import PersonName
from generator.analysis.names.type.weighing import Evidence, most, weight
from generator.analysis.records import EntityType, Reason
from generator.lexicon import words
from generator.sources import normal_form

DECISIVE = 100.0
"""The weight of what settles a type whatever the rest tells."""

ADOPTIONS = {
    "surname": "it is the surname of a person whom the article names in full",
    "long-name": "it ends a longer name",
    "firms-word": "it begins the name of a body or a product",
    "company-head": "it is the first word of a company's name",
}
"""Rules by which a name takes the type of a longer one, by their ids, in plain words."""

Types = dict[str, EntityType]


class _Names:
    """An article's names by their forms, filed by what they begin and end with."""

    def __init__(self, reading: Reading, known: Sequence[Mention], types: Types) -> None:
        self.types = types
        self.texts = {mention.form: mention.text for mention in known}
        self.located = {each.form for each in known if is_located(reading.doc(each), each.first)}
        self.people: dict[str, str] = {}
        self.heads: dict[str, str] = {}
        self.longer: dict[str, list[str]] = defaultdict(list)
        self.firms: dict[str, list[str]] = defaultdict(list)
        for form, text in self.texts.items():
            if types[form] == "person":
                self.people |= dict.fromkeys(_last_words(text), text)
            elif types[form] == "organisation":
                self.heads[normal_form(head_word(text) or "")] = text
            parts = form.split()[:_LONGEST]
            for first in range(1, len(parts)):
                if parts[first - 1] != "of":
                    self.longer[" ".join(parts[first:])].append(form)
            if len(parts) > 1:
                self.firms[parts[0]].append(form)


_LONGEST = 12
"""Words of a name that are looked at."""


def adopted(
    reading: Reading, known: Sequence[Mention], types: Types, evidence: Evidence
) -> Iterator[tuple[str, Reason]]:
    """Yield the forms of short names that take the type of a long name, with the reason."""
    names = _Names(reading, known, types)
    entries = {mention.form for mention in known if mention.entry}
    for form, text in names.texts.items():
        if form in entries or is_group(text):
            continue
        reason = _reason(names, form, text, evidence)
        if reason:
            yield form, reason


def _reason(names: _Names, form: str, text: str, evidence: Evidence) -> Reason | None:
    part = " ".join(PersonName.of(text).form)
    place = weight(evidence[form], "place")
    if (
        part in names.people
        and not _is_law(names, form)
        and _may_be_person(place, text, form in names.located)
    ):
        return Reason("surname", names.people[part], "person", DECISIVE)
    whole = None if is_country(text) else _whole(names, form)
    if whole:
        return Reason("long-name", names.texts[whole], names.types[whole], DECISIVE)
    firm = _firm(names, form)
    if firm and most(evidence[form]) < SAID_SO:
        return Reason("firms-word", names.texts[firm], names.types[firm], DECISIVE)
    if form in names.heads and not is_country(text) and most(evidence[form]) < 2 * SAID_SO:
        return Reason("company-head", names.heads[form], "organisation", DECISIVE)
    return None


def _whole(names: _Names, form: str) -> str | None:
    """The one longer name of another type that a name ends: "Freedom Caucus"; no person's and no place's."""
    kind, longer = names.types[form], names.longer.get(form, [])
    if kind in {"person", "group"} or (" " not in form and (kind == "place" or len(form) < 5)):
        return None
    return longer[0] if len(longer) == 1 and names.types[longer[0]] not in {"person", "group", kind} else None


def _firm(names: _Names, form: str) -> str | None:
    """The one longer name of a body or a product that a single word begins: "Alden", "Alden Capital"."""
    kind, longer = names.types[form], names.firms.get(form, [])
    if len(longer) != 1 or kind not in {"person", "organisation"} or len(form) < 4:
        return None
    return longer[0] if names.types[longer[0]] in {"organisation", "product"} - {kind} else None


def _is_law(names: _Names, form: str) -> bool:
    """Whether a word is the noun of a law that the article names: "the Bill", no Bill."""
    laws = (other for other in names.longer.get(form, ()) if names.types[other] == "work")
    return form in words("things.law_heads") and any(laws)


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

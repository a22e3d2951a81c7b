"""What a name itself tells of its type: a table of rules of which the first that holds counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.analysis.names.countries import country_of, country_of_people, is_country, is_group
from generator.analysis.names.finders import GUESS, RULE, SAID_SO
from generator.analysis.names.gender import gender_of_name
from generator.analysis.names.known import known_type
from generator.analysis.names.nouns import FIRST_HEADS, NAME_HEADS, OF_HEADS
from generator.analysis.records import ENTITY_TYPES, EntityType, Reason
from generator.lexicon import words

_OF_HEADS = {**NAME_HEADS, **OF_HEADS}


@dataclass(frozen=True, slots=True)
class NameRule:
    """A rule: its id, what it says, and its test, which returns the word that it goes by, or ""."""

    id: str
    says: str
    test: Callable[[str], str]
    type: EntityType | Mapping[str, EntityType]
    weight: float

    def reason(self, text: str) -> Reason | None:
        """The evidence of the rule, if it holds."""
        word = self.test(text)
        kind = self.type.get(word) if isinstance(self.type, Mapping) else self.type
        return Reason(self.id, word, kind, self.weight) if word and kind else None


def _parts(text: str) -> list[str]:
    return text.casefold().replace(".", "").split()


def _country(text: str) -> str:
    return text if is_country(text) else ""


def _nationality(text: str) -> str:
    return text if is_group(text) and country_of_people(text) else ""


def _group(text: str) -> str:
    return text if is_group(text) else ""


def _region(text: str) -> str:
    return text if country_of(text) else ""


def _scripture(text: str) -> str:
    return text if text.casefold() in words("things.sacred_texts") else ""


def _generic(text: str) -> str:
    return text if text.casefold() in words("bodies.generic") else ""


def _own_possessive(text: str) -> str:
    parts = _parts(text)
    return parts[-1] if parts and parts[-1].endswith(("'s", "’s")) else ""


def _noun_of(text: str) -> str:
    parts = _parts(text)
    return parts[parts.index("of", 1) - 1] if "of" in parts[1:-1] else ""


def _body_of(text: str) -> str:
    noun = _noun_of(text)
    return noun if _OF_HEADS.get(noun) == "organisation" else ""


def _bank(text: str) -> str:
    parts = _parts(text)
    side = len(parts) > 1 and parts[0] in {"west", "left", "south"}
    return parts[0] if side and parts[-1] == "bank" else ""


def _particle(text: str) -> str:
    parts = _parts(text)
    if len(parts) < 3 or not text.split()[1].islower():
        return ""
    return next((word for word in parts[1:-1] if word in words("persons.name_particles")), "")


def _last_word(text: str) -> str:
    parts = _parts(text)
    return parts[-1] if len(parts) > 1 and "of" not in parts[1:-1] else ""


def _body_end(text: str) -> str:
    word = _last_word(text)
    return word if NAME_HEADS.get(word) == "organisation" else ""


def _paper(text: str) -> str:
    word = _last_word(text)
    return word if word in words("bodies.papers") else ""


def _first_word(text: str) -> str:
    parts = _parts(text)
    return parts[0] if len(parts) > 1 and "of" not in parts[1:-1] else ""


def _given_name(text: str) -> str:
    """A given name first, and no noun of bodies or places last."""
    parts = text.casefold().split()
    if not 1 < len(parts) < 5 or parts[0] in words("places.given_names"):
        return ""
    if country_of(text.partition(" ")[0]) or any(parts[-1] in words(name) for name in _BODY_WORDS):
        return ""
    return "" if parts[-1] in NAME_HEADS or gender_of_name(text) is None else parts[0]


def _known(text: str) -> str:
    return known_type(text, sure=True) or ""


def _also(text: str) -> str:
    return known_type(text, sure=False) or ""


_KINDS: dict[str, EntityType] = {kind: kind for kind in ENTITY_TYPES}
_BODY_WORDS = ("bodies.units", "bodies.nouns", "places.nouns", "bodies.company_suffixes")

NAME_RULES = (
    NameRule("country", "it is a country's name", _country, "place", 3 * SAID_SO),
    NameRule("nationality", "it is a nationality", _nationality, "group", 3 * SAID_SO),
    NameRule("group", "it is a people, a faith or a party's members", _group, "group", SAID_SO),
    NameRule("known-name-type", "it is a well-known name", _known, _KINDS, 2 * SAID_SO),
    NameRule("region", "it is a region's or a state's name", _region, "place", RULE),
    NameRule("scripture", "it is a scripture", _scripture, "work", 2 * SAID_SO),
    NameRule("generic-body", "it is a body called by its noun", _generic, "organisation", RULE),
    NameRule("own-possessive", "it ends with a possessive of its own", _own_possessive, "organisation", RULE),
    NameRule("body-noun-of", "its noun before of is one of bodies", _body_of, "organisation", RULE),
    NameRule("noun-before-of", "its noun before of", _noun_of, _OF_HEADS, SAID_SO),
    NameRule("river-bank", "a bank of a river", _bank, "place", SAID_SO),
    NameRule("particle", "a particle of surnames in it", _particle, "person", SAID_SO),
    NameRule("body-end", "its last word is a noun of bodies", _body_end, "organisation", RULE),
    NameRule("last-word", "its last word", _last_word, NAME_HEADS, SAID_SO),
    NameRule("first-word", "its first word", _first_word, FIRST_HEADS, SAID_SO),
    NameRule("paper", "its last word is one of newspapers' names", _paper, "organisation", RULE),
    NameRule("known-word", "it is a well-known name, and also a word or another's", _also, _KINDS, RULE),
    NameRule("given-name", "its first word is a given name", _given_name, "person", GUESS * 1.5),
)
"""All that a name itself tells, the surest first."""

_BY_NOUNS = NAME_RULES[7:-3]


def name_reason(text: str) -> Reason | None:
    """What the name itself tells: the evidence of the first rule that holds."""
    return next(filter(None, (rule.reason(text) for rule in NAME_RULES)), None)


def noun_type(text: str) -> EntityType | None:
    """The type that the nouns in a name tell, or None."""
    reason = next(filter(None, (rule.reason(text) for rule in _BY_NOUNS)), None)
    return reason.type if reason else None

"""Which of an article's mentions of people are one person."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Literal

from generator.analysis.names.gender import gender_of_name
from generator.analysis.names.join.clusters import Name, are_apart
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.person_name import PersonName, same_full_name
from generator.analysis.records import Reason
from generator.lexicon import words

FEMALE_TITLES = words("persons.female_titles")
MALE_TITLES = words("persons.male_titles")

Gender = Literal["m", "f"]

MOST_COMPARED = 40
"""People of one surname that a name is compared with; articles have fewer."""


@dataclass(slots=True, eq=False)
class Person:
    """A person of the article while the mentions are being sorted."""

    names: dict[tuple[str, ...], PersonName] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    forms: dict[str, Name] = field(default_factory=dict)
    genders: set[Gender] = field(default_factory=set)
    joins: list[Reason] = field(default_factory=list)
    introduced: float = inf
    """Where the full name first stands."""

    def take(self, mention: Mention, gender: Gender | None) -> None:
        """Add a mention, and learn from the title before it."""
        self.mentions.append(mention)
        insort(self.starts, mention.start)
        if mention.form not in self.forms:
            self.forms[mention.form] = Name(mention.text, "person", mention.entry)
        if gender:
            self.genders.add(gender)

    def joined(self, rule: str, mention: Mention) -> None:
        """Note by which rule a further name was joined."""
        first = next(iter(self.names.values()))
        reason = Reason(rule, f"{mention.text} = {' '.join(first.words)}")
        if reason not in self.joins:
            self.joins.append(reason)

    def may_be(self, mention: Mention) -> bool:
        """Whether the registry lets a mention be this person's."""
        one = Name(mention.text, "person", mention.entry)
        return not any(are_apart(one, other) for other in self.forms.values() if one.entry or other.entry)

    def is_named(self, name: PersonName) -> bool:
        """Whether a full name is this person's."""
        return any(same_full_name(name, known) for known in self.names.values())

    def is_called(self, name: PersonName) -> bool:
        """Whether a full name is this person's with the given name clipped: "Pat Roe", "Patrick Roe"."""
        return any(_is_clipped(name, known) for known in self.names.values())

    def has_surname(self, name: PersonName) -> bool:
        """Whether the name is this person's surname."""
        return any(name.bare == known.bare for known in self.names.values())


class _People:
    """The people named in full so far, filed by the words that they may be called by."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._by_word: dict[str, list[Person]] = defaultdict(list)

    def add_full(self, mention: Mention, name: PersonName, gender: Gender | None) -> None:
        """File a full name with the person that has it already, or with a new one."""
        known = dict.fromkeys((*self.called(name.form[-1]), *self.called(name.form[0])))
        able = [each for each in known if each.may_be(mention)]
        person = next((each for each in able if each.is_named(name)), None)
        clipped = [each for each in able if each.is_called(name)]
        rule = "full-name" if person or len(clipped) != 1 else "clipped-given-name"
        person = person or (clipped[0] if len(clipped) == 1 else None)
        if person is None:
            person = Person()
            self.all.append(person)
        gender = gender or _gender_of_name(mention.text)
        if name.form not in person.names:
            if person.names:
                person.joined(rule, mention)
            person.names[name.form] = name
            self._file(person, name)
        person.take(mention, gender)
        person.introduced = min(person.introduced, mention.start)

    def _file(self, person: Person, name: PersonName) -> None:
        for word in dict.fromkeys((name.form[0], *name.form[1:], *name.bare)):
            if person not in self._by_word[word]:
                self._by_word[word].append(person)

    def called(self, word: str) -> list[Person]:
        """The people in whose full names a word stands."""
        return self._by_word.get(word, [])[:MOST_COMPARED]

    def meant_by(self, mention: Mention, name: PersonName, gender: Gender | None) -> Person | None:
        """The person that a part of a name stands for.

        Chosen by gender (the title before it), then by surname before first name, then among those whom the
        text has introduced by then (news gives the full name first), then by prominence (a bare surname
        means the one whom the story is about), then by closeness: the one last named before it.
        """
        able = [person for person in self.called(name.form[-1]) if person.may_be(mention)]
        if gender:
            able = [person for person in able if not person.genders or gender in person.genders]
            able = [person for person in able if gender in person.genders] or able
        able = [person for person in able if person.has_surname(name)] or able
        if len(able) < 2:
            return able[0] if able else None
        able = [person for person in able if person.introduced < mention.start] or [
            min(able, key=lambda person: person.introduced)
        ]
        return max(able, key=lambda person: (len(person.mentions), _last_named(person, mention.start)))


def _last_named(person: Person, before: int) -> tuple[int, int]:
    """Where a person was last named before a place; those named only after it come last, nearest first."""
    earlier = bisect_left(person.starts, before)
    return (person.starts[earlier - 1], 0) if earlier else (-1, -person.starts[0])


def _is_clipped(one: PersonName, other: PersonName) -> bool:
    """Whether the given name of one is the beginning of the other's, of three letters or more."""
    short, long = sorted((one.form[0], other.form[0]), key=len)
    clipped = 2 < len(short) < len(long) and long.startswith(short)
    return clipped and one.bare == other.bare and _may_be_one(one, other)


def _may_be_one(one: PersonName, other: PersonName) -> bool:
    """Not where suffixes differ, nor where the given names tell different genders: "Patric", "Patricia"."""
    genders = {gender_of_name(" ".join(name.words)) for name in (one, other)} - {None}
    return len(genders) < 2 and (one.suffix == other.suffix or not (one.suffix and other.suffix))


PERSON_JOINS = {
    "clipped-given-name": "the given name of one is the beginning of the other's, with one surname",
    "full-name": "one full name has the words of the other, or a middle name or initial more",
    "part-of-name": "a surname or a given name of a person whom the article names in full",
}
"""By what names are one person's, by their ids, in plain words."""


def group_people(
    reading: Reading, mentions: Sequence[Mention]
) -> list[tuple[list[Mention], tuple[Reason, ...]]]:
    """Divide mentions of people into people, each in text order: full names first, then bare ones.

    With the mentions of each come the reasons for the joins.
    """
    people = _People()
    bare: list[Mention] = []
    for mention in mentions:
        name = PersonName.of(mention.text)
        if not name.form:
            continue
        if len(name.form) < 2 or name.form == name.bare:
            bare.append(mention)
        else:
            people.add_full(mention, name, gender_before(reading, mention))
    left: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in bare:
        name, gender = PersonName.of(mention.text), gender_before(reading, mention)
        person = people.meant_by(mention, name, gender)
        if person:
            person.take(mention, gender)
            person.joined("part-of-name", mention)
        else:
            left[name.bare].append(mention)
    groups = [(person.mentions, tuple(person.joins)) for person in people.all]
    groups += [(group, ()) for group in left.values()]
    return [(sorted(group, key=lambda mention: mention.start), joins) for group, joins in groups]


def gender_before(reading: Reading, mention: Mention) -> Gender | None:
    """The gender that a title before the mention tells."""
    doc = reading.doc(mention)
    title = doc[mention.first - 1].lower_.rstrip(".") if mention.first else ""
    if title in MALE_TITLES:
        return "m"
    return "f" if title in FEMALE_TITLES else None


def _gender_of_name(name: str) -> Gender | None:
    """What a given name tells; weaker than a title, and only asked where there is none."""
    return gender_of_name(name)

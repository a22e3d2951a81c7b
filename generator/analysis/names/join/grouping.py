"""From mentions to entities: one record for each person and each thing, with its names and role."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.names.bodies import fullest
from generator.analysis.names.bynames import stated_bynames
from generator.analysis.names.countries import country_of, country_of_people, party_of
from generator.analysis.names.join.clusters import Name, cluster
from generator.analysis.names.join.persons import group_people
from generator.analysis.names.join.roles import role_of
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.person_name import PersonName
from generator.analysis.names.type.weighing import Evidence
from generator.analysis.records import Entity, EntityType, Reason, Reasons
from generator.lexicon import words
from generator.sources import RegistryEntry

COMMON_BODIES = words("bodies.common")
COURTESY_TITLES = words("persons.courtesy_titles")


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one entity in text order, and the reasons for the joins of its names."""

    mentions: list[Mention]
    joins: tuple[Reason, ...] = ()

    @staticmethod
    def of(groups: Sequence[Group], *joins: Reason) -> Group:
        """One group of several."""
        mentions = sorted((mention for group in groups for mention in group.mentions), key=_start)
        return Group(mentions, (*(reason for group in groups for reason in group.joins), *joins))

    @property
    def entry(self) -> RegistryEntry | None:
        """What the registry knows of it."""
        return next((mention.entry for mention in self.mentions if mention.entry), None)


GROUP_JOINS = {
    "adjective": "an adjective, a people or members belong to the country or the party",
    "registry-entry": "the registry says that they are one",
}
"""By what groups are joined, by their ids, in plain words."""


def _start(mention: Mention) -> int:
    return mention.start


def entities_of(reading: Reading, mentions: Sequence[Mention], evidence: Evidence) -> list[Entity]:
    """Group typed mentions into entities, in order of first mention, without what is to be ignored."""
    people = [mention for mention in mentions if mention.type == "person"]
    others = [mention for mention in mentions if mention.type != "person"]
    groups = [Group(group, joins) for group, joins in group_people(reading, people)]
    groups = _by_entry(_with_adjectives(groups + _group_bodies(reading, others)))
    found = [_entity(reading, group, evidence) for group in groups if not _is_left_out(group)]
    return sorted(found, key=lambda entity: entity.mentions[0].start)


def _is_left_out(group: Group) -> bool:
    """What the registry ignores; and a noun with a capital that names nothing ("our Party")."""
    if group.entry:
        return group.entry.ignore
    return all(mention.form in COMMON_BODIES for mention in group.mentions)


def _group_bodies(reading: Reading, mentions: Sequence[Mention]) -> list[Group]:
    by_form: dict[tuple[str, EntityType], list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_form[mention.form, mention.type or "organisation"].append(mention)
    names = [
        Name(group[0].text, kind, next((mention.entry for mention in group if mention.entry), None))
        for (_, kind), group in by_form.items()
    ]
    links = [(one.form, other.form) for one, other in stated_bynames(reading, mentions)]
    clusters = cluster(names, links)
    groups: dict[int, list[Group]] = defaultdict(list)
    for index, (number, group) in enumerate(zip(clusters.numbers, by_form.values(), strict=True)):
        groups[number].append(Group(group, tuple(clusters.joins.get(index, ()))))
    return [Group.of(group) for group in groups.values()]


def _with_adjectives(groups: Sequence[Group]) -> list[Group]:
    """Give "Russian" to Russia, where the article names it; adjectives of one country share a group."""
    countries: dict[str, list[Group]] = {}
    wholes: list[list[Group]] = []
    for group in sorted(groups, key=lambda group: group.mentions[0].type == "group"):
        first = group.mentions[0]
        key = _adjective_key(first)
        if key in countries and first.type == "group":
            countries[key].append(group)
            continue
        wholes.append([group])
        if key:
            countries[key] = wholes[-1]
    return [Group.of(parts, *_adjective_joins(parts)) for parts in wholes]


def _adjective_key(mention: Mention) -> str | None:
    """What a name shares with its adjectives: the country, or the party of "Republicans"."""
    match mention.type:
        case "group":
            return country_of_people(mention.text) or party_of(mention.text)
        case "place":
            return country_of(mention.text)
        case "organisation":
            return party_of(mention.text)
    return None


def _adjective_joins(parts: Sequence[Group]) -> list[Reason]:
    first = parts[0].mentions[0].text
    return [Reason("adjective", f"{other.mentions[0].text} = {first}") for other in parts[1:]]


def _by_entry(groups: Sequence[Group]) -> list[Group]:
    """Join groups that the registry knows as one entity."""
    merged: dict[object, list[Group]] = {}
    for number, group in enumerate(groups):
        key = ("entry", group.entry.name) if group.entry else ("group", number)
        merged.setdefault(key, []).append(group)
    return [
        Group.of(parts, *(Reason("registry-entry", part.mentions[0].text) for part in parts[1:]))
        for parts in merged.values()
    ]


def _entity(reading: Reading, whole: Group, evidence: Evidence) -> Entity:
    group, entry = whole.mentions, whole.entry
    kind = entry.type if entry else _type(group)
    name = entry.name if entry else _name(group, kind)
    shown = [_as_printed(reading, mention) if kind == "person" else mention.text for mention in group]
    counts = Counter(shown)
    aliases = [text for text, _ in counts.most_common() if text != name]  # of equals, first printed first
    return Entity(
        name=name,
        type=kind,
        aliases=tuple(aliases),
        mentions=tuple(mention.span for mention in group),
        role=role_of(reading, group) if kind == "person" else None,
        adjectives=tuple(mention.span for mention in group if kind == "place" and mention.type == "group"),
        entry=entry,
        why=_reasons(whole, evidence),
    )


def _reasons(group: Group, evidence: Evidence) -> Reasons:
    """What found the mentions, what told the type of each of the names, and what joined them."""
    found = (
        Reason(rule, mention.text) for mention in group.mentions for rule in (mention.rule, *mention.edges)
    )
    forms = dict.fromkeys(mention.form for mention in group.mentions)
    typed = (reason for form in forms for reason in evidence.get(form, ()))
    return Reasons(tuple(dict.fromkeys(found)), tuple(typed), group.joins)


def _as_printed(reading: Reading, mention: Mention) -> str:
    """A name with its courtesy title, where it is printed with one: "Mr Rogozin"."""
    doc, first = reading.doc(mention), mention.first
    if not first or doc[first - 1].lower_.rstrip(".") not in COURTESY_TITLES:
        return mention.text
    start = reading.pieces[mention.piece].start + doc[first - 1].idx
    return reading.text[start : mention.end]


def _type(group: Sequence[Mention]) -> EntityType:
    if any(country_of(mention.text) for mention in group):
        return "place"
    return Counter(mention.type or "organisation" for mention in group).most_common(1)[0][0]


def _name(group: Sequence[Mention], kind: EntityType) -> str:
    texts = list(dict.fromkeys(mention.text for mention in group))
    if kind == "person":
        return max(texts, key=lambda text: (len(PersonName.of(text).words), not text.isupper(), len(text)))
    if kind == "place":
        texts = [text for text in texts if not country_of_people(text)] or texts
    if kind == "group":
        texts = [text for text in texts if text.endswith("s")] or texts  # "Democrats", not "Democratic"
    return fullest(texts)

"""From mentions to entities: one record for each person and each thing, with its names and role."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.analysis.names.bodies import fullest
from generator.analysis.names.bynames import stated_bynames
from generator.analysis.names.countries import country_of, country_of_people
from generator.analysis.names.join.clusters import Name, cluster
from generator.analysis.names.join.persons import group_people
from generator.analysis.names.join.roles import role_of
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.person_name import PersonName
from generator.analysis.records import Entity, EntityType
from generator.lexicon import words

COMMON_BODIES = words("bodies.common")
COURTESY_TITLES = words("persons.courtesy_titles")

Group = list[Mention]


def entities_of(reading: Reading, mentions: Sequence[Mention]) -> list[Entity]:
    """Group typed mentions into entities, in order of first mention, without what is to be ignored."""
    people = [mention for mention in mentions if mention.type == "person"]
    others = [mention for mention in mentions if mention.type != "person"]
    groups = _by_entry(_with_adjectives(group_people(reading, people) + _group_bodies(reading, others)))
    found = [_entity(reading, group) for group in groups if not _is_left_out(group)]
    return sorted(found, key=lambda entity: entity.mentions[0].start)


def _is_left_out(group: Group) -> bool:
    """What the registry ignores; and a noun with a capital that names nothing ("our Party")."""
    entries = [mention.entry for mention in group if mention.entry]
    if entries:
        return entries[0].ignore
    return all(mention.form in COMMON_BODIES for mention in group)


def _group_bodies(reading: Reading, mentions: Sequence[Mention]) -> list[Group]:
    by_form: dict[tuple[str, EntityType], Group] = defaultdict(list)
    for mention in mentions:
        by_form[mention.form, mention.type or "organisation"].append(mention)
    names = [
        Name(group[0].text, kind, next((mention.entry for mention in group if mention.entry), None))
        for (_, kind), group in by_form.items()
    ]
    links = [(one.form, other.form) for one, other in stated_bynames(reading, mentions)]
    groups: dict[int, Group] = defaultdict(list)
    for number, group in zip(cluster(names, links), by_form.values(), strict=True):
        groups[number].extend(group)
    return [sorted(group, key=lambda mention: mention.start) for group in groups.values()]


def _with_adjectives(groups: Sequence[Group]) -> list[Group]:
    """Give "Russian" to Russia, where the article names it; adjectives of one country share a group."""
    countries: dict[str, Group] = {}
    for group in groups:
        key = country_of(group[0].text) if group[0].type == "place" else None
        if key:
            countries[key] = group
    kept: list[Group] = []
    for group in groups:
        key = country_of_people(group[0].text) if group[0].type == "group" else None
        if key is None:
            kept.append(group)
        elif key in countries:
            countries[key].extend(group)
        else:
            countries[key] = group
            kept.append(group)
    return [sorted(group, key=lambda mention: mention.start) for group in kept]


def _by_entry(groups: Sequence[Group]) -> list[Group]:
    """Join groups that the registry knows as one entity."""
    merged: dict[object, Group] = {}
    for number, group in enumerate(groups):
        entries = [mention.entry for mention in group if mention.entry]
        key = ("entry", entries[0].name) if entries else ("group", number)
        merged.setdefault(key, []).extend(group)
    return [sorted(group, key=lambda mention: mention.start) for group in merged.values()]


def _entity(reading: Reading, group: Group) -> Entity:
    entry = next((mention.entry for mention in group if mention.entry), None)
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
    )


def _as_printed(reading: Reading, mention: Mention) -> str:
    """A name with its courtesy title, where it is printed with one: "Mr Rogozin"."""
    doc, first = reading.doc(mention), mention.first
    if not first or doc[first - 1].lower_.rstrip(".") not in COURTESY_TITLES:
        return mention.text
    start = reading.pieces[mention.piece].start + doc[first - 1].idx
    return reading.text[start : mention.end]


def _type(group: Group) -> EntityType:
    if any(country_of(mention.text) for mention in group):
        return "place"
    return Counter(mention.type or "organisation" for mention in group).most_common(1)[0][0]


def _name(group: Group, kind: EntityType) -> str:
    texts = list(dict.fromkeys(mention.text for mention in group))
    if kind == "person":
        return max(texts, key=lambda text: (len(PersonName.of(text).words), not text.isupper(), len(text)))
    if kind == "place":
        texts = [text for text in texts if not country_of_people(text)] or texts
    return fullest(texts)

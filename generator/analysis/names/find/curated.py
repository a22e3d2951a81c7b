"""The registry's names in an article, and their precedence over what was found otherwise."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.analysis.names.countries import is_country, is_group
from generator.analysis.names.mention import Mention, Reading, outside
from generator.analysis.names.person_name import PersonName
from generator.sources import Registry, normal_form

_UNNAMELY = frozenset({"MD", "VB", "VBD", "VBP", "VBZ", "VBG", "IN", "DT", "WP", "WRB", "PRP", "CC", "TO"})
"""Tags of a sentence's first word that make it no name: "May I…", "Will it…"."""


def curated_mentions(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """Yield the places where the text names an entry of the registry."""
    for number, piece in enumerate(reading.pieces):
        for match in registry.matches(reading.texts[number]):
            span = piece.doc.char_span(match.start, match.end)
            if span is None or (len(span) == 1 and span[0].is_sent_start and span[0].tag_ in _UNNAMELY):
                continue
            entry = registry.entries[match.key]
            yield reading.mention(number, span.start, span.end, type=entry.type, rule="registry", entry=entry)


def with_curated(curated: Sequence[Mention], found: Sequence[Mention]) -> list[Mention]:
    """The registry's names where they are rightful, then what was found outside them.

    They are not where they are part of a longer name ("China" in "Bank of China"; but "Soyuz" in "Russian
    Soyuz" is: a nationality is no part of a name), nor where a bare surname is that of somebody else whom
    the article names in full.
    """
    strangers = _strangers(curated, found)
    curated = [each for each in curated if each.type != "person" or each.form not in strangers]
    starts = [each.start for each in curated]
    longer = []
    for mention in found:
        at = bisect_left(starts, mention.start)
        inner = curated[at] if at < len(curated) and curated[at].end <= mention.end else None
        if inner and inner.form != mention.form and not _only_adds_people(mention, inner):
            longer.append(mention)
    free = list(outside(curated, longer))
    return sorted([*free, *outside(found, free)], key=lambda mention: mention.start)


def _only_adds_people(longer: Mention, inner: Mention) -> bool:
    """Whether all that a longer name has before a shorter one is a nationality."""
    added = longer.text[: inner.start - longer.start].strip()
    return inner.end == longer.end and (is_group(added) or is_country(added))


def _strangers(curated: Sequence[Mention], found: Sequence[Mention]) -> set[str]:
    """Surnames of people whom the article names in full and the registry does not know.

    Such a surname, bare, is the stranger's, unless the article also names the registry's person in full.
    """
    known = {name for each in curated if each.entry for name in map(normal_form, each.entry.names)}
    full = {
        PersonName.of(each.text).form for each in found if each.type == "person" and each.form not in known
    }
    surnames = {form[-1] for form in full if len(form) > 1}
    named = {each.form.split()[-1] for each in curated if each.type == "person" and " " in each.form}
    return surnames - named

"""The names that search knows: people, bodies, places and things, voices without a page, and outlets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.archive import Index
from generator.publish.addresses import Addresses, url_of
from generator.publish.search.documents import NAMED, SPEAKER
from generator.publish.search.words import key

ALIASES = 8
"""How many aliases find a name."""

LONGEST_ALIAS = 60
NOTE = 120
"""How many characters of a description a card shows."""

VALUES = 150
"""How many values a facet offers, the most frequent: nobody picks from a longer list."""


@dataclass(frozen=True)
class Name:
    """Who or what a question may be about, and where its page is."""

    name: str
    type: str
    url: str
    briefings: int
    statements: int
    note: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def known(self) -> tuple[str, ...]:
        """All that it is called."""
        return (self.name, *self.aliases)

    def fields(self) -> list[Any]:
        """Itself as a list, in the order of its fields; empty ones at the end are left out."""
        found = [self.name, self.type, self.url, self.briefings, self.statements, self.note, *self.aliases]
        while not found[-1]:
            found.pop()
        return found


def names(index: Index, addresses: Addresses) -> Iterator[Name]:
    """Yield all names of an archive."""
    for subject in index.subjects:
        aliases = [alias for alias in subject.aliases if len(alias) <= LONGEST_ALIAS]
        yield Name(
            subject.name, subject.type, url_of(addresses.of(subject)), len(subject.appearances),
            len(subject.statements), _cut(subject.description or ""), tuple(aliases[:ALIASES]),
        )  # fmt: skip
    for speaker in index.speakers:
        if not speaker.subject:
            said = len(speaker.statements)
            yield Name(speaker.name, "voice", url_of(addresses.of_speaker(speaker)), 0, said)
    for slug, entries in index.by_outlet().items():
        outlet = entries[0].outlet or ""
        yield Name(
            outlet, "outlet", url_of(f"outlets/{slug}.md"), len(entries), 0, aliases=tuple(_initials(outlet))
        )  # fmt: skip


def facets(found: dict[str, str], index: Index) -> dict[str, list[tuple[str, str]]]:
    """The values of the facets that hold names, each with the postings of its label."""
    speakers = sorted(index.speakers, key=lambda speaker: (-len(speaker.statements), speaker.slug))
    named = [
        subject
        for kind in ("person", "organisation", "place")
        for subject in index.most_present(kind, VALUES // 3)
    ]
    return {
        "speaker": _values(found, SPEAKER, (speaker.name for speaker in speakers[:VALUES])),
        "named": _values(found, NAMED, (subject.name for subject in named)),
    }


def _values(found: dict[str, str], sign: str, offered: Iterator[str]) -> list[tuple[str, str]]:
    labels = {sign + key(name): name for name in offered}
    return [(name, found[label]) for label, name in labels.items() if label in found]


def _initials(outlet: str) -> Iterator[str]:
    """What an outlet of three words or more is called for short, with its article and without.

    >>> list(_initials("The New York Times"))
    ['TNYT', 'NYT']
    """
    letters = "".join(word[0] for word in outlet.split())
    if len(letters) > len("NY"):
        yield letters
    bare = letters[1:] if outlet.casefold().startswith("the ") else ""
    if len(bare) > len("NY"):
        yield bare


def _cut(text: str) -> str:
    return text if len(text) <= NOTE else text[:NOTE].rpartition(" ")[0] + " …"

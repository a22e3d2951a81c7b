"""Paths of pages below `briefings/`, and links that stay valid whatever else is in the archive.

A committed briefing depends on its own article alone. It cannot know whether a name has a page of its own,
so it links to where the A to Z lists have the name's initial, a page that always exists. `upgrade` turns
such links into the best ones when the site is built.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Generic, TypeVar

from generator.analysis import ENTITY_TYPES
from generator.archive import Entry, Index, Key, Speaker, Statement, Subject, entity_slug, filing_name
from generator.sources import EntityType

FOLDERS: dict[EntityType, str] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "event": "events",
    "work": "works",
    "product": "products",
    "group": "groups",
}
"""The folder of each type's pages, which is also its heading in small letters."""

GENERATED_FOLDERS = (*FOLDERS.values(), "outlets", "quotations", "timeline")
"""The folders that hold nothing but pages that sum up the archive."""

QUOTATIONS_A_PAGE = 60
"""How many quotations a page lists."""

NAMES_A_PAGE = 250
"""How many names an A to Z page lists."""

OTHER_INITIALS = "other"
"""The A to Z page of the names that begin with no letter from A to Z."""

T = TypeVar("T")

_STABLE = re.compile(rf"\]\(\.\./({'|'.join(FOLDERS.values())})/a-z/(?:[a-z]|other)\.md#([a-z0-9-]+)\)")
_LETTERLESS = re.compile("x-[0-9a-f]{10}")  # what `entity_slug` makes of a name without any plain letter
_TYPES = {folder: kind for kind, folder in FOLDERS.items()}


@dataclass(frozen=True)
class Sheet(Generic[T]):
    """One page of a list that runs over several; `number` counts from 1."""

    paths: tuple[str, ...]
    number: int
    items: tuple[T, ...]

    @property
    def path(self) -> str:
        """The path of this page."""
        return self.paths[self.number - 1]


@dataclass(frozen=True)
class Said:
    """A quotation in the list of who said what."""

    speaker: Speaker
    statement: Statement
    entry: Entry


def sheets(items: Sequence[T], size: int, first: str, base: str | None = None) -> list[Sheet[T]]:
    """Lay a list out on pages of `size`; there is one page at least.

    The first page lies at `first`, the others in the folder `base` (by default that of the same name).
    """
    base = base or first.removesuffix(".md")
    parts = [tuple(items[at : at + size]) for at in range(0, len(items), size)] or [()]
    paths = (first, *(f"{base}/{number}.md" for number in range(2, len(parts) + 1)))
    return [Sheet(paths, number, part) for number, part in enumerate(parts, 1)]


def initial(slug: str) -> str:
    """The A to Z page of what is filed as a slug.

    >>> initial("mara-ellison"), initial("2022-games")
    ('m', 'other')
    """
    return slug[0] if slug[0].isalpha() and not _LETTERLESS.fullmatch(slug) else OTHER_INITIALS


def letter_of(kind: EntityType, name: str) -> str:
    """The A to Z page that lists a name.

    >>> letter_of("person", "Mara Ellison"), letter_of("organisation", "The Halden Courier")
    ('e', 'h')
    """
    return initial(entity_slug(filing_name(name, kind)))


def stable_path(kind: EntityType, name: str) -> str:
    """The path of a name in the A to Z pages, worked out from the name alone."""
    return f"{FOLDERS[kind]}/a-z/{letter_of(kind, name)}.md#{entity_slug(name)}"


def subject_path(subject: Subject) -> str:
    """The path of a subject's own page."""
    return f"{FOLDERS[subject.type]}/{subject.slug}.md"


def to_top(path: str) -> str:
    """The relative path from the Markdown file at `path` to the top of `briefings/`."""
    return "../" * path.count("/")


def url_of(path: str) -> str:
    """The address of a page, below the site's own, with its anchor.

    >>> url_of("people/a-z/m.md#mara"), url_of("2024/index.md"), url_of("index.md")
    ('people/a-z/m/#mara', '2024/', '')
    """
    file, _, anchor = path.partition("#")
    page = file.removesuffix(".md")
    page = page.removesuffix("index") if page.rpartition("/")[2] == "index" else f"{page}/"
    return f"{page}#{anchor}" if anchor else page


@dataclass(frozen=True)
class Addresses:
    """The paths of an archive's names."""

    index: Index

    def names(self, kind: EntityType) -> dict[str, list[Sheet[Subject]]]:
        """The A to Z pages of a type, by initial."""
        return self._names[kind]

    @cached_property
    def _names(self) -> dict[EntityType, dict[str, list[Sheet[Subject]]]]:
        return {kind: _by_initial(self.index.of_type(kind), FOLDERS[kind]) for kind in ENTITY_TYPES}

    @cached_property
    def _listed(self) -> dict[Key, str]:
        listed = (
            (subject, letter, sheet)
            for initials in self._names.values()
            for letter, group in initials.items()
            for sheet in group
            for subject in sheet.items
        )
        return {
            subject.key: f"{sheet.path}#{subject.slug}"
            for subject, letter, sheet in listed
            if letter == initial(subject.filed)
        }

    def of(self, subject: Subject) -> str:
        """The best path of a subject: its own page, else its line in the A to Z lists."""
        return subject_path(subject) if subject.has_page else self._listed[subject.key]

    def quotations(self) -> dict[str, list[Sheet[Said]]]:
        """The pages of who said what, by the speaker's initial."""
        return self._quotations

    @cached_property
    def _quotations(self) -> dict[str, list[Sheet[Said]]]:
        speakers = sorted(self.index.speakers, key=lambda speaker: _place(initial(speaker.filed)))
        return {
            letter: sheets(
                [Said(speaker, *item) for speaker in group for item in speaker.statements],
                QUOTATIONS_A_PAGE,
                f"quotations/a-z/{letter}.md",
            )
            for letter, group in groupby(speakers, key=lambda speaker: initial(speaker.filed))
        }

    @cached_property
    def _heard(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for laid in self._quotations.values():
            for sheet in laid:
                for said in sheet.items:
                    found.setdefault(said.speaker.slug, f"{sheet.path}#{said.speaker.slug}")
        return found

    def of_speaker(self, speaker: Speaker) -> str:
        """The path of the first quotation of a speaker."""
        return self._heard[speaker.slug]

    def upgrade(self, markdown: str) -> str:
        """The text of a briefing with its links to names pointing at the best page that this archive has."""
        return _STABLE.sub(self._upgraded, markdown)

    def _upgraded(self, link: re.Match[str]) -> str:
        subject = self.index.by_key.get((_TYPES[link[1]], link[2]))
        return f"](../{self.of(subject)})" if subject else link[0]


def _by_initial(subjects: Sequence[Subject], folder: str) -> dict[str, list[Sheet[Subject]]]:
    """Names that are in the order of their filing, by initial, laid out on pages."""
    listed = sorted(
        ((letter, subject) for subject in subjects for letter in _letters(subject)),
        key=lambda item: _place(item[0]),
    )
    return {
        letter: sheets(
            tuple(subject for _, subject in group), NAMES_A_PAGE, f"{folder}/a-z/{letter}.md"
        )
        for letter, group in groupby(listed, key=lambda item: item[0])
    }  # fmt: skip


def _letters(subject: Subject) -> list[str]:
    """The pages that list a subject: that of its name, and those to which its other forms link."""
    forms = dict.fromkeys(item.named.name for item in subject.appearances)
    return list(dict.fromkeys([initial(subject.filed), *(letter_of(subject.type, form) for form in forms)]))


def _place(letter: str) -> str:
    """The sort key of an initial: A to Z, then the others."""
    return "~" if letter == OTHER_INITIALS else letter

"""Which pages sum up an archive, and what stands on each: paths, templates and their values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.analysis import ENTITY_TYPES
from generator.archive import UNDATED, Entry, Index, Statement, Subject, circle, entity_slug
from generator.publish.addresses import (
    FOLDERS,
    QUOTATIONS_A_PAGE,
    Addresses,
    sheets,
    subject_path,
    to_top,
)
from generator.publish.illustrations import COMPANIONS
from generator.publish.markdown import link
from generator.publish.wording import MONTHS, language
from generator.sources import EntityType

BRIEFINGS_A_PAGE = 100
A_MONTH_IN_A_YEAR = 25
"""How many briefings of a month the page of its year lists."""

PRESENT = 10
"""How many names of each kind the home page lists."""

LISTED_AT_ONCE = 150
"""How many names the entrance page of a type lists, from A to Z."""

NOTABLE_WORDS = range(12, 41)
"""The length of a quotation that can stand by itself on the home page."""

T = TypeVar("T")
K = TypeVar("K")


@dataclass(frozen=True)
class PlannedPage:
    """One page: where it lies, the template that makes it, and what the template is given."""

    path: str
    template: str
    values: dict[str, Any]


def collection(index: Index, *, newest: int) -> Iterator[PlannedPage]:
    """Yield every page that sums up an archive; `newest` is the number of briefings on the home page."""
    yield from _Collection(index, Addresses(index)).pages(newest)


@dataclass(frozen=True)
class _Collection:
    """An archive on its way to its pages."""

    index: Index
    addresses: Addresses

    def pages(self, newest: int) -> Iterator[PlannedPage]:
        """Yield every page that sums up the archive; the home page lists the `newest` briefings."""
        yield self._page("index.md", "home", **self._home(newest))
        for name in ("about", "search", "names"):
            yield self._page(f"{name}.md", name)
        yield from self._timeline()
        yield from self._outlets()
        yield from self._quotations()
        for kind in ENTITY_TYPES:
            yield from self._names(kind)
        for subject in self.index.pages:
            yield from self._subject(subject)

    def _page(self, path: str, template: str, **values: Any) -> PlannedPage:
        """A page; every template can link to subjects and briefings from where it lies."""
        top = to_top(path)

        def subject_link(subject: Subject, label: str | None = None) -> str:
            return link(label or subject.name, top + self.addresses.of(subject))

        def briefing_link(entry: Entry) -> str:
            return link(entry.record.title, top + entry.path, language(entry.record))

        shared = {"top": top, "subject_link": subject_link, "briefing_link": briefing_link}
        return PlannedPage(path, template, shared | values)

    def _home(self, newest: int) -> dict[str, Any]:
        return {
            "entries": [(entry, self._tags(entry)) for entry in self.index.entries[:newest]],
            "years": _years(self.index.entries),
            "present": [
                (kind, found)
                for kind in ("person", "organisation", "place")
                if (found := self.index.most_present(kind, PRESENT))
            ],
            "notable": self._notable(),
        }

    def _tags(self, entry: Entry) -> list[Subject]:
        """The first subjects that a briefing is tagged with."""
        kinds = {named.name: kind for kind, group in entry.record.entities.items() for named in group}
        keys = [(kinds[tag], entity_slug(tag)) for tag in entry.record.tags if tag in kinds]
        return [self.index.by_key[key] for key in keys[:4]]

    def _notable(self) -> tuple[Statement, Entry, Subject] | None:
        """A quotation for the home page: of the newest, one of a good length by the most present speaker."""
        found = [
            (statement, entry, speaker.subject)
            for speaker in self.index.speakers
            if speaker.subject
            for statement, entry in speaker.statements
            if len(statement.passages) == 1
            and len(statement.passages[0].text.split()) in NOTABLE_WORDS
            and self.index.positions[entry.path] < BRIEFINGS_A_PAGE
        ]
        return min(
            found,
            key=lambda item: (
                -len(item[2].appearances), self.index.positions[item[1].path], item[0].passages[0].start
            ),
            default=None,
        )  # fmt: skip

    def _timeline(self) -> Iterator[PlannedPage]:
        years = self.index.by_year()
        yield self._page("timeline.md", "timeline", years=years)
        for year, entries in years.items():
            if year == UNDATED:
                yield from self._undated(entries)
            else:
                yield from self._year(year, entries)

    def _undated(self, entries: Sequence[Entry]) -> Iterator[PlannedPage]:
        for sheet in sheets(entries, BRIEFINGS_A_PAGE, f"{UNDATED}/index.md", f"timeline/{UNDATED}"):
            above = ("timeline.md", "All briefings")
            yield self._page(sheet.path, "briefings", title="Without a date", above=above, sheet=sheet)

    def _year(self, year: str, entries: Sequence[Entry]) -> Iterator[PlannedPage]:
        months = []
        for number, found in _grouped(entries, _month).items():
            path = f"timeline/{year}-{number:02d}.md"
            months.append((MONTHS[number - 1], path, found))
            if len(found) > A_MONTH_IN_A_YEAR:
                for sheet in sheets(found, BRIEFINGS_A_PAGE, path):
                    yield self._page(
                        sheet.path, "briefings", title=f"{MONTHS[number - 1]} {year}",
                        above=(f"{year}/index.md", year), sheet=sheet,
                    )  # fmt: skip
        yield self._page(f"{year}/index.md", "year", year=year, months=months, most=A_MONTH_IN_A_YEAR)

    def _outlets(self) -> Iterator[PlannedPage]:
        outlets = self.index.by_outlet()
        yield self._page("outlets/index.md", "outlets", outlets=outlets)
        for slug, entries in outlets.items():
            path = f"outlets/{slug}.md"
            for sheet in sheets(entries, BRIEFINGS_A_PAGE, path):
                yield self._page(sheet.path, "outlet", sheet=sheet, years=_years(entries))

    def _quotations(self) -> Iterator[PlannedPage]:
        speakers, letters = self.index.speakers, self.addresses.quotations()
        most = sorted(speakers, key=lambda speaker: -len(speaker.statements))[:LISTED_AT_ONCE]
        shown = sorted(most, key=lambda speaker: (speaker.name.casefold(), speaker.slug))
        total = sum(len(speaker.statements) for speaker in speakers)
        yield self._page(
            "quotations/index.md", "speakers", letters=list(letters), speakers=shown, total=total,
            address=self.addresses.of_speaker,
        )  # fmt: skip
        for letter, laid in letters.items():
            for sheet in laid:
                groups = _grouped(sheet.items, lambda said: said.speaker.slug).values()
                yield self._page(
                    sheet.path, "quotations", letter=letter, letters=list(letters), sheet=sheet,
                    groups=[
                        (group[0].speaker, _by_source((said.statement, said.entry) for said in group))
                        for group in groups
                    ],
                )  # fmt: skip

    def _names(self, kind: EntityType) -> Iterator[PlannedPage]:
        folder, letters = FOLDERS[kind], self.addresses.names(kind)
        subjects = self.index.of_type(kind)
        if len(subjects) > LISTED_AT_ONCE:
            most = {subject.key for subject in self.index.most_present(kind, LISTED_AT_ONCE)}
            subjects = [subject for subject in subjects if subject.key in most]
        total = len(self.index.of_type(kind))
        yield self._page(
            f"{folder}/index.md", "subjects", kind=kind, subjects=subjects, letters=list(letters), total=total
        )
        for letter, laid in letters.items():
            for sheet in laid:
                yield self._page(
                    sheet.path,
                    "names_by_letter",
                    kind=kind,
                    letter=letter,
                    letters=list(letters),
                    sheet=sheet,
                )

    def _subject(self, subject: Subject) -> Iterator[PlannedPage]:
        path = subject_path(subject)
        said = sheets(subject.statements, QUOTATIONS_A_PAGE, path)
        named = sheets(subject.entries, BRIEFINGS_A_PAGE, path)
        paths = said[0].paths if len(said) > len(named) else named[0].paths
        years = _years(subject.entries)
        for number, here in enumerate(paths):
            yield self._page(
                here, "subject", subject=subject, number=number + 1, paths=paths,
                said=_by_source(said[number].items if number < len(said) else ()),
                entries=named[number].items if number < len(named) else (),
                years=years,
                companions=() if number else circle(self.index, subject, COMPANIONS).companions,
            )  # fmt: skip


def _grouped(items: Iterable[T], name: Callable[[T], K]) -> dict[K, list[T]]:
    """The items under their names, in the order in which both come."""
    found: dict[K, list[T]] = {}
    for item in items:
        found.setdefault(name(item), []).append(item)
    return found


def _by_source(said: Iterable[tuple[Statement, Entry]]) -> list[tuple[Entry, list[Statement]]]:
    """Statements that follow one another in one briefing, together."""
    return [
        (group[0][1], [statement for statement, _ in group])
        for group in _grouped(said, lambda item: item[1].path).values()
    ]


def _years(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    """The years that briefings are of, latest first, and how many are of each."""
    dated = [entry for entry in entries if entry.record.published]
    return [(year, len(group)) for year, group in _grouped(dated, lambda entry: entry.year).items()]


def _month(entry: Entry) -> int:
    """The month of a briefing that has a date."""
    published = entry.record.published
    return published.month if published else 0

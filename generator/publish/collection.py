"""The pages that sum up an archive: paths, templates, and the values for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.analysis import ENTITY_TYPES
from generator.archive import (
    UNDATED,
    Entry,
    Index,
    Statement,
    Subject,
    circle,
    digest,
    entity_slug,
    is_whole,
    most_attended,
)
from generator.publish.addresses import (
    FOLDERS,
    Addresses,
    Sheet,
    sheets,
    subject_path,
    to_top,
)
from generator.publish.illustrations import COMPANIONS
from generator.publish.inputs import Inputs
from generator.publish.lists import Month, by_source, months_of, with_days, with_groups, years_of
from generator.publish.markdown import link
from generator.publish.wording import language
from generator.sources import EntityType

BRIEFINGS_A_PAGE = 100
A_MONTH_IN_A_YEAR = 25
"""How many briefings of a month the page of its year lists."""

PRESENT = 7
"""How many names of each kind the home page lists."""

LISTED_AT_ONCE = 150
"""How many names the entrance page of a type lists, from A to Z."""

OWN_STATEMENTS, OWN_BRIEFINGS = 20, 30
"""How many of its key quotes and of its briefings a page of a name lists."""

OTHERS_STATEMENTS, ROLES = 6, 8
"""How many statements of others that name somebody, and how many roles, their page shows."""

NOTABLE_WORDS = range(12, 41)
"""The length of a quotation that can stand by itself on the home page."""


@dataclass(frozen=True)
class PlannedPage:
    """One page: where it lies, the template that makes it, and what the template is given, when it is.

    `inputs` is a digest of all that the values hold.
    """

    path: str
    template: str
    inputs: str
    values: Callable[[], dict[str, Any]]


def collection(index: Index, *, newest: int) -> Iterator[PlannedPage]:
    """Yield every page that sums up an archive; `newest` is the number of briefings on the home page."""
    addresses = Addresses(index)
    yield from _Collection(index, addresses, Inputs(index, addresses)).pages(newest)


@dataclass(frozen=True)
class _Collection:
    """Plans the pages of one archive."""

    index: Index
    addresses: Addresses
    inputs: Inputs

    def pages(self, newest: int) -> Iterator[PlannedPage]:
        """Yield every page that sums up the archive; the home page lists the `newest` briefings."""
        yield self._page("index.md", "home", (self.inputs.archive, newest), lambda: self._home(newest))
        for name in ("about", "search", "names"):
            yield self._page(f"{name}.md", name, (self.inputs.archive,), lambda: {"index": self.index})
        yield from self._timeline()
        yield from self._outlets()
        yield from self._quotations()
        for kind in ENTITY_TYPES:
            yield from self._names(kind)
        for subject in self.index.pages:
            yield from self._subject(subject)

    def _page(
        self, path: str, template: str, inputs: Sequence[object], values: Callable[[], dict[str, Any]]
    ) -> PlannedPage:
        """A page made from `inputs`: digests, and what has a `repr` that tells all of it."""
        return PlannedPage(
            path,
            template,
            digest(path, template, repr(inputs)),
            lambda: {"path": path, **self._links(path), **values()},
        )

    def _links(self, path: str) -> dict[str, Any]:
        """Every template can link to subjects and briefings from where its page lies."""
        top = to_top(path)

        def subject_link(subject: Subject, label: str | None = None) -> str:
            return link(label or subject.name, top + self.addresses.of(subject))

        def briefing_link(entry: Entry) -> str:
            return link(entry.record.title, top + entry.path, language(entry.record))

        return {"top": top, "subject_link": subject_link, "briefing_link": briefing_link}

    def _home(self, newest: int) -> dict[str, Any]:
        return {
            "index": self.index,
            "entries": [(entry, self._tags(entry)) for entry in self.index.entries[:newest]],
            "years": years_of(self.index.entries),
            "present": [
                (kind, found)
                for kind in ("person", "organisation", "place")
                if (found := most_attended(self.index, kind, PRESENT))
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
            if statement.kind == "quoted"
            and len(statement.passages) == 1
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
        months = {year: months_of(year, entries) for year, entries in years.items()}
        values = {"years": years, "months": months}
        yield self._page("timeline.md", "timeline", (self.inputs.archive,), lambda: values)
        for year, entries in years.items():
            if year == UNDATED:
                laid = sheets(entries, BRIEFINGS_A_PAGE, f"{UNDATED}/index.md", f"timeline/{UNDATED}")
                yield from self._briefings(laid, "Without a date", ("timeline.md", "All briefings"))
            else:
                yield self._year(year, entries, months[year])
                yield from self._months(year, months[year])

    def _year(self, year: str, entries: Sequence[Entry], months: Sequence[Month]) -> PlannedPage:
        values = {"year": year, "months": months, "most": A_MONTH_IN_A_YEAR}
        return self._page(f"{year}/index.md", "year", (self.inputs.entries(entries),), lambda: values)

    def _months(self, year: str, months: Sequence[Month]) -> Iterator[PlannedPage]:
        """The pages of months, by day; `around` leads to the months before and after."""
        for place, month in enumerate(months):
            around = [months[beside] for beside in (place + 1, place - 1) if 0 <= beside < len(months)]
            for sheet in sheets(month.entries, BRIEFINGS_A_PAGE, month.path):
                values = {"year": year, "month": month, "around": around, "sheet": sheet}
                beside = [(other.path, len(other.entries)) for other in around]
                inputs = (sheet.paths, self.inputs.entries(month.entries), beside)
                yield self._page(sheet.path, "month", inputs, partial(with_days, values, sheet))

    def _briefings(
        self, laid: Sequence[Sheet[Entry]], title: str, above: tuple[str, str]
    ) -> Iterator[PlannedPage]:
        """The pages of a list of briefings."""
        for sheet in laid:
            values = {"title": title, "above": above, "sheet": sheet}
            inputs = (title, above, sheet.paths, self.inputs.entries(sheet.items))
            yield self._page(sheet.path, "briefings", inputs, partial(dict, values))

    def _outlets(self) -> Iterator[PlannedPage]:
        outlets = self.index.by_outlet()
        yield self._page("outlets/index.md", "outlets", (self.inputs.archive,), lambda: {"outlets": outlets})
        for slug, entries in outlets.items():
            for sheet in sheets(entries, BRIEFINGS_A_PAGE, f"outlets/{slug}.md"):
                inputs = (sheet.paths, self.inputs.entries(entries))
                values = partial(
                    lambda sheet, entries: {"sheet": sheet, "years": years_of(entries)}, sheet, entries
                )
                yield self._page(sheet.path, "outlet", inputs, values)

    def _quotations(self) -> Iterator[PlannedPage]:
        yield self._page("quotations/index.md", "speakers", (self.inputs.archive,), self._speakers)
        letters = self.addresses.quotations()
        for letter, laid in letters.items():
            for sheet in laid:
                inputs = (list(letters), sheet.paths, self.inputs.said(sheet.items))
                values = {"letter": letter, "letters": list(letters), "sheet": sheet}
                yield self._page(sheet.path, "quotations", inputs, partial(with_groups, values, sheet))

    def _speakers(self) -> dict[str, Any]:
        """The entrance to all quotations."""
        speakers = self.index.speakers
        most = sorted(speakers, key=lambda speaker: -len(speaker.statements))[:LISTED_AT_ONCE]
        return {
            "letters": list(self.addresses.quotations()),
            "speakers": sorted(most, key=lambda speaker: (speaker.filed, speaker.slug)),
            "total": sum(len(speaker.statements) for speaker in speakers),
            "address": self.addresses.of_speaker,
        }

    def _names(self, kind: EntityType) -> Iterator[PlannedPage]:
        folder, letters = FOLDERS[kind], self.addresses.names(kind)
        yield self._page(
            f"{folder}/index.md", "subjects", (self.inputs.archive,), lambda: self._subjects(kind)
        )
        for letter, laid in letters.items():
            for sheet in laid:
                listed = digest(*(self.inputs.listed(subject) for subject in sheet.items))
                values = {"kind": kind, "letter": letter, "letters": list(letters), "sheet": sheet}
                yield self._page(
                    sheet.path, "names_by_letter", (list(letters), sheet.paths, listed), partial(dict, values)
                )

    def _subjects(self, kind: EntityType) -> dict[str, Any]:
        """The entrance to the names of one type."""
        subjects = self.index.of_type(kind)
        most = {subject.key for subject in self.index.most_present(kind, LISTED_AT_ONCE)}
        return {
            "kind": kind,
            "subjects": [subject for subject in subjects if subject.key in most],
            "letters": list(self.addresses.names(kind)),
            "total": len(subjects),
        }

    def _subject(self, subject: Subject) -> Iterator[PlannedPage]:
        path, inputs = subject_path(subject), self.inputs.subject(subject)
        said = sheets(subject.statements, OWN_STATEMENTS, path)
        named = sheets(subject.appearances, OWN_BRIEFINGS, path)
        paths = said[0].paths if len(said) > len(named) else named[0].paths
        for number, here in enumerate(paths):
            values = {
                "number": number + 1,
                "paths": paths,
                "said": said[number].items if number < len(said) else (),
                "appearances": named[number].items if number < len(named) else (),
            }
            yield self._page(
                here, "subject", (inputs, number, paths), partial(self._subject_values, subject, values)
            )

    def _subject_values(self, subject: Subject, values: dict[str, Any]) -> dict[str, Any]:
        first = values["number"] == 1
        return {
            **values,
            "subject": subject,
            "said": by_source(values["said"]),
            "others": subject.said_of[:OTHERS_STATEMENTS] if first else (),
            "roles": [item for item in subject.roles if is_whole(item[0])][:ROLES],
            "years": years_of(subject.entries),
            "companions": circle(self.index, subject, COMPANIONS).companions if first else (),
            "perhaps": self.index.perhaps_same(subject) if first else (),
        }

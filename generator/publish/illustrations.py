"""The pictures of each page.

The Markdown of a page holds the facts of each picture as a line of text between two comments. The site puts
the picture in its place: passing thousands of drawings through Markdown would take most of a build's time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.archive import Entry, Index, Subject, circle
from generator.publish.addresses import Addresses, subject_path, url_of
from generator.publish.pictures import Bar, bar_chart, by_time, network
from generator.publish.wording import MONTHS

COMPANIONS = 12
"""How many names the picture of a network holds."""

_PLACE = re.compile(r"<!-- picture: ([a-z]+) -->.*?<!-- /picture -->", re.DOTALL)


@dataclass(frozen=True)
class Illustrations:
    """The pictures of an archive."""

    index: Index
    addresses: Addresses

    @cached_property
    def _subjects(self) -> dict[str, Subject]:
        return {subject_path(subject): subject for subject in self.index.pages}

    @cached_property
    def _outlets(self) -> dict[str, list[Entry]]:
        return {f"outlets/{slug}.md": entries for slug, entries in self.index.by_outlet().items()}

    @cached_property
    def _years(self) -> dict[str, list[Entry]]:
        return {f"{year}/index.md": entries for year, entries in self.index.by_year().items()}

    def illustrate(self, path: str, html: str) -> str:
        """The HTML of the page made from `path` with its pictures in their places."""
        return _PLACE.sub(lambda place: self._picture(path, place[1]) or place[0], html)

    def _picture(self, path: str, name: str) -> Markup:
        subject = self._subjects.get(path)
        if name == "network":
            return self._network(subject, path) if subject else Markup()
        if subject:
            return bar_chart(self._bars(subject.entries, path), f"Briefings that name {subject.name}")
        entries = self._outlets.get(path) or self._years.get(path) or self.index.entries
        return bar_chart(self._bars(entries, path), "Briefings by time")

    def _network(self, subject: Subject, path: str) -> Markup:
        up = "../" * url_of(path).count("/")
        found = circle(self.index, subject, COMPANIONS)
        return network(found, subject.name, lambda item: up + url_of(self.addresses.of(item.subject)))

    def _bars(self, entries: Sequence[Entry], path: str) -> list[Bar]:
        """Bars in time that link to the pages of years and months, from the page at `path`."""
        up = "../" * url_of(path).count("/")

        def target(year: int, month: int | None) -> str:
            anchor = f"#{MONTHS[month - 1].lower()}" if month else ""
            return f"{up}{url_of(f'{year:04d}/index.md')}{anchor}"

        return by_time((entry.record.published for entry in entries if entry.record.published), target)

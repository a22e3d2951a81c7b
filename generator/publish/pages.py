"""The Markdown pages of the archive: plain functions from records to text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.analysis import ENTITY_TYPES, EntityType
from generator.archive import Entry, Index, Named, Record, digest, dump_front_matter, entity_slug
from generator.errors import TemplateError
from generator.publish.markdown import environment, link

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

_LABELS: dict[EntityType, str] = {kind: kind.capitalize() for kind in ENTITY_TYPES}

# Not strftime, which follows the locale.
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


@dataclass(frozen=True)
class Pages:
    """The templates of an archive, ready to render its pages."""

    env: jinja2.Environment
    digest: str
    """Names the templates and the code that render: equal digests, equal pages."""

    @classmethod
    def from_folder(cls, folder: Path) -> Pages:
        """The page templates in `folder`."""
        env = environment(folder)
        env.filters |= {"day": day, "count": count}
        env.globals |= {
            "folders": FOLDERS,
            "labels": _LABELS,
            "subject_link": subject_link,
            "briefing_link": briefing_link,
        }
        code = Path(__file__).parent.glob("*.py")
        sources = [*sorted(folder.glob("*.j2")), *sorted(code)]
        return cls(env, digest(*(file.read_bytes() for file in sources)))

    def briefing(self, record: Record) -> str:
        """The whole file of one briefing. It depends on its record alone, never on other briefings."""
        names = {named.name: (kind, named) for kind, group in record.entities.items() for named in group}
        body = self._render("briefing", record=record, speaker_link=lambda name: _speaker(name, names))
        return f"{dump_front_matter(record)}\n{body}"

    def archive(self, index: Index, *, newest: int) -> Iterator[tuple[str, str]]:
        """Yield path and text of every page that sums up the archive; paths are below `briefings/`."""
        yield "index.md", self._render("home", index=index, newest=newest)
        yield "timeline.md", self._render("timeline", index=index)
        yield "about.md", self._render("about", index=index)
        for year, entries in index.by_year().items():
            yield f"{year}/index.md", self._render("year", year=year, entries=entries)
        for kind in ENTITY_TYPES:
            yield (
                f"{FOLDERS[kind]}/index.md",
                self._render("subjects", kind=kind, subjects=index.of_type(kind)),
            )
        for subject in index.subjects:
            yield f"{FOLDERS[subject.type]}/{subject.slug}.md", self._render("subject", subject=subject)

    def _render(self, name: str, **values: Any) -> str:
        """Render a page; raises TemplateError."""
        try:
            return self.env.get_template(f"{name}.md.j2").render(values)
        except jinja2.TemplateError as error:
            line = f":{error.lineno}" if isinstance(error, jinja2.TemplateSyntaxError) else ""
            problem = f"the template cannot be used ({error.message})"
            raise TemplateError(
                f"templates/pages/{name}.md.j2{line}", problem, "mend the template"
            ) from error


def day(published: dt.date | None) -> str:
    """A date as readers write it, or "date unknown".

    >>> day(dt.date(2022, 3, 5))
    '5 March 2022'
    """
    return f"{published.day} {_MONTHS[published.month - 1]} {published.year}" if published else "date unknown"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "mention"), count(1200, "word")
    ('1 mention', '1,200 words')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def subject_link(kind: EntityType, name: str, prefix: str) -> Markup:
    """A link to the page of an entity; `prefix` leads from the page it stands on to the top."""
    return link(name, f"{prefix}{FOLDERS[kind]}/{entity_slug(name)}.md")


def briefing_link(entry: Entry, prefix: str) -> Markup:
    """A link to a briefing; `prefix` leads from the page it stands on to the top."""
    return link(entry.record.title, prefix + entry.path)


def _speaker(name: str, names: dict[str, tuple[EntityType, Named]]) -> Markup | str:
    """A speaker's name, linked if it is one of the briefing's entities."""
    return subject_link(names[name][0], name, "../") if name in names else name

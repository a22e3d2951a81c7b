"""The Markdown pages of the archive: plain functions from records to text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.analysis import ENTITY_TYPES
from generator.archive import Index, Named, Record, digest, dump_front_matter
from generator.errors import TemplateError
from generator.publish.addresses import FOLDERS, stable_path
from generator.publish.collection import PlannedPage, collection
from generator.publish.markdown import environment, link
from generator.publish.wording import count, day, initial_label, language, numbered
from generator.sources import EntityType

_WORDING = {
    "day": day,
    "count": count,
    "initial_label": initial_label,
    "language": language,
    "numbered": numbered,
}
_LABELS: dict[EntityType, str] = {kind: kind.capitalize() for kind in ENTITY_TYPES}


@dataclass(frozen=True)
class Pages:
    """The templates of an archive, ready to render its pages."""

    env: jinja2.Environment
    digest: str
    """Names the templates and the code that render: equal digests, equal pages."""

    @classmethod
    def from_folders(cls, folders: Sequence[Path]) -> Pages:
        """The page templates in `folders`; of two with one name, the first counts.

        Raises TemplateError if one of them cannot be read, before any work is done.
        """
        env = environment(folders)
        env.filters |= _WORDING
        env.globals |= {"folders": FOLDERS, "labels": _LABELS, "name_link": name_link}
        code = Path(__file__).parent.glob("*.py")
        names = sorted(env.list_templates(extensions=["j2"]))
        files = [Path(str(_loaded(env, name).filename)) for name in names]
        return cls(env, digest(*names, *(file.read_bytes() for file in (*files, *sorted(code)))))

    def briefing(self, record: Record) -> str:
        """The whole file of one briefing. It depends on its record alone, never on other briefings."""
        names = {named.name: (kind, named) for kind, group in record.entities.items() for named in group}
        body = self._render(
            "briefing",
            record=record,
            speaker_link=lambda name: _speaker(name, names),
        )
        return f"{dump_front_matter(record)}\n{body}"

    def archive(self, index: Index, *, newest: int) -> Iterator[tuple[str, str]]:
        """Yield path and text of every page that sums up the archive; paths are below `briefings/`."""
        for page in collection(index, newest=newest):
            yield page.path, self.summing_up(page)

    def summing_up(self, page: PlannedPage) -> str:
        """The text of one page that summarises the archive."""
        return self._render(page.template, **page.values())

    def _render(self, name: str, **values: Any) -> str:
        """Render a page; raises TemplateError."""
        template = f"{name}.md.j2"
        try:
            return _loaded(self.env, template).render(values)
        except jinja2.TemplateError as error:
            raise _unusable(template, error) from error


def _loaded(env: jinja2.Environment, name: str) -> jinja2.Template:
    """A template, compiled; raises TemplateError."""
    try:
        return env.get_template(name)
    except jinja2.TemplateError as error:
        raise _unusable(name, error) from error


def _unusable(name: str, error: jinja2.TemplateError) -> TemplateError:
    line = f":{error.lineno}" if isinstance(error, jinja2.TemplateSyntaxError) else ""
    problem = f"the template cannot be used ({error.message})"
    return TemplateError(f"templates/pages/{name}{line}", problem, "mend the template")


def name_link(kind: EntityType, name: str) -> Markup:
    """A link from a briefing to the A to Z entry of a name, which always exists."""
    return link(name, f"../{stable_path(kind, name)}")


def _speaker(name: str, names: dict[str, tuple[EntityType, Named]]) -> Markup | str:
    """A speaker's name, linked if it is one of the briefing's entities."""
    return name_link(names[name][0], name) if name in names else name

"""Add articles to an archive: a clean Markdown file under `articles/`, and its briefing beside the others.

Nothing is fetched from the network, and nothing is written for an article that cannot be used. Files are
read and analysed by several processes; whether an article is here already, and its name, is decided in the
order of the files, so that they give the same archive with any number of processes.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, count

from generator.archive import (
    Duplicate,
    Entry,
    Project,
    Record,
    SourceFile,
    Stories,
    article_slug,
    lock,
    open_memo,
    refuse_links,
    scan_articles,
    slug_or_none,
    write_if_changed,
)
from generator.editing import title_of
from generator.errors import BriefingError, DuplicateError, SourceError, StoreError
from generator.pipeline.brief import PARALLEL_FROM, Briefer
from generator.pipeline.incoming import Incoming
from generator.pipeline.intake import Understood, understood
from generator.pipeline.workers import Workers
from generator.publish import Pages
from generator.sources import Article, article_file

SLUG_LETTERS = 60
"""How long the name of a new file is at the most, before what tells it from another."""

BATCH = 64
"""Files that are read, decided on and analysed together: so many may be done again after a break."""


@dataclass(frozen=True)
class Added:
    """What was understood of an article that was added. Paths are relative to the archive's folder."""

    name: str
    article: str
    briefing: str
    record: Record
    left_out: Counter[str] = field(default_factory=Counter)
    duplicate: Duplicate | None = None
    mistaken: str | None = None
    """The language that the source states, if its text is in another."""
    warnings: tuple[str, ...] = ()

    @property
    def missing(self) -> list[str]:
        """What the source does not say and whoever adds it may know."""
        source, record = self.record.source, self.record
        known = {
            "url": source.url,
            "published": record.published,
            "outlet": source.outlet,
            "author": source.author,
        }
        return [name for name, value in known.items() if value is None]


@dataclass(frozen=True)
class Decided:
    """An article that is to be added: what was understood of it, its file, and an allowed duplicate."""

    name: str
    brought: Understood
    file: SourceFile
    duplicate: Duplicate | None


Answer = tuple[Incoming, Sequence[Added | BriefingError]]
"""A file that was brought, and what became of each article in it."""


def add(
    project: Project,
    sources: Sequence[Incoming],
    stated: Mapping[str, str],
    *,
    force: bool = False,
    workers: int | None = None,
) -> Iterator[Answer]:
    """Add articles; yield for each file, in order, what was understood of its articles, or why not.

    `stated` holds what the caller knows (title, published, outlet, url, author), as in front matter; it wins
    over the file. An article that the archive has already, or a near-duplicate, is not added unless `force`
    says so. Raises BriefingError if the settings, the registry or the language model cannot be used.
    """
    briefer = Briefer(project.registry(), project.settings().options())
    pages = Pages.from_folders(project.page_templates)
    refuse_links(project.briefings)
    processes = min(workers or (os.cpu_count() or 1 if len(sources) >= PARALLEL_FROM else 1), len(sources))
    with lock(project.lock), open_memo(project.memo) as memo, Workers(briefer, processes) as pool:
        files, _ = scan_articles(project)
        taken = {slug_or_none(path.name) for path in project.articles.rglob("*") if path.is_file()}
        desk = _Desk(project, Stories(files, memo), taken, force)
        for first in range(0, len(sources), BATCH):
            batch = sources[first : first + BATCH]
            read = pool.map(_Reader(stated), batch)
            decided = [desk.decide(source, answers) for source, answers in zip(batch, read, strict=True)]
            due = [answer.file for answers in decided for answer in answers if isinstance(answer, Decided)]
            records = pool.map(Briefer.attempt, due)
            for source, answers in zip(batch, decided, strict=True):
                yield source, [_finished(project, pages, answer, records) for answer in answers]


class _Reader:
    """Reads a file in a worker; what the caller states goes with it."""

    def __init__(self, stated: Mapping[str, str]) -> None:
        self.stated = dict(stated)

    def __call__(self, _: Briefer, source: Incoming) -> list[Understood | BriefingError]:
        return list(understood(source, self.stated))


@dataclass
class _Desk:
    """Decides on each article in turn: whether it is new, and what its file is called."""

    project: Project
    stories: Stories
    taken: set[str | None]
    force: bool

    def decide(
        self, source: Incoming, answers: Sequence[Understood | BriefingError]
    ) -> list[Decided | BriefingError]:
        """What is to be done with the articles of a file."""
        return [
            answer if isinstance(answer, BriefingError) else self._decide(source.name, answer)
            for answer in answers
        ]

    def _decide(self, name: str, brought: Understood) -> Decided | BriefingError:
        duplicate = self.stories.find(brought.article)
        if duplicate and not self.force:
            return _duplicate_error(name, duplicate)
        slug = free_slug(brought.article, self.taken)
        path = f"{self.project.articles.name}/{slug}.md"
        file = SourceFile(path, slug, article_file(brought.article).encode("utf-8", "replace"))
        self.taken.add(slug)
        self.stories.add(file, brought.article)
        return Decided(name, brought, file, duplicate)


def _finished(
    project: Project, pages: Pages, answer: Decided | BriefingError, records: Iterator[Record | BriefingError]
) -> Added | BriefingError:
    """An article with its record, written; or why it is not."""
    if isinstance(answer, BriefingError):
        return answer
    record = next(records)
    if isinstance(record, BriefingError):
        return record
    try:
        return _write(project, pages, answer, record)
    except BriefingError as error:
        return error


def _write(project: Project, pages: Pages, decided: Decided, record: Record) -> Added:
    """Write an article and its briefing: both or none."""
    file, brought = decided.file, decided.brought
    briefing = f"{project.briefings.name}/{Entry(file.slug, record).path}"
    page = pages.briefing(record)
    target = project.root / file.path
    try:
        write_if_changed(target, file.data.decode("utf-8"))
        write_if_changed(project.root / briefing, page)
    except OSError as error:
        with suppress(OSError):  # the folder refuses that too
            target.unlink(missing_ok=True)
        raise StoreError(
            file.path, f"it cannot be written ({error.strerror})", "make room or mend the permissions"
        ) from error
    return Added(
        decided.name,
        file.path,
        briefing,
        record,
        brought.left_out,
        decided.duplicate,
        brought.mistaken,
        brought.warnings,
    )


def free_slug(article: Article, taken: set[str | None]) -> str:
    """The name of an article's file: its title in plain letters; told from others by its day or its text."""
    text = f"{article.title}\n{article.text}"
    hashed = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    base = f"article-{hashed}"
    with suppress(SourceError):
        base = _shortened(article_slug(f"{title_of(article).replace('/', ' ')}.md"))
    published = article.metadata.published
    dated = [f"{base}-{published:%Y-%m-%d}"] if published else []
    numbered = (f"{base}-{number}" for number in count(2))
    return next(slug for slug in chain((base, *dated, f"{base}-{hashed}"), numbered) if slug not in taken)


def _shortened(slug: str) -> str:
    """A slug of whole words within SLUG_LETTERS."""
    if len(slug) <= SLUG_LETTERS:
        return slug
    return slug[: SLUG_LETTERS + 1].rpartition("-")[0] or slug[:SLUG_LETTERS]


def _duplicate_error(name: str, duplicate: Duplicate) -> DuplicateError:
    share = round(100 * duplicate.share)
    problem = f"the archive has this story: {duplicate.path}"
    if share < 100:
        problem += f" ({share}% of the shorter text is the same)"
    return DuplicateError(name, problem, "add --force to keep both")

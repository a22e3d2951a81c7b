"""Add articles to an archive: a clean Markdown file under `articles/`, and its briefing beside the others.

Nothing is fetched from the network, and nothing is written for an article that cannot be used.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.analysis import language_of
from generator.archive import (
    Duplicate,
    Entry,
    Project,
    Record,
    SourceFile,
    article_slug,
    find_story,
    lock,
    open_memo,
    refuse_links,
    scan_articles,
    slug_or_none,
    write_if_changed,
)
from generator.editing import title_of
from generator.errors import BriefingError, DuplicateError, SourceError, StoreError
from generator.pipeline.brief import Briefer
from generator.publish import Pages
from generator.sources import (
    SUFFIXES,
    Article,
    Header,
    Metadata,
    article_file,
    cleaned,
    read_article,
    read_header,
)

SLUG_LETTERS = 60
"""How long the name of a new file is at the most, before what tells it from another."""

_PAGE = re.compile(
    rb"^\s*(?:<!--(?:(?!-->).){0,500}-->\s*)*<(?:!doctype html|html|head|body|\?xml)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Incoming:
    """A file to be added: the name it is spoken of by, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Understood:
    """The clean article in a file, how often each rule left something out, and a language stated wrongly."""

    article: Article
    left_out: Counter[str]
    mistaken: str | None = None


@dataclass(frozen=True)
class Added:
    """What was understood of an article that was added. Paths are relative to the archive's folder."""

    name: str
    article: str
    briefing: str
    record: Record
    left_out: Counter[str]
    duplicate: Duplicate | None = None
    mistaken: str | None = None
    """The language that the source states, if its text is in another."""

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


def incoming(path: Path, limit: int) -> Iterator[Incoming]:
    """A file, or all files of a folder that can be read as articles, in the order of their names.

    No more than `limit` bytes of a file and one are read. Raises SourceError if there is none.
    """
    files = [path]
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    if not files:
        raise SourceError(str(path), "no article in this folder", f"files end in {', '.join(SUFFIXES)}")
    for file in files:
        try:
            with file.open("rb") as stream:
                yield Incoming(str(file), stream.read(limit + 1))
        except OSError as error:
            raise SourceError(str(file), f"it cannot be read ({error.strerror})", "check its name") from error


def add(
    project: Project, sources: Iterable[Incoming], stated: dict[str, str], *, force: bool = False
) -> Iterator[Added | BriefingError]:
    """Add articles one by one; yield what was understood of each, or why it was not added.

    `stated` holds what the caller knows (title, published, outlet, url, author), as in front matter; it wins
    over the file. An article that the archive has already, or a near-duplicate, is not added unless `force`
    says so. Raises BriefingError if the settings, the registry or the language model cannot be used.
    """
    briefer = Briefer(project.registry(), project.settings().options())
    pages = Pages.from_folders(project.page_templates)
    refuse_links(project.briefings)
    with lock(project.lock), open_memo(project.memo) as memo:
        files, _ = scan_articles(project)
        taken = {slug_or_none(path.name) for path in project.articles.rglob("*") if path.is_file()}
        for source in sources:
            try:
                brought = understood(source, stated)
                duplicate = find_story(brought.article, files, memo)
                if duplicate and not force:
                    raise _duplicate_error(source.name, duplicate)
                slug = free_slug(brought.article, taken)
                added = _write(project, briefer, pages, slug, brought.article)
            except BriefingError as error:
                yield error
                continue
            taken.add(slug)
            files.append(SourceFile(added.article, slug, (project.root / added.article).read_bytes()))
            yield replace(
                added,
                name=source.name,
                left_out=brought.left_out,
                duplicate=duplicate,
                mistaken=brought.mistaken,
            )


def understood(source: Incoming, stated: dict[str, str]) -> Understood:
    """The clean article in a file, with what is stated about it.

    A language that its text is not in is not kept. Raises SourceError or FrontMatterError.
    """
    article = read_incoming(source)
    header = _options(stated, source.name)
    given: dict[str, Any] = {
        name: value
        for name in ("published", "outlet", "url", "author")
        if (value := getattr(header, name)) is not None
    }
    metadata: Metadata = replace(article.metadata, **given)
    if header.url:
        metadata = replace(metadata, domain=(urlsplit(header.url).hostname or "").removeprefix("www."))
    if metadata.language:
        metadata = replace(metadata, language=language_of(article))
    is_right = metadata.language == article.metadata.language
    return Understood(
        cleaned(replace(article, title=header.title or _title(article), metadata=metadata)),
        Counter(part.rule for part in article.layout.left_out),
        None if is_right else article.metadata.language,
    )


def _options(stated: dict[str, str], name: str) -> Header:
    """What the caller states. Raises SourceError, naming every option that is wrong."""
    try:
        return read_header(dict(stated), name)
    except BriefingError as error:
        raise SourceError(f"{name}: options", error.problem, "see “briefing add --help”") from error


def read_incoming(source: Incoming) -> Article:
    """The article in a file, read as what its name or its beginning says that it is.

    Raises SourceError or FrontMatterError, by the name that the file is spoken of.
    """
    name = named(source)
    try:
        return read_article(source.data, name)
    except BriefingError as error:
        first = error.faults()[0]
        raise SourceError(first.where.replace(name, source.name, 1), first.problem, first.remedy) from error


def named(source: Incoming) -> str:
    """The name by which a source is read: what reads like a page is one, whatever its name says."""
    suffix = Path(source.name).suffix.lower()
    if suffix in SUFFIXES:
        return source.name
    return f"{source.name}.html" if _PAGE.match(source.data[:2000]) else f"{source.name}.txt"


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


def _title(article: Article) -> str | None:
    """The headline of an article, stated or in its text."""
    if article.title:
        return article.title
    return article.text[article.headline.start : article.headline.end] if article.headline else None


def _write(project: Project, briefer: Briefer, pages: Pages, slug: str, article: Article) -> Added:
    """Write an article and its briefing: both or none."""
    path = f"{project.articles.name}/{slug}.md"
    text = article_file(article)
    record = briefer.record(SourceFile(path, slug, text.encode("utf-8", "replace")))
    briefing = f"{project.briefings.name}/{Entry(slug, record).path}"
    page = pages.briefing(record)
    file = project.root / path
    try:
        write_if_changed(file, text)
        write_if_changed(project.root / briefing, page)
    except OSError as error:
        with suppress(OSError):  # the folder refuses that too
            file.unlink(missing_ok=True)
        raise StoreError(
            path, f"it cannot be written ({error.strerror})", "make room or mend the permissions"
        ) from error
    return Added(slug, path, briefing, record, Counter())


def _duplicate_error(name: str, duplicate: Duplicate) -> DuplicateError:
    share = round(100 * duplicate.share)
    problem = f"the archive has this story: {duplicate.path}"
    if share < 100:
        problem += f" ({share}% of the shorter text is the same)"
    return DuplicateError(name, problem, "add --force to keep both")

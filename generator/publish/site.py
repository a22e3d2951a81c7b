"""What the built site adds to the pages: facts about the whole archive, structured data, feeds and exports.

Plain values and functions; the plugin hands them to the theme and writes the files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from markupsafe import Markup

from generator.archive import Entry, Index, Moves, Subject, related, story
from generator.publish.addresses import Addresses, subject_path, url_of
from generator.publish.citations import Citation, citations
from generator.publish.exports import json_lines, statement_lines, statement_table, table
from generator.publish.feeds import atom, json_feed
from generator.publish.illustrations import Illustrations
from generator.publish.markdown import one_line
from generator.publish.redirects import redirect_files, redirects
from generator.publish.search import search_files
from generator.publish.structured import briefing_page, script_text, subject_page, website
from generator.publish.wording import day, language
from generator.sources import Registry

RELATED = 5
SHARED_NAMES = 4
"""How many related briefings a page shows, and how many of the names that each shares."""

DESCRIPTION = 200
"""How many characters of a page's description search engines and previews get."""


@dataclass(frozen=True)
class Link:
    """A page of the site: its address from the site's own down, what it is called, and a word about it.

    `language` is that of the label, where it is not English.
    """

    url: str
    label: str
    note: str = ""
    language: str | None = None


@dataclass(frozen=True)
class RelatedLink:
    """A related briefing, and the names that it shares."""

    briefing: Link
    shared: tuple[Link, ...]


@dataclass(frozen=True)
class StoryLink:
    """A briefing of the event that a page is about, and whom its outlet quotes."""

    briefing: Link
    quoted: tuple[str, ...]
    here: bool


@dataclass(frozen=True)
class PageFacts:
    """What the theme puts on one page besides its Markdown; what does not apply is empty."""

    kind: str
    description: str
    structured: Markup | None = None
    feed: Link | None = None
    story: tuple[StoryLink, ...] = ()
    related: tuple[RelatedLink, ...] = ()
    downloads: tuple[Link, ...] = ()
    newer: Link | None = None
    older: Link | None = None
    citations: tuple[Citation, ...] = ()
    article: str | None = None
    correction: str | None = None
    original: str | None = None


@dataclass(frozen=True)
class Site:
    """A published archive. `url` ends in a slash, and is empty if nobody said where the site will be.

    `edit_url` is what leads to a file of the repository when its path is put behind it, or empty.
    """

    index: Index
    name: str
    description: str
    url: str = ""
    edit_url: str = ""
    moves: Moves = field(default_factory=Moves)
    registry: Registry = field(default_factory=Registry)

    @cached_property
    def addresses(self) -> Addresses:
        """Where the names are."""
        return Addresses(self.index)

    @cached_property
    def illustrations(self) -> Illustrations:
        """The pictures."""
        return Illustrations(self.index, self.addresses)

    @cached_property
    def _subjects(self) -> dict[str, Subject]:
        return {subject_path(subject): subject for subject in self.index.pages}

    def entry(self, path: str) -> Entry | None:
        """The briefing that lies at `path`."""
        place = self.index.positions.get(path)
        return None if place is None else self.index.entries[place]

    def page(self, path: str) -> PageFacts:
        """What there is to say on the page made from the Markdown file at `path`."""
        entry, subject = self.entry(path), self._subjects.get(path)
        if entry:
            return self._briefing(entry)
        if subject:
            return self._subject(subject)
        home = path == "index.md"
        told = script_text(website(self.name, self.description, self.url)) if home and self.url else None
        data = tuple(self._data()) if path == "about.md" else ()
        return PageFacts("home" if home else "list", self.description, told, downloads=data)

    def _data(self) -> Iterator[Link]:
        """The whole archive as data; feeds where it is known where the site will be."""
        yield Link("archive.csv", "CSV")
        yield Link("archive.jsonl", "JSON Lines")
        yield Link("statements.csv", "Statements as CSV")
        yield Link("statements.jsonl", "Statements as JSON Lines")
        if self.url:
            yield Link("feed.xml", "Atom feed")
            yield Link("feed.json", "JSON Feed")

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield path and text of every file that is no page: search, feeds, exports, and a word to robots."""
        yield from search_files(self.index, self.addresses)
        yield from redirect_files(redirects(self.index, self.moves, self.registry), self.url)
        yield "archive.jsonl", json_lines(self.index.entries, self.url)
        yield "archive.csv", table(self.index.entries, self.url)
        yield "statements.jsonl", statement_lines(self.index.entries, self.url)
        yield "statements.csv", statement_table(self.index.entries, self.url)
        for subject in self.index.pages:
            for link, form in zip(self._downloads(subject), (table, json_lines), strict=False):
                yield link.url, form(subject.entries, self.url)
        if not self.url:  # a feed needs to know where it is
            yield "robots.txt", "User-agent: *\nAllow: /\n"
            return
        yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {self.url}sitemap.xml\n"
        yield (
            "feed.xml",
            atom(self.name, self.index.entries, page="", feed="feed.xml", site=self.url, moves=self.moves),
        )
        yield (
            "feed.json",
            json_feed(
                self.name, self.index.entries, page="", feed="feed.json", site=self.url, moves=self.moves
            ),
        )
        for subject in filter(attrgetter("has_feed"), self.index.pages):
            page, feed = url_of(subject_path(subject)), self._feed(subject).url
            yield (
                feed,
                atom(
                    self._feed(subject).label,
                    subject.entries,
                    page=page,
                    feed=feed,
                    site=self.url,
                    moves=self.moves,
                ),
            )

    def _downloads(self, subject: Subject) -> Iterator[Link]:
        """The briefings of a name as data, where they are many enough to be worth it."""
        if subject.has_feed:
            page = url_of(subject_path(subject))
            yield Link(f"{page}briefings.csv", "CSV")
            yield Link(f"{page}briefings.jsonl", "JSON Lines")

    def _feed(self, subject: Subject) -> Link:
        return Link(f"{url_of(subject_path(subject))}feed.xml", f"{subject.name} – {self.name}")

    def _briefing(self, entry: Entry) -> PageFacts:
        url = self.url + url_of(entry.path)
        place = self.index.positions[entry.path]
        article = entry.record.source.article
        told = story(self.index, entry)
        return PageFacts(
            "briefing",
            _shortened(" ".join(passage.shown for passage in entry.record.summary) or entry.record.title),
            script_text(briefing_page(entry, url)) if self.url else None,
            story=tuple(_story_link(item, item is entry) for item in told),
            related=tuple(
                RelatedLink(_briefing_link(found.entry), tuple(self._names(found.shared)))
                for found in related(self.index, entry, RELATED + len(told))
                if found.entry not in told
            )[:RELATED],
            newer=_briefing_link(self.index.entries[place - 1]) if place else None,
            older=_briefing_link(self.index.entries[place + 1])
            if place + 1 < len(self.index.entries)
            else None,
            citations=citations(entry, url if self.url else None),
            article=article,
            correction=self.edit_url + article if self.edit_url else None,
            original=entry.record.source.url,
        )

    def _names(self, subjects: Sequence[Subject]) -> Iterator[Link]:
        for subject in subjects[:SHARED_NAMES]:
            yield Link(url_of(self.addresses.of(subject)), subject.name)

    def _subject(self, subject: Subject) -> PageFacts:
        said = f"{subject.name}: {subject.description}" if subject.description else subject.name
        return PageFacts(
            "subject",
            _shortened(f"{said}. Briefings, quotations and roles in {self.name}."),
            script_text(subject_page(subject, self.url + url_of(subject_path(subject))))
            if self.url
            else None,
            feed=self._feed(subject) if self.url and subject.has_feed else None,
            downloads=tuple(self._downloads(subject)),
        )


def _story_link(entry: Entry, here: bool) -> StoryLink:
    speakers = dict.fromkeys(said.speaker for said in entry.record.quotes if said.speaker)
    return StoryLink(_briefing_link(entry), tuple(speakers), here)


def _briefing_link(entry: Entry) -> Link:
    note = f"{entry.outlet or 'outlet unknown'} · {day(entry.record.published)}"
    return Link(url_of(entry.path), one_line(entry.record.title), one_line(note), language(entry.record))


def _shortened(text: str) -> str:
    """The text as one line, cut after a word if it is too long."""
    line = one_line(text)
    return line if len(line) <= DESCRIPTION else line[:DESCRIPTION].rpartition(" ")[0] + " …"

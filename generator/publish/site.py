"""What the built site adds to the pages: facts about the whole archive, structured data, feeds and exports.

Plain values and functions; the plugin hands them to the theme and writes the files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from operator import attrgetter

from markupsafe import Markup

from generator.archive import Entry, Found, Index, Moves, Relations, Subject, digest, story
from generator.publish.addresses import Addresses, subject_path, url_of
from generator.publish.citations import Citation, citations
from generator.publish.exports import json_lines, statement_lines, statement_table, table
from generator.publish.feeds import atom, json_feed
from generator.publish.illustrations import Illustrations
from generator.publish.inputs import Inputs
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
class PlannedFiles:
    """Files that are no pages and are made together: a digest of what they are made from, and how.

    `texts` yields path and text of each; paths are those in the site.
    """

    name: str
    inputs: str
    texts: Callable[[], Iterable[tuple[str, str]]]


@dataclass(frozen=True)
class Site:
    """A published archive. `url` ends in a slash, and is empty if nobody said where the site will be.

    `edit_url` is what leads to a file of the repository when its path is put behind it, or empty. `planned`
    has the inputs of the pages that sum up, and `known` what is known of related briefings.
    """

    index: Index
    name: str
    description: str
    url: str = ""
    edit_url: str = ""
    planned: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, Found] = field(default_factory=dict)
    moves: Moves = field(default_factory=Moves)
    registry: Registry = field(default_factory=Registry)

    @cached_property
    def relations(self) -> Relations:
        """What hangs together."""
        return Relations(self.index, self.known)

    @cached_property
    def _stories(self) -> dict[str, tuple[Entry, ...]]:
        """The stories found so far, by the paths of their briefings."""
        return {}

    def _story(self, entry: Entry) -> tuple[Entry, ...]:
        """The briefings of the event that one is about, or nothing."""
        if entry.path not in self._stories:
            self._stories[entry.path] = story(self.relations, entry)
        return self._stories[entry.path]

    @cached_property
    def _inputs(self) -> Inputs:
        return Inputs(self.index, self.addresses)

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

    def inputs(self, path: str) -> str | None:
        """A digest of all that the page made from the Markdown file at `path` is made from; None if unknown.

        What all pages are made from is no part of it: the site's name and addresses, the theme, the program.
        """
        entry = self.entry(path)
        return digest(*self._around(entry)) if entry else self.planned.get(path)

    def _around(self, entry: Entry) -> Iterator[str]:
        """What a briefing's page is made from: its record, and what it tells of others."""
        yield self._inputs.around(entry)
        for beside in self._beside(entry):
            yield repr(beside)
        for item in self._story(entry):
            yield repr(_story_link(item, item is entry))
        for found in self.relations.related(entry, RELATED + len(self._story(entry))):
            yield repr(_briefing_link(found.entry))
            yield from map(self._inputs.link, found.shared[:SHARED_NAMES])

    def files(self) -> Iterator[PlannedFiles]:
        """Yield the files that are no pages: search, feeds, exports, and a word to robots."""
        whole = self._inputs.entries(self.index.entries)
        yield PlannedFiles("search", self._inputs.archive, lambda: search_files(self.index, self.addresses))
        yield _one("archive.jsonl", whole, lambda: json_lines(self.index.entries, self.url))
        yield _one("archive.csv", whole, lambda: table(self.index.entries, self.url))
        yield _one("statements.jsonl", whole, lambda: statement_lines(self.index.entries, self.url))
        yield _one("statements.csv", whole, lambda: statement_table(self.index.entries, self.url))
        moved = redirects(self.index, self.moves, self.registry)
        yield PlannedFiles(
            "redirects", digest(self._inputs.archive, repr(moved)), lambda: redirect_files(moved, self.url)
        )
        for subject in self.index.pages:
            inputs = self._inputs.entries(subject.entries)
            for link, form in zip(self._downloads(subject), (table, json_lines), strict=False):
                yield _one(link.url, inputs, partial(form, subject.entries, self.url))
        if not self.url:  # a feed needs to know where it is
            yield _one("robots.txt", "", lambda: "User-agent: *\nAllow: /\n")
            return
        robots = f"User-agent: *\nAllow: /\n\nSitemap: {self.url}sitemap.xml\n"
        yield _one("robots.txt", "", lambda: robots)
        yield self._atom(self.name, self.index.entries, "", "feed.xml")
        told = {"page": "", "feed": "feed.json", "site": self.url}
        yield _one(
            "feed.json",
            digest(whole, repr(self.moves)),
            lambda: json_feed(self.name, self.index.entries, moves=self.moves, **told),
        )
        for subject in filter(attrgetter("has_feed"), self.index.pages):
            feed = self._feed(subject)
            yield self._atom(feed.label, subject.entries, url_of(subject_path(subject)), feed.url)

    def _atom(self, label: str, entries: Sequence[Entry], page: str, feed: str) -> PlannedFiles:
        inputs = digest(label, repr(self.moves), self._inputs.entries(entries))
        return _one(
            feed, inputs, lambda: atom(label, entries, page=page, feed=feed, site=self.url, moves=self.moves)
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
        newer, older = self._beside(entry)
        article = entry.record.source.article
        told = self._story(entry)
        return PageFacts(
            "briefing",
            _shortened(" ".join(passage.shown for passage in entry.record.summary) or entry.record.title),
            script_text(briefing_page(entry, url)) if self.url else None,
            story=tuple(_story_link(item, item is entry) for item in told),
            related=tuple(
                RelatedLink(_briefing_link(found.entry), tuple(self._names(found.shared)))
                for found in self.relations.related(entry, RELATED + len(told))
                if found.entry not in told
            )[:RELATED],
            newer=newer,
            older=older,
            citations=citations(entry, url if self.url else None),
            article=article,
            correction=self.edit_url + article if self.edit_url else None,
            original=entry.record.source.url,
        )

    def _beside(self, entry: Entry) -> tuple[Link | None, Link | None]:
        """The briefings after and before one in time."""
        place, entries = self.index.positions[entry.path], self.index.entries
        return (
            _briefing_link(entries[place - 1]) if place else None,
            _briefing_link(entries[place + 1]) if place + 1 < len(entries) else None,
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


def _one(path: str, inputs: str, text: Callable[[], str]) -> PlannedFiles:
    """A file that is made alone."""
    return PlannedFiles(path, inputs, lambda: [(path, text())])


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

"""The front matter of a briefing: one schema, checked on writing and on reading.

`migrations` tells its version, and reads older ones. `docs/front-matter.md` documents it field by field.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
)

from generator.archive.migrations import migrated
from generator.errors import FrontMatterError
from generator.sources import EntityType, dump_yaml, plain, repaired, split_front_matter


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Insertion(_Part):
    """A name shown in square brackets before code point `at` of the article's text, whose words it is not."""

    at: Annotated[int, Field(ge=0)]
    text: Annotated[str, Field(min_length=1)]


@lru_cache(maxsize=1 << 16)  # pages, tables, feeds and search ask for the same words again and again
def _as_read(text: str) -> str:
    """Words as a reader of the source sees them: without broken letters and without Markdown's marks."""
    return plain(repaired(text))


class Passage(_Part):
    """Words of the source, verbatim: code points `start` to `end` of the article's text.

    `paragraph` counts from 1; 0 is the headline. `insertion` is left out where there is none.
    """

    text: str
    paragraph: Annotated[int, Field(ge=0)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    insertion: Insertion | None = None

    @property
    def shown(self) -> str:
        """The words as a page shows them: as a reader of the source sees them, the insertion in brackets."""
        if not self.insertion:
            return _as_read(self.text)
        at = self.insertion.at - self.start
        before, after = _as_read(self.text[:at]).rstrip(), _as_read(self.text[at:]).lstrip()
        gap = " " if after[:1].isalnum() or after[:1] in "“‘\"'([" else ""
        return f"{before} [{self.insertion.text}]{gap}{after}".lstrip()

    @model_serializer(mode="wrap")
    def _without_empty(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        fields: dict[str, Any] = handler(self)
        return {name: value for name, value in fields.items() if name != "insertion" or value}


StatementKind = Literal["quoted", "mixed", "reported"]
"""Whether the words that are shown stand between quotation marks, in part, or not at all."""


class Statement(_Part):
    """What somebody said: a passage for each paragraph, and for each part that "she said" divides.

    `id` is made from the article's headline and the words. `cue` is the word that introduces the speech.
    Speaker, role and cue are null if unknown.
    """

    id: Annotated[str, Field(pattern="^[0-9a-f]{12}$")]
    kind: StatementKind
    speaker: str | None
    role: str | None
    cue: str | None
    passages: Annotated[list[Passage], Field(min_length=1)]

    @property
    def paragraphs(self) -> list[tuple[int, str]]:
        """The number of each paragraph and its words as a page shows them; "[…]" is where "she said" was."""
        groups = groupby(self.passages, key=lambda passage: passage.paragraph)
        return [(number, " […] ".join(part.shown for part in parts)) for number, parts in groups]

    @property
    def shown(self) -> str:
        """All words of the statement on one line, as a page shows them."""
        return " ".join(words for _, words in self.paragraphs)


class Named(_Part):
    """Somebody or something the article names; `mentions` counts how often."""

    name: str
    aliases: list[str]
    role: str | None
    mentions: Annotated[int, Field(ge=1)]

    def is_in(self, text: str) -> bool:
        """Whether words name it, by its name or by another that its article has for it."""
        return any(_stands_in(name, text) for name in (self.name, *self.aliases))


def _stands_in(name: str, text: str) -> bool:
    """Whether a text has a name as whole words."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(name, end)
    return False


class Source(_Part):
    """Where a briefing comes from. What the article does not say is null."""

    outlet: str | None
    domain: str | None
    url: str | None
    author: str | None
    language: str | None
    article: str
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    words: Annotated[int, Field(ge=1)]
    share: Annotated[int, Field(ge=0, le=100)] = 0


class Record(_Part):
    """All that a briefing file says, in the order of its front matter."""

    schema_version: Annotated[Literal[2], Field(alias="schema")] = 2
    fingerprint: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
    title: Annotated[str, Field(min_length=1)]
    published: dt.datetime | dt.date | None
    source: Source
    summary: list[Passage]
    quotes: list[Statement]
    reported: list[Statement]
    entities: dict[EntityType, list[Named]]
    tags: list[str]
    partial: bool = False
    edited: list[str] = Field(default_factory=list)

    @property
    def statements(self) -> list[Statement]:
        """The key quotes, then the reported statements."""
        return [*self.quotes, *self.reported]

    def passages(self) -> list[Passage]:
        """All words of the source that the briefing shows: the summary's, then the statements'."""
        return [passage for _, passage in self.places()]

    def places(self) -> Iterator[tuple[str, Passage]]:
        """Yield the same with the field that holds each, such as "quotes.0.passages.1"."""
        for number, passage in enumerate(self.summary):
            yield f"summary.{number}", passage
        for field, group in (("quotes", self.quotes), ("reported", self.reported)):
            for number, statement in enumerate(group):
                for part, passage in enumerate(statement.passages):
                    yield f"{field}.{number}.passages.{part}", passage

    def with_share(self) -> Record:
        """The record with the share of the source's words that it quotes, in hundredths, rounded up."""
        quoted = sum(len(passage.text.split()) for passage in self.passages())
        share = min(100, -(-100 * quoted // self.source.words))
        return self.model_copy(update={"source": self.source.model_copy(update={"share": share})})


def dump_front_matter(record: Record) -> str:
    """The front matter of a record, with its two `---` lines."""
    unsaid = {name for name in ("partial", "edited") if not getattr(record, name)}
    fields = record.model_dump(by_alias=True, exclude=unsaid)
    return f"---\n{dump_yaml(fields)}---\n"


def load_record(text: str, name: str) -> Record:
    """Read the front matter of the briefing file `name`.

    Raises FrontMatterError, naming the file and the fields that break the schema.
    """
    fields, _ = split_front_matter(text, name)
    return validate_record(fields, name)


def validate_record(fields: dict[str, Any], name: str) -> Record:
    """Check fields against the schema; raises FrontMatterError."""
    try:
        return Record.model_validate(migrated(fields, name))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
        raise FrontMatterError(
            f"{name}: {where}",
            f"{first['msg']}{more}",
            'delete the file and run "briefing build": it is written anew',
        ) from error

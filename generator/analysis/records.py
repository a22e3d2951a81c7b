"""What analysis finds: plain, frozen records whose spans index into `Article.text`.

All ranges are half-open, in Unicode code points; all sequences are in text order unless said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from generator.sources import EntityType as EntityType  # noqa: PLC0414  part of these records
from generator.sources import RegistryEntry

ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text` is exactly `article.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a name or a speaker is as it is: a rule by its id, the words that it read, and what it told.

    A finder's reason has the mention as its words, a join's the two names that it joined. Evidence for a type
    has a weight in votes of the model; below zero it is against the type. A speaker's reasons have a feature
    of the model as their words, with its weight.
    """

    rule: str
    words: str = ""
    type: EntityType | None = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why there is an entity: what found each mention, what told the type, and what joined the names."""

    found: tuple[Reason, ...] = ()
    typed: tuple[Reason, ...] = ()
    joined: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named: one record for all its names in an article.

    `name` is the fullest proper name (or the registry's canonical one), `aliases` the other forms printed
    in the article, most frequent first. `role` is the article's own words for what a person is ("the head
    of Roscosmos"). `salience` is the share of the story's attention, 0 to 1; `tag` whether it passes the
    cut that makes it a tag of the briefing. `why` has the reasons.
    """

    name: str
    type: EntityType
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    role: Span | None = None
    salience: float = 0.0
    tag: bool = False
    adjectives: tuple[Span, ...] = ()
    entry: RegistryEntry | None = None
    why: Reasons = field(default=Reasons(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, one record a paragraph.

    `span` is the inside of the marks. `speaker` is the mention in the text (it may be "he"),
    `speaker_name` the person or body it stands for and `role` the article's words for what they are; each
    None where the article does not tell. `paragraph` is the number of the paragraph (0 the headline).
    Quotes with one `statement` number are parts of one statement that runs on over paragraphs. `cue` is the
    word that introduces the speech ("said"), where there is one; `why` tells what chose the speaker.
    """

    span: Span
    paragraph: int
    statement: int
    speaker: Span | None = None
    speaker_name: str | None = None
    role: Span | None = None
    cue: Span | None = None
    why: tuple[Reason, ...] = field(default=(), compare=False, repr=False)


StatementKind = Literal["direct", "mixed", "indirect"]
"""Whether the words of a statement stand between marks, in part, or not at all."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is reported to have said, in the article's own words: the whole clause, without "that".

    `id` is made from the article's headline and the words of the statement, so that it outlives changes
    elsewhere. `cue` is the word that introduces the speech ("announced"); the other fields are as in `Quote`.
    """

    id: str
    span: Span
    kind: StatementKind
    paragraph: int
    speaker: Span | None = None
    speaker_name: str | None = None
    role: Span | None = None
    cue: Span | None = None
    why: tuple[Reason, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words that are shown in square brackets at `at`, a place in the article's text, and are not its own."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the summary, verbatim, and the number of the paragraph that it stands in.

    `insertion` is a name that a reader of the summary alone needs: "He [Ada Lovell] also …".
    """

    span: Span
    paragraph: int
    insertion: Insertion | None = None


@dataclass(frozen=True, slots=True)
class Briefing:
    """The analysis of one article.

    `entities` are in order of falling salience. `key_quotes` are statements to show, in text order: each a
    tuple of one or more quotes, its paragraphs and the parts that an attribution divides. `statements` are
    all that is said, with and without marks, and `reported` those to show beside the key quotes. `language`
    is that of the text, or as stated where the text does not tell; None if neither does. `partial` tells that
    it is not analysed in full, since it is not in English.
    """

    summary: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    key_quotes: tuple[tuple[Quote, ...], ...]
    entities: tuple[Entity, ...]
    language: str | None = None
    partial: bool = False
    statements: tuple[Statement, ...] = ()
    reported: tuple[Statement, ...] = ()

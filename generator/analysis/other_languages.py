"""What can be told of an article in another language than English without inventing anything.

Where the lead stands and where words stand between marks is the same in all news; who is named is left to
a spaCy pipeline of that language, if the settings name one, and who speaks is left open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.analysis.parse import parse
from generator.analysis.quotes.marks import find_quotations
from generator.analysis.records import Entity, EntityType, Quote, Sentence, Span
from generator.errors import AnalysisError, PipelineError
from generator.sources import Article

LEAST_LETTERS, MOST_LETTERS = 45, 420
"""A shorter sentence is a heading, a longer one a list; in letters, as not all scripts part words."""

LETTERS_A_WORD = 6
"""How many letters count as a word where a limit is in words."""

_END = re.compile(r"(?:[.!?…][\"”’'»)\]“]*(?=\s+[^\sa-z])|[。！？][」』”）]*|$)")
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]{1,3}|\b\d{1,2})\.$")
_TYPES: dict[str, EntityType] = {
    "PER": "person", "PERSON": "person", "PRS": "person", "persName": "person",
    "ORG": "organisation", "orgName": "organisation",
    "LOC": "place", "GPE": "place", "FAC": "place", "placeName": "place", "geogName": "place",
    "EVENT": "event", "EVN": "event", "WORK_OF_ART": "work", "PRODUCT": "product", "NORP": "group",
}  # fmt: skip


def lead(article: Article, *, sentences: int, words: int) -> tuple[Sentence, ...]:
    """The first whole sentences of an article, at most `sentences` of at most `words` words together."""
    found: list[Sentence] = []
    room = words * LETTERS_A_WORD
    for sentence in _sentences(article):
        text = sentence.span.text
        whole = text[-1:] in '.!…。！»”"' and not any(mark in text for mark in '“„«»”"「」')
        if (
            LEAST_LETTERS <= _letters(text) <= MOST_LETTERS
            and whole
            and (not found or _letters(text) <= room)
        ):
            found.append(sentence)
            room -= _letters(text)
        if len(found) == sentences:
            break
    return tuple(found or list(_sentences(article))[:1])


def quotes_by_marks(article: Article) -> tuple[Quote, ...]:
    """The words between quotation marks; nobody is named as their speaker."""
    found: list[Quote] = []
    statement, runs_on = -1, False
    for quotation in find_quotations(article.text, article.blocks):
        statement += not runs_on
        runs_on = quotation.runs_on
        span = Span(quotation.start, quotation.end, article.text[quotation.start : quotation.end])
        found.append(Quote(span, quotation.paragraph, statement))
    return tuple(found)


def entities_by_model(article: Article, language: str, model: str) -> tuple[Entity, ...]:
    """Who and what a spaCy pipeline of the article's language names, each name by itself, most often first.

    Raises PipelineError if the pipeline is not installed.
    """
    mentions: defaultdict[tuple[EntityType, str], list[Span]] = defaultdict(list)
    try:
        pieces = parse(article, model)
    except AnalysisError as error:
        problem = (
            f"the pipeline {model}, which the settings name for it, is not installed or cannot be loaded"
        )
        remedy = "install it, or take it out of “languages” in briefing.yml"
        raise PipelineError(f"language {language}", problem, remedy) from error
    for piece in pieces:
        for tokens in piece.doc.ents:
            kind = _TYPES.get(tokens.label_)
            span = piece.span(tokens, article.text)
            if kind and any(map(str.isalnum, span.text)):
                mentions[kind, " ".join(span.text.split())].append(span)
    total = sum(map(len, mentions.values()))
    found = [
        Entity(name, kind, (), tuple(spans), salience=round(len(spans) / total, 4), tag=len(spans) > 1)
        for (kind, name), spans in mentions.items()
    ]
    return tuple(sorted(found, key=lambda entity: (-entity.salience, entity.mentions[0].start)))


def statements_to_show(quotes: Sequence[Quote], limit: int) -> tuple[tuple[Quote, ...], ...]:
    """The first statements long enough to be speech and not a term, at most `limit`."""
    groups: defaultdict[int, list[Quote]] = defaultdict(list)
    for quote in quotes:
        groups[quote.statement].append(quote)
    long = [
        tuple(parts)
        for parts in groups.values()
        if parts[0].paragraph and _letters(_text(parts)) >= LEAST_LETTERS
    ]
    return tuple(parts for parts in long if _letters(_text(parts)) <= 2 * MOST_LETTERS)[:limit]


def _text(parts: Sequence[Quote]) -> str:
    return " ".join(part.span.text for part in parts)


def _letters(text: str) -> int:
    """How long a text is in letters; a letter of a script without spaces counts as three."""
    return sum(3 if "\u3040" <= char <= "\u9fff" else 1 for char in text if not char.isspace())


def _sentences(article: Article) -> Iterator[Sentence]:
    """The sentences of the paragraphs, divided by their stops."""
    for paragraph in article.paragraphs:
        begin = paragraph.start
        for match in _END.finditer(article.text, paragraph.start, paragraph.end):
            text = article.text[begin : match.end()]
            if match.end() < paragraph.end and _ABBREVIATED.search(text[-6:]):
                continue
            begin += len(text) - len(text.lstrip())
            if begin < match.end():
                yield Sentence(Span(begin, match.end(), article.text[begin : match.end()]), paragraph.number)
            begin = match.end()

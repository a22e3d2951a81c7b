"""Apply an editor's corrections to a record: each is checked against the article, and told on the page."""

from __future__ import annotations

import re
from typing import Any

from generator.analysis import ENTITY_TYPES, EntityType
from generator.archive.schema import Named, Passage, Record, Statement
from generator.errors import SourceError
from generator.sources import Article, Corrections, QuoteCorrection

_REMEDY = "mend or remove the correction in the article's front matter"


def correct(record: Record, article: Article, path: str) -> Record:
    """The record as its editor wants it; `edited` tells, in a few words each, what was changed.

    Raises SourceError, naming the article's file `path`, if a correction does not apply (any more): words
    that do not stand in the article, or a statement or a name that the briefing does not have.
    """
    if article.corrections == Corrections():
        return record
    for step in (_summary, _drop_quotes, _change_quotes, _add_quotes, _drop, _rename, _retype, _add):
        try:
            record = step(record, article)
        except _NotHere as error:
            raise SourceError(f"{path}: corrections", str(error), _REMEDY) from error
    return record


class _NotHere(Exception):  # noqa: N818  no error by itself: `correct` makes one of it
    """What a correction speaks of is not in the article or in the briefing."""


def _summary(record: Record, article: Article) -> Record:
    wanted = article.corrections.summary
    if not wanted:
        return record
    passages = [_passage(text, article) for text in wanted]
    return _edited(record, "the bottom line was chosen", summary=passages)


def _drop_quotes(record: Record, article: Article) -> Record:
    for text in article.corrections.quotes.drop:
        left = [statement for statement in record.quotes if statement is not _statement(record, text)]
        record = _edited(record, f"a quotation was left out: “{_start(text)}”", quotes=left)
    return record


def _change_quotes(record: Record, article: Article) -> Record:
    for change in article.corrections.quotes.change:
        old = _statement(record, change.text)
        new = _attributed(old, change, article)
        quotes = [new if statement is old else statement for statement in record.quotes]
        record = _edited(record, f"a quotation was attributed: “{_start(change.text)}”", quotes=quotes)
    return record


def _add_quotes(record: Record, article: Article) -> Record:
    for addition in article.corrections.quotes.add:
        bare = Statement(speaker=None, role=None, passages=[_passage(addition.text, article)])
        quotes = [*record.quotes, _attributed(bare, addition, article)]
        quotes.sort(key=lambda statement: statement.passages[0].start)
        record = _edited(record, f"a quotation was added: “{_start(addition.text)}”", quotes=quotes)
    return record


def _drop(record: Record, article: Article) -> Record:
    for name in article.corrections.entities.drop:
        kind, named = _entity(record, name)
        tags = [tag for tag in record.tags if tag != named.name]
        entities = _without(record, kind, named)
        record = _edited(record, f"a name was left out: {name}", entities=entities, tags=tags)
    return record


def _rename(record: Record, article: Article) -> Record:
    for wanted in article.corrections.entities.rename:
        kind, named = _entity(record, wanted.name)
        aliases = [alias for alias in (named.name, *named.aliases) if alias != wanted.to]
        new = named.model_copy(update={"name": wanted.to, "aliases": aliases})
        entities = record.entities | {
            kind: [new if item is named else item for item in record.entities[kind]]
        }
        tags = [wanted.to if tag == named.name else tag for tag in record.tags]
        quotes = [
            said.model_copy(update={"speaker": wanted.to}) if said.speaker == named.name else said
            for said in record.quotes
        ]
        done = f"a name was changed: {wanted.name} to {wanted.to}"
        record = _edited(record, done, entities=entities, tags=tags, quotes=quotes)
    return record


def _retype(record: Record, article: Article) -> Record:
    for wanted in article.corrections.entities.retype:
        kind, named = _entity(record, wanted.name)
        entities = _with(_without(record, kind, named), wanted.type, named)
        record = _edited(record, f"a type was changed: {wanted.name}, {wanted.type}", entities=entities)
    return record


def _add(record: Record, article: Article) -> Record:
    for wanted in article.corrections.entities.add:
        count = _count(wanted.name, article.text)
        if not count:
            raise _NotHere(f"the name “{wanted.name}” does not stand in the article")
        named = Named(name=wanted.name, aliases=[], role=None, mentions=count)
        entities = _with(record.entities, wanted.type, named)
        record = _edited(record, f"a name was added: {wanted.name}", entities=entities)
    return record


def _count(name: str, text: str) -> int:
    """How often a name stands in a text as a whole word.

    The pattern begins with plain characters, which keeps the search linear: with a look behind in front, a
    name of dashes would be compared at every place of a line of dashes.
    """
    found = re.finditer(rf"{re.escape(name)}(?!\w)", text)
    return sum(not re.match(r"\w", text[match.start() - 1 : match.start()]) for match in found)


def _edited(record: Record, done: str, **changes: Any) -> Record:
    return record.model_copy(update={**changes, "edited": [*record.edited, done]})


def _passage(text: str, article: Article) -> Passage:
    """Where the words stand in the article, first within one paragraph; white space counts as it is."""
    for block in article.blocks:
        start = article.text.find(text, block.start, block.end)
        if start >= 0:
            return Passage(text=text, paragraph=block.number, start=start, end=start + len(text))
    raise _NotHere(f"“{_start(text)}” does not stand in any one paragraph of the article, letter for letter")


def _attributed(statement: Statement, wanted: QuoteCorrection, article: Article) -> Statement:
    """The statement with the speaker and the role that the correction states, if it states them."""
    if wanted.role and wanted.role not in article.text:
        raise _NotHere(f"the role “{wanted.role}” does not stand in the article")
    stated = wanted.model_fields_set - {"text"}
    return statement.model_copy(update={field: getattr(wanted, field) for field in stated})


def _statement(record: Record, text: str) -> Statement:
    """The statement that begins with `text`."""
    for statement in record.quotes:
        if statement.passages[0].text.startswith(text):
            return statement
    raise _NotHere(f"the briefing shows no quotation that begins “{_start(text)}”")


def _entity(record: Record, name: str) -> tuple[EntityType, Named]:
    """The entity called `name`, and its type."""
    for kind, group in record.entities.items():
        for named in group:
            if named.name == name:
                return kind, named
    raise _NotHere(f"the briefing names no “{name}”")


def _without(record: Record, kind: EntityType, named: Named) -> dict[EntityType, list[Named]]:
    left = record.entities | {kind: [item for item in record.entities[kind] if item is not named]}
    return {key: group for key, group in left.items() if group}


def _with(
    entities: dict[EntityType, list[Named]], kind: EntityType, named: Named
) -> dict[EntityType, list[Named]]:
    more = entities | {kind: [*entities.get(kind, []), named]}
    return {key: more[key] for key in ENTITY_TYPES if key in more}


def _start(text: str) -> str:
    """The first words, enough to know a text by."""
    words = text.split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")

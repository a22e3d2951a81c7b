"""Apply an editor's corrections to a record: each is checked against the article, and told on the page.

A correction applies to words of the article, not to what one version of the analysis made of them: where the
words are in the article but the briefing does not show them now, there is nothing to correct, and the
correction waits. Only one whose words are not in the article is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter
from typing import Any

from generator.analysis import ENTITY_TYPES, headline_of
from generator.archive import Named, Passage, Record, Statement
from generator.errors import CorrectionError, SourceError
from generator.sources import (
    Article,
    Corrections,
    EntityType,
    QuoteCorrection,
    Renaming,
    TypedName,
    statement_id,
)

_REMEDY = "mend or remove the correction in the article's front matter"

_Step = Callable[[Record, Article], Record]
Entities = dict[EntityType, list[Named]]

_TYPED = str.maketrans("“”„«»‘’‚\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", '"""""\'\'\'  ')
"""Marks and spaces as people type them; a letter for a letter, so that offsets hold."""


def correct(record: Record, article: Article, path: str) -> Record:
    """The corrected record. Its field `edited` names each change in a few words.

    Raises CorrectionError, naming the article's file `path` and every correction that does not apply (any
    more): its words do not stand in the article.
    """
    faults = []
    for field, _, step in _steps(article.corrections):
        try:
            record = step(record, article)
        except _NotHere as error:
            faults.append(SourceError(f"{path}: corrections.{field}", str(error), _REMEDY))
    if faults:
        raise CorrectionError(f"{path}: corrections", _REMEDY, faults)
    return record


def idle(record: Record, article: Article) -> Iterator[str]:
    """Yield the fields of those corrections that had nothing to change in the corrected record."""
    for field, told, _ in _steps(article.corrections):
        if told not in record.edited:
            yield field


class _NotHere(Exception):  # noqa: N818  no error by itself: `correct` makes one of it
    """The words of a correction do not stand in the article."""


def _steps(corrections: Corrections) -> Iterator[tuple[str, str, _Step]]:
    """Yield the field of each correction, what the page says of it, and what does it, in their order."""
    for field, told, apply in _KINDS:
        wanted = attrgetter(field)(corrections)
        if isinstance(wanted, list) and field != "summary":
            for number, item in enumerate(wanted):
                yield f"{field}.{number}", told(item), partial(apply, item, told(item))
        elif wanted:
            yield field, told(wanted), partial(apply, wanted, told(wanted))


def _title(title: str, told: str, record: Record, _: Article) -> Record:
    return _edited(record, told, title=title)


def _published(published: object, told: str, record: Record, _: Article) -> Record:
    return _edited(record, told, published=published)


def _summary(wanted: list[str], told: str, record: Record, article: Article) -> Record:
    return _edited(record, told, summary=[_passage(text, article) for text in wanted])


def _drop_quote(text: str, told: str, record: Record, article: Article) -> Record:
    unwanted = _statement(record, text, article)
    return _edited(record, told, **_each(record, lambda said: None if said is unwanted else said))


def _change_quote(change: QuoteCorrection, told: str, record: Record, article: Article) -> Record:
    old = _statement(record, change.text, article)
    if old is None:
        return record
    new = _attributed(old, change, record, article)
    return _edited(record, told, **_each(record, lambda said: new if said is old else said))


def _each(record: Record, made: Callable[[Statement], Statement | None]) -> dict[str, list[Statement]]:
    """The key quotes and the reported statements with what is `made` of each; None leaves it out."""
    return {
        "quotes": [new for said in record.quotes if (new := made(said))],
        "reported": [new for said in record.reported if (new := made(said))],
    }


def _add_quote(addition: QuoteCorrection, told: str, record: Record, article: Article) -> Record:
    """Show words besides, as a key quote; those that the briefing shows already are not shown twice."""
    passage = _passage(_bare(addition.text), article)
    same = [
        said
        for said in record.statements
        if any(part.start < passage.end and passage.start < part.end for part in said.passages)
    ]
    number = statement_id(headline_of(article), passage.text)
    added = Statement(id=number, kind="quoted", speaker=None, role=None, cue=None, passages=[passage])
    old = same[0].model_copy(update={"kind": "quoted", "passages": [passage]}) if same else added
    left = _each(record, lambda said: None if said in same else said)
    quotes = [*left["quotes"], _attributed(old, addition, record, article)]
    quotes.sort(key=lambda said: said.passages[0].start)
    return _edited(record, told, **left | {"quotes": quotes})


def _drop(name: str, told: str, record: Record, article: Article) -> Record:
    found = _entity(record, name, article)
    if found is None:
        return _edited(record, told)
    kind, named = found
    tags = [tag for tag in record.tags if tag != named.name]
    return _edited(record, told, entities=_without(record.entities, kind, named), tags=tags)


def _rename(wanted: Renaming, told: str, record: Record, article: Article) -> Record:
    found = _entity(record, wanted.name, article)
    if found is None or found[1].name == wanted.to:
        return record
    kind, old = found
    same = next((named for named in record.entities[kind] if named.name == wanted.to), None)
    new = _merged(old, wanted.to, same)
    group = [new if named is old else named for named in record.entities[kind] if named is not same]
    tags = list(dict.fromkeys(wanted.to if tag == old.name else tag for tag in record.tags))

    def renamed(said: Statement) -> Statement:
        return said.model_copy(update={"speaker": wanted.to}) if said.speaker == old.name else said

    entities = record.entities | {kind: group}
    return _edited(record, told, entities=entities, tags=tags, **_each(record, renamed))


def _merged(old: Named, name: str, same: Named | None) -> Named:
    """An entity under a new name; one with what another has, if that bears the name already."""
    others = (same.aliases, same.mentions, same.role) if same else ([], 0, None)
    aliases = dict.fromkeys((old.name, *old.aliases, *others[0]))
    return Named(
        name=name,
        aliases=[alias for alias in aliases if alias != name],
        role=old.role or others[2],
        mentions=old.mentions + others[1],
    )


def _retype(wanted: TypedName, told: str, record: Record, article: Article) -> Record:
    found = _entity(record, wanted.name, article)
    if found is None:
        return record
    kind, named = found
    entities = _with(_without(record.entities, kind, named), wanted.type, named)
    return _edited(record, told, entities=entities)


def _add(wanted: TypedName, told: str, record: Record, article: Article) -> Record:
    """Name somebody or something besides; what the briefing names already gets the type that is wanted."""
    count = _count(wanted.name, article.text)
    if not count:
        raise _NotHere(f"the name “{wanted.name}” does not stand in the article")
    if _known(record, wanted.name):
        return _retype(wanted, told, record, article)
    named = Named(name=wanted.name, aliases=[], role=None, mentions=count)
    return _edited(record, told, entities=_with(record.entities, wanted.type, named))


_KINDS: tuple[tuple[str, Callable[[Any], str], Callable[..., Record]], ...] = (
    ("title", lambda _: "the title was changed", _title),
    ("published", lambda _: "the date was changed", _published),
    ("summary", lambda _: "the bottom line was chosen", _summary),
    ("quotes.drop", lambda text: f"a statement was left out: “{_start(text)}”", _drop_quote),
    ("quotes.change", lambda said: f"a statement was attributed: “{_start(said.text)}”", _change_quote),
    ("quotes.add", lambda said: f"a quotation was added: “{_start(said.text)}”", _add_quote),
    ("entities.drop", lambda name: f"a name was left out: {name}", _drop),
    ("entities.rename", lambda new: f"a name was changed: {new.name} to {new.to}", _rename),
    ("entities.retype", lambda typed: f"a type was changed: {typed.name}, {typed.type}", _retype),
    ("entities.add", lambda typed: f"a name was added: {typed.name}", _add),
)
"""The kinds of correction in the order in which they are made: field, what the page says, what does it."""


def _count(name: str, text: str) -> int:
    """How often a name stands in a text as a whole word.

    The pattern begins with plain characters, which keeps the search linear: with a look behind in front, a
    name of dashes would be compared at every place of a line of dashes.
    """
    found = re.finditer(rf"{re.escape(name)}(?!\w)", text)
    return sum(not re.match(r"\w", text[match.start() - 1 : match.start()]) for match in found)


def _edited(record: Record, told: str, **changes: Any) -> Record:
    return record.model_copy(update={**changes, "edited": [*record.edited, told]})


def _passage(text: str, article: Article) -> Passage:
    """Where the words stand in the article, first within one paragraph, in the article's own letters.

    Straight marks find curly ones; all else must be letter for letter, white space too.
    """
    whole, wanted = article.text.translate(_TYPED), text.translate(_TYPED)
    for block in article.blocks:
        start = whole.find(wanted, block.start, block.end)
        if start >= 0:
            end = start + len(text)
            return Passage(text=article.text[start:end], paragraph=block.number, start=start, end=end)
    raise _NotHere(f"“{_start(text)}” does not stand in any one paragraph of the article, letter for letter")


def _attributed(said: Statement, wanted: QuoteCorrection, record: Record, article: Article) -> Statement:
    """The statement with the speaker and the role that the correction states, if it states them.

    A new speaker without a stated role has the one that the article gives them, never the old speaker's.
    """
    if wanted.role and wanted.role not in article.text:
        raise _NotHere(f"the role “{wanted.role}” does not stand in the article")
    if wanted.speaker and wanted.speaker not in article.text and not _known(record, wanted.speaker):
        raise _NotHere(f"the speaker “{wanted.speaker}” is not named in the article")
    changes = {field: getattr(wanted, field) for field in wanted.model_fields_set - {"text"}}
    if "speaker" in changes and changes["speaker"] != said.speaker:
        found = _known(record, wanted.speaker) if wanted.speaker else None
        changes = {"role": found[1].role if found else None} | changes
    return said.model_copy(update=changes)


def _statement(record: Record, text: str, article: Article) -> Statement | None:
    """The statement that begins with `text`, else the one that has it; None if the briefing shows none."""
    wanted = _bare(text).translate(_TYPED)
    having = [
        said
        for said in record.statements
        if any(wanted in part.text.translate(_TYPED) for part in said.passages)
    ]
    first = next(
        (said for said in having if said.passages[0].text.translate(_TYPED).startswith(wanted)), None
    )
    if first:
        return first
    if len(having) > 1:
        raise _NotHere(f"several statements have “{_start(text)}”: give more of the words")
    if not having:
        _passage(_bare(text), article)
    return having[0] if having else None


def _bare(text: str) -> str:
    """Words without the quotation marks around them, which are often copied along."""
    return text.strip('“”„«»" ') or text


def _entity(record: Record, name: str, article: Article) -> tuple[EntityType, Named] | None:
    """The entity of that name and its type; None if the article has the name and the briefing does not."""
    found = _known(record, name)
    if not found and name not in article.text:
        raise _NotHere(f"the name “{name}” stands neither in the briefing nor in the article")
    return found


def _known(record: Record, name: str) -> tuple[EntityType, Named] | None:
    """The entity called `name`, else the first that has it as an alias, and its type."""
    every = [(kind, named) for kind, group in record.entities.items() for named in group]
    by_name = (found for found in every if found[1].name == name)
    by_alias = (found for found in every if name in found[1].aliases)
    return next(by_name, None) or next(by_alias, None)


def _without(entities: Entities, kind: EntityType, named: Named) -> Entities:
    left = entities | {kind: [item for item in entities[kind] if item is not named]}
    return {key: group for key, group in left.items() if group}


def _with(entities: Entities, kind: EntityType, named: Named) -> Entities:
    more = entities | {kind: [*entities.get(kind, []), named]}
    return {key: more[key] for key in ENTITY_TYPES if key in more}


def _start(text: str) -> str:
    """The first words of a text, to name it in a message."""
    words = text.split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")

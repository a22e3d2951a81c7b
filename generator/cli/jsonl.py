"""The filter: a line of JSON in, the analysis of its text as a line of JSON out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.analysis import Briefing, Entity, Quote, Reasons, Sentence, Span, Statement, typed_mentions
from generator.errors import AnalysisError, BriefingError, SourceError
from generator.pipeline import Briefer
from generator.sources import Article


def answer_lines(
    lines: Iterable[str], briefer: Briefer, *, explain: bool = False
) -> Iterator[str | BriefingError]:
    """Yield the answer to each line `{"id", "text", "title"?}`, or why there is none; skip blank lines.

    With `explain`, each entity has its reasons in the field `why`.

    Raises AnalysisError if the language model is missing.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _answer(line, f"line {number}", briefer, explain)
        except AnalysisError:
            raise
        except BriefingError as error:
            yield error


def _answer(line: str, where: str, briefer: Briefer, explain: bool) -> str:
    """The answer to one line; raises SourceError if it is not of the form above."""
    remedy = 'write one object a line, as {"id": "1", "text": "…", "title": "…"}'
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(where, f"not JSON ({error})", remedy) from error
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str) or "id" not in asked:
        raise SourceError(where, "no object with the fields id and text", remedy)
    title = asked.get("title")
    if not isinstance(title, str | None):
        raise SourceError(where, "the title is no text", remedy)
    found = briefer.brief(Article(text=asked["text"], title=title or None))
    return _dump({"id": asked["id"], **as_json(found, explain=explain)})


def as_json(briefing: Briefing, *, explain: bool = False) -> dict[str, Any]:
    """A briefing as plain data, each span with start, end and text.

    `mentions` are those of the entities once more, each with the type that it has by itself: "Russian",
    though a mention of the place Russia, is a group.
    """
    return {
        "summary": [_sentence(sentence) for sentence in briefing.summary],
        "quotes": [_quote(quote) for quote in briefing.quotes],
        "statements": [_statement(statement) for statement in briefing.statements],
        "entities": [
            _entity(entity) | ({"why": _why(entity.why)} if explain else {}) for entity in briefing.entities
        ],
        "mentions": [{**_span(span), "type": kind} for span, kind in typed_mentions(briefing.entities)],
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _sentence(sentence: Sentence) -> dict[str, Any]:
    added = sentence.insertion
    return _span(sentence.span) | ({"insertion": {"at": added.at, "text": added.text}} if added else {})


def _quote(quote: Quote) -> dict[str, Any]:
    speaker = _span(quote.speaker) if quote.speaker else None
    return {**_span(quote.span), "speaker": speaker, "speaker_name": quote.speaker_name}


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        **_span(statement.span),
        "kind": statement.kind,
        "cue": _span(statement.cue) if statement.cue else None,
        "speaker": _span(statement.speaker) if statement.speaker else None,
        "speaker_name": statement.speaker_name,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "mentions": [_span(mention) for mention in entity.mentions],
    }


def _why(reasons: Reasons) -> dict[str, Any]:
    """Reasons by rule: what found the mentions, told the type with what weight, and joined the names."""
    return {
        "found": [{"rule": reason.rule, "words": reason.words} for reason in reasons.found],
        "typed": [
            {
                "rule": reason.rule,
                "words": reason.words,
                "type": reason.type,
                "weight": round(reason.weight, 3),
            }
            for reason in reasons.typed
        ],
        "joined": [{"rule": reason.rule, "words": reason.words} for reason in reasons.joined],
    }


def _dump(answer: dict[str, Any]) -> str:
    """JSON on one line; in ASCII if a lone surrogate in it could not be written as UTF-8."""
    line = json.dumps(answer, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(answer)
    return line

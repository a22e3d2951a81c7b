"""From an article and its analysis to the record that its briefing file holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.analysis import ENTITY_TYPES, Briefing, Entity, Quote, Sentence, Span, headline_of
from generator.analysis import Statement as Found
from generator.archive import TITLE_WORDS, Insertion, Named, Passage, Record, Source, Statement, StatementKind
from generator.sources import Article, EntityType, Registry, plain, statement_id


def compose(
    article: Article,
    briefing: Briefing,
    registry: Registry,
    *,
    path: str,
    sha256: str,
    fingerprint: str,
) -> Record:
    """The record of one briefing. `path` and `sha256` are those of the article file."""
    return Record(
        fingerprint=fingerprint,
        title=title_of(article),
        published=article.metadata.published,
        source=_source(article, briefing, registry, path, sha256),
        summary=[_sentence(sentence) for sentence in briefing.summary],
        quotes=list(_key_quotes(article, briefing)),
        reported=[_reported(found) for found in briefing.reported],
        entities=_by_type(briefing.entities),
        tags=[entity.name for entity in briefing.entities if entity.tag],
        partial=briefing.partial,
    )


def title_of(article: Article) -> str:
    """The stated title, else the headline in the text, else its first words."""
    if article.title:
        return plain(one_line(article.title))
    if article.headline:
        return plain(one_line(article.text[article.headline.start : article.headline.end]))
    first = article.paragraphs[0]
    words = article.text[first.start : first.end].split()
    return " ".join(words[:TITLE_WORDS]) + ("…" if len(words) > TITLE_WORDS else "")


def one_line(text: str) -> str:
    """The text with all white space as single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def _source(article: Article, briefing: Briefing, registry: Registry, path: str, sha256: str) -> Source:
    known = article.metadata
    return Source(
        outlet=known.outlet or (registry.outlet(known.domain) if known.domain else None),
        domain=known.domain,
        url=known.url,
        author=known.author,
        language=briefing.language,
        article=path,
        sha256=sha256,
        words=sum(len(article.text[p.start : p.end].split()) for p in article.paragraphs) or 1,
    )


def _sentence(sentence: Sentence) -> Passage:
    added = sentence.insertion
    insertion = Insertion(at=added.at, text=added.text) if added else None
    return _passage(sentence.span, sentence.paragraph, insertion)


def _key_quotes(article: Article, briefing: Briefing) -> Iterator[Statement]:
    """The key quotes, each with the id of the statement that its words stand in.

    One that is no statement, or the second of one clause, has the id of its own words.
    """
    taken = set()
    for parts in briefing.key_quotes:
        span = parts[0].span
        over = (found.id for found in briefing.statements if _meet(found.span, span))
        number = next((number for number in over if number not in taken), None)
        number = number or statement_id(headline_of(article), span.text)
        taken.add(number)
        passages = [_passage(_without_comma(part.span), part.paragraph) for part in parts]
        yield _said(parts[0], id=number, kind="quoted", passages=passages)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _reported(found: Found) -> Statement:
    kind: StatementKind = "mixed" if found.kind == "mixed" else "reported"
    passage = _passage(_without_comma(found.span), found.paragraph)
    return _said(found, id=found.id, kind=kind, passages=[passage])


def _said(found: Quote | Found, **fields: Any) -> Statement:
    """A statement with its speaker. Of one without a name, the role is what the article calls them."""
    role = found.role.text if found.role else None
    if role is None and found.speaker_name is None and found.speaker is not None:
        role = one_line(found.speaker.text)
    cue = found.cue.text if found.cue else None
    return Statement(speaker=found.speaker_name, role=role, cue=cue, **fields)


def _passage(span: Span, paragraph: int, insertion: Insertion | None = None) -> Passage:
    return Passage(text=span.text, paragraph=paragraph, start=span.start, end=span.end, insertion=insertion)


def _without_comma(span: Span) -> Span:
    """The words without the comma that only leads over to their attribution."""
    kept = span.text.rstrip(", ") or span.text
    return Span(span.start, span.start + len(kept), kept)


def _by_type(entities: Sequence[Entity]) -> dict[EntityType, list[Named]]:
    """Entities by type, in the fixed order of types; each list keeps the order of salience."""
    groups: dict[EntityType, list[Named]] = {}
    for kind in ENTITY_TYPES:
        named = [_named(entity) for entity in entities if entity.type == kind]
        if named:
            groups[kind] = named
    return groups


def _named(entity: Entity) -> Named:
    role = entity.role.text if entity.role else None
    return Named(name=entity.name, aliases=list(entity.aliases), role=role, mentions=len(entity.mentions))

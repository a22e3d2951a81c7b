"""From an article and its analysis to the record that its briefing file holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis import ENTITY_TYPES, Briefing, Entity, Quote, Sentence, Span
from generator.archive import TITLE_WORDS, Insertion, Named, Passage, Record, Source, Statement
from generator.sources import Article, EntityType, Registry, plain


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
        quotes=[_statement(parts) for parts in briefing.key_quotes],
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


def _statement(parts: Sequence[Quote]) -> Statement:
    """A statement without the commas that only lead over to its attribution.

    Of a speaker without a name, the role is what the article calls them ("a spokesman").
    """
    first = parts[0]
    role = first.role.text if first.role else None
    if role is None and first.speaker_name is None and first.speaker is not None:
        role = one_line(first.speaker.text)
    passages = [_passage(_without_comma(part.span), part.paragraph) for part in parts]
    return Statement(speaker=first.speaker_name, role=role, passages=passages)


def _passage(span: Span, paragraph: int, insertion: Insertion | None = None) -> Passage:
    return Passage(text=span.text, paragraph=paragraph, start=span.start, end=span.end, insertion=insertion)


def _without_comma(span: Span) -> Span:
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

"""Structured data: what the pages say, in the vocabulary of schema.org as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from generator.archive import Entry, Statement, Subject
from generator.sources import EntityType

TYPES: dict[EntityType, str] = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Place",
    "event": "Event",
    "work": "CreativeWork",
    "product": "Product",
    "group": "Thing",
}

# What could end the script element, or begin a comment in it, as JSON escapes.
_SCRIPT = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def script_text(fields: dict[str, Any]) -> Markup:
    """JSON that may stand in a script element, whatever text it holds."""
    text = json.dumps({"@context": "https://schema.org", **fields}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_SCRIPT))  # noqa: S704  nothing in it can end the element


def website(name: str, description: str, url: str) -> dict[str, Any]:
    """The site as a whole, and how to search it."""
    return {
        "@type": "WebSite",
        "name": name,
        "description": description,
        "url": url,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{url}search/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def briefing_page(entry: Entry, url: str) -> dict[str, Any]:
    """A briefing: a page about a news article, with the article, what it quotes and whom it names."""
    kinds = {named.name: kind for kind, group in entry.record.entities.items() for named in group}
    return {
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": entry.record.title,
        "citation": _article(entry),
        "mentions": [{"@type": TYPES[kind], "name": name} for name, kind in kinds.items()],
        "hasPart": [_quotation(statement, kinds, url) for statement in entry.record.quotes],
    }


def subject_page(subject: Subject, url: str) -> dict[str, Any]:
    """Somebody or something with a page: names, description, and the same thing elsewhere."""
    thing: dict[str, Any] = {"@type": TYPES[subject.type], "name": subject.name, "url": url}
    if subject.aliases:
        thing["alternateName"] = list(subject.aliases)
    curated = subject.curated
    if curated and curated.description:
        thing["description"] = curated.description
    elsewhere = [curated.url] if curated and curated.url else []
    if curated and curated.wikidata:
        elsewhere.append(f"https://www.wikidata.org/wiki/{curated.wikidata}")
    if elsewhere:
        thing["sameAs"] = elsewhere
    return {"@type": "WebPage", "url": url, "name": subject.name, "mainEntity": thing}


def _article(entry: Entry) -> dict[str, Any]:
    source, published = entry.record.source, entry.record.published
    article: dict[str, Any] = {"@type": "NewsArticle", "headline": entry.record.title}
    if source.url:
        article["url"] = source.url
    if published:
        article["datePublished"] = published.isoformat()
    if source.author:
        article["author"] = {"@type": "Person", "name": source.author}
    if entry.outlet:
        article["publisher"] = {"@type": "Organization", "name": entry.outlet}
    if source.language:
        article["inLanguage"] = source.language
    return article


def _quotation(statement: Statement, kinds: dict[str, EntityType], page: str) -> dict[str, Any]:
    quotation: dict[str, Any] = {
        "@type": "Quotation",
        "@id": f"{page}#{statement.id}",
        "text": statement.shown,
    }
    if statement.speaker:
        kind = kinds.get(statement.speaker)
        speaker: dict[str, Any] = {"@type": TYPES[kind] if kind else "Person", "name": statement.speaker}
        if statement.role and kind == "person":
            speaker["jobTitle"] = statement.role
        quotation["spokenByCharacter"] = speaker
    return quotation

"""Write an article as a clean Markdown file: the form in which an archive keeps what people bring."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.sources.article import Article
from generator.sources.cleaning import repaired
from generator.sources.cleaning.markup import plain
from generator.sources.yaml_text import dump_yaml

_ROUNDS = 8
"""What is left out may show more to leave out; this often at the most."""


def cleaned(article: Article) -> Article:
    """The article as its story alone, a paragraph a line, with repaired letters; and its title apart.

    Idempotent, but for texts made to defeat it. What its left-out lines tell is kept as metadata; what they
    say is not.
    """
    title = article.title
    if not title and article.headline:
        title = _line(article.text[article.headline.start : article.headline.end])
    current = replace(article, title=_line(title) if title else None)
    for _ in range(_ROUNDS):
        paragraphs = [_line(current.text[part.start : part.end]) for part in current.paragraphs]
        after = replace(current, text="\n\n".join(filter(None, paragraphs)))
        if after.text == current.text:
            break
        current = after
    return current


def article_file(article: Article) -> str:
    """The Markdown file of a cleaned article: front matter with all that is known, then its text."""
    known = article.metadata
    fields: dict[str, Any] = {
        "title": article.title,
        "published": known.published,
        "outlet": known.outlet,
        "url": known.url,
        "author": known.author,
        "language": known.language,
    }
    stated = {name: value for name, value in fields.items() if value is not None}
    corrections = article.corrections.model_dump(mode="json", exclude_unset=True)  # null says: unknown
    stated |= {"corrections": corrections} if corrections else {}
    source = f"\n\nsource: {known.domain}" if known.domain and not known.url else ""
    block = dump_yaml(stated) if stated else ""
    return f"---\n{block}---\n\n{article.text}{source}\n"


def _line(text: str) -> str:
    """A paragraph or a title as plain words on one line."""
    return " ".join(plain(repaired(" ".join(text.split()))).split())

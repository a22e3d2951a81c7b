"""From a file of any kind to clean articles, with warnings and the reasons for refusals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.analysis import language_of
from generator.errors import BriefingError, SourceError
from generator.pipeline.incoming import Incoming
from generator.sources import (
    SUFFIXES,
    Article,
    Header,
    Metadata,
    Reading,
    cleaned,
    kind_of_bytes,
    read_article,
    read_file,
    read_header,
)


@dataclass(frozen=True)
class Understood:
    """The clean article in a file, how often each rule left something out, and a language stated wrongly."""

    article: Article
    left_out: Counter[str]
    mistaken: str | None = None
    warnings: tuple[str, ...] = ()


def understood(source: Incoming, stated: Mapping[str, str]) -> Iterator[Understood | BriefingError]:
    """Yield each clean article in a file, with what is stated about it, or the reason why it is refused.

    A language that a text is not in is not kept.
    """
    try:
        source = source.read()
        for answer in read_file(source.data, source.name):
            yield answer if isinstance(answer, BriefingError) else _understood(answer, stated, source.name)
    except BriefingError as error:
        yield error
    except Exception as error:  # one file must never stop the others
        problem = f"it could not be read ({type(error).__name__}: {error})"
        yield SourceError(source.name, problem, "please report this with the file")


def only_article(source: Incoming) -> Article:
    """The clean article in a file that holds one. Raises BriefingError if it holds none."""
    answer = next(understood(source, {}))
    if isinstance(answer, BriefingError):
        raise answer
    return answer.article


def _understood(reading: Reading, stated: Mapping[str, str], name: str) -> Understood:
    article = reading.article
    header = _options(stated, name)
    given: dict[str, Any] = {
        name: value
        for name in ("published", "outlet", "url", "author")
        if (value := getattr(header, name)) is not None
    }
    metadata: Metadata = replace(article.metadata, **given)
    if header.url:
        metadata = replace(metadata, domain=(urlsplit(header.url).hostname or "").removeprefix("www."))
    if metadata.language:
        metadata = replace(metadata, language=language_of(article))
    is_right = metadata.language == article.metadata.language
    return Understood(
        cleaned(replace(article, title=header.title or _title(article), metadata=metadata)),
        Counter(part.rule for part in article.layout.left_out),
        None if is_right else article.metadata.language,
        reading.warnings,
    )


def preview(source: Incoming, stated: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield what would be added from a file, as plain data: a row an article, or the reason why not."""
    for answer in understood(source, stated):
        if isinstance(answer, BriefingError):
            yield {"file": source.name, "refused": f"{answer.problem}; {answer.remedy}", **_NOTHING}
        else:
            known = answer.article.metadata
            yield {
                "file": source.name,
                "refused": None,
                "title": answer.article.title,
                "author": known.author,
                "published": known.published.isoformat() if known.published else None,
                "outlet": known.outlet,
                "url": known.url,
                "language": known.language,
                "text": answer.article.text,
                "warnings": list(answer.warnings),
            }


_NOTHING: dict[str, Any] = {
    **dict.fromkeys(("title", "author", "published", "outlet", "url", "language", "text")),
    "warnings": [],
}


def _options(stated: Mapping[str, str], name: str) -> Header:
    """The metadata that the caller states. Raises SourceError, naming every wrong option."""
    try:
        return read_header(dict(stated), name)
    except BriefingError as error:
        raise SourceError(f"{name}: options", error.problem, "see “briefing add --help”") from error


def read_incoming(source: Incoming) -> Article:
    """The article in a file, as an archive reads it: its text is not cleaned.

    Raises SourceError or FrontMatterError, by the name that the file is spoken of.
    """
    name = named(source)
    try:
        return read_article(source.data, name)
    except BriefingError as error:
        first = error.faults()[0]
        raise SourceError(first.where.replace(name, source.name, 1), first.problem, first.remedy) from error


def named(source: Incoming) -> str:
    """The file name that decides how a source is read. HTML without a known ending is read as a page."""
    suffix = Path(source.name).suffix.lower()
    if suffix in SUFFIXES:
        return source.name
    return f"{source.name}.html" if kind_of_bytes(source.data) == "page" else f"{source.name}.txt"


def _title(article: Article) -> str | None:
    """The headline of an article, stated or in its text."""
    if article.title:
        return article.title
    return article.text[article.headline.start : article.headline.end] if article.headline else None

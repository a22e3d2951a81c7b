"""What a build warns of: articles in other languages than English, or than they are stated to be in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter

from generator.archive import Entry, Record, SourceFile
from generator.errors import BriefingError, SourceError


def partial_warnings(entries: Iterable[Entry], models: Mapping[str, str]) -> list[BriefingError]:
    """A line for each article that is not analysed in full, in the order of their paths.

    `models` names the pipelines for other languages than English, by their letters.
    """
    sources = sorted(
        (entry.record.source for entry in entries if entry.record.partial), key=attrgetter("article")
    )
    return [_partial_warning(source.article, str(source.language), models) for source in sources]


def _partial_warning(path: str, language: str, models: Mapping[str, str]) -> BriefingError:
    problem = f"it is not in English ({language}): "
    if language in models:
        problem += f"speakers are not worked out, and names are as {models[language]} finds them"
        return SourceError(path, problem, "read them before you publish them")
    remedy = f"to have its names, name a spaCy pipeline for {language} under “languages” in briefing.yml"
    return SourceError(path, f"{problem}speakers and names are not worked out", remedy)


def language_warnings(file: SourceFile, record: Record) -> list[BriefingError]:
    """A line if an article is stated to be in another language than its text is in."""
    stated, found = file.article.metadata.language, record.source.language
    if not stated or not found or stated.startswith(found):
        return []
    problem = f"it is stated to be in {stated}, but its text is in {found}, and is read so"
    return [SourceError(file.path, problem, "mend or delete the field “language” of its front matter")]

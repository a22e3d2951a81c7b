"""From article files to records: one at a time, or in several processes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.analysis import ANALYSIS_VERSION, Briefing, Options, allowance, analyse
from generator.archive import Record, SourceFile, digest
from generator.editing import compose, correct, fitting
from generator.errors import AnalysisError, BriefingError, PipelineError, SourceError
from generator.pipeline.workers import Workers
from generator.sources import Article, Registry

PARALLEL_FROM = 24
"""With fewer articles, loading the model again in other processes costs more than it saves."""


def version_of(options: Options) -> str:
    """Names the options and the version of analysis."""
    return digest(repr(options), str(ANALYSIS_VERSION))


@dataclass(frozen=True)
class Briefer:
    """What every article of one build is analysed with."""

    registry: Registry
    options: Options

    @cached_property
    def digest(self) -> str:
        """Names the registry, the options and the version of analysis as a whole."""
        return digest(repr(self.registry), version_of(self.options))

    def fingerprint(self, file: SourceFile) -> str:
        """Names all that the record of an article depends on: equal fingerprints, equal records.

        It covers the file, the options, the version of the analysis, and of the registry no more than the
        entries that the article names. Raises BriefingError if the file cannot be read.
        """
        return self._fingerprint(file, file.article)

    def _fingerprint(self, file: SourceFile, article: Article) -> str:
        domain = article.metadata.domain
        used = repr(self.registry.entries_in(article.text)), repr(domain and self.registry.outlet(domain))
        whole = digest(file.path, file.data, str(ANALYSIS_VERSION), repr(self.options), *used)
        return whole[:32]

    def record(self, file: SourceFile) -> Record:
        """The record of one article, corrected by its editor.

        Raises BriefingError if it cannot be read, a correction does not apply, or the model is missing.
        """
        article = file.article
        record = compose(
            article,
            self.brief(article),
            self.registry,
            path=file.path,
            sha256=hashlib.sha256(file.data).hexdigest(),
            fingerprint=self._fingerprint(file, article),
        )
        allowed = allowance(record.source.words, self.options.share)
        return fitting(correct(record, article, file.path), allowed).with_share()

    def brief(self, article: Article) -> Briefing:
        """Analyse one article. Raises AnalysisError if the model is missing."""
        return analyse(article, self.registry, self.options)

    def attempt(self, file: SourceFile) -> Record | BriefingError:
        """The record of an article, or the reason why it has none.

        Raises AnalysisError alone, if the model for English is missing.
        """
        try:
            return self.record(file)
        except PipelineError as error:  # concerns the articles of that language alone
            return SourceError(file.path, f"{error.where}: {error.problem}", error.remedy)
        except AnalysisError:
            raise
        except BriefingError as error:
            return error
        except Exception as error:  # one article must never stop the others
            problem = f"it could not be analysed ({type(error).__name__}: {error})".replace("\n", " ")
            return SourceError(file.path, problem, "please report this with the article")

    def records(
        self, files: Sequence[SourceFile], workers: int | None = None
    ) -> Iterator[Record | BriefingError]:
        """The records of many articles, in their order, by `workers` processes.

        Raises AnalysisError if the model is missing.
        """
        wanted = workers or (os.cpu_count() or 1 if len(files) >= PARALLEL_FROM else 1)
        with Workers(self, min(wanted, len(files))) as processes:
            yield from processes.map(Briefer.attempt, files)

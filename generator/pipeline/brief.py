"""From article files to records: one at a time, or in several processes."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from multiprocessing import active_children, get_context, parent_process
from threading import Thread, current_thread, main_thread

from generator.analysis import ANALYSIS_VERSION, Briefing, Options, analyse
from generator.archive import Record, SourceFile, digest
from generator.editing import compose, correct
from generator.errors import AnalysisError, BriefingError, PipelineError, SourceError
from generator.sources import Article, Registry, read_article

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
        return self._fingerprint(file, read_article(file.data, file.path))

    def _fingerprint(self, file: SourceFile, article: Article) -> str:
        domain = article.metadata.domain
        used = repr(self.registry.entries_in(article.text)), repr(domain and self.registry.outlet(domain))
        whole = digest(file.path, file.data, str(ANALYSIS_VERSION), repr(self.options), *used)
        return whole[:32]

    def record(self, file: SourceFile) -> Record:
        """The record of one article, corrected by its editor.

        Raises BriefingError if it cannot be read, a correction does not apply, or the model is missing.
        """
        article = read_article(file.data, file.path)
        record = compose(
            article,
            self.brief(article),
            self.registry,
            path=file.path,
            sha256=hashlib.sha256(file.data).hexdigest(),
            fingerprint=self._fingerprint(file, article),
        )
        return correct(record, article, file.path).with_share()

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
        if min(wanted, len(files)) <= 1:
            yield from map(self.attempt, files)
            return
        # "spawn" is what every platform has, and carries no threads of the parent along.
        pool = ProcessPoolExecutor(wanted, get_context("spawn"), _start_worker, (self,))
        try:
            with _deaf_children():
                results = pool.map(_attempt_in_worker, files, chunksize=4)
            yield from results
        except BrokenProcessPool as error:
            remedy = 'build again with "--workers 1", which takes less memory'
            raise AnalysisError("analysis", "a worker process was killed", remedy) from error
        except BaseException:  # Ctrl-C: whoever stops a build does not wait for the articles at hand
            for worker in active_children():
                worker.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Processes started meanwhile never hear Ctrl-C, not even while they load: it is ours to answer, then."""
    if sys.platform == "win32" or current_thread() is not main_thread():
        yield
        return
    heard: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # which children inherit
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler)
    if heard:
        raise KeyboardInterrupt


_worker: Briefer


def _start_worker(briefer: Briefer) -> None:
    """Keep the briefer, so that registry and options are sent once. Ctrl-C is the parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    global _worker  # noqa: PLW0603  a process pool has no other place for it
    _worker = briefer


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _attempt_in_worker(file: SourceFile) -> Record | BriefingError:
    return _worker.attempt(file)

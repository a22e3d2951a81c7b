"""Work divided among processes, which share what is costly to make."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from threading import Thread, current_thread, main_thread
from types import TracebackType
from typing import Any, Self, TypeVar

from generator.errors import AnalysisError

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Workers:
    """Processes that do tasks with what they `share`, sent to each once; a single one is this process."""

    def __init__(self, share: Any, count: int) -> None:
        self._share = share
        # "spawn" is what every platform has, and carries no threads of the parent along.
        spawn = get_context("spawn")
        self._pool = ProcessPoolExecutor(count, spawn, _start_worker, (share,)) if count > 1 else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is None:
            return
        if kind is not None:  # Ctrl-C: whoever stops a build does not wait for the articles at hand
            for worker in active_children():
                worker.terminate()
        self._pool.shutdown(cancel_futures=True)

    def map(
        self, task: Callable[[Any, _Item], _Result], items: Sequence[_Item], *, chunk: int = 4
    ) -> Iterator[_Result]:
        """The results of a task for each item, in order. `task` takes what is shared and an item.

        Raises what the task raises, and AnalysisError if a process was killed.
        """
        if self._pool is None:
            for item in items:
                yield task(self._share, item)
            return
        try:
            with _deaf_children():
                results = self._pool.map(_Task(task), items, chunksize=chunk)
            yield from results
        except BrokenProcessPool as error:
            remedy = 'try again with "--workers 1", which takes less memory'
            raise AnalysisError("analysis", "a worker process was killed", remedy) from error


class _Task:
    """A task as it is sent to a worker, which adds what is shared."""

    def __init__(self, task: Callable[[Any, Any], Any]) -> None:
        self._task = task

    def __call__(self, item: Any) -> Any:
        return self._task(_shared, item)


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Processes started within ignore Ctrl-C, also while they load. The parent handles it."""
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


_shared: Any = None


def _start_worker(share: Any) -> None:
    """Keep what is shared. The parent handles Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    global _shared  # noqa: PLW0603  a process pool has no other place for it
    _shared = share


def _end_with_parent() -> None:
    """End the worker when its parent is killed; otherwise it would wait for ever."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)

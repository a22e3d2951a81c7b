"""Analysis on other machines: the workers of a Dask scheduler, in the place of processes on this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeVar

from generator.errors import AnalysisError
from generator.pipeline.provenance import program_digest

CHUNK = 16
"""Articles that a worker is sent at once, with all that they are analysed with: no more is lost with it."""

AT_ONCE = 64
"""Chunks that are under way: more would fill memory, here and there."""

PATIENCE = 10
"""Seconds in which a scheduler must answer."""

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Cluster:
    """The workers of a scheduler, which do tasks with what they `share`. They must run the same program.

    Tasks of a worker that is lost are given to another. Raises AnalysisError if there is no scheduler.
    """

    def __init__(self, share: Any, address: str, model: str) -> None:
        self._share, self._address, self._model = share, address, model
        self._client = _client(address)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def map(self, task: Callable[[Any, _Item], _Result], items: Sequence[_Item]) -> Iterator[_Result]:
        """The results of a task for each item, in order.

        Raises what the task raises, and AnalysisError if workers are lost again and again, or run another
        program.
        """
        from distributed import KilledWorker  # noqa: PLC0415  an optional dependency

        chunks = [items[at : at + CHUNK] for at in range(0, len(items), CHUNK)]
        do = partial(_do, task, self._share, self._model)
        waiting = [self._client.submit(do, chunk, pure=False) for chunk in chunks[:AT_ONCE]]
        own = program_digest(self._model)
        for place in range(len(chunks)):
            try:
                program, results = waiting.pop(0).result()
            except KilledWorker as error:
                problem = "workers were lost again and again over the same articles"
                raise AnalysisError(self._address, problem, "give them more memory") from error
            if program != own:
                problem = "a worker runs another program, or another language model"
                raise AnalysisError(self._address, problem, "install the same version everywhere")
            if place + AT_ONCE < len(chunks):
                waiting.append(self._client.submit(do, chunks[place + AT_ONCE], pure=False))
            yield from results


def _do(
    task: Callable[[Any, _Item], _Result], share: Any, model: str, items: Sequence[_Item]
) -> tuple[str, list[_Result]]:
    """What a worker does: a chunk of items; and the program that it did it with."""
    return program_digest(model), [task(share, item) for item in items]


def _client(address: str) -> Any:
    try:
        from distributed import Client  # noqa: PLC0415  an optional dependency
    except ImportError as error:
        remedy = 'install it: pip install "briefing-archive[cluster]"'
        raise AnalysisError("--scheduler", "Dask distributed is not installed", remedy) from error
    try:
        return Client(address, timeout=PATIENCE)  # type: ignore[no-untyped-call,unused-ignore]
    except (OSError, ValueError) as error:
        remedy = "start one (dask scheduler), and name its address, such as tcp://10.0.0.5:8786"
        raise AnalysisError(address, "no Dask scheduler answers there", remedy) from error

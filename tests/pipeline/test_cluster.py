"""`briefing build --scheduler`: other machines analyse, and the bytes are the same."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from generator.archive import Project
from generator.pipeline import cluster, refresh_archive
from tests.conftest import LAUNCH, make_project, tree

distributed = pytest.importorskip("distributed", reason="the extra “cluster” is not installed")


def many(project: Project) -> Project:
    for number in range(12):
        (project.articles / f"story-{number}.txt").write_text(f"{LAUNCH}\n\nNumber {number} was the last.")
    return project


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = many(make_project(tmp_path / "alone"))
    refresh_archive(alone, workers=1)
    monkeypatch.setattr(cluster, "CHUNK", 1)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=str(tmp_path)
    ) as local:
        with distributed.Client(local.scheduler_address) as client:
            victim = sorted(client.run(os.getpid).values())[0]
        together = many(make_project(tmp_path / "together"))
        killer = threading.Thread(target=_kill_when, args=(together, victim))
        killer.start()
        report = refresh_archive(together, scheduler=local.scheduler_address)
        killer.join()
    assert (report.analysed, report.errors) == (13, [])
    assert tree(together.briefings) == tree(alone.briefings)


def _kill_when(project: Project, victim: int) -> None:
    """Kill a worker when the first briefing is there."""
    deadline = time.monotonic() + 60
    while not list(project.briefings.glob("*/*.md")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(victim, signal.SIGKILL)


def test_no_scheduler_is_one_line(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    report = refresh_archive(project, scheduler="tcp://127.0.0.1:9")
    assert str(report.errors[0]) == (
        "tcp://127.0.0.1:9: no Dask scheduler answers there; "
        "start one (dask scheduler), and name its address, such as tcp://10.0.0.5:8786"
    )

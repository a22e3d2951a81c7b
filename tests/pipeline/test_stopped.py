"""A build that is stopped: one line, the exit status that shells know, and no worker left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.archive import Project
from tests.conftest import LAUNCH

SAID = "briefing: stopped; what was written is whole, and the next run goes on from there\n"

pytestmark = [
    pytest.mark.model,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise on Windows"),
]


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Let the commands hear SIGINT, though the tests may run in the background of a shell, which does not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_build_says_so_and_its_workers_end(project: Project, sent: signal.Signals) -> None:
    for number in range(400):
        (project.articles / f"launch-{number}.txt").write_text(LAUNCH, encoding="utf-8")
    command = [sys.executable, "-m", "generator", "build", "--workers", "2"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=project.root, stdout=pipe, stderr=subprocess.STDOUT, text=True)
    deadline = time.monotonic() + 120
    while not list(project.briefings.glob("undated/*.md")) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(sent)
    told, _ = process.communicate(timeout=60)  # the pipe closes when the last worker has ended
    assert told == SAID
    assert process.returncode == 130


def test_a_command_that_is_stopped_while_it_loads_says_the_same(project: Project) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "generator", "build"]
    process = subprocess.Popen(command, cwd=project.root, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    while "generator.cli.stopped" not in process.stderr.readline():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    told = [line for line in process.stderr if not line.startswith("import time:")]
    assert told == [SAID]
    assert process.wait(timeout=60) == 130
    assert not list(project.briefings.rglob("*.md"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux tells the children of a process")
def test_ctrl_c_in_a_terminal_reaches_workers_too_and_they_are_silent(project: Project) -> None:
    for number in range(40):
        (project.articles / f"launch-{number}.txt").write_text(LAUNCH, encoding="utf-8")
    command = [sys.executable, "-m", "generator", "build", "--workers", "2"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        command, cwd=project.root, stdout=pipe, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 120
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    # The tracker of resources comes first; workers load for a second.
    while len(children.read_text().split()) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    told, _ = process.communicate(timeout=60)
    assert told == SAID
    assert process.returncode == 130

"""A build that is stopped: one line, the exit status that shells know, and no worker left behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from generator.archive import Project
from tests.conftest import LAUNCH

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise on Windows")


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
    assert told == "briefing: stopped; what was written is whole, and the next run goes on from there\n"
    assert process.returncode == 130

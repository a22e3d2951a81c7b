"""A small archive that is disturbed, what it should look like, and how to tell whether it does."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.archive import Project, load_record
from generator.errors import BriefingError
from generator.pipeline.refresh import refresh_archive

ROOT = Path(__file__).parents[2]
ARTICLES = 60
STORY = """Harbour number {n} opens

The Ministry of Works in Tarn has opened harbour number {n} at Pell on Friday after two years of work.

“We are glad that number {n} is done,” Dora Finch, the works minister, told reporters.
"""
RAIN = b"\nIt rained all day.\n"
NEW = """Lighthouse at Pell is lit again

The lighthouse at Pell in Tarn was lit again on Sunday after a winter of repairs by the Tarn Coast Guard.

“Nobody will miss the rocks now,” said Ilse Marr, the keeper of the lighthouse.
"""
PATIENCE = 120
"""Seconds after which a command hangs."""
HANGS = f"it has not ended after {PATIENCE} seconds"

Files = dict[str, bytes]


class SkippedError(Exception):
    """Why a disturbance cannot be made on this machine."""


@dataclass(frozen=True)
class Told:
    """What a command printed, and its exit status."""

    text: str
    status: int

    def faults(self) -> list[str]:
        """A traceback, if it shows one, and that it did not end."""
        shown = [f"it shows a traceback: {self.text[-400:]!r}"] if "Traceback" in self.text else []
        return [*shown, HANGS] if HANGS in self.text else shown


@dataclass(frozen=True)
class Scene:
    """An archive. Files are named by their paths below its folder.

    `articles` and `pages` are what an undisturbed build has; `added` what an addition of `incoming` makes;
    `whole` all that a file may hold, before or after; `seconds` what a build from nothing takes.
    """

    project: Project
    incoming: Path
    articles: Files
    pages: Files
    added: Files
    whole: Mapping[str, frozenset[bytes]]
    seconds: float

    def change(self, number: int) -> None:
        """Give a build something to do: one article, and at every tenth number all of them."""
        path = sorted(self.articles)[number % ARTICLES]
        (self.project.root / path).write_bytes(self.articles[path] + RAIN)
        if number % 10 == 0:
            for page in self.project.briefings.rglob("*.md"):
                page.unlink()
            self.project.memo.unlink(missing_ok=True)

    def judge(self, told: Told, before: set[str]) -> list[str]:
        """The faults after a disturbance: of what was told, of the files, and of what a plain build makes.

        `before` are the files that were there. The archive is as it was in the beginning afterwards.
        """
        return [*told.faults(), *self.look(before), *self.settle()]

    def present(self) -> set[str]:
        """The articles and briefings that are there."""
        return set(_kept(self.project))

    def look(self, before: set[str]) -> Iterator[str]:
        """Articles and briefings that are not whole, or are gone."""
        now = _kept(self.project)
        yield from (f"{path} is lost" for path in sorted(before - now.keys()))
        yield from (
            f"{path} is not whole" for path, data in now.items() if data not in self.whole.get(path, ())
        )
        yield from cut_pages(self.project)

    def settle(self) -> Iterator[str]:
        """Restore the articles, build, and compare."""
        for path in files(self.project.articles, self.project.root):
            if path not in self.articles and not Path(path).name.startswith("."):
                (self.project.root / path).unlink()
        for path, data in self.articles.items():
            (self.project.root / path).write_bytes(data)
        try:
            report = refresh_archive(self.project, workers=1)
        except BriefingError as error:
            yield f"a plain build fails: {error}"
            return
        yield from (f"a plain build fails: {error}" for error in report.errors)
        found = _all(self.project)
        for path, data in sorted((self.articles | self.pages).items() ^ found.items()):
            yield f"{path} is not as in an undisturbed build ({len(data)} bytes)"


def make(folder: Path) -> Scene:
    """An archive below `folder`, built; and what it would be with rain in all articles, and with one more."""
    root = folder / "archive"
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copy(ROOT / "mkdocs.yml", root)
    project = Project(root)
    project.articles.mkdir()
    project.briefings.mkdir()
    incoming = folder / "lighthouse.txt"
    incoming.write_text(NEW, encoding="utf-8")
    for number in range(ARTICLES):
        file = project.articles / f"harbour-{number:02}.txt"
        file.write_text(STORY.format(n=number) + RAIN.decode(), encoding="utf-8")
    refresh_archive(project, workers=1)  # the model is loaded now
    rained = _kept(project)
    for number in range(ARTICLES):
        (project.articles / f"harbour-{number:02}.txt").write_text(STORY.format(n=number), encoding="utf-8")
    begun = time.monotonic()
    refresh_archive(project, workers=1)
    seconds = time.monotonic() - begun
    articles, plain = files(project.articles, root), _kept(project)
    pages = files(project.briefings, root)
    run(project, "add", str(incoming))
    added = {path: data for path, data in _kept(project).items() if path not in plain}
    if len(added) != 2:  # an article and its briefing
        raise RuntimeError(f"one article was added, and these files: {sorted(added)}")
    versions = (rained, plain, added)
    whole = {
        path: frozenset(version[path] for version in versions if path in version) for path in {*plain, *added}
    }
    scene = Scene(project, incoming, articles, pages, added, whole, seconds)
    if faults := list(scene.settle()):
        raise RuntimeError(f"the archive is wrong before anything was disturbed: {faults}")
    return scene


def cut_pages(project: Project) -> Iterator[str]:
    """Pages that do not end as pages do, and briefings that cannot be read."""
    for page in project.briefings.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        if not text.endswith("\n"):
            yield f"{page.name} is cut"
        if page.name.startswith("harbour-"):
            try:
                load_record(text, page.name)
            except BriefingError as error:
                yield str(error)


def command(project: Project, *arguments: str) -> list[str]:
    """`briefing …` or `mkdocs build …` in an archive."""
    if arguments[0] == "mkdocs":
        config = ["-q", "-f", str(project.root / "mkdocs.yml")]
        return [sys.executable, "-m", "mkdocs", "build", *config, *arguments[1:]]
    workers = ("--workers", "1") if arguments[0] == "build" else ()
    return [sys.executable, "-m", "generator", "-C", str(project.root), *arguments, *workers]


def start(line: Sequence[str]) -> subprocess.Popen[str]:
    """Start a command, to be ended by `outcome`."""
    pipe = subprocess.PIPE
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        line,
        stdout=pipe,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=environment,
        start_new_session=True,
    )


def outcome(process: subprocess.Popen[str]) -> Told:
    """Wait for a command."""
    try:
        text, _ = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        text, _ = process.communicate()
        return Told(f"{text}\n{HANGS}", process.returncode)
    return Told(text, process.returncode)


def run(project: Project, *arguments: str) -> Told:
    """Run `briefing …` or `mkdocs build …` to its end."""
    return outcome(start(command(project, *arguments)))


def files(folder: Path, root: Path) -> Files:
    """All files below a folder, by their paths below `root`."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def _all(project: Project) -> Files:
    return files(project.articles, project.root) | files(project.briefings, project.root)


def _kept(project: Project) -> Files:
    """Articles and briefings, which are under version control, but no hidden files."""
    found = files(project.articles, project.root) | files(project.briefings / "undated", project.root)
    names = {path: Path(path).name for path in found}
    return {path: data for path, data in found.items() if names[path][0] != "." and names[path] != "index.md"}

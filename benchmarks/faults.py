"""Kill a build at many random moments; what is left must be whole, and a plain build must finish the work.

    python -m benchmarks.faults [KILLS]

Prints a line a kill that left something wrong, and a summary; the status is 1 if any did.
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.archive import Project, load_record
from generator.build import build
from generator.errors import BriefingError

ROOT = Path(__file__).parent.parent
ARTICLES = 60
STORY = """Harbour number {n} opens

The Ministry of Works in Tarn has opened harbour number {n} at Pell on Friday after two years of work.

“We are glad that number {n} is done,” Dora Finch, the works minister, told reporters.
"""


def main() -> int:
    """Kill, look, build again, compare."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    rng = random.Random(20310314)  # noqa: S311  the same moments at every run
    with tempfile.TemporaryDirectory() as folder:
        project = _project(Path(folder))
        begun = time.monotonic()
        build(project, workers=1)
        seconds = time.monotonic() - begun
        expected = _tree(project)
        faults = [
            fault for number in range(kills) for fault in _kill(project, rng.uniform(0, seconds + 2), number)
        ]
        report = build(project)
        if _tree(project) != expected or report.errors:
            faults.append("the last build does not give the bytes of an undisturbed one")
    print("\n".join([*faults, f"{kills} kills within {seconds + 2:.1f} s of a build, {len(faults)} faults"]))
    return 1 if faults else 0


def _kill(project: Project, after: float, number: int) -> list[str]:
    """Change something, start a build, kill it after so many seconds, and look at what it left."""
    article = project.articles / f"harbour-{number % ARTICLES:02}.txt"
    original = article.read_bytes()
    article.write_bytes(original + b"\nIt rained all day.\n")
    if number % 10 == 0:
        for page in project.briefings.rglob("*.md"):
            page.unlink()
        project.memo.unlink(missing_ok=True)
    command = [sys.executable, "-m", "generator", "-C", str(project.root), "build", "--workers", "1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    article.write_bytes(original)
    return [f"kill {number} after {after:.2f} s: {fault}" for fault in _broken(project)]


def _broken(project: Project) -> list[str]:
    """Pages that are not whole."""
    faults = []
    for page in project.briefings.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        if not text.endswith("\n"):
            faults.append(f"{page.name} is cut")
        if page.name.startswith("harbour-"):
            try:
                load_record(text, page.name)
            except BriefingError as error:
                faults.append(str(error))
    return faults


def _project(folder: Path) -> Project:
    root = folder / "archive"
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copy(ROOT / "mkdocs.yml", root)
    project = Project(root)
    project.articles.mkdir()
    project.briefings.mkdir()
    for number in range(ARTICLES):
        (project.articles / f"harbour-{number:02}.txt").write_text(STORY.format(n=number), encoding="utf-8")
    return project


def _tree(project: Project) -> dict[str, bytes]:
    files = (path for path in sorted(project.briefings.rglob("*")) if path.is_file())
    return {str(path.relative_to(project.briefings)): path.read_bytes() for path in files}


if __name__ == "__main__":
    sys.exit(main())

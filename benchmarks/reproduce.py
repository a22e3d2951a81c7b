"""Build an archive twice, with all that should not matter made different, and compare every byte.

    python -m benchmarks.reproduce [FOLDER…]

FOLDER is an archive of this repository (default: the archive itself, and the demo). What differs: folder,
time zone, locale, hash seed, number of workers and threads, file mask, the order in which articles came, the
times of files, and the clock (where `faketime` is installed). The first build goes on from the briefings that
are there; the other has none, and gets its articles in two halves. Prints a line a difference; the status is
1 if there are any.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARCHIVES = (".", "examples/demo")
PARTS = ("articles", "briefings", "templates", "mkdocs.yml", "entities.yml", "briefing.yml")
LONG_AGO = 981_173_106  # 3 February 2001
EXCERPT = 30


@dataclass(frozen=True)
class Circumstances:
    """What a build has around it. `clock` is what faketime is told; `anew` is to begin without briefings."""

    folder: str
    environment: Mapping[str, str]
    workers: int
    umask: int
    clock: str = ""
    anew: bool = False


HERE = Circumstances("one", {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}, workers=1, umask=0o022)
ELSEWHERE = Circumstances(
    "another folder, much längér",
    {
        "TZ": "Pacific/Kiritimati",  # there it is tomorrow
        "LC_ALL": "C",
        "PYTHONUTF8": "0",  # Python takes "C" for UTF-8 unless told not to
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONHASHSEED": "4242",
        "OMP_NUM_THREADS": "3",
    },
    workers=3,
    umask=0o077,
    clock="+1234d",
    anew=True,
)


def main(arguments: Sequence[str]) -> int:
    """Build, build otherwise, compare."""
    found = 0
    for archive in arguments or ARCHIVES:
        with tempfile.TemporaryDirectory() as folder:
            one, other = (build(archive, Path(folder), around) for around in (HERE, ELSEWHERE))
        told = list(differences(one, other))
        print("\n".join([f"{archive}: {len(one)} files, {len(told)} differences", *told]))
        found += len(told)
    if not shutil.which("faketime"):
        print("the clock was the same (install faketime to turn it)")
    return 1 if found else 0


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> Iterator[str]:
    """Say of each file by path that is not the same in both what is not."""
    for path in sorted({*one, *other}):
        if path not in other:
            yield f"{path}: only in the first"
        elif path not in one:
            yield f"{path}: only in the second"
        elif one[path] != other[path]:
            yield f"{path}: {_first_difference(one[path], other[path])}"


def _first_difference(one: bytes, other: bytes) -> str:
    pairs = enumerate(zip(one, other, strict=False))
    at = next((place for place, (first, second) in pairs if first != second), min(len(one), len(other)))
    first, second = (text[max(0, at - EXCERPT) : at + EXCERPT] for text in (one, other))
    line = 1 + one.count(b"\n", 0, at)
    return f"line {line}: {first!r}, then {second!r}"


def build(archive: str, folder: Path, around: Circumstances) -> dict[str, bytes]:
    """The files of `site/` and `briefings/` of an archive, built in a folder under such circumstances."""
    home = folder / around.folder / archive
    for root in {ROOT, ROOT / archive}:
        _copy(root, folder / around.folder / root.relative_to(ROOT))
    refresh = ("generator", "build", "--workers", str(around.workers))
    if around.anew:
        for _ in _in_halves(home):
            _run(around, home, *refresh)
    _run(around, home, *refresh)
    _run(around, home, "mkdocs", "build", "--strict", "--quiet")
    files = (path for part in ("site", "briefings") for path in (home / part).rglob("*"))
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in files if path.is_file()}


def _copy(root: Path, copy: Path) -> None:
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, copy / part)
        elif (root / part).exists():
            shutil.copy(root / part, copy)


def _run(around: Circumstances, home: Path, *command: str) -> None:
    """Run a command of ours; what it says is shown if it fails."""
    clock = ["faketime", "-f", around.clock] if around.clock and shutil.which("faketime") else []
    done = subprocess.run(
        [*clock, sys.executable, "-m", *command],
        check=False,
        cwd=home,
        env=os.environ | around.environment,
        umask=around.umask,
        capture_output=True,
        text=True,
        errors="replace",
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} in {home} failed:\n{done.stdout}{done.stderr}")


def _in_halves(home: Path) -> Iterator[None]:
    """Take away briefings and articles, and give the articles back in two halves, as if from long ago."""
    for path in (home / "briefings").iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.suffix == ".md":
            path.unlink()
    articles = home / "articles"
    aside = articles.rename(home / "aside")
    files = sorted((path for path in aside.rglob("*") if path.is_file()), reverse=True)
    for half in (files[::2], files[1::2]):
        for file in half:
            place = articles / file.relative_to(aside)
            place.parent.mkdir(parents=True, exist_ok=True)
            file.rename(place)
            os.utime(place, (LONG_AGO, LONG_AGO))
        yield


if __name__ == "__main__":
    begun = time.monotonic()
    status = main(sys.argv[1:])
    print(f"{time.monotonic() - begun:.0f} s")
    sys.exit(status)

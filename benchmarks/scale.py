"""How builds grow with the archive, beside other site generators on the same Markdown files.

usage: python -m benchmarks.scale FOLDER... [--peers VENV] [--out docs]

Each FOLDER is an archive whose briefings are analysed; it is copied. VENV holds Pelican and Hugo from the
package registry; what is not installed is left out. Figures are seconds of processor of the whole command,
all its children included, and its peak memory. Compare within one run alone: machines differ with the hour.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

BIN = Path(sys.executable).parent
MATERIAL = {
    "site_name": "The same pages",
    "docs_dir": "briefings",
    "theme": {"name": "material", "font": False},
    "plugins": ["search"],
    "markdown_extensions": ["attr_list", "toc"],
    "nav": [{"Home": "index.md"}],
    "validation": {"nav": {"omitted_files": "ignore"}},
}


@dataclass(frozen=True)
class Run:
    """One command: what it is, on how many articles, seconds of processor, peak memory and output in MB."""

    what: str
    articles: int
    seconds: float
    memory: float
    output: float


def measured(what: str, articles: int, command: Sequence[object], folder: Path, out: str) -> Run | None:
    """Run a command in a folder; None if it failed. `out` is where its pages go."""
    before = os.times()
    process = subprocess.Popen(
        list(map(str, command)), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    after = os.times()
    if status:
        print(f"{what}, {articles:,}: it failed, and is left out")
        return None
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    size = sum(file.stat().st_size for file in (folder / out).rglob("*") if file.is_file()) / 1e6
    found = Run(what, articles, seconds, usage.ru_maxrss / 1024, size)
    print(f"{what}, {articles:,}: {seconds:.1f} s, {found.memory:.0f} MB, output {size:.0f} MB", flush=True)
    return found


def product(folder: Path, articles: int) -> Iterator[Run | None]:
    """Our own builds: from nothing, nothing changed, and one article edited."""
    build, site = [str(BIN / "briefing"), "build"], [str(BIN / "mkdocs"), "build", "-q"]
    subprocess.run(build, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(folder / ".cache")  # as a fresh clone
    yield measured("mkdocs build, cold", articles, site, folder, "site")
    yield measured("mkdocs build, nothing changed", articles, site, folder, "site")
    yield measured("briefing build, nothing changed", articles, build, folder, "site")
    article = min((folder / "articles").rglob("*.md"))
    article.write_text(article.read_text(encoding="utf-8") + "\nOne more sentence stands here now.\n")
    yield measured("mkdocs build, one edit", articles, site, folder, "site")


def peers(folder: Path, articles: int, venv: Path) -> Iterator[Run | None]:
    """The others, from nothing, on the Markdown files that ours wrote."""
    (folder / "plain.yml").write_text(json.dumps(MATERIAL), encoding="utf-8")
    plain = [BIN / "mkdocs", "build", "-q", "-f", "plain.yml", "-d", "plain"]
    yield measured("plain MkDocs + Material with search", articles, plain, folder, "plain")
    if (BIN / "zensical").exists():
        command = [BIN / "zensical", "build", "-f", "plain.yml"]
        yield measured("Zensical", articles, command, folder, "site")
    if (venv / "bin" / "pelican").exists():
        _for_pelican(folder)
        command = [venv / "bin" / "pelican", "plain-heads", "-o", "pelican"]
        yield measured("Pelican", articles, command, folder, "pelican")
    if (venv / "bin" / "hugo").exists():
        _bare_theme(folder)
        command = [venv / "bin" / "hugo", "-d", "hugo", "--logLevel", "error"]
        yield measured("Hugo, bare theme", articles, command, folder, "hugo")


def _for_pelican(folder: Path) -> None:
    """The same pages with heads that Pelican reads: it knows no YAML."""
    for file in (folder / "briefings").rglob("*.md"):
        path = file.relative_to(folder / "briefings")
        body = file.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        target = folder / "plain-heads" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        name = path.with_suffix("").as_posix().replace("/", "-")
        target.write_text(f"Title: {name}\nSlug: {name}\nDate: 2030-01-01\n\n{body}", encoding="utf-8")


def _bare_theme(folder: Path) -> None:
    """The least that Hugo needs; what MkDocs calls the index of a folder is `_index.md` to it."""
    shutil.copytree(folder / "briefings", folder / "content")
    for file in (folder / "content").rglob("index.md"):
        file.rename(file.with_name("_index.md"))
    told = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term"]\n'
    (folder / "hugo.toml").write_text(told)
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text("<title>{{ .Title }}</title>{{ .Content }}")


def table(runs: Sequence[Run]) -> str:
    """The figures as a table in Markdown, with how each grows: the exponent of articles between the ends."""
    sizes = sorted({run.articles for run in runs})
    head = "".join(f" {size:,} |" for size in sizes)
    lines = [f"| seconds of processor |{head} growth | memory |", f"| --- |{' ---: |' * (len(sizes) + 2)}"]
    for what in dict.fromkeys(run.what for run in runs):
        found = {run.articles: run for run in runs if run.what == what}
        cells = "".join(f" {found[size].seconds:.1f} |" if size in found else " – |" for size in sizes)
        memory = max(run.memory for run in found.values())
        lines.append(f"| {what} |{cells} {_growth(found)} | {memory:.0f} MB |")
    return "\n".join(lines) + "\n"


def _growth(found: dict[int, Run]) -> str:
    first, last = min(found), max(found)
    if first == last:
        return "–"
    return f"{math.log(found[last].seconds / found[first].seconds) / math.log(last / first):.2f}"


def plot(runs: Sequence[Run]) -> str:
    """The figures of the largest archive as bars, in SVG without script, in the colour of the text."""
    most = max(run.articles for run in runs)
    shown = [run for run in runs if run.articles == most]
    longest = max(run.seconds for run in shown)
    bars = "".join(
        f'<text x="300" y="{row * 26 + 17}" text-anchor="end">{escape(run.what)}</text>'
        f'<rect x="310" y="{row * 26 + 4}" height="18" width="{max(1, round(run.seconds / longest * 300))}"/>'
        f'<text x="{318 + round(run.seconds / longest * 300)}" y="{row * 26 + 17}">{run.seconds:.1f} s</text>'
        for row, run in enumerate(shown)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 690 {len(shown) * 26}" role="img" '
        f'font-family="sans-serif" font-size="13" fill="currentColor"><title>Seconds of processor, {most:,} '
        f"articles</title>{bars}</svg>\n"
    )


def main() -> None:
    """Measure each archive, and write table and plot."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--peers", type=Path, default=Path(".cache/peers"))
    parser.add_argument("--out", type=Path, default=Path("docs"))
    given = parser.parse_args()
    runs: list[Run] = []
    for folder in given.folders:
        with tempfile.TemporaryDirectory() as work:
            copy = Path(work) / "archive"
            shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("site"))
            articles = sum(1 for file in (copy / "articles").rglob("*.*") if file.is_file())
            found = [*product(copy, articles), *peers(copy, articles, given.peers.resolve())]
        runs += [run for run in found if run]
    (given.out / "scale.svg").write_text(plot(runs), encoding="utf-8")
    (given.out / "scale-figures.md").write_text(f"# Figures\n\n{table(runs)}", encoding="utf-8")
    print(table(runs))


if __name__ == "__main__":
    main()

"""How the time of reading grows with the size of a file: the time at twice the size over the time at one.

    python -m benchmarks.reading [--letters N]

Linear reading gives a ratio near 2, quadratic reading one near 4. Made-up articles of every kind of file are
measured, as people write them and as nobody should; then the files that must be refused, with the
seconds that it takes. Exit status 1 if a ratio is over LIMIT or a refusal is slow.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from generator.errors import BriefingError
from generator.sources import cleaned, read_article

LIMIT = 3.0
"""A larger ratio is no longer linear; the clock of a busy machine explains no more."""

REFUSED_WITHIN = 1.0
"""Seconds that the refusal of a monstrous file may take."""

ROUNDS = 3

_PARAGRAPH = (
    "The harbour bridge at Halden will close for at least a year after engineers found cracks in pier {n}, "
    "the council said. “We would rather close a bridge than open an inquiry,” said Mara Ellison on day {n}."
)
_OPENING = "<!DOCTYPE html><html lang=en><head><title>Bridge</title></head><body><article><h1>Bridge</h1>"


def _story(letters: int) -> list[str]:
    """Paragraphs of about so many letters together, no two alike."""
    return [_PARAGRAPH.format(n=n) for n in range(max(3, letters // 200))]


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda letters: piece * (letters // len(piece))


ARTICLES: dict[str, tuple[str, Callable[[int], str]]] = {
    "text": ("a.txt", lambda n: "\n\n".join(_story(n))),
    "text, wrapped lines": ("a.txt", lambda n: "\n\n".join(_story(n)).replace(", ", ",\n")),
    "Markdown": ("a.md", lambda n: "---\ntitle: Bridge\n---\n# Bridge\n\n> " + "\n\n- ".join(_story(n))),
    "page": ("a.html", lambda n: _OPENING + "".join(f"<p>{part}</p>" for part in _story(n))),
    "page, unclosed": ("a.html", lambda n: _OPENING + "".join(f"<p>{part}" for part in _story(n))),
    "page, line breaks": ("a.html", lambda n: _OPENING + "<br>".join(_story(n))),
    "page, one paragraph": ("a.html", lambda n: _OPENING + "<p>" + " ".join(_story(n))),
    "text, one word": ("a.txt", _repeated("a")),
    "text, brackets": ("a.txt", _repeated("(")),
    "text, marks": ("a.txt", _repeated("“")),
    "text, bylines": ("a.txt", _repeated("By ")),
    "text, glued bylines": ("a.txt", _repeated("By . x\n")),
    "text, torn hyphens": ("a.txt", _repeated("1- ")),
    "text, blank lines": ("a.txt", lambda n: "a\n" + "\n" * n + "b"),
    "text, capitals": ("a.txt", _repeated("AB ")),
    "Markdown, marks": ("a.md", _repeated("[*_")),
    "page, angles": ("a.html", lambda n: _OPENING + "<p>word " + "< " * (n // 2)),
    "page, references": ("a.html", lambda n: _OPENING + "<p>word " + "&amp;" * (n // 5)),
}
"""Name of a kind of article, name of its file, and its text of about so many letters."""

REFUSED: dict[str, Callable[[], bytes]] = {
    "page of 50 MB": lambda: b"<p>word</p>" * 4_600_000,
    "text of 50 MB": lambda: b"word " * 10_000_000,
    "100,000 elements deep": lambda: b"<div>" * 100_000 + b"word",
    "300 elements deep": lambda: b"<q>" * 300 + b"word",
    "100,000 unclosed elements": lambda: b"<p>" * 100_000 + b"word",
    "100,000 attributes": lambda: b"<p" + b" a=b c" * 50_000 + b">word",
    "100,000 scripts": lambda: b"<script type=application/ld+json>{}</script>" * 100_000,
}


def seconds(text: str, name: str) -> float:
    """The least time of a few that reading and cleaning a file takes."""
    data = text.encode()
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        cleaned(read_article(data, name))
        times.append(time.process_time() - begun)
    return min(times)


def growth(letters: int) -> bool:
    """Print the time of each kind of article at a size and at twice the size; whether all grow linearly."""
    print(f"{'article':<22}{letters:>10,}{2 * letters:>12,} letters   ratio")
    linear = True
    for kind, (name, text) in ARTICLES.items():
        one, two = seconds(text(letters), name), seconds(text(2 * letters), name)
        linear &= two / one <= LIMIT
        print(f"{kind:<22}{one:>9.3f}s{two:>11.3f}s{two / one:>16.2f}")
    return linear


def refusals() -> bool:
    """Print how long the refusal of each monstrous file takes, and its words; whether all are quick."""
    quick = True
    for kind, make in REFUSED.items():
        data, begun = make(), time.process_time()
        try:
            read_article(data, "a.txt" if kind.startswith("text") else "a.html")
            answer = "it was read"
        except BriefingError as error:
            answer = str(error)
        spent = time.process_time() - begun
        quick &= spent <= REFUSED_WITHIN and answer != "it was read"
        print(f"{kind:<27}{spent:>6.3f}s  {answer}")
    return quick


def main() -> int:
    """Measure; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", type=int, default=200_000)
    letters = parser.parse_args().letters
    cleaned(read_article(ARTICLES["page"][1](1000).encode(), "a.html"))  # loads what only pages need
    linear = growth(letters)
    print()
    return 0 if refusals() and linear else 1


if __name__ == "__main__":
    sys.exit(main())

"""Texts made to be slow, through the whole path: from the bytes of a file to the HTML of its page.

    python -m benchmarks.limits [--only WORD] [--growth]

Each pattern is repeated to 5 MB, as a text and as a web page, and to the largest article that is still read. Each
is read or refused, in under ten seconds of one processor. With `--growth`, the last column is how many times as
long four times the text takes (16 against 4 kB; linear: 4 at most). The status is 1 if any takes longer, or fails
with more than one line.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import markdown

from generator.analysis import Options
from generator.archive import SourceFile, signature_of
from generator.errors import BriefingError
from generator.pipeline import Incoming, only_article
from generator.pipeline.brief import Briefer
from generator.publish import Pages
from generator.sources import MAX_PIECES, read_article, read_registry

ROOT = Path(__file__).parent.parent
MEGABYTES = 5
SECONDS = 10.0
"""What any file may take."""

PATIENCE = 60
"""Seconds of a processor after which a text is given up."""

STORY = "The Ministry of Works in Tarn has opened a harbour at Pell, officials said on Monday.\n\n"
SAID = "“We are glad,” Dora Finch, the works minister, told reporters on Friday. "
PATTERNS: dict[str, str] = {
    # One letter, mark or space without end.
    "a": "a", "A": "A", "digits": "1", "full stops": ".", "commas": ",", "dashes": "-", "long dashes": "—",
    "underscores": "_", "asterisks": "*", "backticks": "`", "hashes": "#", "pipes": "|", "equals": "=",
    "backslashes": "\\", "spaces": " ", "no-break spaces": "\u00a0", "tabs": "\t", "line breaks": "\n",
    "carriage returns": "\r", "paragraph separators": "\u2029", "combining marks": "\u0301", "zero width": "\u200b",
    "direction marks": "\u202e", "joiners": "\u200d", "wide": "\u6f22", "emoji": "😀", "no characters": "\ufffe",
    # Marks and brackets, opened and never closed.
    "straight marks": '"', "single marks": "'", "opening marks": "“", "closing marks": "”", "guillemets": "«»",
    "corner brackets": "「", "round brackets": "(", "square brackets": "[", "braces": "{", "angle brackets": "<",
    "closing brackets": ")", "pairs of marks": '“" ', "nested marks": "“‘", "opened quotations": "“We said ",
    "opened and a line": "“We will not go\n", "speech": SAID, "speech in lines": SAID + "\n\n",
    # Words.
    "one letter": "a ", "stops": "a. ", "Mr.": "Mr. ", "said": "said ", "he said": "he said, ", "said Roe": "said Roe ",
    "capitals": "Aa ", "shouted": "AA ", "initials": "A.", "hyphens": "A-", "names": "Mara Ellison, ",
    "countries": "Russia ", "acronyms": "Halden Space Agency (HSA) ", "possessives": "Tarn's ", "and": "Roe and ",
    "of the": "Bank of the ", "by": "By Ada ", "dateline": "PELL, ", "torn": "co- ", "dates": "12 March 2031 ",
    "clocks": "9:30 ", "figures": "1.1", "prose": STORY.strip() + " ", "paragraphs": STORY,
    # Lines that the cleaning rules look at.
    "many short lines": "a\n", "capital lines": "NEWS\n", "pointers": "READ MORE: a\n", "share": "linkedin ",
    "credits": "--" * 99 + "x\n", "datelines": "A-" * 99 + "x\n", "advertisement": "scroll " * 50 + "\n",
    "source lines": "source: " + "a." * 100 + "\n", "captions": "(" * 300 + "by\n", "bylines": "By" + " Ad" * 100 + "\n",
    # Markup of every kind.
    "images": "![", "links": "[a](", "whole links": "[a](b) ", "tags": "<a", "comments": "<!-- ", "closed comments": "<!---->",
    "deep elements": "<div>", "many elements": "<p>a</p>", "attributes": "<a b=c ", "entities": "&amp;", "data": "data:a,",
    "scripts": "<script>", "JSON": '{"a":[', "attribute lists": "{: a=b }", "Jinja": "{{ a }}", "Jinja blocks": "{% a %}",
    "snippets": "--8<-- 'a'\n", "tables": "| a ", "headings": "# a\n", "quotes": "> ", "lists": "- ", "code": "```\n",
    "footnotes": "[^1]: a\n", "addresses": "http://a.example/", "mail": "a@", "emoji names": ":a:",
    # Front matter.
    "front matter": "---\n", "YAML lists": "---\n" + "[" * 99, "YAML fields": "---\na: b\n", "YAML keys": "? ",
}  # fmt: skip

LONGEST_ALIAS = " ".join("a" * 99)
REGISTRY = read_registry(
    "entities:\n"
    "  - {name: Mara Ellison, type: person, aliases: [Ellison]}\n"
    f"  - {{name: Long, type: person, aliases: [{LONGEST_ALIAS} b]}}\n"
)


class TooLongError(Exception):
    """A text that took longer than PATIENCE."""


@contextmanager
def patience() -> Iterator[None]:
    """Give up after PATIENCE seconds; regular expressions can be interrupted too."""

    def stop(*_: object) -> None:
        raise TooLongError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


@cache
def machine() -> tuple[Briefer, Pages, markdown.Markdown]:
    """What turns an article into a page."""
    renderer = markdown.Markdown(extensions=["attr_list", "toc"])
    return Briefer(REGISTRY, Options(share=35)), Pages.from_folders([ROOT / "templates" / "pages"]), renderer


def page_of(data: bytes, name: str) -> str:
    """The HTML of the page of an article, by all that `briefing add` and a build do; raises BriefingError."""
    briefer, pages, renderer = machine()
    article = only_article(Incoming(name, data))
    signature_of(article)
    record = briefer.record(SourceFile(name, "a", data))
    html: str = renderer.reset().convert(pages.briefing(record).split("\n---\n", 1)[1])
    return html


def timed(data: bytes, name: str) -> tuple[float, str]:
    """How many seconds a file takes, and what becomes of it."""
    begun = time.process_time()
    try:
        with patience():
            page_of(data, name)
        outcome = "read"
    except TooLongError:
        outcome = f"GIVEN UP after {PATIENCE} s"
    except BriefingError as error:
        outcome = str(error) if "\n" not in str(error) else f"MORE THAN A LINE: {error!r}"
    return time.process_time() - begun, outcome


def text(unit: str, size: int) -> bytes:
    """A pattern repeated to so many bytes, below a line that makes an article of it."""
    data = unit.encode()
    return STORY.encode() + data * max((size - len(STORY)) // len(data), 1)


def page(unit: str, size: int) -> bytes:
    """A web page of so many bytes with the pattern in its story."""
    head = f"<html><head><title>Harbour</title></head><body><article><h1>Harbour</h1><p>{STORY * 20}</p><p>"
    return head.encode() + text(unit, size - len(head)) + b"</p></article></body></html>"


def largest(unit: str) -> int:
    """The size of the largest text of a pattern that is read, in bytes."""

    def is_read(size: int) -> bool:
        try:
            read_article(text(unit, size), "a.txt")
        except BriefingError as error:
            return "longer" not in str(error) and "more than" not in str(error)
        return True

    low, high = 100, MEGABYTES * 1_000_000
    while high - low > low // 50:
        middle = (low + high) // 2
        low, high = (middle, high) if is_read(middle) else (low, middle)
    return low


def _growth(unit: str) -> float:
    """How many times as long four times the text takes; the best of three, as the first fills caches."""

    def best(size: int) -> float:
        return min(timed(text(unit, size), "a.txt")[0] for _ in range(3))

    return best(16_000) / best(4_000)


def main() -> int:
    """Measure all patterns and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", help="patterns with this word in their name")
    parser.add_argument("--growth", action="store_true")
    asked = parser.parse_args()
    chosen = {name: unit for name, unit in PATTERNS.items() if asked.only in name}
    timed(STORY.encode(), "a.txt")  # loads the language model
    timed(page("a", 2000), "a.html")
    print(f"{len(chosen)} patterns, {MEGABYTES} MB each, at most {MAX_PIECES:,} words and marks an article\n")
    print("| pattern | text | page | largest read | | growth |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    slow = [name for name, unit in chosen.items() if not _is_quick(name, unit, growth=asked.growth)]
    print(
        f"\n{len(slow)} of {len(chosen)} took more than {SECONDS:.0f} s or failed: {', '.join(slow) or 'none'}"
    )
    return 1 if slow else 0


def _is_quick(name: str, unit: str, *, growth: bool) -> bool:
    """Print the line of a pattern; whether nothing in it is slow or fails."""
    size = largest(unit)
    whole = MEGABYTES * 1_000_000
    tried = [
        timed(text(unit, whole), "a.txt"),
        timed(page(unit, whole - 1000), "a.html"),
        timed(text(unit, size), "a.txt"),
    ]
    (a, _), (b, _), (c, _) = tried
    grown = f"{_growth(unit):.1f}" if growth else ""
    print(f"| {name} | {a:.2f} s | {b:.2f} s | {size / 1000:,.0f} kB | {c:.2f} s | {grown} |", flush=True)
    failed = [
        outcome for seconds, outcome in tried if seconds > SECONDS or outcome.startswith(("GIVEN", "MORE"))
    ]
    return not failed


if __name__ == "__main__":
    sys.exit(main())

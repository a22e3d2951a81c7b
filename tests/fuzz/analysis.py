"""Coverage-guided fuzzing of the analysis: `python tests/fuzz/analysis.py -runs=100000`.

Needs atheris (`pip install atheris`). Half of the inputs are read as UTF-8; in the others each byte stands for a
word, a mark or a line break of news, so that quotations, speakers and names come about. Every span must hold the
words it says it holds, and the page must hold what was found.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator"]):
    from generator.analysis import Briefing, Options, Span, analyse
    from generator.archive import Record, compose, load_record
    from generator.jsonl import as_json
    from generator.publish import Pages
    from generator.sources import Article, read_registry

ROOT = Path(__file__).parents[2]
MOST_BYTES = 250
"""Bytes of an input: a longer article finds little more, and takes longer."""

PIECES = (
    *("“ ” ‘ ’ \" ' « » 「 」 `` '' “‘ ’” ( ) [ ] , . ? ! … : ; - – — / | * _ { } < > & @ # %".split()),
    *("\n", "\n\n", " ", "\t", "\u00a0", "\u200b", "\u202e", "\u0301", "\ufeff", "\u2028", "😀", "É", "Жук", "東京"),
    *("said", "says", "told", "added", "asked", "according to", "wrote", "called", "reporters", "that", "of", "the"),
    *("he", "she", "they", "who", "I", "we", "his", "her", "it", "and", "but", "or", "in", "at", "for", "a", "not"),
    *("Mara Ellison", "Ellison", "Mr Ellison", "Ms. Roe", "Dr", "Sen. Roe", "President Ivo Lund", "Lund", "al-Hadi"),
    *("Halden Space Agency", "HSA", "(HSA)", "Corvane Systems", "Corvane", "U.S.", "US", "Russian", "Russia's", "Tarn"),
    *("BBC News", "Reuters", "the director of", "spokesman", "minister", "the agency", "a spokeswoman for", "chief"),
    *("Monday", "12 March 2031", "2.0", "1,000", "$5", "50%", "9:30am", "http://a.example/", "@roe", "#tarn", "R-Tarn"),
    *("launched", "will fly", "has been", "delayed", "is", "was", "when", "valves", "safe", "probe", "on", "by", "s"),
    *("Who", "Why", "However", "Meanwhile", "By", "Source:", "Photo:", "READ MORE:", "Q:", "ELLISON:", "LUND:", "A"),
    *("El ministro dijo que no habrá acuerdo.", "Der Minister sagte, es sei gut.", "&lt;", "{{ x }}", "---", "\\"),
)  # fmt: skip
REGISTRY = read_registry(
    "entities:\n"
    "  - {name: Mara Ellison, type: person, aliases: [Ellison]}\n"
    "  - {name: Tarn, type: place, not: [Tarn Bay]}\n"
    "  - {name: U.S., type: place}\n"
    "  - {name: BBC News, type: organisation, ignore: true}\n"
)
PAGES = Pages.from_folder(ROOT / "templates" / "pages")
CHOICES = (Options(), Options(share=35, statements=False), Options(sentences=1, words=20, key_quotes=0))


def text_of(data: bytes) -> str:
    """The article that an input stands for."""
    if data[:1] < b"\x80":
        return data[1:].decode("utf-8", "replace")
    return " ".join(PIECES[byte % len(PIECES)] for byte in data[1:])


def spans(briefing: Briefing) -> Iterator[Span]:
    """All that a briefing holds of its article."""
    for sentence in briefing.summary:
        yield sentence.span
    for quote in briefing.quotes:
        yield from filter(None, (quote.span, quote.speaker, quote.role))
    for entity in briefing.entities:
        yield from entity.mentions


def one_input(data: bytes) -> None:
    """Analyse the article, compose its briefing, write its page and read that again."""
    article = Article(text=text_of(data[:MOST_BYTES]))
    briefing = analyse(article, REGISTRY, CHOICES[len(data) % len(CHOICES)])
    for span in spans(briefing):
        if not span.text or article.text[span.start : span.end] != span.text:
            raise AssertionError(span)
    as_json(briefing)
    if article.blocks:
        record = compose(
            article, briefing, REGISTRY, path="articles/a.txt", sha256="0" * 64, fingerprint="0" * 32
        )
        written_and_read(record.with_share())


def written_and_read(record: Record) -> None:
    """A page holds its record, whatever the text."""
    if load_record(PAGES.briefing(record), "a.md") != record:
        raise AssertionError(record)


if __name__ == "__main__":
    words = Path(__file__).with_name("words.dict")
    atheris.Setup(
        [*sys.argv, f"-dict={words}", "-timeout=20", "-rss_limit_mb=3000", "-len_control=0"], one_input
    )
    atheris.Fuzz()

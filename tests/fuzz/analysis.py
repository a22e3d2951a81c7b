"""Coverage-guided fuzzing of the analysis: `python tests/fuzz/analysis.py -runs=100000`.

Needs atheris (`pip install atheris`). Half of the inputs are read as UTF-8; in the others each byte stands for a
word, a mark or a line break of news, so that quotations, speakers and names come about. The parses are made up from
the input (`--model` takes the language model's own, at a tenth of the speed): rules must bear any. Every span must
hold the words it says it holds, and the page must hold what was found.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from unittest.mock import patch

import atheris
import spacy
from spacy.tokens import Doc

with atheris.instrument_imports(include=["generator"]):
    from generator.analysis import Briefing, Options, Span, analyse
    from generator.archive import Record, load_record
    from generator.cli.jsonl import as_json
    from generator.editing import compose
    from generator.publish import Pages
    from generator.sources import Article, read_registry

ROOT = Path(__file__).parents[2]
MOST_BYTES = 100
"""Bytes of an input: a longer article finds little more, and takes longer."""

PIECES = (
    *(["“", "”", "‘", "’", '"', "'", "«", "»", "「", "」", "``", "''", "“‘", "’”", "(", ")", "[", "]", ",", ".", "?", "!", "…", ":", ";", "-", "–", "—", "/", "|", "*", "_", "{", "}", "<", ">", "&", "@", "#", "%"]),
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
PAGES = Pages.from_folders([ROOT / "templates" / "pages"])
CHOICES = (Options(), Options(share=35, statements=False), Options(sentences=1, words=20, key_quotes=0))


def text_of(data: bytes) -> str:
    """The article that an input stands for."""
    if data[:1] < b"\x80":
        return data[1:].decode("utf-8", "replace")
    return " ".join(PIECES[byte % len(PIECES)] for byte in data[1:])


class MadeUp:
    """A pipeline whose tags, trees, names and sentences are chance, the same for the same text."""

    TAGS = (
        "NOUN NN",
        "PROPN NNP",
        "VERB VBD",
        "VERB VBZ",
        "PRON PRP",
        "ADJ JJ",
        "ADP IN",
        "DET DT",
        "PUNCT .",
        "X FW",
    )
    DEPS = (
        "nsubj",
        "nsubjpass",
        "dobj",
        "appos",
        "compound",
        "conj",
        "prep",
        "pobj",
        "ccomp",
        "relcl",
        "poss",
        "amod",
    )
    NAMES = ("", "", "", "PERSON", "ORG", "GPE", "NORP", "WORK_OF_ART", "PRODUCT", "EVENT", "DATE", "LAW")

    def __init__(self) -> None:
        self._tokenize = spacy.blank("en").tokenizer

    def pipe(self, texts: Iterable[str], batch_size: int) -> Iterator[Doc]:  # noqa: ARG002  as of spaCy
        return map(self._parsed, texts)

    def _parsed(self, text: str) -> Doc:
        tokens = self._tokenize(text)
        chance = random.Random(text)  # noqa: S311
        heads, names = [], [""]
        begin = 0
        for index in range(len(tokens)):
            begin = index if chance.random() < 0.1 else begin
            heads.append(
                begin if index > begin and chance.random() < 0.3 else max(begin, index - chance.randrange(4))
            )
            goes_on = names[-1] and chance.random() < 0.5
            kind = chance.choice(self.NAMES)
            names.append("I" + names[-1][1:] if goes_on else kind and f"B-{kind}")
        tags = [chance.choice(self.TAGS).split() for _ in heads]
        return Doc(
            tokens.vocab,
            words=[token.text for token in tokens],
            spaces=[bool(token.whitespace_) for token in tokens],
            pos=[pos for pos, _ in tags],
            tags=[tag for _, tag in tags],
            deps=["ROOT" if head == index else chance.choice(self.DEPS) for index, head in enumerate(heads)],
            heads=heads,
            lemmas=[token.lower_ for token in tokens],
            ents=[name or "O" for name in names[1:]],
        )


def spans(briefing: Briefing) -> Iterator[Span]:
    """All that a briefing holds of its article."""
    for sentence in briefing.summary:
        yield sentence.span
    for quote in briefing.quotes:
        yield from filter(None, (quote.span, quote.speaker, quote.role))
    for statement in briefing.statements:
        yield from filter(None, (statement.span, statement.speaker, statement.role, statement.cue))
    for entity in briefing.entities:
        yield from entity.mentions


def one_input(data: bytes) -> None:
    """Analyse the article, compose its briefing, write its page and read that again."""
    article = Article(text=text_of(data[:MOST_BYTES]))
    briefing = analyse(article, REGISTRY, CHOICES[len(data) % 3])
    for span in spans(briefing):
        if not span.text or article.text[span.start : span.end] != span.text:
            raise AssertionError(span)
    as_json(briefing)
    if article.blocks and len(data) % 8 == 0:  # pages take longer than all else
        record = compose(
            article, briefing, REGISTRY, path="articles/a.txt", sha256="0" * 64, fingerprint="0" * 32
        )
        written_and_read(record.with_share())


def written_and_read(record: Record) -> None:
    """A page holds its record, whatever the text."""
    if load_record(PAGES.briefing(record), "a.md") != record:
        raise AssertionError(record)


if __name__ == "__main__":
    if "--model" in sys.argv:
        sys.argv.remove("--model")
    else:
        made_up = MadeUp()
        patch("generator.analysis.parse.load", lambda _: made_up).start()
    words = Path(__file__).with_name("words.dict")
    atheris.Setup(
        [*sys.argv, f"-dict={words}", "-timeout=20", "-rss_limit_mb=3000", "-len_control=0"], one_input
    )
    atheris.Fuzz()

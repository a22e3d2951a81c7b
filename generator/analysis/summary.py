"""The bottom line: a few whole sentences of the article, verbatim, in its own order.

News puts the gist first, and on four test sets with human references the first sentences beat every
published summariser (Grenander et al. 2019, "Countering the effects of lead bias", describes how strong the
lead is). So the lead is the backbone, and the rules below only pass over sentences that cannot stand alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator.analysis.language import Piece
from generator.analysis.records import Quote, Sentence, Span
from generator.sources import Article

MIN_WORDS = 8
"""A shorter sentence seldom carries news: it is a kicker, a caption or an aside."""

_MARKS = frozenset('"“”„«»「」')
_OPENER = re.compile(
    # words that point back at a sentence that may not be there
    r"(?:he|she|it|they|his|her|its|their|him|them|this|that|these|those|such|there|"
    r"here|and|but|or|so|yet|also|still|then|however|moreover|furthermore|meanwhile|instead|"
    r"nevertheless|therefore|thus|besides|additionally|elsewhere|both|another|others|"
    r"the (?:latter|former|same|two|pair))\b",
    re.IGNORECASE,
)
_BACK_REFERENCE = re.compile(r"^(?:now|later|afterwards|since then|in addition|as a result)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|my|we|our|us|me)\b")


def summarise(
    article: Article, pieces: Sequence[Piece], quotes: Sequence[Quote], *, sentences: int = 4, words: int = 90
) -> tuple[Sentence, ...]:
    """Choose at most `sentences` sentences of at most `words` words together, in text order.

    Passed over are sentences that hold a part of a quotation, that begin with a word pointing back (unless
    the sentence before them was taken), questions, the first person, and those of under MIN_WORDS words.
    An article that has no sentence left gives its first sentence as it is.
    """
    candidates = list(_sentences(article, pieces))
    marked = _spans_with_marks(quotes)
    chosen: list[Sentence] = []
    previous: Sentence | None = None
    for sentence in candidates:
        follows = bool(chosen) and chosen[-1] is previous and chosen[-1].paragraph == sentence.paragraph
        fits = not chosen or _words(chosen) + _words([sentence]) <= words
        if len(chosen) < sentences and fits and _stands_alone(sentence, marked, follows=follows):
            chosen.append(sentence)
        previous = sentence
    return tuple(chosen or candidates[:1])


def _sentences(article: Article, pieces: Sequence[Piece]) -> Iterator[Sentence]:
    """The sentences of the paragraphs, trimmed; the headline is none."""
    for piece in pieces:
        if piece.paragraph.number == 0:
            continue
        for tokens in piece.doc.sents:
            span = piece.span(tokens, article.text)
            start = span.end - len(span.text.lstrip())
            text = article.text[start : span.end].rstrip()
            if text:
                yield Sentence(Span(start, start + len(text), text), piece.paragraph.number)


def _stands_alone(sentence: Sentence, quotes: Sequence[tuple[int, int]], *, follows: bool) -> bool:
    """Whether a reader of the summary alone understands the sentence."""
    text = sentence.span.text
    if len(text.split()) < MIN_WORDS or text[-1] not in ".!…" or not text[0].isupper():
        return False
    if any(mark in _MARKS for mark in text) or _within(sentence.span, quotes) or _FIRST_PERSON.search(text):
        return False
    return follows or not (_OPENER.match(text) or _BACK_REFERENCE.match(text))


def _spans_with_marks(quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    return [(quote.span.start, quote.span.end) for quote in quotes]


def _within(span: Span, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether `span` shares a character with one of the sorted, disjoint `spans`."""
    index = bisect_right(spans, (span.end,)) - 1
    return index >= 0 and spans[index][1] > span.start


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.span.text.split()) for sentence in sentences)

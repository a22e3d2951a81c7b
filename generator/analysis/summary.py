"""The bottom line: a few whole sentences of the article, verbatim, in its own order.

News puts the gist first, and on test sets with human references the first sentences beat every published
summariser (Grenander et al. 2019, "Countering the Effects of Lead Bias in News Summarization", EMNLP,
measure how strong the lead is). So the lead is the backbone, and the rules below only pass over sentences
that cannot stand alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from generator.analysis.language import Piece
from generator.analysis.records import Entity, Quote, Sentence, Span
from generator.sources import Article

MIN_WORDS = 8
"""A shorter sentence seldom carries news: it is a kicker, a caption or an aside."""

_MARKS = frozenset('"“”„«»「」')
_TERMINAL = re.compile(r"[.!?…][\"”’'»)\]]*$")
# Words that point back at a sentence that may not be there.
_OPENER = re.compile(
    r"(?:he|she|it|they|his|her|its|their|him|them|this|that|these|those|such|there|here|now|later|both|"
    r"and|but|or|so|yet|also|still|then|however|moreover|furthermore|meanwhile|instead|nevertheless|"
    r"therefore|thus|besides|additionally|elsewhere|another|others|afterwards|since then|in addition|"
    r"as a result|the (?:latter|former|same|two|pair))\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]m|my|My|we|We|our|Our|us|me)\b")


def summarise(
    article: Article,
    pieces: Sequence[Piece],
    quotes: Sequence[Quote],
    entities: Sequence[Entity],
    *,
    sentences: int = 4,
    words: int = 90,
) -> tuple[Sentence, ...]:
    """Choose at most `sentences` sentences of at most `words` words together, in text order.

    Passed over are sentences that hold a part of a quotation, that begin with a word pointing back (unless
    the sentence before them was taken), that call a person by a short name before the full one, questions,
    the first person, and those of under MIN_WORDS words. An article that has no sentence left gives its
    first one as it is.
    """
    candidates = list(_sentences(article, pieces))
    quoted = [(quote.span.start, quote.span.end) for quote in quotes]
    people = [entity for entity in entities if entity.type == "person" and " " in entity.name]
    chosen: list[Sentence] = []
    previous: Sentence | None = None
    for sentence in candidates:
        follows = bool(chosen) and chosen[-1] is previous and chosen[-1].paragraph == sentence.paragraph
        fits = not chosen or _words([*chosen, sentence]) <= words
        if (
            len(chosen) < sentences
            and fits
            and _stands_alone(sentence, quoted, follows=follows)
            and not _unintroduced(sentence, chosen, people)
        ):
            chosen.append(sentence)
        previous = sentence
    return tuple(chosen or candidates[:1])


def _sentences(article: Article, pieces: Sequence[Piece]) -> Iterator[Sentence]:
    """The sentences of the paragraphs, without surrounding white space; the headline is none."""
    for piece in pieces:
        if piece.paragraph.number == 0:
            continue
        for begin, end in _joined(piece, article.text):
            text = article.text[begin:end].strip()
            start = article.text.index(text, begin)
            if text:
                yield Sentence(Span(start, start + len(text), text), piece.paragraph.number)


def _joined(piece: Piece, text: str) -> Iterator[tuple[int, int]]:
    """The parser's sentences; one that does not end like a sentence is joined to the next."""
    begin: int | None = None
    end = 0
    for tokens in piece.doc.sents:
        span = piece.span(tokens, text)
        begin, end = span.start if begin is None else begin, span.end
        if _TERMINAL.search(span.text.rstrip()[-4:]):
            yield begin, end
            begin = None
    if begin is not None:
        yield begin, end


def _stands_alone(sentence: Sentence, quoted: Sequence[tuple[int, int]], *, follows: bool) -> bool:
    """Whether a reader of the summary alone understands the sentence."""
    text = sentence.span.text
    if len(text.split()) < MIN_WORDS or text[-1] not in ".!…" or not text[0].isupper():
        return False
    if any(mark in _MARKS for mark in text) or _shares(sentence.span, quoted) or _FIRST_PERSON.search(text):
        return False
    return follows or not _OPENER.match(text)


def _unintroduced(sentence: Sentence, chosen: Sequence[Sentence], people: Iterable[Entity]) -> bool:
    """Whether the sentence calls somebody by a part of their name that nothing chosen has given in full."""
    told = " ".join(item.span.text for item in (*chosen, sentence))
    return any(_named_in(sentence.span, person) and person.name not in told for person in people)


def _named_in(span: Span, entity: Entity) -> bool:
    return any(span.start <= mention.start < span.end for mention in entity.mentions)


def _shares(span: Span, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether `span` shares a character with one of the sorted, disjoint `spans`."""
    index = bisect_right(spans, (span.end,)) - 1
    return index >= 0 and spans[index][1] > span.start


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.span.text.split()) for sentence in sentences)

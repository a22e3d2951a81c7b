"""The sentences of an article that a summary may choose from, and why one cannot stand alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.analysis.parse import Piece
from generator.analysis.records import Quote, Span
from generator.sources import Article, leading_rule

if TYPE_CHECKING:
    from spacy.tokens import Token

MIN_WORDS = 8
"""A shorter sentence seldom carries news: it is a kicker, a caption or an aside."""

MOST_WORDS = 60
"""A longer sentence is a list or text without stops. One news lead in a hundred is as long."""

STATEMENT_WORDS = 4
"""Words between marks that need a speaker; fewer are a term or a word held at a distance."""

_VERBS = frozenset(("VBD", "VBZ", "VBP", "MD", "VB", "VBN"))  # all but "hoping": parsers mistake the others
_TERMINAL = re.compile(r"[.!?…][\"”’'»)\]]*$")
_DOUBLE_MARKS = re.compile(r"[\"“”„«»「」]|``|''")
# Capitals inside a sentence are a title's ("Under My Roof"), and "I" behind a name a number ("World War I").
_FIRST_PERSON = re.compile(
    r"^[\"“'‘]?(?:My|We|Our|Us)\b|\b(?:my|myself|we|our|ours|ourselves|us|me)\b|(?:^|[^\w\s-] ?"
    r"|\b[a-z]+ |^[A-Z][a-z]+ )I\b(?![.:-])"
)
# What stands in a picture: "(left)", "pictured", and the caption's label "Under fire: …".
_CAPTION = re.compile(
    r"\((?:[\w ]{1,30}, )?(?:second |third |far |top |bottom )?(?:left|right|centre|center|pictured"
    r"|above|below)\b[^()]{0,60}\)"
    r"|[,(] ?pictured\b|\b(?:is|are|was|were) pictured (?:here|with|on|in|at|left|right|above|below)\b"
    r"|\bfile (?:photo|picture|image)\b|^(?:Pictured|Above|Left|Right|Below"
    r"|Pictured here)\b(?: [A-Za-z]+){0,4}[,:]"
)  # fmt: skip
_LABEL = re.compile(r"[A-Z][\w’'-]*(?: [\w’'-]+){0,3}: (?=[A-Z])")
# What is no prose: tables, menus and code that were copied with the story.
_LISTED = re.compile(r"[|•►{}]|\.{5,}|https?://|www\.|\d{1,2}:\d{2} ?(?:[ap]m|GMT|ET)? ?[-–—]")
# Two sentences whose space was lost in copying: "… to the NDA.His resignation …".
_GLUED = re.compile(r"(?:(?<=[a-z]{3})|(?<=[A-Z]{3})|(?<=\w\)))[.!?](?=[A-Z][a-z]* [a-z])")
# A closing mark that a wrong encoding turned into a question mark: 'was "quite a challenge? for him'.
_LOST_MARK = re.compile(r"\"[^\"?]{2,80}\?(?= ?[a-z,.;)])")
_AGENCY = re.compile(
    r"(?:\([A-Z]{2,8}\) |[A-Z][a-z]{2,8}\.? \d{1,2} \([A-Z][A-Za-z]{1,9}\) ?[-–—]+ ?"
    r"|(?:[A-Z][a-z]+ ){0,3}[A-Z][a-z]+, [A-Z][a-z]{2,8}\.? \d{1,2} \([A-Z]{2,8}\) )(?=[A-Z])"
)
# What points to something that a summary does not have: a list, a film, another page.
_POINTER = re.compile(
    r"Here(?: is| are|['’]s)\b|(?:Read|Watch|See|Click|Scroll|Listen|Follow|Subscribe|Sign up)"
    r" (?:the|more|here|our|on|to|down|also|below|full|this|it|us|for)\b"
)
# No sentence ends behind a title: "Govs. Chris …".
_TITLE_END = re.compile(
    r"\b(?:Mr|Mrs|Ms|Messrs|Drs?|Profs?|Govs?|Sens?|Reps?|Gens?|Adm|Lt|Cols?|Maj|Capt|Sgt|Revs?|Hon|Supt|Det)\.$"
)
_DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},? \d{4}\b")
_SAYING = re.compile(
    r"\b(?:said|says|say|saying|told|tells|telling|added|adds|wrote|writes|asked|asks|tweeted|posted"
    r"|announced|claimed|"
    r"claims|called|calls|calling|described|describes|describing|insisted|argued|according|quoted|read"
    r"|reads|stated|states|"
    r"declared|explained|admitted|warned|joked|replied|recalled|acknowledged|urged|vowed|dubbed|titled"
    r"|entitled|named|known|"
    r"labelled|labeled|accused|accusing|slogan|motto|phrase|captioned|hailed|praised|dismissed|denounced"
    r"|promised|demanded|"
    r"expressed|referred|termed|branded|considered|deemed|proclaimed|remarked|noted|complained|confirmed"
    r"|thanked)\b"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence: its span, its paragraph, its place among the sentences, and what speaks against it.

    `fault` is None for a sentence that reads well where the words before it do not matter. `spoken` tells
    that it quotes a whole statement.
    """

    span: Span
    paragraph: int
    place: int
    words: int
    fault: str | None
    spoken: bool = False


def candidates(article: Article, pieces: Sequence[Piece], quotes: Sequence[Quote]) -> tuple[Candidate, ...]:
    """The sentences of the paragraphs, in text order; the headline is none.

    A sentence is never cut inside a quotation or where the text goes on in small letters.
    """
    found: list[Candidate] = []
    for piece in pieces:
        if piece.paragraph.number == 0:
            continue
        for start, end in _joined(piece, article.text, quotes):
            span = _trimmed(article.text, start, end)
            if span.text:
                within = _within(span, quotes)
                fault = fault_of(span, within, article.text, is_lead=not found)
                fault = fault or fault_of_grammar(span, _tokens(piece, span))
                words = len(span.text.split())
                spoken = any(map(_is_statement, within))
                found.append(Candidate(span, piece.paragraph.number, len(found), words, fault, spoken))
    return tuple(found)


def fault_of(span: Span, quotes: Sequence[Quote], text: str, *, is_lead: bool = False) -> str | None:
    """The first reason for which a sentence cannot stand in a summary, wherever it stands; None without one.

    `quotes` are the quotations that share a character with it. To the lead a mark lost in copying is
    forgiven, since nothing else says what it says.
    """
    shown = span.text
    outside = _outside(span, quotes)
    words = len(shown.split())
    reasons = (
        ("short", words < MIN_WORDS),
        ("long", words > MOST_WORDS),
        ("question", shown.rstrip("\"”’')]").endswith("?")),
        (
            "fragment",
            not _TERMINAL.search(shown)
            or (not shown.lstrip("“\"'‘([")[:1].isupper() and not shown[:1].isdigit()),
        ),
        ("caption", bool(_CAPTION.search(outside) or _LABEL.match(shown))),
        ("listed", bool(_LISTED.search(shown))),
        ("pointer", bool(_POINTER.match(shown))),
        ("headline", _is_headline(shown)),
        ("half quotation", _is_half(span, quotes, text) and not (is_lead and _lost_its_mark(shown))),
        ("lost mark", not is_lead and bool(_LOST_MARK.search(shown))),
        ("no speaker", _lacks_speaker(span, quotes, outside)),
        ("first person", bool(_FIRST_PERSON.search(outside))),
    )
    return next((name for name, holds in reasons if holds), None)


def fault_of_grammar(span: Span, tokens: Sequence[Token]) -> str | None:
    """What the parse speaks against a sentence: no clause, or the present tense of a picture's caption."""
    tags = {token.tag_ for token in tokens}
    if tags <= {""}:  # a pipeline without tags
        return None
    if not tags & _VERBS or tokens[0].tag_ == "VBZ":
        return "fragment"
    scene = "VBD" not in tags and "MD" not in tags and _DAY.search(span.text)
    return "caption" if scene else None


def _tokens(piece: Piece, span: Span) -> list[Token]:
    first, last = (
        bisect_left(piece.doc, offset - piece.start, key=attrgetter("idx"))
        for offset in (span.start, span.end)
    )
    return list(piece.doc[first:last])


def _is_headline(sentence: str) -> bool:
    """Whether all longer words have capitals, as in the headline of another story."""
    longer = [word for word in re.findall(r"[^\W\d_]+", sentence) if len(word) > 3]
    return len(longer) > 4 and all(word[0].isupper() for word in longer)


def _joined(piece: Piece, text: str, quotes: Sequence[Quote]) -> Iterator[tuple[int, int]]:
    """The parser's sentences, joined where one does not end: inside a quotation, or before a small letter."""
    begin: int | None = None
    end = 0
    spans = [part for tokens in piece.doc.sents for part in _parted(piece.span(tokens, text))]
    for index, span in enumerate(spans):
        begin, end = span.start if begin is None else begin, span.end
        later = spans[index + 1].text.lstrip("\"”’')( ?") if index + 1 < len(spans) else ""
        ended = _TERMINAL.search(span.text.rstrip()[-4:]) and not _TITLE_END.search(span.text.rstrip())
        goes_on = not ended or later[:1].islower()
        if later and (goes_on or _cuts(end, quotes)) and end - begin < _join_limit(text, begin, end):
            continue
        yield begin, end
        begin = None
    if begin is not None:
        yield begin, end


def _parted(span: Span) -> Iterator[Span]:
    """The sentences of a span whose dividing space was lost."""
    begin = 0
    for match in _GLUED.finditer(span.text):
        yield Span(span.start + begin, span.start + match.end(), span.text[begin : match.end()])
        begin = match.end()
    yield Span(span.start + begin, span.end, span.text[begin:])


def _join_limit(text: str, begin: int, end: int) -> int:
    """How many characters sentences are joined up to: enough for the longest that may be chosen."""
    return 10 * MOST_WORDS if text[begin:end].count(" ") < MOST_WORDS else 0


def _cuts(end: int, quotes: Sequence[Quote]) -> bool:
    """Whether a sentence that ends at `end` leaves a quotation half inside."""
    index = bisect_right(quotes, end, key=lambda quote: quote.span.start) - 1
    return index >= 0 and quotes[index].span.start < end < quotes[index].span.end


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space around it and without a label glued in front."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    found = leading_rule(text, start, end)
    if found and found[0] in ("pointer", "kicker"):
        start = found[1]
    agency = _AGENCY.match(text, start, end)  # of a line lost in copying
    start = agency.end() if agency else start
    return Span(start, end, text[start:end])


def _within(span: Span, quotes: Sequence[Quote]) -> Sequence[Quote]:
    """The quotations that share a character with the span; `quotes` are in text order and never overlap."""
    first = bisect_right(quotes, span.start, key=lambda quote: quote.span.end)
    last = bisect_left(quotes, span.end, key=lambda quote: quote.span.start)
    return quotes[first:last]


def _outside(span: Span, quotes: Sequence[Quote]) -> str:
    """The words of a sentence that stand outside quotation marks."""
    parts, last = [], span.start
    for quote in quotes:
        parts.append(span.text[last - span.start : max(last, quote.span.start) - span.start])
        last = min(span.end, quote.span.end)
    return " ".join([*parts, span.text[last - span.start :]])  # a space, lest two marks read as one


def _is_statement(quote: Quote) -> bool:
    """Whether a quotation reads as a sentence of its own, and not as a part of one."""
    text = quote.span.text
    least = 3 if quote.speaker else STATEMENT_WORDS + 1
    return len(text.split()) >= least and not text.lstrip("“‘\"'([… .")[:1].islower()


def _is_half(span: Span, quotes: Sequence[Quote], text: str) -> bool:
    """Whether a quotation is only partly in the sentence, or a mark in it has no partner."""
    whole = all(span.start < quote.span.start and quote.span.end < span.end for quote in quotes)
    closed = all(_DOUBLE_MARKS.search(text[quote.span.end : quote.span.end + 2]) or
                 text[quote.span.end : quote.span.end + 1] in "’'" for quote in quotes)  # fmt: skip
    marks = len(_DOUBLE_MARKS.findall(_outside(span, quotes)))
    return not (whole and closed) or marks % 2 == 1


def _lost_its_mark(sentence: str) -> bool:
    """Whether the marks of a sentence pair once those are counted that copying turned into question marks."""
    mended = _LOST_MARK.sub('""', sentence)
    return mended != sentence and len(_DOUBLE_MARKS.findall(mended)) % 2 == 0


def _lacks_speaker(span: Span, quotes: Sequence[Quote], outside: str) -> bool:
    """Whether words between marks stand in the sentence and nobody in it who says them."""
    for quote in quotes:
        said_here = quote.speaker and span.start <= quote.speaker.start < span.end
        if len(quote.span.text.split()) >= STATEMENT_WORDS and not said_here and not _SAYING.search(outside):
            return True
    return len(outside.split()) < 3

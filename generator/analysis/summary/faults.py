"""What speaks against a sentence of an article as a sentence of its summary, wherever it stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.analysis.records import Quote, Span
from generator.analysis.summary.phrases import any_of
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

MIN_WORDS = 8
"""A shorter sentence seldom carries news: it is a kicker, a caption or an aside."""

MOST_WORDS, MOST_LEAD_WORDS = 60, 80
"""A longer sentence is a list or text without stops; a lead may be longer than others."""

STATEMENT_WORDS = 4
"""Words between marks that need a speaker; fewer are a term or a word held at a distance."""

_VERBS = frozenset(("VBD", "VBZ", "VBP", "MD", "VB", "VBN"))  # all but "hoping": parsers mistake the others
# A capital, a number, or a name that begins small ("iOS", "eBay").
_BEGINS = re.compile(r"[“\"'‘(\[]*(?:[^\W\d_a-z]|\d|[$€£¥#@…]|[a-z]{1,2}[A-Z])")
TERMINAL = re.compile(r"[.!?…][\"”’'»)\]]*$")
_DOUBLE_MARKS = re.compile(r"[\"“”„«»「」]|``|''")
# Capitals inside a sentence are a title's ("Under My Roof"), and "I" behind a name a number ("World War I").
_FIRST_PERSON = re.compile(
    r"^[\"“'‘]?(?:My|We|Our|Us)\b|\b(?:my|myself|we|our|ours|ourselves|us|me)\b|(?:^|[^\w\s-] ?"
    r"|\b[a-z]+ |^[A-Z][a-z]+ )I\b(?![.:-])"
)
# What stands in a picture: "(left)", "pictured", "In this photo", and the caption's label "Under fire: …".
_POSITION = re.compile(
    r"\((?:[\w ]{1,30}, )?(?:second |third |far |top |bottom )?"
    r"(?:left|right|centre|center|pictured|above|below)\b[^()]{0,60}\)"
)
_CAPTION = re.compile(
    r"[,(] ?pictured\b|\b(?:is|are|was|were) pictured (?:here|with|on|in|at|left|right|above|below)\b"
)
_PICTURE = re.compile(
    r"\bfile (?:photo|picture|image)\b|^In (?:this|an?) (?:[\w.,]+ ){0,4}(?:photo|photograph|picture|image)\b"
    r"|^(?:Pictured(?: here)?|Above|Below|Left|Right)(?:(?: [A-Za-z]+){0,4}:|,)"
)
_LABEL = re.compile(r"[A-Z][^\W\d]*(?:[’'-][^\W\d]+)?(?: [^\W\d][^\W\d’'-]*){0,3}: (?=[A-Z])")
_ASIDE = re.compile(r"\[.*\]|\(.*\)", re.DOTALL)
# A lead that tells who asks, and then what: "Dora Finch answers a simple question: who …?"
_POSES = re.compile(r"(?:[^\s:]+ ){5,}[^\s:]+: ")
# What is no prose: tables, menus and code that were copied with the story.
_LISTED = re.compile(r"[|•►{}]|\.{5,}|https?://|www\.|^\d{1,2}:\d{2} ?(?:[ap]m|GMT|ET)? ?[-–—]")
# A term between marks, in front of its noun: the "We can" campaign, Pell's "Sea first" party.
_TERM_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]his)|[’']s)(?: [\w-]+)? $"
)
# A closing mark that a wrong encoding turned into a question mark: 'was "quite a challenge? for him'.
_LOST_MARK = re.compile(r"\"[^\"?]{2,80}\?(?= ?[a-z,.;)])")
# What points to something that a summary does not have: a list, a film, another page.
_POINTER = re.compile(
    r"Here(?: is| are|['’]s)\b|(?:Read|Watch|See|Click|Scroll|Listen|Follow|Subscribe|Sign up)"
    r" (?:the|more|here|our|on|to|down|also|below|full|this|it|us|for)\b"
)
_DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},? \d{4}\b")
_SAYING = re.compile(rf"\b(?:{any_of(words('speech.attributing'))})\b")


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
        ("long", words > (MOST_LEAD_WORDS if is_lead else MOST_WORDS)),
        ("question", shown.rstrip("\"”’')]").endswith("?") and not (is_lead and _POSES.match(shown))),
        ("fragment", not _BEGINS.match(shown)),
        ("no stop", not TERMINAL.search(shown)),
        ("caption", _is_caption(outside) or _has_label(shown, text)),
        ("aside", bool(_ASIDE.fullmatch(shown))),
        ("listed", bool(_LISTED.search(shown))),
        ("pointer", bool(_POINTER.match(shown))),
        ("headline", _is_headline(shown)),
        ("half quotation", _is_half(span, quotes, text) and not (is_lead and _lost_its_mark(shown))),
        ("lost mark", not is_lead and bool(_LOST_MARK.search(shown))),
        ("no speaker", _lacks_speaker(span, quotes, outside, is_lead=is_lead)),
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


def _is_caption(sentence: str) -> bool:
    """Whether the words outside quotation marks tell where somebody stands in a picture."""
    return any(pattern.search(sentence) for pattern in (_POSITION, _CAPTION, _PICTURE))


def _has_label(sentence: str, text: str) -> bool:
    """Whether a sentence begins with a label and a colon; what the text has again is a title with a colon."""
    label = _LABEL.match(sentence)
    return label is not None and text.count(sentence[: label.end() + 3]) == 1


def _is_headline(sentence: str) -> bool:
    """Whether all longer words have capitals, as in the headline of another story."""
    longer = [word for word in re.findall(r"[^\W\d_]+", sentence) if len(word) > 3]
    return len(longer) > 4 and all(word[0].isupper() for word in longer)


def _outside(span: Span, quotes: Sequence[Quote]) -> str:
    """The words of a sentence that stand outside quotation marks."""
    parts, last = [], span.start
    for quote in quotes:
        parts.append(span.text[last - span.start : max(last, quote.span.start) - span.start])
        last = min(span.end, quote.span.end)
    return " ".join([*parts, span.text[last - span.start :]])  # a space, lest two marks read as one


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


def _lacks_speaker(span: Span, quotes: Sequence[Quote], outside: str, *, is_lead: bool) -> bool:
    """Whether words between marks stand in the sentence and nobody in it who says them.

    A lead may have a few words of somebody whom the next sentence names.
    """
    for quote in quotes:
        said_here = quote.speaker and span.start <= quote.speaker.start < span.end
        if _is_term(span, quote) or (is_lead and quote.span.text[:1].islower()):
            continue
        if len(quote.span.text.split()) >= STATEMENT_WORDS and not said_here and not _SAYING.search(outside):
            return True
    return len(outside.split()) < 3


def _is_term(span: Span, quote: Quote) -> bool:
    """Whether the words between marks are a name in front of its noun, which nobody says."""
    before = span.text[: max(0, quote.span.start - 1 - span.start)]
    after = span.text[max(0, quote.span.end + 1 - span.start) :]
    return bool(_TERM_BEFORE.search(before) and re.match(r" [a-z]", after)) and quote.span.text[-1:] != ","

"""Sources that the layout itself gives, without a verb: the first, sure sieve before the model.

The order "sure rules first, then a model for the rest" follows Muzny et al. (EACL 2017).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.quotes.passages import MARKS, Passage
from generator.analysis.quotes.sources import DASHES, Candidate, Mention

LABEL = 5
"""Tokens that the name before a transcript's colon may have ("GOV. JANE ROE:")."""

SIGNATURE = 14
"""Words that a signature after a dash may have, up to the line's end ("— Jane Roe, a voter from Lyme")."""


def sieve(passages: Sequence[Passage], place: int, number: int) -> tuple[int, Candidate] | None:
    """The source of a passage's quotation where the layout names one, with the number of its passage."""
    passage = passages[place]
    here = transcript_label(passage, number) or signature(passage, number)
    if here:
        return place, here
    alone = passage.words[-1] == 0 and number == len(passage.quotations) - 1
    below = signed_line(passages[place + 1]) if alone and place + 1 < len(passages) else None
    return (place + 1, below) if below else None


def transcript_label(passage: Passage, number: int) -> Candidate | None:
    """The name in capitals that a line of a transcript begins with, within the marks or before them.

    "ROE: Will you stay?" and ROE: "Will you stay?" are said by ROE.
    """
    placed = passage.quotations[number]
    inside = _label(passage, placed.first, placed.last)
    if inside:
        return inside
    first = 0
    while first < placed.first and passage.tokens[first].text in MARKS:
        first += 1
    before = _label(passage, first, placed.first)
    beyond = before.mention.last + 1 if before else placed.first
    gap = [token for token in passage.tokens[beyond : placed.first] if token.text not in MARKS]
    return None if any(not token.is_space for token in gap) else before


def _label(passage: Passage, first: int, last: int) -> Candidate | None:
    """The words in capitals from token `first` to a colon."""
    tokens = passage.tokens
    colon = next((i for i in range(first, min(last, first + LABEL + 1)) if tokens[i].text == ":"), None)
    words = tokens[first:colon] if colon else ()
    if not words or not all(word.text.isupper() or word.text == "." for word in words) or len(words[0]) < 2:
        return None
    return Candidate(Mention(words[-1].i, first, words[-1].i + 1, "label"), None, "label", "none")


def signature(passage: Passage, number: int) -> Candidate | None:
    """The name after a dash at the end of a line, under a quotation that takes all the rest of it.

    “We were never asked.” — Jane Roe, voter
    """
    placed = passage.quotations[number]
    if passage.words[placed.first] or passage.words[-1] > SIGNATURE:
        return None
    return _signed(passage, placed.last)


def signed_line(passage: Passage) -> Candidate | None:
    """The name in a line of its own that begins with a dash."""
    return None if passage.quotations or passage.words[-1] > SIGNATURE else _signed(passage, 0)


def _signed(passage: Passage, index: int) -> Candidate | None:
    """The name after the dash that comes first from token `index` on, marks and spaces skipped."""
    tokens = passage.tokens
    while index < len(tokens) and (tokens[index].text in MARKS or tokens[index].is_space):
        index += 1
    if index >= len(tokens) or tokens[index].text not in DASHES:
        return None
    rest = [token for token in tokens[index + 1 :] if not token.is_space]
    if not rest or not rest[0].text[0].isupper() or any(passage.quoted[token.i] >= 0 for token in rest):
        return None
    last = next((token.i for token in rest if not _of_name(token.text)), rest[-1].i + 1)
    return (
        Candidate(Mention(last - 1, rest[0].i, last, "person"), None, "signature", "none")
        if last > rest[0].i
        else None
    )


def _of_name(word: str) -> bool:
    """Whether a word can be part of a name: a capital first, and a full stop only after an initial."""
    return word[0].isupper() and (word[-1] != "." or len(word) == 2)

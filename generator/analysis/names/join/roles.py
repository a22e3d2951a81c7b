"""A person's role in the article's own words: an apposition, or the titles before the name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.analysis.names.mention import Mention, Reading
from generator.analysis.records import Span
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

COURTESY_TITLES = words("persons.courtesy_titles")
PERSON_HEADS = words("persons.nouns")
TITLES = words("persons.titles")

_OPENING = words("tags.role_start")
LONGEST_ROLE = 20
"""Tokens; a longer apposition is cut no shorter but given up."""

_COURTESY = COURTESY_TITLES | {"mx"}
_ADDRESSES = _COURTESY | {"dr", "prof", "rev", "hon"}
_COMMAS = frozenset({",", "(", "—", "–", "--"})
_INSIDE = words("tags.role")


def role_of(reading: Reading, mentions: Iterable[Mention]) -> Span | None:
    """The first role that the article gives a person, body before headline."""
    ranked = sorted(mentions, key=lambda mention: (reading.is_display(mention.piece), mention.start))
    for mention in ranked:
        span = _apposition(reading, mention) or _title(reading, mention)
        if span:
            return span
    return None


def _apposition(reading: Reading, mention: Mention) -> Span | None:
    """From the comma to the end of the noun phrase: "…, the head of Roscosmos told"."""
    doc, first = reading.doc(mention), mention.last + 1
    if first + 1 >= len(doc) or doc[mention.last].text not in _COMMAS or doc[first].tag_ not in _OPENING:
        return None
    last = _phrase_end(doc, first)
    before_of = next((token.i for token in doc[first:last] if token.tag_ == "IN"), last)
    if not any(token.lower_ in PERSON_HEADS for token in doc[first:before_of]):
        return None
    if any(_is_a_person(doc, token.i) for token in doc[first:before_of]):
        return None  # ", President Roe": somebody else, in a list
    return _span(reading, mention.piece, first, last)


def _is_a_person(doc: Doc, index: int) -> bool:
    """Whether a token is of a person's name, and not as a possessor ("Ana Roe's daughter")."""
    if doc[index].ent_type_ != "PERSON":
        return False
    while index < len(doc) and doc[index].ent_type_ == "PERSON" and doc[index].tag_ != "POS":
        index += 1
    return index >= len(doc) or doc[index].tag_ != "POS"


def _phrase_end(doc: Doc, first: int) -> int:
    """The end of the noun phrase, before any clause of its own ("…, the senator bidding for")."""
    last, has_noun = first, False
    while last < len(doc) and last - first <= LONGEST_ROLE and doc[last].tag_ in _INSIDE:
        if has_noun and doc[last].tag_ in {"VBG", "VBN"}:
            break
        has_noun = has_noun or doc[last].tag_ in {"NN", "NNS", "NNP"}
        last += 1
    while last > first and doc[last - 1].tag_ in {"IN", "CC", "RB", "TO", "DT", "VBN", "VBG"}:
        last -= 1
    return last if last - first <= LONGEST_ROLE else first


def _title(reading: Reading, mention: Mention) -> Span | None:
    """The noun phrase that the name ends: "Roscosmos chief Dmitry Rogozin"."""
    doc, first = reading.doc(mention), mention.first
    while first > 0 and _is_of_title(doc, first - 1, mention.first):
        first -= 1
    first -= first > 0 and doc[first].tag_ != "NNP" and doc[first - 1].tag_ in {"DT", "PRP$"}
    while first < mention.first and doc[first].tag_ in {"HYPH", "POS"}:
        first += 1
    titles = [token.lower_.rstrip(".") for token in doc[first : mention.first]]
    if not titles or not (titles[-1] in TITLES or titles[-1] in PERSON_HEADS) or titles[-1] in _COURTESY:
        return None
    return _span(reading, mention.piece, first, mention.first)


def _is_of_title(doc: Doc, index: int, name: int) -> bool:
    """Whether a token belongs to the title before the name at token `name`.

    Before a title with a capital ("President") no noun in small letters does: "in a remark President Roe…".
    """
    token = doc[index]
    if token.is_space or token.tag_ not in {"NN", "NNP", "NNPS", "JJ", "POS", "HYPH"}:
        return False
    return not (token.tag_ == "NN" and token.is_lower and doc[name - 1].text[0].isupper())


def _span(reading: Reading, piece: int, first: int, last: int) -> Span | None:
    """The words without "its" or "his" at the head: away from its sentence, the role would be nobody's.

    A form of address alone ("Dr.") is no role, nor is what begins inside a word with a hyphen.
    """
    doc, offset = reading.pieces[piece].doc, reading.pieces[piece].start
    if last > first and doc[first].tag_ == "PRP$":
        first += 1
    if last <= first or _is_cut(doc, first) or _is_address(doc, first, last):
        return None
    start, end = offset + doc[first].idx, offset + doc[last - 1].idx + len(doc[last - 1])
    return Span(start, end, reading.text[start:end])


def _is_cut(doc: Doc, first: int) -> bool:
    """Whether the words begin inside a hyphenated word: "CEO" of "co-CEO"."""
    return first > 0 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_


def _is_address(doc: Doc, first: int, last: int) -> bool:
    """Whether the words are a form of address alone, and the next name's: "Sherlock, Dr. Watson"."""
    return last - first == 1 and doc[first].lower_.rstrip(".") in _ADDRESSES

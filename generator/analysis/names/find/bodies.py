"""Long names of bodies that the model cuts: "Joint Committee on Trade and Security", "Ada Roe Institute"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.names.context import is_proper
from generator.analysis.names.find.titles import LONGEST
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.nouns import NAME_HEADS, OF_HEADS
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINERS = frozenset({"of", "for", "on"})


def long_bodies(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """Yield bodies named by a noun with what it is of or for, and bodies named after a person."""
    for token in doc[:-2]:
        if is_proper(token) and _is_head(token.lower_) and doc[token.i + 1].text in _JOINERS:
            first, last = _start(doc, token.i), _end(doc, token.i + 2)
            if last > token.i + 2 and not _is_one_of_a_kind(doc, token.i + 2, last):
                yield reading.mention(number, first, last, type="organisation", rule="body-of")
    yield from _bodies_with_and(reading, number, doc)
    for one, other in zip(doc.ents, doc.ents[1:], strict=False):
        noun = doc[other.end - 1].lower_
        if one.label_ == "PERSON" and other.label_ == "ORG" and one.end == other.start and _is_head(noun):
            yield reading.mention(number, one.start, other.end, type="organisation", rule="named-after")


def _bodies_with_and(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """ "Bakers' and Millers' Union", "Ports and Border Protection": one body on both sides of "and"."""
    for token in doc[1:-1]:
        if token.lower_ not in {"and", "&"}:
            continue
        first, last = _left_of(doc, token.i), _right_of(doc, token.i + 1)
        if first < token.i and last > token.i + 1:
            yield reading.mention(number, first, last, type="organisation", rule="body-with-and")


def _left_of(doc: Doc, joiner: int) -> int:
    """The beginning of the one or two words before "and" that may be half of a body's name."""
    first = joiner - (doc[joiner - 1].tag_ == "POS")
    while first > max(joiner - 3, 0) and _is_half(doc[first - 1]):
        first -= 1
    return first if first == 0 or not _is_half(doc[first - 1]) else joiner


def _right_of(doc: Doc, first: int) -> int:
    """The end of the words behind "and", if the last is a body's business or its noun."""
    last = first
    while last < min(len(doc), first + _HALF) and (_is_half(doc[last]) or doc[last].tag_ == "POS"):
        last += 1
    if last - first < 1 or doc[last - 1].tag_ == "POS":
        return first
    business = doc[last - 1].lower_ in words("bodies.business")
    owned = doc[first - 2].tag_ == "POS" and _is_head(doc[last - 1].lower_)
    return last if business or owned else first


_HALF = 5
"""Tokens of the longest half of a body's name."""


def _is_half(token: Token) -> bool:
    return (
        is_proper(token)
        and token.text[0].isupper()
        and token.ent_type_ not in {"PERSON", "GPE", "NORP", "DATE"}
    )


def _is_head(word: str) -> bool:
    return "organisation" in {NAME_HEADS.get(word), OF_HEADS.get(word)} or word in words("bodies.centres")


def _is_one_of_a_kind(doc: Doc, first: int, last: int) -> bool:
    """ "Bank of China", "University of Ghent": one place, which the model reads well itself."""
    return last - first == 1 or doc[first].ent_type_ in {"PERSON", "GPE", "LOC", "NORP", "DATE"}


def _start(doc: Doc, head: int) -> int:
    first = head
    while first and is_proper(doc[first - 1]) and doc[first - 1].ent_type_ not in {"PERSON", "GPE", "NORP"}:
        first -= 1
    return first


def _end(doc: Doc, first: int) -> int:
    """The end of the words with capitals behind "of", "for" or "on", with "and" between two of them."""
    first += first < len(doc) and doc[first].lower_ == "the"
    last = index = first
    while index < min(len(doc), first + LONGEST) and (is_proper(doc[index]) or _goes_on(doc, index, first)):
        index += 1
        last = index if is_proper(doc[index - 1]) else last
    return last


def _goes_on(doc: Doc, index: int, first: int) -> bool:
    """Whether "and" stands inside the name: its last part is no person, place or body of its own."""
    if doc[index].text not in {"and", "&"} or index == first or index + 1 >= len(doc):
        return False
    after = doc[index + 1]
    own = after.ent_iob_ == "B" or after.ent_type_ in {"PERSON", "GPE", "NORP"}
    return is_proper(after) and not own

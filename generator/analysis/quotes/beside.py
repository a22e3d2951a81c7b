"""The name that stands with a role: "the mill's owner in Pell, Jane Roe", "head of the Mills Jane Roe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analysis.coreference import Coreference
from generator.analysis.quotes.passages import Passage
from generator.analysis.quotes.sources import PERSON_NOUNS, Mention
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 14
"""Tokens behind a role in which its bearer's name begins."""

TITLES = words("persons.titles")
BODIES = words("bodies.nouns")
_WITHIN = frozenset(("ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "CCONJ", "PART"))

Range = tuple[int, int]
"""The first token of a name and the one after its last."""


def name_beside(passage: Passage, place: int, mention: Mention, coreference: Coreference) -> Range | None:
    """The name of who holds the role that a `mention` tells, if it stands right behind it.

    Between the role and the name stand at most what belongs to the role ("of the Mills", "in Pell"), a comma
    and a title. A name that hangs on a preposition is another's: "the mother of Jane Roe".
    """
    head = passage.tokens[mention.head]
    if mention.kind not in ("role", "noun") or head.tag_ == "NNS":
        return None
    wanted = "organisation" if head.lemma_.lower() in BODIES else "person"
    last = min(mention.last + REACH, len(passage.tokens))
    for index in range(mention.last, last):
        token = passage.tokens[index]
        if passage.quoted[index] >= 0:
            return None
        if _is(wanted, place, index, token, coreference):
            end = _end(wanted, passage, place, index, coreference)
            return (index, end) if _introduces(passage, place, mention, index, end, coreference) else None
        if token.text != "," and token.pos_ not in _WITHIN:
            return None
    return None


def _is(wanted: str, place: int, index: int, token: Token, coreference: Coreference) -> bool:
    """Whether a token begins the name of a person, or of a body."""
    known = coreference.named(place, index)
    if known:
        return known.type == wanted
    return wanted == "person" and token.ent_type_ == "PERSON" and token.pos_ == "PROPN"


def _end(wanted: str, passage: Passage, place: int, index: int, coreference: Coreference) -> int:
    while index < len(passage.tokens) and _is(wanted, place, index, passage.tokens[index], coreference):
        index += 1
    return index


def _introduces(
    passage: Passage, place: int, mention: Mention, first: int, end: int, coreference: Coreference
) -> bool:
    """Whether the words before a name tie it to the role before them."""
    tokens = passage.tokens
    if end < len(tokens) and tokens[end].tag_ == "POS":
        return False
    before = first - 1
    while before >= mention.last and tokens[before].lower_.rstrip(".") in TITLES and tokens[before].is_title:
        before -= 1
    while before >= mention.last and tokens[before].is_upper and tokens[before].is_alpha:
        before -= 1  # "MP"
    if before < mention.last:
        return first > mention.last  # nothing but a title
    inner = tokens[mention.last : before]
    if any(token.lemma_.lower() in PERSON_NOUNS and token.dep_ == "pobj" for token in inner):
        return False  # "the lawyer of the mayor, Jane Roe": she is the mayor
    if tokens[before].text == ",":
        return True
    if tokens[before].lemma_.lower() in PERSON_NOUNS:
        return True  # "scholar and critic Jane Roe"
    known = coreference.named(place, before)
    return known is not None and known.type in ("organisation", "place")

"""Titles of works without marks, where a word before them says so: "the film X", "an album titled X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.names.context import is_proper
from generator.analysis.names.mention import Mention, Reading
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 8
"""Tokens of the longest title that is looked for."""


def named_works(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """Yield the titles behind nouns of works in small letters, and behind "titled"."""
    for token in doc[:-1]:
        if token.is_lower and token.text in words("things.titled") and not _is_finite(token):
            first = token.i + 1
            last = title_end(doc, first)
            if last > first and not _is_somebody(doc, first, last):
                yield reading.mention(number, first, last, type="work", rule="work-noun")


def listed_works(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """Yield the titles of a list behind a plural noun of works: "films such as X and Y", "from X to Y"."""
    for token in doc[:-2]:
        if token.is_lower and token.tag_ == "NNS" and token.lemma_ in words("things.told_or_played"):
            first, joiners = _list_start(doc, token.i + 1)
            titles = list(_titles(doc, first, joiners)) if first else []
            if len(titles) > 1:
                yield from (
                    reading.mention(number, start, end, type="work", rule="work-list")
                    for start, end in titles
                    if not _is_somebody(doc, start, end)
                )


def _list_start(doc: Doc, index: int) -> tuple[int, frozenset[str]]:
    """Where a list of titles begins, and what joins its titles; 0 where none does."""
    if doc[index].lower_ == "from":
        return index + 1, frozenset({"to", ","})
    if doc[index].lower_ in {"like", "including"}:
        return index + 1, frozenset({",", "and", "or"})
    such = doc[index].lower_ == "such" and doc[index + 1].lower_ == "as"
    return (index + 2 if such else 0), frozenset({",", "and", "or"})


def _titles(doc: Doc, first: int, joiners: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The titles from a token on; a list "from … to" needs its "to"."""
    end, limit = first, min(len(doc), first + 3 * LONGEST)
    joined = {token.lower_ for token in doc[first:limit]}
    if "to" in joiners and "to" not in joined:
        return
    while first < limit:
        end = first
        while end < limit and doc[end].lower_ not in joiners and _is_of_title(doc, first, end):
            end += 1
        if end == first or not (doc[end - 1].text[0].isupper() or doc[end - 1].is_digit):
            return
        yield first, end
        while end < limit and doc[end].lower_ in joiners:
            end += 1
        if doc[end - 1].lower_ not in joiners:
            return
        first = end


def _is_of_title(doc: Doc, first: int, index: int) -> bool:
    token = doc[index]
    return token.text[0].isupper() or token.is_digit or (index > first and _joins(doc, index))


def _is_finite(token: Token) -> bool:
    """ "Documents show Orlo grew", "they play Harbour Athletic": no noun."""
    return token.tag_ in {"VB", "VBP", "VBZ"}


def title_end(doc: Doc, first: int) -> int:
    """The end of a title: words with capitals, with small words and a colon between them."""
    last = index = first
    while index < min(len(doc), first + LONGEST):
        token = doc[index]
        if _is_capital(doc, index):
            last = index + 1
        elif index == first or not _joins(doc, index):
            break
        index += 1
        if token.is_sent_end:
            break
    return last


def _is_capital(doc: Doc, index: int) -> bool:
    token = doc[index]
    return token.text[0].isupper() and token.text[-1].isalnum() and not token.is_sent_start


def _joins(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.text in {":", "-", "’s", "'s"}:
        return index + 1 < len(doc) and doc[index + 1].text[0].isupper()
    return token.lower_ in words("function_words.inside_titles")


def _is_somebody(doc: Doc, first: int, last: int) -> bool:
    """ "In the film Ada Roe plays…": a person, or a body that somebody speaks for."""
    if doc[first].ent_type_ in {"PERSON", "NORP", "GPE", "DATE"} and (
        last - first > 1 or _acts(doc, last - 1)
    ):
        return True
    return not any(is_proper(token) or token.ent_type_ == "WORK_OF_ART" for token in doc[first:last])


def _acts(doc: Doc, index: int) -> bool:
    return bool(doc[index].dep_ == "nsubj" and doc[index].head.i > index)

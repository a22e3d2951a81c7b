"""Bare surnames and first names: which need the rest of the name, and when that rest is certain.

"[Dora] Finch said …": a wrong name is worse than none, so the rest is given only where nobody else in the
article bears it, and where the word is no part of another name ("the Finch report", "the House of Finch").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.analysis.names.gender import given_names
from generator.analysis.parse import Piece
from generator.analysis.records import Entity, Span
from generator.analysis.summary.phrases import any_of
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

COURTESY = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady)\.? ")
_HEADS_OF_STATE = any_of(word.replace("_", " ").title() for word in words("persons.heads_of_state"))
_OFFICES = any_of(word.title() for word in words("persons.offices"))
_HEAD_OF_STATE = re.compile(rf"\b(?:{_HEADS_OF_STATE}) $")
_OFFICE = re.compile(rf"\b(?:{_HEADS_OF_STATE}|{_OFFICES})\.? $")
_KIN = re.compile(rf"\b(?:{any_of(words('persons.kin'))}),? $")
_NO_FORENAMES = words("persons.no_forenames")
# "a Finch", "Pell Radio's Finch", "Citizens for Finch": a kind, a broadcast, a body.
_ARTICLE = re.compile(
    r"\b(?:[Aa]n?(?: [a-z-]+)?|[Aa]nother|[Tt]he|[Ee]very|[Nn]o|[A-Z]\w+ [A-Z]\w+['’]s"
    r"|[A-Z]\w+ (?:for|of|against)) $"
)
_OTHER_NAMES = words("tags.other_names")
_INITIAL = re.compile(r"[A-Z]\.?(?:[A-Z]\.?)?")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:,? [^\W\d_][\w.'’-]*)*")
_ACRONYM = re.compile(r"[A-Z]{3,}")


def is_introduced(text: str, mention: Span, token: Token | None) -> bool:
    """Whether a part of a name needs no rest: after "President" or a kin word, or in another name or a noun.

    `token` is the last word of the mention as the parser sees it.
    """
    before = text[max(0, mention.start - 20) : mention.start]
    if _HEAD_OF_STATE.search(_titles(text, mention)) or _KIN.search(before) or _ARTICLE.search(before):
        return True
    if token is None:
        return False
    attributive = token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i
    goes_on = token.i + 1 < len(token.doc) and token.nbor().ent_iob_ == "I"
    within = token.ent_type_ in _OTHER_NAMES and (token.ent_iob_ == "I" or goes_on)
    return within or (attributive and token.head.pos_ != "PROPN")


def is_titled(text: str, surname: str) -> bool:
    """Whether a text introduces somebody by an office and a surname: "President Finch".

    >>> is_titled("They thanked President Finch.", "Finch"), is_titled("They thanked Finch.", "Finch")
    (True, False)
    """
    found = (text[: match.start()] for match in re.finditer(rf"{re.escape(surname)}\b", text))
    return any(_HEAD_OF_STATE.search(before[-20:]) for before in found)


def has_office(text: str, mention: Span) -> bool:
    """Whether an office stands before the last word of a mention: "Mayor Finch"."""
    return bool(_OFFICE.search(_titles(text, mention)))


def _titles(text: str, mention: Span) -> str:
    """What stands right before the last word of a mention, in the mention or in the text before it."""
    before = text[max(0, mention.start - 20) : mention.start]
    return f"{before}{mention.text}"[: -len(mention.text.split()[-1])]


def names_something_else(token: Token | None) -> bool:
    """Whether the parser takes the word for the name of something else than a person."""
    return token is not None and token.ent_type_ in _OTHER_NAMES


def is_only_bearer(text: str, pieces: Sequence[Piece], person: Entity, short: str, at: int) -> bool:
    """Whether the bare name `short` at `at` can only be the person's."""
    if person.name.startswith(f"{short} ") and re.match(r"(?: and| &|,) [A-Z]", text[at + len(short) :]):
        return False  # "Henry and Sophie Siegel"
    bearers = [name for _, name in _bearers(pieces, short)]
    others = sum(name not in person.name.split() for name in bearers)
    own = len(bearers) - others
    return is_last_bearer(text, pieces, person, short, at) and (not others or own > 2 * others)


def is_last_bearer(text: str, pieces: Sequence[Piece], person: Entity, short: str, at: int) -> bool:
    """Whether the person's name is one that people have, and the last with `short` in it before `at`.

    It need not stand before where nobody else has it.
    """
    if not _NAME.fullmatch(person.name) or not _is_forename(person.name.split()[0], text):
        return False
    parts = person.name.split()
    bearers = list(_bearers(pieces, short))
    last = max((bearer for bearer in bearers if bearer[0] < at), default=None)
    return last[1] in parts if last else all(name in parts for _, name in bearers)


def _is_forename(word: str, text: str) -> bool:
    """Whether a capital word can be somebody's first name, and is not a common word that begins a phrase."""
    lower = word.lower()
    if lower in given_names() or _INITIAL.fullmatch(word):
        return True
    common = lower in _NO_FORENAMES or re.search(rf"\b{re.escape(lower)}\b", text)
    return word[:1].isupper() and not _ACRONYM.fullmatch(word) and not common


def _bearers(pieces: Sequence[Piece], short: str) -> Iterator[tuple[int, str]]:
    """Where a name stands with another name beside it, before or behind, and which ("Ivanka" Trump)."""
    for piece in pieces:
        for token in piece.doc:
            if token.text != short.rsplit(maxsplit=1)[-1] or token.i == 0:
                continue
            before = piece.doc[token.i - 1]
            if before.text == "]" and token.i > 1:
                before = piece.doc[token.i - 2]
            after = piece.doc[token.i + 1] if token.i + 1 < len(piece.doc) else None
            for beside in (before, after):
                if beside is not None and _is_name(beside):
                    yield piece.start + token.idx, beside.text


def _is_name(token: Token) -> bool:
    """Whether a token beside a name is a part of it, and no title and no name of something else."""
    word = f"{token.text.rstrip('.')} "
    return (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and len(token.text.rstrip(".")) > 1
        and not COURTESY.match(word)
        and not _OFFICE.search(word)
        and token.ent_type_ not in _OTHER_NAMES
        and token.ent_type_ not in ("DATE", "TIME", "CARDINAL", "ORDINAL")
    )


def token_at(pieces: Sequence[Piece], start: int) -> tuple[int, Token] | None:
    """The piece (its number) and the token that begins at a place in the text; None if none begins there."""
    place = max(0, bisect_left(pieces, start + 1, key=lambda piece: piece.start) - 1)
    offset = start - pieces[place].start
    found = next((token for token in pieces[place].doc if token.idx == offset), None)
    return None if found is None else (place, found)

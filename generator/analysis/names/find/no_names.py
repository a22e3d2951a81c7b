"""Spans that are no names: markup, common words and initials, sums, days, what is left of a longer name.

Each rule is a row of a table with an id. Tests get the parsed piece, tokens [`first`, `last`) and the type.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.analysis.names.countries import country_of
from generator.analysis.names.find.edge_rule import EdgeRule
from generator.analysis.records import EntityType
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_AMOUNT = re.compile(r"[A-Z][A-Za-z]{0,2}\d[\d.,]*(?:bn|m|k|tn)")
_BRACKETS = frozenset("[]")
_MARKUP = frozenset('<>={}|\\"')


def _has_markup(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    return any(not _MARKUP.isdisjoint(token.text) or "://" in token.text for token in doc[first:last])


def _is_handle(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    return doc[first].text[0] in "#@" or (first > 0 and doc[first - 1].text in {"#", "@"})


def _has_no_capital(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    parts = [token.text for token in doc[first:last]]
    if any(char.isupper() or (char.isdigit() and len(parts) > 1) for word in parts for char in word):
        return False
    return not any(ord(char) > 0x24F and char.isalpha() for word in parts for char in word)


def _is_part(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    """What is left of a name or a word: "Roe, [Jr.], 38", "“[W]e encourage"."""
    word = doc[first].text
    suffix = word.lower().rstrip(".") in words("persons.name_suffixes")
    return last - first == 1 and (suffix or not _BRACKETS.isdisjoint(word))


def _is_mere_word(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    """ "Shells had smashed roofs"."""
    token = doc[first]
    if last - first > 1 or token.is_upper or not token.is_sent_start:
        return False
    tags = {"JJ", "RB"} if token.ent_type_ == "PERSON" else {"NN", "NNS", "VBN", "VBG", "RB"}
    return token.tag_ in tags


def _is_portfolio(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    """ "Education Minister", "Secretary of State"."""
    token = doc[first]
    if last - first > 1 or token.is_upper or country_of(token.text):
        return False
    after = doc[first + 1].text if first + 1 < len(doc) else ""
    before = doc[first - 2].text if first > 1 and doc[first - 1].lower_ == "of" else ""
    offices = {"Secretary", "Minister"}
    return (after in offices and token.ent_type_ == "ORG") or before in offices | {"Secretaries"}


def _is_calendar(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    calendar = words("function_words.calendar")
    return all(
        token.lower_.rstrip(".") in calendar or not token.text[:1].isalpha() for token in doc[first:last]
    )


def _is_initialism(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    return are_common_initials(doc[first:last].text)


def are_common_initials(text: str) -> bool:
    """Whether a name is the initials of a common noun: "AI", "IPO", "Ph.D."."""
    letters = text.replace(".", "")
    return sum(map(str.isupper, letters)) > 1 and letters.lower() in words("function_words.initialisms")


def _is_suffix(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    """What is left of a company's name: "S.A.", "Inc."."""
    word = doc[first].text
    bare = word.replace(".", "").lower()
    return last - first == 1 and "." in word and bare in words("bodies.company_suffixes")


def _is_amount(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    """ "R2bn", "Sh300m": a sum in a currency that the model does not know."""
    return last - first == 1 and _AMOUNT.fullmatch(doc[first].text) is not None


NO_NAMES = (
    EdgeRule("legal-form", "a company's legal form alone is no name", _is_suffix),
    EdgeRule("amount", "a sum of money is no name", _is_amount),
    EdgeRule("initialism", "a common noun's initials are no name", _is_initialism),
    EdgeRule("markup", "markup and addresses are no names", _has_markup),
    EdgeRule("handle", "hashtags and accounts are no names", _is_handle),
    EdgeRule("no-capital", "a name has a capital, or letters of another script", _has_no_capital),
    EdgeRule("part-of-a-word", "a suffix or half a bracket is no name", _is_part),
    EdgeRule("mere-word", "a common word that begins a sentence is no name", _is_mere_word),
    EdgeRule("portfolio", "a minister's business is no name", _is_portfolio),
    EdgeRule("calendar", "days and months are no names", _is_calendar),
)
"""What no name is."""

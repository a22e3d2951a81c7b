"""Names that the model overlooks: with titles, of laws and treaties, of works in quotation marks, of vehicles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.entities.acronyms import definitions
from generator.analysis.entities.mention import Mention, Reading
from generator.analysis.entities.vocabulary import (
    CALENDAR,
    FEMALE_TITLES,
    MALE_TITLES,
    PARTICLES,
    PRODUCT_HEADS,
    TRANSPORT_PREPOSITIONS,
    WORK_HEADS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LAW_HEADS = frozenset(
    [
        "Act",
        "Bill",
        "Treaty",
        "Accord",
        "Accords",
        "Agreement",
        "Convention",
        "Protocol",
        "Constitution",
        "Amendment",
        "Charter",
        "Pact",
        "Code",
    ]
)
"""Last words of the names of laws and treaties."""

_COURTESY = {
    *MALE_TITLES,
    *FEMALE_TITLES,
    "dr",
    "prof",
    "sen",
    "rep",
    "gov",
    "gen",
    "lt",
    "col",
    "sgt",
    "capt",
}
_TITLE_WORDS = 10
"""Words of the longest title looked for between quotation marks."""


def find_names(reading: Reading) -> Iterator[Mention]:
    """Yield names by rule, better rules first."""
    for long, short in definitions(reading):
        yield long
        yield short
    for number, piece in enumerate(reading.pieces):
        if not reading.is_headline(number):
            yield from _laws(reading, number, piece.doc)
            yield from _titled_people(reading, number, piece.doc)
            yield from _quoted_works(reading, number, piece.doc)
            yield from _vehicles(reading, number, piece.doc)


def is_capitalised(token: Token) -> bool:
    """Whether a token begins with a capital and is not a name of the calendar."""
    return token.text[0].isupper() and token.lower_.rstrip(".") not in CALENDAR


def run_after(doc: Doc, first: int) -> int:
    """The end of the run of proper-noun tokens that begins at `first`."""
    last = first
    while last < len(doc) and (
        (doc[last].tag_ in {"NNP", "NNPS"} and is_capitalised(doc[last]))
        or (
            last > first
            and doc[last].text in {"-", "'"}
            and last + 1 < len(doc)
            and doc[last + 1].text[0].isupper()
        )
        or (last > first and doc[last].like_num and not doc[last].text[0].isalpha())
    ):
        last += 1
    while last > first and not doc[last - 1].text[-1].isalnum():
        last -= 1
    return last


def run_before(doc: Doc, last: int) -> int:
    """The beginning of the run of proper-noun tokens that ends before `last`."""
    first = last
    while (
        first > 0
        and doc[first - 1].tag_ in {"NNP", "NNPS", "CD"}
        and (is_capitalised(doc[first - 1]) or doc[first - 1].text[0].isdigit())
    ):
        first -= 1
    while first < last and not is_capitalised(doc[first]):
        first += 1
    return first


def _laws(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """ "the Affordable Care Act", "the Outer Space Treaty of 1967", "the Treaty of Lisbon"."""
    for token in doc:
        if token.text not in LAW_HEADS:
            continue
        first, last = token.i, token.i + 1
        while first > 0 and (is_capitalised(doc[first - 1]) or _joins(doc, first - 1)):
            first -= 1
        if (
            last + 1 < len(doc)
            and doc[last].lower_ == "of"
            and (is_capitalised(doc[last + 1]) or doc[last + 1].like_num)
        ):
            end = run_after(doc, last + 1)
            last = end if end > last + 1 else (last + 2 if doc[last + 1].like_num else last)
        while first < token.i and doc[first].lower_ in {"the", "a", "an", "and"}:
            first += 1
        if last - first > 1 and not doc[first].is_sent_start:
            yield reading.mention(number, first, last, type="work", source="rule")


def _joins(doc: Doc, index: int) -> bool:
    """Small words inside a law's name: between two capitalised words."""
    return (
        index > 0 and doc[index].lower_ in {"of", "and", "for", "on", "to", "in", "the", "-"}
        and is_capitalised(doc[index - 1]) and doc[index - 1].text[0].isupper()
    )  # fmt: skip


def _titled_people(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """ "Mr Rogozin", "Sen. Elizabeth Warren"."""
    for token in doc[:-1] if len(doc) else ():
        if token.lower_.rstrip(".") in _COURTESY and token.text[0].isupper():
            last = token.i + 1
            while last < len(doc) and (
                (is_capitalised(doc[last]) and doc[last].pos_ in {"PROPN", "NOUN", "ADJ"})
                or (doc[last].lower_ in PARTICLES and last + 1 < len(doc) and doc[last + 1].text[0].isupper())
            ):
                last += 1
            if token.i + 1 < last <= token.i + 5:
                yield reading.mention(number, token.i + 1, last, type="person", source="rule")


def _quoted_works(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """A title between quotation marks: words in Title Case that are no sentence."""
    opened: int | None = None
    for token in doc:
        if token.text not in {'"', "''", "``"}:
            continue
        if opened is not None and _is_title(doc, opened + 1, token.i):
            last = token.i - (doc[token.i - 1].text in ",.")
            yield reading.mention(number, opened + 1, last, type="work", source="rule")
            opened = None
        else:
            opened = token.i


def _is_title(doc: Doc, first: int, last: int) -> bool:
    last -= last > first and doc[last - 1].text in ",."
    if not 0 < last - first <= _TITLE_WORDS or not doc[first].text[0].isupper():
        return False
    longer = [token for token in doc[first:last] if token.is_alpha and len(token) > 3]
    if any(token.text[0].islower() for token in longer) or not doc[last - 1].text[0].isupper():
        return False
    near = {token.lower_ for token in doc[max(first - 5, 0) : first - 1]} | {
        token.lower_ for token in doc[last + 1 : last + 4]
    }
    return bool(near & WORK_HEADS) or (
        len(longer) > 1 and not any(token.pos_ in {"PRON"} for token in doc[first:last])
    )


def _vehicles(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """ "aboard the Discovery"; "the Soyuz spacecraft", "a Falcon 9 rocket"."""
    for token in doc:
        if token.lower_ in TRANSPORT_PREPOSITIONS and token.i + 2 < len(doc):
            first = token.i + 1 + (doc[token.i + 1].lower_ in {"the", "a", "an"})
            last = run_after(doc, first)
            if last > first:
                yield reading.mention(number, first, last, type="product", source="rule")
        elif token.lower_ in PRODUCT_HEADS and token.i and token.text.islower():
            first = run_before(doc, token.i)
            if first < token.i and not doc[first].is_sent_start:
                yield reading.mention(number, first, token.i, type="product", source="rule")

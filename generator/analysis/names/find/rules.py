"""Names that the model overlooks, by rule: with titles, of laws and works, of vehicles, of countries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.names.acronyms import definitions
from generator.analysis.names.context import is_proper
from generator.analysis.names.countries import gazetteer
from generator.analysis.names.find.bodies import long_bodies
from generator.analysis.names.find.broadcasts import programmes
from generator.analysis.names.find.proper_names import is_capitalised, run_after, run_before, unlabelled_names
from generator.analysis.names.find.titles import listed_works, named_works
from generator.analysis.names.known import known_names
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.records import EntityType
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

PARTICLES = words("persons.name_particles")
PRODUCT_HEADS = words("things.product_nouns")
TITLES = words("persons.titles")
WORK_HEADS = words("things.work_nouns")

LAW_HEADS = frozenset(map(str.title, words("things.law_heads")))
"""Last words of the names of laws and treaties."""

_COURTESY = words("persons.titles_before_surnames")
_ADDRESSED = words("persons.addressed")
"""Offices that people are addressed by, without a name."""

_MARKS = {'"': '"', "``": '"', "''": "''", "'": "'"}
_LONGEST_TITLE = 10
"""Words of the longest title looked for between quotation marks."""


def find_names(reading: Reading) -> Iterator[Mention]:
    """Yield names by rule, better rules first."""
    for long, short in definitions(reading):
        yield long
        yield short
    for number, piece in enumerate(reading.pieces):
        if not reading.is_display(number):
            yield from _laws(reading, number, piece.doc)
            yield from _titled_people(reading, number, piece.doc)
            yield from _quoted_works(reading, number, piece.doc)
            yield from _vehicles(reading, number, piece.doc)
            yield from programmes(reading, number, piece.doc)
            yield from long_bodies(reading, number, piece.doc)
            yield from listed_works(reading, number, piece.doc)
            yield from named_works(reading, number, piece.doc)
    yield from known_names(reading)
    yield from unlabelled_names(reading)


def countries(reading: Reading) -> Iterator[Mention]:
    """Yield the countries, their adjectives and peoples, wherever they stand."""
    for number, piece in enumerate(reading.pieces):
        for match in gazetteer().find(reading.texts[number]):
            span = piece.doc.char_span(match.start, match.end, alignment_mode="expand")
            if span is not None and reading.texts[number][match.start].isupper():
                kind: EntityType = "place" if match.key == 0 else "group"
                chars = (match.start, match.end)
                yield reading.mention(number, span.start, span.end, type=kind, rule="gazetteer", chars=chars)


def _laws(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """ "the Affordable Care Act", "the Outer Space Treaty of 1967", "the Treaty of Lisbon"."""
    for token in doc:
        if token.text not in LAW_HEADS:
            continue
        first, last = _law_start(doc, token.i), _law_end(doc, token.i + 1)
        if last - first > 1 and not doc[first].is_sent_start and not _is_a_person(doc, first, token.i, last):
            yield reading.mention(number, first, last, type="work", rule="law-name")


def _law_start(doc: Doc, head: int) -> int:
    first = head
    while first > 0 and (is_capitalised(doc[first - 1]) or _joins(doc, first - 1)):
        first -= 1
    while first < head and (doc[first].is_stop or doc[first].ent_type_ == "GPE"):
        first += 1
    return first


def _law_end(doc: Doc, last: int) -> int:
    if last + 1 < len(doc) and doc[last].lower_ == "of":
        if doc[last + 1].like_num:
            return last + 2
        end = run_after(doc, last + 1)
        return end if end > last + 1 else last
    return last


def _is_a_person(doc: Doc, first: int, head: int, last: int) -> bool:
    """ "Gov. Bill Clinton" is no bill."""
    if last < len(doc) and is_proper(doc[last]):
        return True
    return any(
        token.ent_type_ == "PERSON" or token.lower_.rstrip(".") in TITLES for token in doc[first : head + 1]
    )


def _joins(doc: Doc, index: int) -> bool:
    """Small words inside a law's name: between two capitalised words."""
    return (
        index > 0
        and doc[index].lower_ in {"of", "and", "for", "on", "to", "in", "the", "-"}
        and is_capitalised(doc[index - 1])
        and is_capitalised(doc[index + 1])
    )


def _titled_people(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """ "Mr Rogozin", "Sen. Elizabeth Warren"; not "Mr. President"."""
    for token in doc:
        if token.lower_.rstrip(".") in _COURTESY and token.text[0].isupper():
            last = token.i + 1
            while last < len(doc) and _goes_on(doc, last):
                last += 1
            if token.i + 1 < last <= token.i + 5 and doc[token.i + 1 : last].text.lower() not in _ADDRESSED:
                yield reading.mention(number, token.i + 1, last, type="person", rule="name-with-title")


def _goes_on(doc: Doc, index: int) -> bool:
    token = doc[index]
    if is_capitalised(token):
        return (token.pos_ in {"PROPN", "NOUN", "ADJ"} and token.text[-1].isalnum()) or len(token) == 2
    return token.lower_ in PARTICLES and index + 1 < len(doc) and doc[index + 1].text[0].isupper()


def _quoted_works(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """A title between quotation marks: words in Title Case that are no sentence."""
    opened: dict[str, int] = {}
    for token in doc:
        mark = _MARKS.get(token.text)
        if not mark:
            continue
        first = opened.pop(mark, -1) + 1
        if first and _closes(doc, token.i, mark) and _is_title(doc, first, token.i):
            last = token.i - (doc[token.i - 1].text in ",.")
            yield reading.mention(number, first, last, type="work", rule="title-in-marks")
        elif mark != "'" or not token.whitespace_:
            opened[mark] = token.i


def _closes(doc: Doc, index: int, mark: str) -> bool:
    """A single mark closes a title only where no letter follows it and it is no possessive's."""
    if mark != "'":
        return True
    return bool(doc[index].whitespace_) or index + 1 == len(doc) or doc[index + 1].is_punct


def _is_title(doc: Doc, first: int, last: int) -> bool:
    last -= last > first and doc[last - 1].text in ",."
    if not 0 < last - first <= _LONGEST_TITLE or not doc[first].text[0].isupper():
        return False
    longer = [token for token in doc[first:last] if token.is_alpha and len(token) > 3]
    if any(token.text[0].islower() for token in longer) or not doc[last - 1].text[0].isupper():
        return False
    if any(token.lower_ in TITLES for token in doc[first:last]):
        return False
    near = {token.lower_ for token in doc[max(first - 5, 0) : first - 1]}
    near |= {token.lower_ for token in doc[last + 1 : last + 4]}
    return bool(near & WORK_HEADS) or (
        len(longer) > 1 and not any(token.pos_ == "PRON" for token in doc[first:last])
    )


def _vehicles(reading: Reading, number: int, doc: Doc) -> Iterator[Mention]:
    """ "aboard the Discovery"; "the Soyuz spacecraft", "a Falcon 9 rocket"."""
    for token in doc:
        if token.lower_ in {"aboard", "onboard"} and token.i + 2 < len(doc):
            first = token.i + 1 + (doc[token.i + 1].lower_ in {"the", "a", "an"})
            last = run_after(doc, first)
            if last > first:
                yield reading.mention(number, first, last, type="product", rule="aboard")
        elif token.lower_ in PRODUCT_HEADS and token.i and token.is_lower:
            first = run_before(doc, token.i)
            if first < token.i and not doc[first].is_sent_start:
                yield reading.mention(number, first, token.i, type="product", rule="vehicle-noun")

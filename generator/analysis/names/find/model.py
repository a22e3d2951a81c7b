"""The names that the language model found, repaired: its labels mapped, its spans trimmed and cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.names.context import apposed_noun, head_type, is_proper
from generator.analysis.names.countries import country_of, country_of_people, is_country, is_group
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.nouns import HEAD_TYPES, NAME_HEADS, OF_HEADS
from generator.analysis.records import EntityType
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

CALENDAR = words("function_words.calendar")
COMPANY_SUFFIXES = words("bodies.company_suffixes")
CUT_TITLES = words("persons.cut_titles")
SUFFIXES = words("persons.name_suffixes")
TITLES = words("persons.titles")
UNIT_WORDS = words("bodies.units")

LABELS: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "LANGUAGE": "group",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
    "PRODUCT": "product",
}
"""OntoNotes labels to ours; dates, numbers and amounts are no entities."""

LONGEST = 12
"""Tokens; a longer "name" is a run of words that the model took for one (OntoNotes names have at most 12
but for a few titles of laws)."""

_INVERTED = words("persons.inverted_speech")
"""Verbs before the speaker at the head of a sentence: "Said Roe: …"."""

_QUALIFIERS = words("persons.qualifiers")
"""Words of a title that the model takes for the end of the body's name before it."""

_ARTICLES = words("function_words.articles")
_EDGES = frozenset("\"'`()[]{}<>.,;:!?-–—/\\|*_#•…") | {"'s", "''", "``", "--", "..."}
_BRACKETS = frozenset("[]")
_MARKUP = frozenset('<>={}|\\"')
_TICKER = re.compile(r"[A-Z]{2,6}\.[A-Z]{1,2}")
_PARTY = re.compile(r"[RDI]-(?=[A-Z])")
"""A legislator's party before the state, "R-Texas"."""


def model_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the model's entities, repaired, in text order."""
    for number, piece in enumerate(reading.pieces):
        for entity in piece.doc.ents:
            kind = LABELS.get(entity.label_)
            if kind == "person" and _is_numbered(piece.doc, entity.end - 1):
                kind = "product"
            if kind:
                for first, last in _parts(piece.doc, entity.start, entity.end, kind):
                    yield _mention(reading, number, first, last, kind)


def _is_numbered(doc: Doc, last: int) -> bool:
    """Whether a small number ends a name, which is no person's then: "Ariane 5"."""
    return doc[last].is_digit and len(doc[last]) < 4


def _mention(reading: Reading, piece: int, first: int, last: int, kind: EntityType) -> Mention:
    doc = reading.pieces[piece].doc
    if first > 1 and doc[first - 1].text == "-" and doc[first - 2].lower_ in {"al", "el"}:
        first -= 2
    if (
        first > 1
        and doc[first - 1].lower_ == "of"
        and doc[first - 2].is_title
        and not doc[first - 2].ent_type_
    ):
        head = OF_HEADS.get(doc[first - 2].lower_)  # "the Battle of Tarvik"
        first, kind = (first - 2, head) if head else (first, kind)
    if kind == "person":
        first, last = _whole_person(doc, first, last)
    elif kind == "organisation":
        first, last = _whole_body(doc, first, last)
    chars = None
    party = _PARTY.match(doc[first].text) if last - first == 1 else None
    if party:
        chars = (doc[first].idx + party.end(), doc[first].idx + len(doc[first]))
        kind = "place"
    return reading.mention(piece, first, last, type=kind, source="model", chars=chars)


def _parts(doc: Doc, first: int, last: int, kind: EntityType) -> Iterator[tuple[int, int]]:
    """Cut a span where one name ends and another begins; trim each part."""
    start = first
    for index in range(first, last):
        if _is_cut(doc, first, index, last, kind):
            yield from _trimmed(doc, start, index, kind)
            start = index + 1
    yield from _trimmed(doc, start, last, kind)


def _is_cut(doc: Doc, first: int, index: int, last: int, kind: EntityType) -> bool:
    """At possessives of countries, hyphens between peoples, commas and "or" between names, line breaks."""
    token = doc[index]
    if token.is_space or not first < index < last - 1:
        return token.is_space and "\n" in token.text
    match token.text:
        case "'s" | "'":
            return kind != "work" and country_of(doc[first:index].text) is not None
        case "-" | "–":
            spaced = bool(doc[index - 1].whitespace_ and token.whitespace_)
            return spaced or _is_pair(doc[index - 1].text, doc[index + 1].text)
        case ",":
            return kind in {"person", "place"} and doc[index + 1].lower_.rstrip(".") not in SUFFIXES
        case "in":  # "Abbey School in Rainham", but "Human Rights in China"
            return kind in {"organisation", "work"} and doc[index - 1].lower_ in UNIT_WORDS
    return token.text in {"or", "/"} and kind in {"person", "place", "organisation", "group"}


def _is_pair(one: str, other: str) -> bool:
    """Whether a hyphen joins two names: "Russian-Chinese", "U.S.-China", but not "African-American"."""
    if other in {"American", "Americans"} and not is_country(country_of_people(one) or ""):
        return False
    return (is_group(one) and is_group(other)) or (is_country(one) and is_country(other))


def _trimmed(doc: Doc, first: int, last: int, kind: EntityType) -> Iterator[tuple[int, int]]:
    """Yield the span without what does not belong to the name, if a name is left."""
    while first < last and _is_left_edge(doc, first, last, kind):
        first += 1
    while first < last and _is_right_edge(doc, first, last, kind):
        last -= 1
    if first < last and last - first <= LONGEST and _is_name(doc, first, last):
        yield first, last


def _is_left_edge(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    token = doc[first]
    word, lower = token.text, token.lower_
    if lower in _ARTICLES or word in _EDGES or token.is_space or _is_aside(doc, first, last, kind):
        return True
    if kind == "person" and last - first > 1 and (lower in _INVERTED or _is_nationality(word)):
        return True
    if kind in {"person", "place", "group"} and not word[0].isalpha() and last - first > 1:
        return True
    if token.is_lower and kind != "work":
        return not (
            kind == "person" and first + 1 < last and lower in {"van", "von", "de", "al", "el", "bin"}
        )
    title = lower.rstrip(".")
    return (
        kind == "person"
        and first + 1 < last
        and (title in CUT_TITLES or title.removesuffix("s") in CUT_TITLES)
    )


def _is_aside(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    """What stands before a name without being of it: "Naturally, Fox News", "Despite Roe", "R-Texas"."""
    if first + 1 >= last:
        return False
    after = doc[first + 1].text
    if doc[first].is_sent_start and kind in {"person", "organisation"} and _is_no_name(doc, first):
        return True
    return (after == "," and doc[first].tag_ in {"RB", "CC", "IN", "UH"}) or (
        after == "-" and doc[first].text in {"R", "D", "I"}
    )


def _is_nationality(word: str) -> bool:
    """Whether a word before a name is a nationality: "Irishman", "American"; not "Finn" or "Dane"."""
    return word.endswith(("man", "ish", "ian", "can", "ese")) and country_of_people(word) is not None


def _is_no_name(doc: Doc, index: int) -> bool:
    """Whether a sentence's first word is one that begins clauses: "Despite", "While", "Speaking"."""
    token = doc[index]
    return token.tag_ == "VBG" or (token.is_stop and token.tag_ in {"IN", "CC", "WRB"})


def _is_right_edge(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    token = doc[last - 1]
    if token.text in _EDGES or token.is_space or (last - first > 1 and _is_ticker(doc, first, last - 1)):
        return True
    if kind in {"person", "place", "group"} and last - first > 1 and not token.text[0].isalpha():
        return True
    if kind == "organisation" and token.lower_ in _QUALIFIERS and last - first > 1:
        return True
    return token.is_lower and last - first > 1


def _whole_body(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Take in the noun that ends a body's name: "Liberty Now [PAC]"; and a given name, if it is no body."""
    while last < len(doc) and is_proper(doc[last]) and NAME_HEADS.get(doc[last].lower_) == "organisation":
        last += 1
    if last - first == 1 and first and HEAD_TYPES.get(head_type(apposed_noun(doc, last)) or "") == "person":
        first -= _is_given_name(doc, first - 1)
    return first, last


def _is_ticker(doc: Doc, first: int, index: int) -> bool:
    """A stock's symbol after a company's name: "Orlo AG ORLG.F", "Orlo Co ORL"."""
    word = doc[index].text
    if not word.replace(".", "").isupper() or word.lower().strip(".") in COMPANY_SUFFIXES:
        return False
    before = doc[index - 1].lower_.strip(".")
    return _TICKER.fullmatch(word) is not None or (index - first > 1 and before in COMPANY_SUFFIXES)


def _whole_person(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Take in what the model left out of a person's name: "Young[-hoon]", "[Constand] Viljoen".

    A name that an editor completed in brackets, "Chuck [Todd]", is one name."""
    while (
        last + 1 < len(doc)
        and doc[last].text == "-"
        and not doc[last - 1].whitespace_
        and _is_glued(doc, last)
    ):
        last += 2
    if (
        last + 2 < len(doc)
        and doc[last].text == "["
        and doc[last + 2].text == "]"
        and is_proper(doc[last + 1])
    ):
        last += 3
    if first and last - first == 1 and _is_given_name(doc, first - 1):
        first -= 1
    return first, last


def _is_glued(doc: Doc, hyphen: int) -> bool:
    """Whether a second half of a name follows the hyphen directly, as in "Young-hoon"."""
    after = doc[hyphen + 1]
    if doc[hyphen].whitespace_ or not after.is_alpha or after.tag_ not in {"NNP", "NN"}:
        return False
    describes = hyphen + 2 < len(doc) and doc[hyphen + 2].tag_ in {"NN", "NNS", "NNP"}
    return not (after.is_lower and describes)  # "a Graham-type politician"


def _is_given_name(doc: Doc, index: int) -> bool:
    token = doc[index]
    word = token.lower_.rstrip(".")
    return (
        token.is_title
        and (is_proper(token) or (token.tag_ in {"IN", "FW", "VBN"} and not token.is_stop))
        and token.is_alpha
        and not token.ent_type_
        and not token.is_upper
        and word not in TITLES | CALENDAR | COMPANY_SUFFIXES
        and not (index and is_proper(doc[index - 1]))
    )


def _is_name(doc: Doc, first: int, last: int) -> bool:
    words = [doc[index].text for index in range(first, last)]
    if any(not _MARKUP.isdisjoint(word) or "://" in word for word in words) or _is_handle(doc, first):
        return False
    if not any(char.isupper() or (char.isdigit() and len(words) > 1) for word in words for char in word):
        return any(ord(char) > 0x24F and char.isalpha() for word in words for char in word)
    if len(words) == 1 and (_is_part(words[0]) or _is_mere_word(doc, first) or _is_portfolio(doc, first)):
        return False
    return not all(word.lower().rstrip(".") in CALENDAR or not word[:1].isalpha() for word in words)


def _is_part(word: str) -> bool:
    """What is left of a name or a word: "Roe, [Jr.], 38", "“[W]e encourage"."""
    return word.lower().rstrip(".") in SUFFIXES or not _BRACKETS.isdisjoint(word)


def _is_handle(doc: Doc, first: int) -> bool:
    """A hashtag or an account: "#SanBernardino", "@NASA"."""
    return doc[first].text[0] in "#@" or (first > 0 and doc[first - 1].text in {"#", "@"})


def _is_mere_word(doc: Doc, index: int) -> bool:
    """A common noun that begins a sentence: "Shells had smashed roofs"."""
    token = doc[index]
    if token.is_upper:
        return False
    if token.ent_type_ == "PERSON":
        return bool(token.is_sent_start) and token.tag_ in {"JJ", "RB"}
    return bool(token.is_sent_start) and token.tag_ in {"NN", "NNS", "VBN", "VBG", "RB"}


def _is_portfolio(doc: Doc, index: int) -> bool:
    """A minister's business: "Education Minister", "Secretary of State"."""
    token = doc[index]
    if token.is_upper or country_of(token.text):
        return False
    after = doc[index + 1].text if index + 1 < len(doc) else ""
    before = doc[index - 2].text if index > 1 and doc[index - 1].lower_ == "of" else ""
    offices = {"Secretary", "Minister"}
    return (after in offices and token.ent_type_ == "ORG") or before in offices | {"Secretaries"}

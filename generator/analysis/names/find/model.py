"""The names that the language model found, repaired: its labels mapped, its spans trimmed and completed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.analysis.names.context import apposed_noun, head_type, is_proper
from generator.analysis.names.find.edges import parts
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.nouns import HEAD_TYPES, NAME_HEADS, OF_HEADS
from generator.analysis.records import EntityType
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

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

_PARTY = re.compile(r"[RDI]-(?=[A-Z])")
"""A legislator's party before the state, "R-Texas"."""

COMPLETIONS = {
    "article-al": "the Arabic article belongs to the name",
    "noun-of": "a noun before of belongs to the name: Battle of",
    "second-half": "what a hyphen joins belongs to a person's name",
    "in-brackets": "what an editor put in brackets belongs to a person's name",
    "given-name-before": "a given name that the model left out belongs to a person's name",
    "body-noun": "the noun behind it belongs to a body's name",
}
"""Rules that make a span longer, by their ids, in plain words."""


def model_mentions(reading: Reading) -> Iterator[Mention]:
    """Yield the model's entities, repaired, in text order."""
    for number, piece in enumerate(reading.pieces):
        for entity in piece.doc.ents:
            kind, rule = LABELS.get(entity.label_), "model"
            if kind == "person" and _is_numbered(piece.doc, entity.end - 1):
                kind, rule = "product", "model-numbered"
            if kind:
                for first, last, edges in parts(piece.doc, entity.start, entity.end, kind):
                    yield _mention(reading, number, first, last, kind, rule, edges)


def _is_numbered(doc: Doc, last: int) -> bool:
    """Whether a small number ends a name, which is no person's then: "Ariane 5"."""
    return doc[last].is_digit and len(doc[last]) < 4


def _mention(
    reading: Reading, piece: int, first: int, last: int, kind: EntityType, rule: str, edges: tuple[str, ...]
) -> Mention:
    doc = reading.pieces[piece].doc
    party = _PARTY.match(doc[first].text) if last - first == 1 else None
    if party:
        chars = (doc[first].idx + party.end(), doc[first].idx + len(doc[first]))
        return reading.mention(piece, first, last, type="place", rule="model-party", chars=chars)
    first, last, kind, added = completed(doc, first, last, kind)
    mention = reading.mention(piece, first, last, type=kind, rule=rule)
    return replace(mention, edges=(*edges, *added))


def completed(
    doc: Doc, first: int, last: int, kind: EntityType
) -> tuple[int, int, EntityType, tuple[str, ...]]:
    """The span with what the model left out, its type, and the ids of the rules that made it longer."""
    added = []
    if first > 1 and doc[first - 1].text == "-" and doc[first - 2].lower_ in {"al", "el"}:
        first, added = first - 2, ["article-al"]
    head = _noun_of(doc, first)
    if head:
        first, kind, added = first - 2, head, [*added, "noun-of"]
    start, end = first, last
    if kind == "person":
        end, rules = _person_end(doc, last)
        added += rules
        if first and end - first == 1 and _is_given_name(doc, first - 1):
            start, added = first - 1, [*added, "given-name-before"]
    elif kind == "organisation":
        while end < len(doc) and is_proper(doc[end]) and NAME_HEADS.get(doc[end].lower_) == "organisation":
            end, added = end + 1, [*added, "body-noun"]  # "Liberty Now [PAC]"
        apposed = HEAD_TYPES.get(head_type(apposed_noun(doc, end)) or "")
        if end - first == 1 and first and apposed == "person" and _is_given_name(doc, first - 1):
            start, added = first - 1, [*added, "given-name-before"]
    return start, end, kind, tuple(added)


def _noun_of(doc: Doc, first: int) -> EntityType | None:
    """The type that a noun before "of" gives: "the Battle of Tarvik"."""
    if first < 2 or doc[first - 1].lower_ != "of":
        return None
    noun = doc[first - 2]
    return OF_HEADS.get(noun.lower_) if noun.is_title and not noun.ent_type_ else None


def _person_end(doc: Doc, last: int) -> tuple[int, list[str]]:
    """The end of a person's name with what the model left out: "Young[-hoon]", "Chuck [Todd]"."""
    added = []
    while (
        last + 1 < len(doc)
        and doc[last].text == "-"
        and not doc[last - 1].whitespace_
        and _is_glued(doc, last)
    ):
        last, added = last + 2, ["second-half"]
    if (
        last + 2 < len(doc)
        and doc[last].text == "["
        and doc[last + 2].text == "]"
        and is_proper(doc[last + 1])
    ):
        last, added = last + 3, [*added, "in-brackets"]
    return last, added


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
        and not any(
            word in words(name)
            for name in ("persons.titles", "function_words.calendar", "bodies.company_suffixes")
        )
        and not (index and is_proper(doc[index - 1]))
    )

"""The words around a name that tell what it is: appositions, titles, nouns before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analysis.names.nouns import HEAD_TYPES
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENERS = frozenset({",", "[", "(", "-", "–", "—", "--"})
_WITHIN = words("tags.noun_phrase")
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_LOCATIVES = words("places.prepositions")
_OF_PLACES = words("places.of_inhabitants")
_PHRASE = 12
"""Tokens looked at for the head noun of an apposition."""


def is_proper(token: Token) -> bool:
    """Whether a token is tagged as a proper noun and begins with a capital."""
    return token.tag_ in _NAME_TAGS and token.text[0].isupper()


def apposed_noun(doc: Doc, last: int) -> Token | None:
    """The head noun of an apposition after a name: ", Russia's space agency," or "[China's system]"."""
    if last + 2 >= len(doc) or doc[last].text not in _OPENERS:
        return None
    noun = _head_noun(doc, last + 1) if _opens_phrase(doc, last + 1) else None
    if noun is not None and doc[last].text == "," and noun.dep_ in {"nsubj", "nsubjpass"}:
        return None  # "On the programme, the candidate said": the noun begins another clause
    if noun is None or (noun.i + 1 < len(doc) and is_proper(doc[noun.i + 1])):
        return None  # "…, the pressure group Orlo Watch said": the noun belongs to the name after it
    return noun


def _opens_phrase(doc: Doc, index: int) -> bool:
    """A determiner, a possessive pronoun, or a possessor with its "'s"."""
    if doc[index].tag_ in {"DT", "PRP$"}:
        return True
    end = index
    while end < min(index + 4, len(doc)) and doc[end].tag_ in {"NNP", "NNPS", "NN"}:
        end += 1
    return end > index and end < len(doc) and doc[end].tag_ == "POS"


def _head_noun(doc: Doc, index: int) -> Token | None:
    """The last common noun of the phrase before a comma, a preposition or a verb closes it."""
    noun = None
    for token in doc[index : index + _PHRASE]:
        if token.tag_ in {"NN", "NNS"}:
            noun = token
        elif token.tag_ not in _WITHIN or (
            noun is not None and token.tag_ in {"DT", "CC", "RB", "VBN", "VBG"}
        ):
            break
    return noun


def noun_before(doc: Doc, first: int) -> Token | None:
    """The common noun that a name is given to: "the agency Roscosmos", "the finance minister, Lou Jiwei,"."""
    if not first:
        return None
    before = doc[first - 1]
    if before.tag_ in {"NN", "NNS"} and before.is_lower:
        return before
    return None


def noun_apposed_before(doc: Doc, first: int, last: int) -> Token | None:
    """The noun before a name in apposition: "the finance minister, Lou Jiwei," or "her boat, the Tern,"."""
    comma = first - (2 if first and doc[first - 1].lower_ == "the" else 1)
    if comma < 1 or doc[comma].text != ",":
        return None
    noun = doc[comma - 1]
    if noun.tag_ != "NN" or not noun.is_lower or not _is_definite(doc, comma - 1):
        return None
    kind = HEAD_TYPES.get(head_type(noun) or "")
    if kind == "person" and comma == first - 1:
        return noun
    # "…in the company, Roe said" is no apposition; "the head of the company, Roe, said" is one to the head.
    return noun if last < len(doc) and doc[last].text == "," and noun.head.lower_ != "of" else None


def _is_definite(doc: Doc, index: int) -> bool:
    """Whether the noun phrase that ends with token `index` begins with "the", "her", "Russia's"…"""
    while index > 0 and doc[index - 1].tag_ in {"NN", "JJ", "JJS", "NNP", "HYPH"}:
        index -= 1
    return index > 0 and (doc[index - 1].tag_ in {"PRP$", "POS"} or doc[index - 1].lower_ == "the")


def following_noun(doc: Doc, last: int) -> Token | None:
    """The noun that the name stands before: "the Sfera international navigational forum"."""
    noun = None
    for token in doc[last : last + 5]:
        if token.tag_ not in {"NN", "NNS", "JJ"} or not token.is_lower:
            break
        noun = token if token.tag_ != "JJ" else noun
    return noun


def head_type(noun: Token | None) -> str | None:
    """The key of a noun in HEAD_TYPES, by its form or its lemma."""
    if noun is None:
        return None
    return next((word for word in (noun.lower_, noun.lemma_.lower()) if word in HEAD_TYPES), None)


def is_carried(doc: Doc, first: int) -> bool:
    """Whether the name is what somebody is aboard: "aboard the X", "on board the X"."""
    index = first - (2 if first and doc[first - 1].lower_ in {"the", "a", "an"} else 1)
    if index < 0:
        return False
    return doc[index].lower_ in {"aboard", "onboard"} or (
        doc[index].lower_ == "board" and index > 0 and doc[index - 1].lower_ == "on"
    )


def is_located(doc: Doc, first: int) -> bool:
    """Whether the name is where something is: "in X", "near X"."""
    return first > 0 and doc[first - 1].lower_ in _LOCATIVES


def place_noun_of(doc: Doc, first: int) -> Token | None:
    """The noun of "the village of X"."""
    if (
        first > 1
        and doc[first - 1].lower_ == "of"
        and doc[first - 2].tag_ == "NN"
        and doc[first - 2].is_lower
    ):
        return doc[first - 2]
    return None


def is_inhabited(doc: Doc, first: int) -> bool:
    """Whether the name is what only places have something of: "the mayor of X", "residents of X"."""
    return first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ in _OF_PLACES


def is_relative(doc: Doc, last: int, pronoun: str) -> bool:
    """Whether ", who" (or another pronoun) follows the name."""
    return last + 1 < len(doc) and doc[last].text == "," and doc[last + 1].lower_ == pronoun


def is_aged(doc: Doc, last: int) -> bool:
    """Whether an age follows the name: "Robyn Gedrich, 23,"."""
    if last + 1 >= len(doc) or doc[last].text != ",":
        return False
    age = doc[last + 1].text
    return age.isdecimal() and age.isascii() and 10 <= int(age[:4]) <= 110 and _closes(doc, last + 2)


def _closes(doc: Doc, index: int) -> bool:
    return index >= len(doc) or doc[index].text in {",", ".", ";", ")"}


def is_agent_noun(noun: Token) -> bool:
    """Whether a noun's ending tells that it means a person: "prohibitionist", "comedian", "craftswoman"."""
    return len(noun) > 6 and noun.lower_.endswith(("ist", "ian", "woman", "ologer"))


def is_titled(doc: Doc, first: int) -> bool:
    """Whether a person's title stands before token `first`: "Mr", "Senator"."""
    if not first:
        return False
    title = doc[first - 1]
    word = title.lower_.rstrip(".")
    if word in words("persons.courtesy_titles"):
        return title.text[0].isupper()
    return word in words("persons.titles") and word not in words("persons.loose_titles") and is_proper(title)

"""The words around a name that tell what it is: appositions, titles, nouns before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analysis.entities.vocabulary import HEAD_TYPES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENERS = frozenset({",", "[", "(", "-", "–", "—", "--"})
_WITHIN = frozenset("DT PRP$ JJ JJS JJR CD NNP NNPS POS HYPH VBN VBG RB RBS CC".split())
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_PHRASE = 12
"""Tokens looked at for the head noun of an apposition."""


def is_proper(token: Token) -> bool:
    """Whether a token is tagged as a proper noun and begins with a capital."""
    return token.tag_ in _NAME_TAGS and token.text[0].isupper()


def apposed_noun(doc: Doc, last: int) -> Token | None:
    """The head noun of an apposition that begins at token `last`: ", Russia's space agency," or "[China's system]"."""
    if last + 2 >= len(doc) or doc[last].text not in _OPENERS:
        return None
    return _head_noun(doc, last + 1) if _opens_phrase(doc, last + 1) else None


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
        elif token.tag_ not in _WITHIN or (noun is not None and token.tag_ in {"DT", "CC", "RB", "VBN", "VBG"}):
            break
    return noun


def noun_before(doc: Doc, first: int) -> Token | None:
    """The common noun that a name is given to: "the agency Roscosmos", "the finance minister, Lou Jiwei,"."""
    if not first:
        return None
    before = doc[first - 1]
    if before.tag_ in {"NN", "NNS"} and before.is_lower:
        return before
    if before.text == "," and first > 1 and doc[first - 2].tag_ == "NN" and doc[first - 2].is_lower:
        return doc[first - 2] if _is_definite(doc, first - 2) else None
    return None


def _is_definite(doc: Doc, index: int) -> bool:
    """Whether the noun phrase that ends with token `index` begins with "the", "her", "Russia's"…"""
    while index > 0 and doc[index - 1].tag_ in {"NN", "JJ", "NNP", "HYPH"}:
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

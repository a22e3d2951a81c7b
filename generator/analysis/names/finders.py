"""The finders of mentions, by their ids: what each goes by, and how much its word on the type weighs."""

from __future__ import annotations

from dataclasses import dataclass

GUESS, RULE, SAID_SO = 1.0, 2.0, 3.0
"""Weights in votes of the model; set on the development news, coarse on purpose."""


@dataclass(frozen=True, slots=True)
class Finder:
    """A finder: its id, what it goes by in plain words, and the weight of the type that it gives."""

    id: str
    says: str
    weight: float = RULE


FINDERS = {
    finder.id: finder
    for finder in (
        Finder("registry", "the registry has this name"),
        Finder("model", "the language model labels it", GUESS),
        Finder("model-numbered", "the model labels it a person, but a number ends it", GUESS),
        Finder("model-party", "the place behind a legislator's party", GUESS),
        Finder("acronym-definition", "the article defines it: Long Name (LN)"),
        Finder("law-name", "a noun of laws ends a run of capitals"),
        Finder("name-with-title", "a title stands before a run of capitals"),
        Finder("title-in-marks", "words in Title Case between quotation marks"),
        Finder("aboard", "a name behind aboard"),
        Finder("vehicle-noun", "a noun of products stands behind a run of capitals"),
        Finder("body-of", "a noun of bodies with what it is of, for or on"),
        Finder("body-with-and", "a body on both sides of and, by its last word"),
        Finder("named-after", "a body behind the name of the person whom it is named after"),
        Finder("work-noun", "a noun of works stands before a run of capitals"),
        Finder("work-list", "a plural noun of works stands before a list of titles"),
        Finder("programme", "a programme named behind its station's possessive"),
        Finder("proper-nouns", "a run of proper nouns that the words around it type"),
        Finder("known-name", "a well-known name that nothing else has", SAID_SO),
        Finder("gazetteer", "a country, its adjective or its people"),
        Finder("half-of-pair", "half of a pair with a hyphen"),
        Finder("own-apostrophe", "a name that never stands without its 's", GUESS),
        Finder("alias-match", "a name known from elsewhere in the article", GUESS),
    )
}
"""All finders by id."""

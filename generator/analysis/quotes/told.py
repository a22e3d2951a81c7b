"""The rules for speakers by their ids, each in plain words: what a reason means."""

from __future__ import annotations

from collections.abc import Mapping

from generator.analysis.records import Reason

SPEAKER_RULES: dict[str, str] = {
    "layout": "a label before a colon, or a name behind a dash, signs the words",
    "interview": "the layout of an interview tells who answers",
    "model": "the likeliest of all mentions around; a feature counts by its weight",
    "goes-on": "no word of speech tells it, and who is named behind the words belongs to what follows",
    "introduced": "no word of speech tells it, and the sentence in front is about one person",
    "label": "a label is a name, or the initials of one",
    "name": "the mention is a name",
    "pronoun": "a pronoun means the fitting person who is spoken of most",
    "beside": "a role is followed by its bearer's name",
    "owner": "a statement is its owner's",
    "description": "a role, a kind of body or an epithet that only one can mean",
    "printed": "the mention prints a name that is in no list",
    "nobody": "the article does not tell whom the mention means, or a title contradicts the name",
}
"""What chose the mention of a speaker, and what told the name."""

MOST_FEATURES = 5
"""Features of a choice that are told: the weightiest."""


def reasons_of(features: tuple[str, ...], table: Mapping[str, float]) -> tuple[Reason, ...]:
    """The features that made a choice, each a reason of the model; without features it was the layout."""
    if not features:
        return (Reason("layout"),)
    if features[0] in SPEAKER_RULES:
        return (Reason(features[0]),)
    weights = sorted(((table.get(name, 0.0), name) for name in features), key=lambda item: -abs(item[0]))
    return tuple(Reason("model", name, weight=weight) for weight, name in weights[:MOST_FEATURES] if weight)

"""Whether a verb of speech tells what was said, and is not denied, wished, expected or supposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
"""Dependency labels of subjects."""

_MODALS = words("speech.modals")
_NEGATIONS = words("speech.negations")
_CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
_ASPECTS = words("speech.aspects")
"""Verbs whose infinitive tells what happened: "went on to say"."""

CLIMB = 6
"""How many governing verbs are looked at."""


def is_told(verb: Token) -> bool:
    """Whether the article says that the words were spoken."""
    for _ in range(CLIMB):
        if any(_denies(child, verb) for child in verb.children):
            return False
        if verb.dep_ == "xcomp" and _is_infinitive(verb):
            if verb.head.lemma_ not in _ASPECTS:
                return False
        elif not (verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not has_subject(verb)):
            return True
        verb = verb.head
    return False


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _denies(child: Token, verb: Token) -> bool:
    """Whether a word beside a verb denies it, puts it into the future or makes it a condition."""
    if child.dep_ == "neg" or (child.lower_ in _NEGATIONS and child.i < verb.i):
        return True
    if child.dep_ == "aux":
        return child.lower_ in _MODALS
    return child.dep_ == "mark" and child.lower_ in _CONDITIONS


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)

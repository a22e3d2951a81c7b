"""Whom a "he" or a "she" stands for.

Each pronoun takes the most salient person before it of a fitting gender. Salience follows Lappin and Leass
("An Algorithm for Pronominal Anaphora Resolution", Computational Linguistics 1994): it falls with
every sentence, subjects outweigh other roles, and a pronoun once resolved makes its person salient again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.coreference.references import Reference, is_subject
from generator.analysis.names.gender import Gender
from generator.analysis.parse import Piece
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEECH_VERBS = words("verbs.speech")

PRONOUN_GENDER: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}

SENTENCES = 12
"""How many sentences back an antecedent may stand."""

# Tuned on the hand-labelled pronouns of the development set; the order of sizes is what matters.
PER_SENTENCE = 1.0
PER_PARAGRAPH = 1.6
SUBJECT = 1.5
SPEAKER = 0.5
MAIN_CLAUSE = 0.5
INTRODUCED = 2.0
MODIFIER = -1.0
KNOWN_GENDER = 0.5


@dataclass(frozen=True, slots=True)
class _Salient:
    entity: int
    place: int
    sentence: int
    weight: float


def resolve_pronouns(
    pieces: Sequence[Piece],
    references: Sequence[Reference],
    genders: Sequence[Gender | None],
    quoted: Sequence[Sequence[int]],
    sentences: Sequence[Sequence[int]],
) -> dict[tuple[int, int], int]:
    """The number of the person that each third-person pronoun stands for, by (piece, token).

    `genders[e]` is None for who may be either; entities that are no persons are not among the `references`.
    Pronouns and names within quotations belong to another speaker's talk and are passed over.
    """
    names = {(reference.place, reference.first): reference for reference in references}
    resolved: dict[tuple[int, int], int] = {}
    memory: list[_Salient] = []
    for place, piece in enumerate(pieces):
        for token in piece.doc:
            if quoted[place][token.i] >= 0:
                continue
            reference = names.get((place, token.i))
            if reference:
                weight = _weight(piece.doc[reference.head])
                memory.append(_Salient(reference.entity, place, reference.sentence, weight))
            gender = PRONOUN_GENDER.get(token.lower_)
            if gender:
                sentence = sentences[place][token.i]
                memory = [item for item in memory if sentence - item.sentence <= SENTENCES]
                entity = _antecedent(memory, place, sentence, gender, genders)
                if entity is not None:
                    resolved[place, token.i] = entity
                    memory.append(_Salient(entity, place, sentence, _weight(token)))
    return resolved


def _weight(head: Token) -> float:
    """How much a mention's place in its sentence draws later pronouns to it."""
    if is_subject(head):
        verb = head.head if head.head.pos_ in ("VERB", "AUX") else head.head.head
        speaks = verb.lemma_ in SPEECH_VERBS
        return SUBJECT + SPEAKER * speaks + MAIN_CLAUSE * (verb.dep_ == "ROOT")
    if any(child.dep_ == "appos" for child in head.children):
        return INTRODUCED  # "…, which worries Ana Roe, the head of the board"
    return MODIFIER if head.dep_ in ("compound", "nmod") else 0.0


def _antecedent(
    memory: Sequence[_Salient], place: int, sentence: int, gender: Gender, genders: Sequence[Gender | None]
) -> int | None:
    """The most salient entity of the gender; the latest of equals."""
    best, best_score = None, float("-inf")
    for item in memory:
        known = genders[item.entity]
        if known not in (None, gender):
            continue
        score = item.weight - PER_SENTENCE * (sentence - item.sentence) - PER_PARAGRAPH * (place - item.place)
        score += KNOWN_GENDER if known else 0.0
        if score >= best_score:
            best, best_score = item.entity, score
    return best

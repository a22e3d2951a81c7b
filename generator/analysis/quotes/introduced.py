"""Who speaks where no word of speech tells it: the speaker before, or the subject of the sentence in front.

These rules are asked only where the model finds nobody, and only for whole sentences between marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.analysis.quotes import cues, features
from generator.analysis.quotes.passages import MARKS, Passage
from generator.analysis.quotes.sources import Candidate

LEAST_WORDS = 8
"""Words of a quotation that can be a statement without a cue; a shorter one may be a phrase."""

CLOSE = 30
"""Words of the sentence in front of a quotation that introduces its speaker."""


def is_whole(passage: Passage, number: int) -> bool:
    """Whether a quotation is one or more whole sentences."""
    quotation = passage.quotations[number].quotation
    words = passage.text[quotation.start - passage.piece.start : quotation.end - passage.piece.start].split()
    last = words[-1][-1:] if words else ""
    return len(words) >= LEAST_WORDS and words[0][:1].isupper() and last in (".", "?", "!", "…")


def goes_on(passage: Passage, number: int, candidates: Sequence[Candidate]) -> bool:
    """Whether a quotation goes on from the speaker before: who is named behind it belongs to what follows."""
    scene = features.setting(passage, number)
    return any(features.is_of_another(scene, candidate) for candidate in candidates)


def introduced(passage: Passage, number: int, candidates: Sequence[Candidate]) -> Candidate | None:
    """The only person in the sentence in front of a quotation, if it is the subject of that sentence.

    "Dora Finch, who digs wells, is not so sure. “It has rained for a year.”"
    """
    first = passage.quotations[number].first
    while first > 0 and (passage.tokens[first - 1].text in MARKS or passage.tokens[first - 1].is_space):
        first -= 1
    start = first - 1
    while start > 0 and not passage.tokens[start].is_sent_start and passage.quoted[start] < 0:
        start -= 1
    if first < 2 or first - start > CLOSE or passage.tokens[first - 1].text not in (".", ":"):
        return None
    people = [c for c in candidates if start <= c.mention.head < first and c.mention.kind == "person"]
    heads = {candidate.mention.head for candidate in people}
    subjects = [candidate for candidate in people if candidate.relation == "subj"]
    return subjects[0] if len(heads) == 1 and subjects else None


def introduced_above(passage: Passage, above: Passage, candidates: Sequence[Candidate]) -> Candidate | None:
    """Who speaks in a paragraph that is all quoted: the subject of the last sentence of the one `above`.

    "Dora Finch won in two hours." / "“I have never played better in all my life.”" A role is taken where it
    speaks ("The head of the Mills, Dora Finch, says …"), a person whatever the verb.
    """
    if passage.words[-1] or above.quotations or not above.tokens:
        return None
    root = list(above.piece.doc.sents)[-1].root
    return next((c for c in candidates if c.cue == root.i and c.relation == "subj" and _introduces(c)), None)


def _introduces(candidate: Candidate) -> bool:
    speaks = candidate.cue_kind in (cues.NEUTRAL, cues.VERB)
    return candidate.mention.kind in (("person", "role") if speaks else ("person",))

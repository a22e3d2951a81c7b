"""Where an article reports speech: each cue with its speaker.

A cue is a verb of speech with a subject, or "according to". The verbs are a subset of the cues of quotations:
those of thought and intent are left out, and so are those that tell no words ("blame", "thank").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.quotes import cues
from generator.analysis.quotes.passages import Passage
from generator.analysis.quotes.sources import Candidate, Mention, find_candidates
from generator.analysis.records import EntityType
from generator.analysis.statements.modality import SUBJECTS, has_subject, is_told
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

REPORTING = words("speech.reporting")
RELATIONS = ("subj", "conj-subj", "appos-subj", "acl", "control", "verb-before", "verb-after")
"""How a speaker can depend on a verb; the first is the surest."""

ASIDE = "aside"
"""The relation of a speaker whom a relative clause divides from the verb, if the parser lost it over that."""

_RELATIVES = frozenset(("who", "whose", "which"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports speech, at token `word`, and the mention of who speaks.

    `first` and `last` bound the words of the attribution ("the mayor said", "according to the mayor"), `low`
    and `high` the sentence.
    """

    word: int
    mention: Mention
    relation: str
    first: int
    last: int
    low: int
    high: int


def find_cues(passage: Passage, types: Mapping[int, EntityType]) -> tuple[Cue, ...]:
    """The cues of a passage outside quotations, in text order; `types` as in `find_candidates`."""
    chosen: dict[int, Candidate] = {}
    candidates = find_candidates(passage, types)
    for candidate in candidates:
        if candidate.cue is not None and _speaks(passage, candidate):
            known = chosen.get(candidate.cue)
            if known is None or _rank(candidate) < _rank(known):
                chosen[candidate.cue] = candidate
    starts = [token.i for token in passage.tokens if token.is_sent_start]
    for candidate in _behind_asides(passage, candidates, starts):
        chosen.setdefault(candidate.cue or 0, candidate)
    return tuple(_cue(passage, word, chosen[word], starts) for word in sorted(chosen))


def _speaks(passage: Passage, candidate: Candidate) -> bool:
    if candidate.relation == cues.ACCORDING:
        return True
    if candidate.relation not in RELATIONS or not _reports(passage.tokens[candidate.cue or 0]):
        return False
    head = passage.tokens[candidate.mention.head]  # "says she left": she is the subject of what is said
    return not (candidate.relation == "verb-before" and head.dep_ in SUBJECTS and head.head.i > head.i)


def _rank(candidate: Candidate) -> int:
    return RELATIONS.index(candidate.relation) if candidate.relation in RELATIONS else -1


def _reports(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in REPORTING and is_told(verb)


def _behind_asides(
    passage: Passage, candidates: Sequence[Candidate], starts: Sequence[int]
) -> Iterator[Candidate]:
    """Verbs whose subject the parser gave to an aside: "Jane Roe, who was seen as a rival, said"."""
    tokens = passage.tokens
    opening = {
        candidate.mention.first: candidate.mention
        for candidate in candidates
        if candidate.mention.last + 1 < len(tokens)
        and tokens[candidate.mention.last].text == ","
        and tokens[candidate.mention.last + 1].lower_ in _RELATIVES
    }
    for token in tokens[1:]:
        if token.lemma_ in cues.SAY and tokens[token.i - 1].text == "," and passage.quoted[token.i] < 0:
            first = starts[bisect_right(starts, token.i) - 1] if starts else 0
            if first in opening and not has_subject(token) and _reports(token):
                yield Candidate(opening[first], token.i, ASIDE, cues.NEUTRAL)


def _cue(passage: Passage, word: int, candidate: Candidate, starts: Sequence[int]) -> Cue:
    mention, relation = candidate.mention, candidate.relation
    first, last = word, word + 1
    if relation not in ("control", "acl", ASIDE):
        first, last = min(mention.first, first), max(mention.last, last)
    number = bisect_right(starts, word)
    low = starts[number - 1] if number else 0
    high = starts[number] if number < len(starts) else len(passage.tokens)
    return Cue(word, mention, relation, first, last, min(low, first), max(high, last))

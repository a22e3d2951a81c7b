"""Candidate sources: who is mentioned, and by which words each could be the one who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.quotes import cues
from generator.analysis.quotes.passages import MARKS, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = frozenset("he she they i we it who".split())
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_LOOSE = frozenset(
    ("ADJ", "NUM", "DET", "X", "VERB", "ADV")
)  # "another", "the 46-year-old": only as subjects
_INNER = frozenset(("compound", "nmod", "amod", "nummod", "quantmod", "npadvmod", "expl"))
_SUBJECTS = {"nsubj": "subj", "nsubjpass": "subjpass", "csubj": "subj"}
_CONTROLLED = frozenset(
    ("xcomp", "advcl", "conj", "pcomp", "acl", "relcl", "ccomp", "prep", "dep", "parataxis")
)
_NOT_SOURCES = frozenset("what that this these those which there whom whose".split())
_NOT_CUES = frozenset(("be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "should"))
CLIMB = 6
"""How many verbs a missing subject is sought through ("went on to say", "spoke out, arguing that")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something mentioned: tokens `first` to `last` (exclusive) with the head token `head`."""

    head: int
    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention and the word it may speak by: `cue` is the token of a verb or noun, or None.

    `relation` is how the mention depends on the cue ("subj", "agent", "poss", "according", …) and
    `cue_kind` the class of the cue (see `cues`).
    """

    mention: Mention
    cue: int | None
    relation: str
    cue_kind: str


def find_candidates(passage: Passage) -> tuple[Candidate, ...]:
    """Every mention outside quotations with each of its cues, in text order."""
    mentions = {mention.head: mention for mention in find_mentions(passage)}
    found: dict[tuple[int, int | None], Candidate] = {}
    for head, mention in mentions.items():
        relation, cue = _relation(passage.tokens[head])
        if cue is not None and passage.quoted[cue] >= 0:
            cue = None
        found[head, cue] = Candidate(mention, cue, relation, _cue_kind(passage, cue, relation))
    for candidate in (*_controlled(passage, mentions), *_adjacent(passage, mentions)):
        found.setdefault((candidate.mention.head, candidate.cue), candidate)
    return tuple(
        found[key] for key in sorted(found, key=lambda key: (key[0], -1 if key[1] is None else key[1]))
    )


def find_mentions(passage: Passage) -> Iterator[Mention]:
    """Noun phrases and pronouns outside quotations that could name a source, each by its head."""
    tokens = passage.tokens
    for token in tokens:
        if passage.quoted[token.i] >= 0 or not _is_head(token):
            continue
        first = token.i
        for left in range(token.i - 1, max(-1, token.left_edge.i - 1), -1):
            if passage.quoted[left] >= 0 or tokens[left].text in MARKS:
                break
            first = left
        last = token.i + 1
        while (
            last < len(tokens)
            and tokens[last].ent_iob_ == "I"
            and token.ent_type_
            and passage.quoted[last] < 0
        ):
            last += 1
        yield Mention(token.i, first, last, _kind(token))


def _is_head(token: Token) -> bool:
    if token.lower_ in _NOT_SOURCES or not any(map(str.isalnum, token.text)):
        return False
    if token.pos_ in _NOMINAL:
        return token.dep_ not in _INNER and not (token.dep_ == "poss" and token.pos_ == "PRON")
    return token.pos_ in _LOOSE and token.dep_ in _SUBJECTS


def _kind(token: Token) -> str:
    """What a mention is: "he" and other pronouns as such, a person's name, another name, a noun."""
    if token.pos_ == "PRON":
        return token.lower_ if token.lower_ in PRONOUNS else "pron"
    if token.ent_type_ == "PERSON":
        return "person"
    if token.ent_type_ in ("ORG", "NORP", "GPE", "FAC", "LOC"):
        return token.ent_type_.lower()
    if token.pos_ == "PROPN":
        return "name"
    if token.lemma_.lower() in PERSON_NOUNS:
        return "role"
    if token.lemma_.lower() in cues.SPEECH_NOUNS:
        return "document"
    return "noun" if token.pos_ == "NOUN" else "loose"


def _relation(token: Token, depth: int = 0) -> tuple[str, int | None]:
    """How a mention depends on the verb or noun that governs it, and the place of that governor."""
    head, dep = token.head, token.dep_
    if dep in _SUBJECTS:
        return _SUBJECTS[dep], head.i
    if dep in ("appos", "conj") and depth < CLIMB:
        relation, cue = _relation(head, depth + 1)
        return f"{dep}-{relation}" if depth == 0 else relation, cue
    if dep == "poss":
        return "poss", head.i
    if dep == "pobj":
        if head.dep_ == "agent":
            return "agent", head.head.i
        if head.lower_ == "to" and head.head.lower_ == "according":
            return "according", head.head.i
        preposition = head.lower_ if head.lower_ in ("by", "from", "of", "to", "for", "with") else "prep"
        return preposition, head.head.i
    if dep in ("dobj", "dative", "attr", "oprd"):
        return "obj" if dep != "attr" else "attr", head.i
    return ("root" if dep == "ROOT" else "other"), None


def _cue_kind(passage: Passage, cue: int | None, relation: str) -> str:
    if cue is None:
        return "none"
    if relation.endswith("according"):
        return cues.ACCORDING
    token = passage.tokens[cue]
    return cue_class(token)


def cue_class(token: Token) -> str:
    """The class of a possible cue word."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN":
        return cues.NOUN if lemma in cues.SPEECH_NOUNS else cues.OTHER
    if lemma in cues.SAY:
        return cues.NEUTRAL
    if lemma in cues.SPEECH:
        return cues.VERB
    if lemma == "accord":
        return cues.ACCORDING
    return "aux" if lemma in _NOT_CUES else cues.OTHER


def _controlled(passage: Passage, mentions: dict[int, Mention]) -> Iterator[Candidate]:
    """Verbs without a subject of their own, with the subject of the verb that governs them."""
    for token in passage.tokens:
        if token.pos_ not in ("VERB", "AUX") or passage.quoted[token.i] >= 0 or _subject(token):
            continue
        verb = token
        for _ in range(CLIMB):
            if verb.dep_ not in _CONTROLLED:
                break
            governor = verb.head
            if governor.i in mentions and verb.dep_ in ("acl", "relcl"):
                yield Candidate(mentions[governor.i], token.i, "acl", cue_class(token))
                break
            verb = governor
            subject = _subject(verb)
            if subject and subject.i in mentions:
                yield Candidate(mentions[subject.i], token.i, "control", cue_class(token))
            if subject:
                break


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def _adjacent(passage: Passage, mentions: dict[int, Mention]) -> Iterator[Candidate]:
    """A cue verb right beside a mention, whatever the parser made of them ("said Jane Roe, who")."""
    for mention in mentions.values():
        for cue, relation in ((mention.first - 1, "verb-before"), (mention.last, "verb-after")):
            if 0 <= cue < len(passage.tokens) and passage.quoted[cue] < 0:
                kind = cue_class(passage.tokens[cue])
                if passage.tokens[cue].pos_ in ("VERB", "AUX") and kind in (cues.NEUTRAL, cues.VERB):
                    yield Candidate(mention, cue, relation, kind)


PERSON_NOUNS = frozenset(
    """
    activist actor actress adviser advisor advocate aide ally ambassador analyst anchor announcer artist associate
    attorney author billionaire boss boy brother businessman businesswoman campaign candidate captain
    celebrity ceo chair chairman chairwoman champion chancellor chef chief citizen clerk coach colleague columnist
    comedian comic commander commentator commissioner committee congressman congresswoman conservative
    consultant contender coordinator correspondent counsel counselor couple critic daughter dean defender
    delegate democrat deputy designer developer diplomat director doctor donor economist editor employee engineer
    envoy executive expert father federation fighter founder friend frontrunner general girl governor
    group guest head heckler historian host husband insider inspector investigator journalist judge justice
    lady lawmaker lawyer leader legislator liberal lieutenant lobbyist maker man manager marine mayor
    member minister model moderator mogul mom mother musician neighbor neighbour nominee observer
    officer official operative opponent organizer organiser organization organisation owner panel parent participant
    pastor patient people person player poet police politician pollster pope premier president priest producer
    professor prosecutor protester protestor pundit rabbi reader rep reporter representative republican
    researcher resident rival sailor scholar scientist secretary senator sergeant sheriff singer sister
    soldier son source speaker spokesman spokesperson spokeswoman staffer star strategist student supporter
    surgeon surrogate survivor teacher team teenager tycoon user veteran viewer victim voter wife
    winner witness woman worker writer
    """.split()
)

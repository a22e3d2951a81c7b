"""Candidate sources: who is mentioned, and by which words each could be the one who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.quotes import cues
from generator.analysis.quotes.passages import MARKS, Passage
from generator.analysis.records import EntityType
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


PRONOUNS = frozenset(("he", "she", "they", "i", "we", "it", "who"))
PERSON_NOUNS = words("persons.speakers")
"""Nouns for people and for groups that speak with one voice."""

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
POSSESSIVES = {"his": "he", "her": "she", "their": "they", "my": "i", "our": "we", "its": "it"}
_INNER = frozenset(("compound", "nmod", "amod", "nummod", "quantmod", "npadvmod", "expl"))
_SUBJECTS = {"nsubj": "subj", "nsubjpass": "subjpass", "csubj": "subj"}
RELATIONS = {**_SUBJECTS, "poss": "poss", "dobj": "obj", "dative": "obj", "oprd": "obj", "attr": "attr"}
"""Dependency labels that tie a mention to its governor, and our names for them."""

_CONTROLLED = frozenset(
    ("xcomp", "advcl", "conj", "pcomp", "acl", "relcl", "ccomp", "prep", "dep", "parataxis")
)
_NOT_SOURCES = frozenset(("what", "that", "this", "these", "those", "which", "there", "whom", "whose"))
_NOT_CUES = frozenset(("be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "should"))
_TIMES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"))
DASHES = frozenset(("-", "--", "---", "–", "—", "―"))
DATELINE = 12
"""Tokens in which a paragraph's dateline ends, if it has one."""

ABBREVIATED = words("persons.abbreviated")
"""Titles that print with a full stop, at which the parser may break the sentence."""

MODEL_TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    **dict.fromkeys(("GPE", "LOC", "FAC"), "place"),
}

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


def find_candidates(passage: Passage, types: Mapping[int, EntityType]) -> tuple[Candidate, ...]:
    """Every mention outside quotations with each of its cues, in text order.

    `types` are the types of the tokens that belong to the name of a known entity.
    """
    mentions = {mention.head: mention for mention in find_mentions(passage, types)}
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


def find_mentions(passage: Passage, types: Mapping[int, EntityType]) -> Iterator[Mention]:
    """Noun phrases and pronouns outside quotations that could name a source, each by its head."""
    tokens = passage.tokens
    dateline = _dateline(passage)
    for token in tokens:
        if token.i < dateline or passage.quoted[token.i] >= 0 or not _is_head(token):
            continue
        first = token.i
        for left in range(token.i - 1, max(-1, token.left_edge.i - 1), -1):
            if passage.quoted[left] >= 0 or tokens[left].text in MARKS:
                break
            first = left
        yield Mention(token.i, first, _name_end(passage, token), _kind(token, types))


def _dateline(passage: Passage) -> int:
    """How many tokens a dateline takes: "LONDON (Reuters) -- "."""
    tokens = passage.tokens[:DATELINE]
    if not tokens or not tokens[0].text.isupper():
        return 0
    return next((token.i + 1 for token in tokens if token.text in DASHES), 0)


def _name_end(passage: Passage, head: Token) -> int:
    """Where a mention ends: after its head, or after the name that stands with it ("her nephew Jon Doe")."""
    tokens, last = passage.tokens, head.i + 1
    close = next((child for child in head.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    if close is not None and close.left_edge.i == last:
        last = close.i + 1
    if head.lower_ in ABBREVIATED and last + 1 < len(tokens) and tokens[last].text == ".":
        last += 1
        while last < len(tokens) and tokens[last].pos_ == "PROPN":
            last += 1
    while (
        last < len(tokens)
        and head.ent_type_
        and tokens[last].ent_iob_ == "I"
        and _continues_name(passage, last)
    ):
        last += 1
    return last


def _continues_name(passage: Passage, index: int) -> bool:
    """Whether a token can go on with a name: outside quotations, and no bracket."""
    return passage.quoted[index] < 0 and passage.tokens[index].text not in "()[]"


def _is_head(token: Token) -> bool:
    if _is_age(token):
        return token.dep_ not in _INNER
    if token.lower_ in _NOT_SOURCES or token.ent_type_ in _TIMES or not any(map(str.isalnum, token.text)):
        return False
    if token.dep_ == "poss" and token.pos_ == "PRON":
        return token.lower_ in POSSESSIVES and token.head.lemma_.lower() in cues.SPEECH_NOUNS
    if token.pos_ in _NOMINAL:
        return token.dep_ not in _INNER
    if token.is_title and _beside_cue(token):
        return True  # a name that the tagger takes for another part of speech ("Hope said")
    named = token.ent_type_ in ("PERSON", "ORG") and token.head.ent_type_ != token.ent_type_
    return token.dep_ in _SUBJECTS or named


def _beside_cue(token: Token) -> bool:
    """Whether the next word, or the one before, is a neutral verb of speech."""
    beside = (token.i + 1, token.i - 1)
    return any(0 <= i < len(token.doc) and token.doc[i].lemma_ in cues.SAY for i in beside)


def _kind(token: Token, types: Mapping[int, EntityType]) -> str:
    """What a mention is: "he" and other pronouns as such, a name by its type, a noun by its class."""
    if token.pos_ == "PRON":
        pronoun = POSSESSIVES.get(token.lower_, token.lower_)
        return pronoun if pronoun in PRONOUNS else "pron"
    known = types.get(token.i) or MODEL_TYPES.get(token.ent_type_)
    if known or token.pos_ == "PROPN":
        return known or "name"
    lemma = token.lemma_.lower()
    if _is_age(token):
        return "role"
    if lemma in PERSON_NOUNS or lemma in cues.SPEECH_NOUNS:
        return "role" if lemma in PERSON_NOUNS else "document"
    return "noun" if token.pos_ == "NOUN" else "loose"


def _is_age(token: Token) -> bool:
    """Whether a token is the last of "the 56-year-old"."""
    before = token.doc[max(0, token.i - 2) : token.i].text.lower()
    return token.lower_.endswith("year-old") or (token.lower_ == "old" and before in ("year-", "year -"))


def _relation(token: Token, depth: int = 0) -> tuple[str, int | None]:
    """How a mention depends on the verb or noun that governs it, and the place of that governor."""
    head, dep = token.head, token.dep_
    if dep in ("appos", "conj") and depth < CLIMB:
        relation, cue = _relation(head, depth + 1)
        return f"{dep}-{relation}" if depth == 0 else relation, cue
    if dep == "pobj":
        return _by_preposition(head)
    if dep in RELATIONS:
        return RELATIONS[dep], head.i
    return ("root" if dep == "ROOT" else "other"), None


def _by_preposition(preposition: Token) -> tuple[str, int]:
    """The relation of a preposition's object, and the place of the word that the preposition hangs on."""
    governor, word = preposition.head, preposition.lower_
    if preposition.dep_ == "agent":
        return "agent", governor.i
    if word == "to" and governor.lower_ == "according":
        return "according", governor.i
    return word if word in ("by", "from", "of", "to", "for", "with") else "prep", governor.i


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
        if token.pos_ not in ("VERB", "AUX") or passage.quoted[token.i] >= 0:
            continue
        own = _subject(token)
        if own is not None and own.lower_ != "that":
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

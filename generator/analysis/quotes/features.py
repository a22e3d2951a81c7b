"""What speaks for a candidate being the source of a quotation: named, binary features.

The families follow the literature on quotation attribution (O'Keefe et al., "A Sequence Labelling
Approach to Quote Attribution", EMNLP 2012; Pareti et al., "Automatically Detecting and Attributing Indirect
Quotations", EMNLP 2013; Muzny et al., "A Two-stage Sieve Approach for Quote Attribution", EACL 2017): place
and distance, the pattern of punctuation around the quotation, the cue, the syntax, and the run of the talk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.quotes import cues
from generator.analysis.quotes.passages import MARKS, Passage
from generator.analysis.quotes.sources import CLIMB, Candidate

_CUES = (cues.NEUTRAL, cues.VERB, cues.ACCORDING)
_DISTANCES = (
    (0, "0"),
    (1, "1"),
    (2, "2"),
    (4, "3-4"),
    (7, "5-7"),
    (12, "8-12"),
    (20, "13-20"),
    (40, "21-40"),
)


LOOKED_AT = 16
"""Tokens between a cue and a quotation in which another verb is sought."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A quotation's surroundings: all that its features need besides the candidate.

    `anchors` are the tokens outside the quotation that its words depend on, nearest first.
    """

    passage: Passage
    number: int
    before: str
    after: str
    opens: str
    closes: str
    length: str
    anchors: tuple[int, ...]
    alone: str


def setting(passage: Passage, number: int) -> Setting:
    """Look at the words and marks beside quotation `number` of a passage."""
    placed = passage.quotations[number]
    quotation = placed.quotation
    inside = passage.text[quotation.start - passage.piece.start : quotation.end - passage.piece.start]
    words = inside.split()
    length = "1-3" if len(words) < 4 else "4-7" if len(words) < 8 else "8+"
    if len(words) >= 2 and all(w[0].isupper() for w in words if len(w) > 3):
        length += "-title"
    first = inside[:1]
    opens = "lower" if first.islower() else "upper" if first.isupper() else "other"
    closes = inside[-1] if inside and inside[-1] in ",.?!" else "word"
    rest = passage.words[-1]
    return Setting(
        passage,
        number,
        _beside(passage, placed.first - 1, -1),
        _beside(passage, placed.last, 1),
        opens,
        closes if quotation.closed else "unclosed",
        length,
        _anchors(passage, number),
        "alone" if rest == 0 else "few" if rest < 4 else "more",
    )


def _beside(passage: Passage, index: int, step: int) -> str:
    """The kind of the token beside a quotation, its marks skipped: "edge", ":", ",", "that", "word"."""
    tokens = passage.tokens
    while 0 <= index < len(tokens) and (tokens[index].text in MARKS or not tokens[index].text.strip()):
        index += step
    if not 0 <= index < len(tokens):
        return "edge"
    if passage.quoted[index] >= 0:
        return "quote"
    token = tokens[index]
    if token.text[0] in "—–―-":
        return "dash"
    if token.text in {",", ":", ".", "?", "!", ";", "(", ")"}:
        return token.text
    if step < 0 and token.lower_ in {
        "that",
        "as",
        "of",
        "the",
        "a",
        "and",
        "but",
        "to",
        "is",
        "was",
        "be",
        "were",
    }:
        return token.lower_
    kind = token.pos_
    return {"VERB": "verb", "AUX": "verb", "PROPN": "nom", "NOUN": "nom", "PRON": "nom"}.get(kind, "word")


def _anchors(passage: Passage, number: int) -> tuple[int, ...]:
    """The chain of tokens outside a quotation that govern its words."""
    placed = passage.quotations[number]
    chain: list[int] = []
    for index in range(placed.first, placed.last):
        head = passage.tokens[index].head
        if placed.first <= head.i < placed.last:
            continue
        for _ in range(CLIMB):
            if passage.quoted[head.i] < 0 and head.i not in chain:
                chain.append(head.i)
            if head.head.i == head.i:
                break
            head = head.head
        if len(chain) >= CLIMB:
            break
    return tuple(chain[:CLIMB])


def bucket(distance: int) -> str:
    """The name of a range of distances in words."""
    return next((name for limit, name in _DISTANCES if distance <= limit), "41+")


@dataclass(frozen=True, slots=True)
class _Link:
    """How a candidate of the same passage lies to the quotation.

    `side` is "before" or "after" ("-around" where mention and cue stand on either side of it); `stop` and
    `distance` count sentence ends and words between them, `between` joins side, sentence ends and the
    quotations between; `beside` is the kind of token next to the quotation on that side.
    """

    side: str
    stop: int
    distance: str
    between: str
    beside: str


def _link(scene: Setting, candidate: Candidate) -> _Link:
    passage, placed = scene.passage, scene.passage.quotations[scene.number]
    head, cue = candidate.mention.head, candidate.cue
    before = head < placed.first
    side = "before" if before else "after"
    near = head if cue is None else max(head, cue) if before else min(head, cue)
    if (near < placed.first) != before:
        side, near = f"{side}-around", head
    low, high = (near + 1, placed.first) if near < placed.first else (placed.last, near)
    stop = min(2, passage.stops[high] - passage.stops[low])
    quotes = min(2, passage.begun[high] - passage.begun[low])
    distance = bucket(passage.words[high] - passage.words[low])
    beside = scene.before if before else scene.after
    return _Link(side, stop, distance, f"{side}|stop={stop}|q={quotes}", beside)


def local(scene: Setting, candidate: Candidate) -> Iterator[str]:
    """Features of a candidate in the same passage as the quotation."""
    link, mention, cue = _link(scene, candidate), candidate.mention, candidate.cue
    rel, cue_like = relation_class(candidate.relation), cue_class(candidate.cue_kind)
    order = "none" if cue is None else "cv" if mention.head < cue else "vc"
    kind = kind_class(mention.kind)
    yield f"kind={mention.kind}"
    yield f"side={link.between}"
    yield f"side={link.between}|{cue_like}|{rel}"
    yield f"side={link.between}|{kind}"
    yield f"gap={link.distance}|{link.side}|{cue_like}"
    yield f"gap={link.distance}|{order}|{rel}"
    yield f"gap={link.distance}|{link.between}|{cue_like}"
    yield f"rel={candidate.relation}|{candidate.cue_kind}"
    yield f"rel={rel}|{kind}"
    yield f"cue={candidate.cue_kind}|{kind}"
    yield f"beside={link.beside}|{link.between}|{cue_like}"
    yield f"ends={scene.closes}|{link.between}|{cue_like}"
    yield f"begins={scene.opens}|{link.between}|{cue_like}"
    yield f"begins={scene.opens}|beside={link.beside}|{link.side}|stop={link.stop}"
    yield f"edge={scene.before == 'edge'}|ends={scene.closes}|{link.side}|gap={link.distance}|{cue_like}"
    yield from _by_syntax(scene, candidate, link, rel, cue_like)
    yield f"rival={_rival(scene, candidate)}|{cue_like}"
    if cue is not None and mention.head < scene.passage.quotations[scene.number].first:
        yield f"leads={scene.before}|last={_is_last_verb(scene, cue)}|{cue_like}|{rel}"


def _rival(scene: Setting, candidate: Candidate) -> str:
    """How a candidate between two quotations lies to the other one: it may introduce or close that."""
    passage, number = scene.passage, scene.number
    quotations, here = passage.quotations, passage.quotations[scene.number]
    places = [candidate.mention.head] if candidate.cue is None else [candidate.mention.head, candidate.cue]
    if min(places) >= here.last and number + 1 < len(quotations):
        following = quotations[number + 1].first
        if max(places) < following:
            gap = bucket(passage.words[following] - passage.words[max(places) + 1])
            return f"next|{_beside(passage, following - 1, -1)}|{gap}|{scene.closes}"
    if max(places) < here.first and number > 0 and min(places) >= quotations[number - 1].last:
        previous = quotations[number - 1].last
        gap = bucket(passage.words[min(places)] - passage.words[previous])
        stop = passage.stops[here.first] - passage.stops[previous]
        return f"previous|{gap}|stop={min(2, stop)}|{scene.before}"
    return "none"


def _is_last_verb(scene: Setting, cue: int) -> bool:
    """Whether no other verb stands between a cue and the quotation behind it."""
    passage, first = scene.passage, scene.passage.quotations[scene.number].first
    between = range(cue + 1, min(first, cue + LOOKED_AT))
    return first > cue and not any(
        passage.tokens[i].pos_ == "VERB" and passage.quoted[i] < 0 for i in between
    )


def _by_syntax(scene: Setting, candidate: Candidate, link: _Link, rel: str, cue_like: str) -> Iterator[str]:
    """Features of the cue word: its lemma, its place in the sentence, whether it governs the quotation."""
    if candidate.cue is None:
        yield f"mention-governs={candidate.mention.head in scene.anchors}"
        return
    token = scene.passage.tokens[candidate.cue]
    level = scene.anchors.index(candidate.cue) if candidate.cue in scene.anchors else -1
    yield f"lemma={token.lemma_.lower()}"
    yield f"dep={token.dep_}|{cue_like}|{link.side}"
    yield f"governs={level}|{cue_like}|{rel}"
    yield f"governs={level >= 0}|{link.between}|{cue_like}"


def relation_class(relation: str) -> str:
    """A coarser name of a relation: whether the mention acts, is acted on, or only stands near."""
    base = relation.rsplit("-", maxsplit=1)[-1] if relation.startswith(("appos-", "conj-")) else relation
    if base in ("subj", "verb-before", "verb-after", "agent"):
        return "subj" if base == relation else "subj-part"
    if base in ("control", "acl", "subjpass", "poss", "according"):
        return base
    return "obj" if base in ("obj", "attr") else "by" if base in ("by", "from") else "far"


def cue_class(kind: str) -> str:
    """A coarser name of a cue's kind."""
    return "cue" if kind in _CUES else kind


def kind_class(kind: str) -> str:
    """A coarser name of a mention's kind."""
    if kind in ("he", "she", "i", "we", "they"):
        return "pronoun"
    if kind in ("group", "event", "work", "product"):
        return "thing"
    return kind


def remote(
    scene: Setting, candidate: Candidate, passage: Passage, distance: int, *, last: bool
) -> Iterator[str]:
    """Features of a candidate `distance` paragraphs earlier; `last`: the last with its kind of cue there."""
    mention = candidate.mention
    rel, cue_like, kind = (
        relation_class(candidate.relation),
        cue_class(candidate.cue_kind),
        kind_class(mention.kind),
    )
    tail = min(2, passage.stops[-1] - passage.stops[mention.head])
    gap = bucket(passage.words[-1] - passage.words[mention.head])
    final = next((t.text for t in reversed(passage.tokens) if t.text not in MARKS and t.text.strip()), "")
    quoting = passage.quotations[-1].last >= len(passage.tokens) - 2 if passage.quotations else False
    ends = "quote" if quoting else final if final in {":", ".", ",", "?", "!"} else "word"
    near = "1" if distance == 1 else "2+"
    yield f"remote|{scene.alone}"
    yield f"remote={distance}|ends={ends}|before={scene.before}"
    yield f"remote={near}|{cue_like}|{rel}"
    yield f"remote={near}|{kind}|{rel}"
    yield f"remote={near}|ends={ends}|{rel}"
    yield f"remote={near}|ends={ends}|{scene.alone}|{cue_like}"
    yield f"remote={near}|ends={ends}|tail={tail}|{scene.alone}"
    yield f"remote={near}|ends={ends}|gap={gap}"
    yield f"remote={near}|last={last}|{cue_like}|{scene.alone}"
    yield f"remote={near}|quotes={min(2, len(passage.quotations))}|{scene.alone}"
    yield f"remote={near}|begins={scene.opens}|ends={scene.closes}"


def none(scene: Setting) -> Iterator[str]:
    """Features of the answer "nobody is named as the source"."""
    yield "none"
    yield f"none|length={scene.length}"
    yield f"none|length={scene.length}|before={scene.before}"
    yield f"none|begins={scene.opens}|ends={scene.closes}"
    yield f"none|{scene.alone}|ends={scene.closes}"
    yield f"none|before={scene.before}|after={scene.after}"


def continued(scene: Setting, *, near: str, closed: bool, gap: int) -> Iterator[str]:
    """Features of the source of the quotation before this one, when it is the candidate again.

    `near` tells where that quotation stands ("same" paragraph, the one before: "next", or "far"), `gap` the
    words outside quotations between the two in one paragraph.
    """
    yield f"again|{near}|{scene.alone}"
    yield f"again|{near}|closed={closed}|before={scene.before}"
    yield f"again|{near}|gap={bucket(gap)}|before={scene.before}"
    yield f"again|{near}|begins={scene.opens}|ends={scene.closes}|{scene.alone}"
    yield f"again|{near}|after={scene.after}|ends={scene.closes}"

"""What speaks for an extent being the words of a statement: named, binary features."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.quotes.features import bucket
from generator.analysis.quotes.passages import Passage
from generator.analysis.statements.cues import REPORTING, Cue
from generator.analysis.statements.extents import CUTS, CUTTING, Extent, is_edge, kind_of
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORDS = words("function_words.continuing")


def nothing(passage: Passage, cue: Cue) -> Iterator[str]:
    """Features of the answer "no statement is reported"."""
    verb = passage.tokens[cue.word]
    lemma = verb.lemma_.lower()
    kind = cue.mention.kind
    yield "none"
    yield f"none|cue={lemma}"
    yield f"none|tag={verb.tag_}|dep={verb.dep_}"
    yield f"none|dep={verb.dep_}"
    yield f"none|relation={cue.relation}"
    yield f"none|speaker={kind}"
    yield f"none|speaker={kind}|tag={verb.tag_}"
    yield f"none|display={passage.piece.paragraph.number == 0}"
    yield f"none|object={_object(verb)}"
    yield f"none|object={_object(verb)}|relation={cue.relation}"
    around = _marked(passage, cue)
    yield f"none|marked={around}"
    yield f"none|marked={around}|object={_object(verb)}"


def _marked(passage: Passage, cue: Cue) -> str:
    """Whether quotations stand in the sentence before and behind the attribution."""
    before = any(passage.quoted[i] >= 0 for i in range(max(cue.low, cue.first - 40), cue.first))
    after = any(
        passage.quoted[i] >= 0 for i in range(cue.last, min(cue.high + 2, cue.last + 40, len(passage.tokens)))
    )
    return f"{before:d}{after:d}"


def _object(verb: Token) -> str:
    deps = sorted(
        {child.dep_ for child in verb.children if child.dep_ in ("ccomp", "dobj", "xcomp", "dative", "oprd")}
    )
    return "+".join(deps) or "nothing"


def of_extent(passage: Passage, cue: Cue, extent: Extent) -> Iterator[str]:
    """Features of the answer that a statement has the words of an extent."""
    tokens = passage.tokens
    verb = tokens[cue.word]
    first, last = extent.first, extent.last
    order = "after" if first >= cue.last else "before" if last <= cue.first else "around"
    yield f"begins={extent.begins}|{order}"
    yield f"ends={extent.ends}|{order}"
    yield f"both={extent.begins}|{extent.ends}|{order}"
    kind = kind_of(passage, extent)
    yield f"kind={kind}|{order}"
    yield f"kind={kind}|{order}|marked={_marked(passage, cue)}"
    yield f"kind={kind}|{extent.begins}|{extent.ends}|{order}"
    yield f"order={order}|dep={verb.dep_}"
    yield f"order={order}|cue={verb.lemma_.lower()}"
    yield f"order={order}|relation={cue.relation}"
    yield f"length={bucket(last - first)}|{order}"
    roots = _roots(passage, first, last)
    yield f"roots={min(3, len(roots))}|{order}"
    top = roots[0] if roots else verb
    subject = any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in top.children)
    yield f"top={top.tag_}|{subject}|{order}"
    yield f"topdep={top.dep_}|{top.head.i == cue.word}|{order}"
    yield from _start(passage, cue, extent, order)
    yield from _end(passage, cue, extent, order)
    yield from _kept(passage, cue, extent, order)


def _roots(passage: Passage, first: int, last: int) -> list[Token]:
    return [t for t in passage.tokens[first:last] if not first <= t.head.i < last or t.head.i == t.i]


def _start(passage: Passage, cue: Cue, extent: Extent, order: str) -> Iterator[str]:
    tokens, first = passage.tokens, extent.first
    token = tokens[first]
    before = tokens[first - 1].lower_ if first else "edge"
    before = before if before in ("that", ",", ":", "edge", ".", '"', "''", "``", "and", "but") else "word"
    yield f"first={token.tag_}|{order}"
    yield f"before={before}|{order}"
    yield f"firstdep={token.dep_}|{order}"
    quoted = passage.quoted[first]
    state = "out" if quoted < 0 else "start" if first <= passage.quotations[quoted].first + 1 else "inside"
    yield f"startquote={state}|{order}"
    if order == "after":
        gap = first - cue.last
        yield f"gap={bucket(gap)}|before={before}"
    yield f"startquote={state}|before={before}"


def _end(passage: Passage, cue: Cue, extent: Extent, order: str) -> Iterator[str]:
    tokens, last = passage.tokens, extent.last
    quoted = passage.quoted[last - 1]
    state = "out"
    if quoted >= 0:
        end = passage.quotations[quoted].last
        state = "end" if all(is_edge(passage, i) for i in range(last, end)) else "inside"
    yield f"endquote={state}|{order}"
    index, marks = last, ""
    while index < len(tokens) and is_edge(passage, index):
        marks = marks or ("" if tokens[index].text in "\"'“”''``" else tokens[index].text)
        index += 1
    if index >= len(tokens) or tokens[index].is_sent_start:
        yield f"next=end|{marks}|{order}"
        return
    if passage.quoted[index] >= 0:
        yield f"next=quote|{marks}|{order}"
        return
    part = _part(passage, cue, extent, index)
    word = _word(tokens[index])
    yield f"next={marks}|{part}|{order}"
    yield f"next={marks}|{part}|{word}"
    yield f"nextword={marks}|{word}|{order}"
    if cue.first <= index < cue.last:
        yield f"next=attribution|{marks}|{order}"


def _kept(passage: Passage, cue: Cue, extent: Extent, order: str) -> Iterator[str]:
    """Features of the parts behind commas and conjunctions that a statement takes in."""
    seen = 0
    for index in range(extent.last - 2, max(extent.first, cue.last if order == "around" else 0), -1):
        token = passage.tokens[index]
        if token.lower_ not in CUTTING or passage.quoted[index] >= 0:
            continue
        mark = token.lower_ if not token.is_alpha else ""
        start = index if token.is_alpha else index + 1
        part = _part(passage, cue, extent, start)
        yield f"kept={mark}|{part}"
        yield f"kept={mark}|{part}|{_word(passage.tokens[start])}"
        top = _top(passage.tokens[start])
        if top.lemma_.lower() in REPORTING and top.pos_ == "VERB":
            yield f"kept-speech={mark}|{top.tag_}"
        seen += 1
        if seen == CUTS:
            return


def _word(token: Token) -> str:
    return token.lower_ if token.lower_ in _WORDS else token.pos_


def _top(token: Token) -> Token:
    """The head of the phrase that begins at a token."""
    for _ in range(8):
        if token.head.i == token.i or token.head.left_edge.i != token.left_edge.i:
            break
        token = token.head
    return token


def _part(passage: Passage, cue: Cue, extent: Extent, index: int) -> str:
    """What the phrase that begins at a token is, and whether it hangs on the statement or on the cue."""
    top = _top(passage.tokens[index])
    inside = extent.first <= top.head.i < extent.last
    where = "cue" if top.head.i == cue.word else "in" if inside else "out"
    return f"{top.dep_}|{where}|{top.tag_}"

"""From a chosen source to the speaker that is shown, on hand-made parses; and when nobody is shown."""

from __future__ import annotations

import pytest

from generator.analysis.coreference import corefer
from generator.analysis.quotes.attribute import Choice, Option
from generator.analysis.quotes.resolve import to_quotes
from generator.analysis.quotes.sieve import SIGNATURE, signature, signed_line
from generator.analysis.quotes.sources import Candidate, Mention
from generator.analysis.records import Entity, Quote, Span
from tests.analysis.handmade import make_passage

MARK = '" PUNCT punct 1'


def said_by(*mention: str, entity: str | None = None, confidence: float = 1.0) -> Quote:
    """The record of "Stay", whose source is the words of `mention` behind it; they are those of an entity."""
    rows = [MARK, "Stay VERB ccomp 3", MARK, "said VERB ROOT 3 say"]
    rows += [f"{word} PROPN compound {3 + len(mention)}" for word in mention[:-1]]
    rows.append(f"{mention[-1]} PROPN nsubj 3 {mention[-1]} PERSON")
    passage = make_passage(*rows)
    text, last = passage.text, len(rows)
    candidate = Candidate(Mention(last - 1, 4, last, "person"), 3, "subj", "neutral")
    start = text.index(mention[-1])
    span = Span(start, start + len(mention[-1]), mention[-1])
    entities = [Entity(name=entity, type="person", aliases=(), mentions=(span,))] if entity else []
    coreference = corefer(text, [passage.piece], entities, [passage.quoted])
    choice = Choice(0, 0, Option(0, candidate, ()), confidence)
    (quote,) = to_quotes(text, [passage], [choice], coreference)
    return quote


@pytest.mark.parametrize(
    ("mention", "entity", "name"),
    [
        (("Roe",), "Jane Roe", "Jane Roe"),
        (("Jane", "Roe"), "Jane Roe", "Jane Roe"),
        (("Mrs.", "Roe"), "Jane Roe", "Jane Roe"),
        (("Mr.", "Roe"), "John Roe", "John Roe"),
        (("Mr.", "Roe"), "Jane Roe", "Roe"),
        (("Mrs.", "Roe"), "John Roe", "Roe"),
        (("Roe",), None, "Roe"),
    ],
    ids=["a surname", "the name", "Mrs. and a woman", "Mr. and a man", "Mr. and a woman", "Mrs. and a man",
         "whom no list has"],
)  # fmt: skip
def test_a_speaker_has_the_name_of_the_person_that_the_mention_can_mean(
    mention: tuple[str, ...], entity: str | None, name: str
) -> None:
    assert said_by(*mention, entity=entity).speaker_name == name


@pytest.mark.parametrize(("confidence", "shown"), [(1.0, True), (0.31, True), (0.29, False)])
def test_an_unsure_speaker_is_nobody(confidence: float, shown: bool) -> None:
    quote = said_by("Roe", entity="Jane Roe", confidence=confidence)
    assert (quote.speaker is not None, quote.speaker_name) == (shown, "Jane Roe" if shown else None)
    assert quote.span.text == "Stay"


QUOTED = [MARK, "Never ADV ROOT 1", MARK]


def after_a_dash(words: int) -> list[str]:
    """A name after a dash, and so many words in all."""
    name = ["— PUNCT punct 0", "Jane PROPN compound 0", "Roe PROPN dep 0", ", PUNCT punct 0"]
    return [*name, *["voter NOUN appos 0"] * (words - 2)]


@pytest.mark.parametrize(("words", "signs"), [(2, True), (SIGNATURE, True), (SIGNATURE + 1, False)])
def test_a_signature_is_a_few_words(words: int, signs: bool) -> None:
    assert (signature(make_passage(*QUOTED, *after_a_dash(words)), 0) is not None) == signs
    assert (signed_line(make_passage(*after_a_dash(words))) is not None) == signs


def test_a_surname_that_two_people_have_is_nobody_s() -> None:
    rows = ["Roe PROPN nsubj 1", "won VERB ROOT 1", ". PUNCT punct 1"]
    passage = make_passage(*rows)
    for people, meant in ((["Jane Roe"], "Jane Roe"), (["Jane Roe", "John Roe"], None)):
        entities = [Entity(name=name, type="person", aliases=(), mentions=()) for name in people]
        found = corefer(passage.text, [passage.piece], entities, [passage.quoted]).entity(0, 0)
        assert (found.name if found else None) == meant

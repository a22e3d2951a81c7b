"""From the mention of a speaker to a name, below the model: each rule, and what it must not do."""

from __future__ import annotations

import pytest

from generator import Article
from generator.analysis import Entity, Span
from generator.analysis.quotes.discourse import read_discourse
from generator.analysis.quotes.sources import find_candidates
from generator.analysis.quotes.speaker import find_speaker
from tests.analysis.handmade import make_piece


def speaker(rows: tuple[str, ...], head: str, **entities: str) -> tuple[str | None, str]:
    """The name and the rule for the mention with a `head` word; `entities`: types by name ("Dora_Finch")."""
    piece = make_piece(*rows)
    text = piece.doc.text
    known = []
    for form, kind in entities.items():
        name = form.replace("_", " ")
        places = [at for at in range(len(text)) if text.startswith(name, at)]
        mentions = tuple(Span(at, at + len(name), name) for at in places)
        known.append(Entity(name, kind, (), mentions))  # type: ignore[arg-type]
    discourse = read_discourse(Article(text=text), [piece], known)
    (passage,) = discourse.passages
    types = discourse.coreference.types(1)[0]
    mention = next(
        c.mention for c in find_candidates(passage, types) if passage.tokens[c.mention.head].text == head
    )
    found = find_speaker(text, passage, 0, mention, discourse.coreference)
    return found.name, found.rule


OWNER = ("The DET det 1", "owner NOUN nsubj 6")
FINCH = ("Dora PROPN compound 4 Dora PERSON", "Finch PROPN appos 1 Finch PERSON")


@pytest.mark.parametrize(
    ("reason", "rows", "head", "entities", "expected"),
    [
        (
            "a name that the entities have",
            ("Dora PROPN compound 1", "Finch PROPN nsubj 2", "said VERB ROOT 2 say"),
            "Finch",
            {"Dora_Finch": "person"},
            ("Dora Finch", "name"),
        ),
        (
            "a name that they lack",
            ("Dora PROPN compound 1", "Finch PROPN nsubj 2", "said VERB ROOT 2 say"),
            "Finch",
            {},
            ("Dora Finch", "printed"),
        ),
        ("a letter", ("B PROPN nsubj 1", "said VERB ROOT 1 say"), "B", {}, (None, "nobody")),
        (
            "a function word",
            ("Another DET nsubj 1", "said VERB ROOT 1 say"),
            "Another",
            {},
            (None, "nobody"),
        ),
        (
            "a name in apposition",
            (*OWNER, ", PUNCT punct 1", *FINCH, ", PUNCT punct 1", "said VERB ROOT 6 say"),
            "owner",
            {"Dora_Finch": "person"},
            ("Dora Finch", "beside"),
        ),
        (
            "a title before it",
            (
                "The DET det 1",
                "owner NOUN nsubj 7",
                ", PUNCT punct 1",
                "MP PROPN compound 5",
                "Dora PROPN compound 5",
                "Finch PROPN appos 1",
                ", PUNCT punct 1",
                "said VERB ROOT 7 say",
            ),
            "owner",
            {"Dora_Finch": "person"},
            ("Dora Finch", "beside"),
        ),
        (
            "a body between role and name",
            (
                "The DET det 1",
                "head NOUN nsubj 6",
                "of ADP prep 1",
                "Mills PROPN pobj 2 Mills ORG",
                "Dora PROPN compound 5",
                "Finch PROPN appos 1",
                "said VERB ROOT 6 say",
            ),
            "head",
            {"Mills": "organisation", "Dora_Finch": "person"},
            ("Dora Finch", "beside"),
        ),
        (
            "the mother of somebody",
            (
                "The DET det 1",
                "mother NOUN nsubj 5",
                "of ADP prep 1",
                "Dora PROPN compound 4",
                "Finch PROPN pobj 2",
                "said VERB ROOT 5 say",
            ),
            "mother",
            {"Dora_Finch": "person"},
            (None, "nobody"),
        ),
        (
            "the lawyer of the mayor, who is named",
            (
                "The DET det 1",
                "lawyer NOUN nsubj 9",
                "of ADP prep 1",
                "the DET det 4",
                "mayor NOUN pobj 2",
                ", PUNCT punct 4",
                "Dora PROPN compound 7",
                "Finch PROPN appos 4",
                ", PUNCT punct 4",
                "said VERB ROOT 9 say",
            ),
            "lawyer",
            {"Dora_Finch": "person"},
            (None, "nobody"),
        ),
        (
            "the owner of a statement",
            (
                "Finch PROPN poss 2",
                "'s PART case 0",
                "statement NOUN nsubj 3",
                "said VERB ROOT 3 say",
            ),
            "statement",
            {"Finch": "person"},
            ("Finch", "owner"),
        ),
        (
            "an epithet, where one person is spoken of before it",
            (
                "Finch PROPN nsubj 1",
                "won VERB ROOT 1 win",
                ". PUNCT punct 1",
                "The DET det 4",
                "striker NOUN nsubj 5",
                "said VERB ROOT 5 say",
            ),
            "striker",
            {"Finch": "person"},
            ("Finch", "description"),
        ),
        (
            "an epithet, where two are",
            (
                "Finch PROPN nsubj 1",
                "beat VERB ROOT 1 beat",
                "Roe PROPN dobj 1",
                ". PUNCT punct 1",
                "The DET det 5",
                "striker NOUN nsubj 6",
                "said VERB ROOT 6 say",
            ),
            "striker",
            {"Finch": "person", "Roe": "person"},
            (None, "nobody"),
        ),
        (
            "a role that is no epithet",
            (
                "Finch PROPN nsubj 1",
                "lied VERB ROOT 1 lie",
                ". PUNCT punct 1",
                "The DET det 4",
                "judge NOUN nsubj 5",
                "said VERB ROOT 5 say",
            ),
            "judge",
            {"Finch": "person"},
            (None, "nobody"),
        ),
        (
            "the only person who is named with a body",
            (
                "Finch PROPN nsubj 1",
                "made VERB ROOT 1 make",
                "Mills PROPN dobj 1",
                ". PUNCT punct 1",
                "The DET det 6",
                "Mills PROPN compound 6",
                "founder NOUN nsubj 7",
                "said VERB ROOT 7 say",
            ),
            "founder",
            {"Finch": "person", "Mills": "organisation"},
            ("Finch", "description"),
        ),
    ],
)
def test_a_mention_is_named_by_one_rule(
    reason: str, rows: tuple[str, ...], head: str, entities: dict[str, str], expected: tuple[str | None, str]
) -> None:
    assert speaker(rows, head, **entities) == expected, reason

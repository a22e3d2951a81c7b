"""What the scorers count as right and as wrong."""

from __future__ import annotations

import pytest

from evaluation.articles import Name, read_articles
from evaluation.names import match_names
from evaluation.pages import verdicts
from generator.analysis import Entity
from generator.sources import Article, Metadata


def label(*forms: str, kind: str | None = "person") -> Name:
    return Name(forms[0], frozenset(forms), kind)


def entity(*forms: str) -> Entity:
    return Entity(name=forms[0], type="person", aliases=forms[1:], mentions=())


FINN, TARN = label("Orla Finn", "Finn"), label("Tarn Bank", kind="organisation")


@pytest.mark.parametrize(
    ("labels", "found", "pairs", "missed", "wrong"),
    [
        ([FINN], [entity("Orla Finn", "Finn")], 1, 0, 0),
        ([FINN], [entity("Finn")], 1, 0, 0),
        ([FINN], [entity("Orla Finn"), entity("Finn")], 1, 0, 1),
        ([FINN, TARN], [entity("Orla Finn", "Tarn Bank")], 1, 1, 0),
        ([FINN], [], 0, 1, 0),
        ([], [entity("Monday")], 0, 0, 1),
        ([label("the Tarn Bank")], [entity("Tarn Bank's")], 1, 0, 0),
        ([label("Monday", kind=None)], [entity("Monday")], 0, 0, 0),
        ([label("Monday", kind=None)], [], 0, 0, 0),
        ([label("Finn Hall", "Finn", kind=None), FINN], [entity("Finn")], 1, 0, 0),
    ],
    ids=["all forms", "one form", "in two parts", "two in one", "missed", "wrong", "article and possessive",
         "optional found", "optional left out", "required before optional"],
)  # fmt: skip
def test_a_name_is_found_missed_or_wrong(
    labels: list[Name], found: list[Entity], pairs: int, missed: int, wrong: int
) -> None:
    matched = match_names(labels, found)
    assert (len(matched.pairs), len(matched.missed), len(matched.wrong)) == (pairs, missed, wrong)


STORY = Article(
    text="A bridge opens\n\nIt is long.", title="A bridge opens", metadata=Metadata(author="Orla Finn")
)


@pytest.mark.parametrize(
    ("wanted", "article", "right"),
    [
        ({"title": "A bridge opens"}, STORY, True),
        ({"title": "A bridge"}, STORY, False),
        ({"author": "Orla Finn"}, STORY, True),
        ({"author": None}, STORY, False),
        ({"outlet": None}, STORY, True),
        ({"with": ["It is long"]}, STORY, True),
        ({"with": ["It is short"]}, STORY, False),
        ({"without": ["It is long"]}, STORY, False),
        ({"without": ["Cookies"]}, STORY, True),
        ({"refused": True}, STORY, False),
        ({"refused": True}, None, True),
        ({"with": ["It is long"]}, None, False),
        ({"title": "A bridge opens"}, None, False),
    ],
)
def test_what_is_read_of_a_page_is_right_or_wrong(
    wanted: dict[str, object], article: Article | None, right: bool
) -> None:
    assert all(verdict.holds for verdict in verdicts(wanted, article)) == right


def test_labels_stand_in_their_articles() -> None:
    for article in read_articles():
        forms = {form for name in article.names for form in name.forms}
        assert {form for form in forms if form not in article.text} == set(), article.id
        beginnings = [beginning for group in article.gist for beginning in group]
        assert [words for words in beginnings if words not in article.text] == [], article.id

"""Which language an article is in: its text tells, and what is stated where the text does not."""

from __future__ import annotations

import pytest

from generator.analysis.identification import identify_language, language_of
from generator.analysis.other_languages import lead, quotes_by_marks, statements_to_show
from generator.sources import Article, Metadata

ENGLISH = "The minister said on Monday that the launch of the probe was to be put off until the spring. "
GERMAN = "Der Minister sagte am Montag, der Start der Sonde werde bis zum Frühling verschoben. "
FRENCH = "Le ministre a déclaré lundi que le lancement de la sonde serait reporté au printemps prochain. "
NORWEGIAN = "Statsråden sa mandag at oppskytingen av sonden blir utsatt til våren, og at alle er skuffet. "
DANISH = (
    "Ministeren sagde mandag, at opsendelsen af sonden bliver udsat, og at alle er kede af det for tiden. "
)
FIGURES = "1 2 3 4.5 6:7 8-9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH * 3, "en"),
        (GERMAN * 3, "de"),
        (FRENCH * 3, "fr"),
        (ENGLISH, None),
        ("", None),
        (FIGURES * 3, None),
        (ENGLISH * 3 + GERMAN, "en"),
        (ENGLISH * 60 + GERMAN * 60, "en"),
    ],
    ids=[
        "English",
        "German",
        "French",
        "too short",
        "nothing",
        "figures",
        "a foreign sentence",
        "its beginning",
    ],
)
def test_a_text_tells_its_language_if_it_is_long_enough(text: str, language: str | None) -> None:
    assert identify_language(text) == language


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (ENGLISH * 3, None, "en"),
        (ENGLISH * 3, "de", "en"),
        (ENGLISH * 3, "en-GB", "en"),
        (GERMAN * 3, "en", "de"),
        (GERMAN * 3, "fr", "de"),
        (GERMAN * 3, "gsw", "gsw"),
        (GERMAN * 3, "de-AT", "de"),
        (NORWEGIAN * 3, "nb", "nb"),
        (DANISH * 3, "da", "da"),
        (DANISH * 3, None, "da"),
        (ENGLISH, "de", "de"),
        (ENGLISH, None, None),
    ],
)
def test_the_text_wins_over_what_is_stated_where_it_tells(
    text: str, stated: str | None, language: str | None
) -> None:
    found = language_of(Article(text, title="A title", metadata=Metadata(language=stated)))
    assert found == language


SENTENCES = [
    "Ein schwerer Sturm hat in der Nacht zum Montag das Dach des Leuchtturms abgedeckt.",
    "Verletzt wurde niemand.",
    "Die Böen erreichten nach Angaben des Dienstes vom 3. Mai bis zu 140 Kilometer in der Stunde.",
    "„Der Turm hat zweihundert Jahre gehalten, er wird auch diesen Winter überstehen“, sagte Brandt.",
    "Das Licht des Turms wird bis zum Ende der Arbeiten durch ein schwimmendes Feuer ersetzt.",
]


@pytest.mark.parametrize(
    ("sentences", "words", "shown"),
    [(1, 90, [0]), (2, 90, [0, 2]), (4, 90, [0, 2, 4]), (4, 20, [0]), (4, 1, [0])],
    ids=["one", "no heading", "no quotation", "no room for more", "no room at all"],
)
def test_the_lead_of_an_article_in_another_language_is_its_first_whole_sentences(
    sentences: int, words: int, shown: list[int]
) -> None:
    article = Article("\n\n".join(SENTENCES), title="Sturm")
    found = lead(article, sentences=sentences, words=words)
    assert [item.span.text for item in found] == [SENTENCES[number] for number in shown]
    assert [item.paragraph for item in found] == [number + 1 for number in shown]


def test_words_between_marks_are_quotations_by_nobody() -> None:
    (quote,) = quotes_by_marks(Article("\n\n".join(SENTENCES), title="Sturm"))
    assert quote.span.text.startswith("Der Turm hat zweihundert Jahre")
    assert (quote.speaker, quote.speaker_name, quote.paragraph) == (None, None, 4)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("„Der Turm hat zweihundert Jahre gehalten, er wird überstehen.“", 1),
        ("Ein „Leuchtfeuer“ aus Holz steht dort.", 0),
        ("「この塔は二百年もの間ここに立ち続けてきたのだ。」", 1),
    ],
    ids=["speech", "a term", "a script without spaces"],
)
def test_only_what_is_long_enough_to_be_speech_is_shown(text: str, shown: int) -> None:
    quotes = quotes_by_marks(Article(text, title="Sturm"))
    assert len(statements_to_show(quotes, 4)) == shown

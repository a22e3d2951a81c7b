"""The right name of who speaks, or none: by the kinds in which articles name their speakers."""

from __future__ import annotations

import pytest

from generator import Article, analyse
from generator.analysis import SPEAKER_RULES
from generator.analysis.names import find_entities
from generator.analysis.parse import parse
from generator.analysis.quotes import find_quotes, read_discourse
from generator.sources import Registry


def speakers(text: str) -> list[str | None]:
    """The names of the speakers of a text's quotations, in order."""
    article = Article(text=text)
    pieces = parse(article)
    discourse = read_discourse(article, pieces, find_entities(article, pieces, Registry()))
    return [quote.speaker_name for quote in find_quotes(discourse)]


GOES_ON = (
    "Ivo Brandt came. “Somebody threw me a rope,” he told the radio.\n"
    "“My mother will keep it on Sundays from now on.” Finch, who digs, said: “I had hoped for one.”\n"
    "Dora Finch will also sing."
)
INTRODUCED = (
    "The well is new. Dora Finch, editor of Wells Monthly, is hardly neutral on that. "
    "“It has a roof like the others, but it will bring us a crowd.” It is deep."
)

ABOVE = (
    "The well is new.\nDora Finch, who digs, wants to see one in the field of Ivo Brandt.\n"
    "“It will bring us a crowd, and it will cost us nothing.”\nIt is deep."
)


@pytest.mark.parametrize(
    ("reason", "text", "names"),
    [
        (
            "a title between role and name",
            "The well is dry.\n“We warned them for years,” said the committee's chairwoman, MP Dora Finch.",
            ["Dora Finch"],
        ),
        (
            "a place between role and name",
            "The well is dry.\n“We warned them for years,” the group's spokesman in Pell, Ivo Brandt, said.",
            ["Ivo Brandt"],
        ),
        (
            "two roles and a name",
            "The well is dry.\nNorvian geologist and writer Dora Finch said: “We warned them for years.”",
            ["Dora Finch"],
        ),
        (
            "a body introduced by its kind",
            "The well is dry.\nThe group, Water Workers Union, wrote: “We warned them for years.”",
            ["Water Workers Union"],
        ),
        (
            "the mother of somebody is not that somebody",
            "The well is dry.\n“We warned them for years,” said the mother of Ivo Brandt.",
            [None],
        ),
        (
            "by age, where nobody else is spoken of",
            "Ivo Brandt will dig the new well.\nThe 56-year-old said: “I have dug since I was a boy.”",
            ["Ivo Brandt"],
        ),
        (
            "by age, where two are spoken of",
            "Ivo Brandt and Dora Finch dig.\nThe 56-year-old said: “I have dug since I was a boy.”",
            [None],
        ),
        (
            "the owner of a statement",
            "Mayor Dora Finch is angry.\nFinch's statement added: “Nobody has asked us about the well.”",
            ["Dora Finch"],
        ),
        (
            "the speaker before, where who is named behind introduces the next words",
            GOES_ON,
            ["Ivo Brandt", "Ivo Brandt", "Dora Finch"],
        ),
        (
            "the speaker before, where a body is the source of what follows without marks",
            "“Hardly one in twenty asks,” says Ivo Brandt. “The gifted ones would rather make guitars.” "
            "According to the Norvian Institute of Crafts, 49 licences were given out.",
            ["Ivo Brandt", "Ivo Brandt"],
        ),
        (
            "whom the sentence in front is about",
            INTRODUCED,
            ["Dora Finch"],
        ),
        (
            "whom the last sentence above a quoted paragraph is about",
            ABOVE,
            ["Dora Finch"],
        ),
        (
            "nobody, where the sentence above is about a thing",
            "The well of Dora Finch is new.\n“It will bring us a crowd, and it will cost us nothing.”",
            [None],
        ),
        (
            "paragraphs whose breaks are lost, each begun with a mark",
            'Dora Finch told the radio: "I have to say that it is dry. "Who wants water knows the way. '
            '"The town may send a letter if it prefers paper." The price is high.',
            ["Dora Finch"] * 3,
        ),
        (
            "a letter is no name",
            "The well is deep.\nBottom line: B. Follow the instructions: “Simply turn the handle twice.”",
            [None],
        ),
    ],
)
def test_a_speaker_is_named_where_the_article_tells_the_name(
    reason: str, text: str, names: list[str | None]
) -> None:
    assert speakers(text) == names, reason


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("an exhibition", "Dora Finch, curator of “Wells and Masks from the Town Cellar”, opens the show."),
        ("a campaign", "The firm began “The Great Editor Farewell of Norsoft” on a new website on Monday."),
        ("a source", "“Town hall keys found on a bench” — Halden Radio, August 15, 2018"),
    ],
)
def test_titles_and_sources_are_no_quotations(reason: str, text: str) -> None:
    assert speakers(text) == [], reason


def test_words_in_ordinary_case_are_a_quotation() -> None:
    assert speakers("“We warned Dora Finch in Pell for years,” said Ivo Brandt.") == ["Ivo Brandt"]


ASKED = (
    "Ivo Lund has built bridges for forty years. We spoke to the engineer in his office.\n\n"
    "Why did you start with bridges?\n\n"
    "My father was a ferryman, and I saw him lose his work to a bridge.\n\n"
    "Are you afraid of heights?\n\n"
    "I am, to this day.\n\n"
    "What comes next?\n\n"
    "I will retire in May."
)
LABELLED = (
    "Mara Ellison, the mayor of Pell, talks about ferries.\n\n"
    "PS: Will the ferry sail?\n\nME: It will not. The engine is too old.\n\n"
    "PS: And in spring?\n\nME: In spring we will see."
)
LETTERED = (
    "Interview with Mara Ellison\n\nQ: Will the ferry sail?\n\nA: It will not. The engine is too old.\n\n"
    "Q: And in spring?\n\nA: In spring we will see."
)
IN_MARKS = (
    "I meet Mara Ellison in Pell for an interview.\n\nWill the ferry sail?\n\n“It will not,” she laughs.\n\n"
    "And in spring?\n\n“In spring we will see.”\n\nAnd the old engine?\n\n“It goes to a museum.”"
)


@pytest.mark.parametrize(
    ("text", "name", "answers"),
    [
        (ASKED, "Ivo Lund", 3),
        (LABELLED, "Mara Ellison", 2),
        (LETTERED, "Mara Ellison", 2),
        (IN_MARKS, "Mara Ellison", 3),
    ],
)
def test_every_answer_of_an_interview_is_signed(text: str, name: str, answers: int) -> None:
    found = analyse(Article(text=text)).statements
    assert [(statement.kind, statement.speaker_name) for statement in found] == [("direct", name)] * answers


def test_questions_in_a_report_make_no_interview() -> None:
    text = (
        "Ivo Lund has built a bridge.\n\nWill it hold?\n\nI saw it sway.\n\nDora Finch said: “It will hold.”"
    )
    assert [s.speaker_name for s in analyse(Article(text=text)).statements] == ["Dora Finch"]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("layout", "FINCH: “The well is dry, as we have said for years.”\n\nDora Finch left."),
        ("interview", ASKED),
        ("model", "Dora Finch said: “The well is dry.”"),
        ("goes-on", GOES_ON),
        ("introduced", INTRODUCED),
        ("label", "Dora Finch came.\n\nFINCH: “The well is dry, as we have said for years.”"),
        ("name", "Dora Finch said: “The well is dry.”"),
        ("pronoun", "Dora Finch came. She said: “The well is dry.”"),
        ("beside", "“The well is dry,” said the group's spokesman in Pell, Ivo Brandt."),
        ("owner", "Dora Finch is angry.\nFinch's statement added: “Nobody has asked us about the well.”"),
        (
            "description",
            "Ivo Brandt will dig the new well.\nThe 56-year-old said: “I have dug since I was a boy.”",
        ),
        ("nobody", "“The well is dry,” a spokesman said."),
    ],
)
def test_each_rule_that_chose_a_speaker_is_told(rule: str, text: str) -> None:
    why = [reason.rule for said in analyse(Article(text=text)).statements for reason in said.why]
    assert rule in why
    assert set(why) <= set(SPEAKER_RULES)

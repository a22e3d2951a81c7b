"""A statement that its attribution interrupts is one key quote, and every part of it can be traced."""

from __future__ import annotations

import pytest

from generator.analysis import Options, analyse
from generator.analysis.quotes.continuation import joined
from generator.analysis.records import Quote, Span
from generator.editing.compose import compose
from generator.sources import Article, Registry

PAGE = Options(statements=False)
LEAD = "The bridge of Pell is to be closed for a year, the town council decided on Monday evening."


def pieces(text: str, speakers: list[str | None]) -> tuple[Quote, ...]:
    """The quotations of a paragraph between straight marks, each by a speaker named before or behind it."""
    inner = [part for number, part in enumerate(text.split('"')) if number % 2]
    found, position = [], 0
    for number, (part, speaker) in enumerate(zip(inner, speakers, strict=True)):
        position = text.index(part, position)
        at = text.index(speaker) if speaker else 0
        mention = Span(at, at + len(speaker), speaker) if speaker else None
        found.append(Quote(Span(position, position + len(part), part), 1, number, mention, speaker))
        position += len(part)
    return tuple(found)


@pytest.mark.parametrize(
    ("text", "speakers", "statements", "reason"),
    [
        ('"We came," Dora Finch said. "And we saw."', ["Dora Finch"] * 2, 1, "nothing but who says it"),
        ('"We came," said Mr. Finch, of Pell. "We saw."', ["Finch"] * 2, 1, "a stop behind a title"),
        ('"We came," Finch said, "and we saw."', ["Finch"] * 2, 1, "the sentence goes on"),
        ('"We came," Finch said. The hall was full. "We saw."', ["Finch"] * 2, 2, "another sentence"),
        ('"We came," Finch told Brandt. "You saw."', ["Finch", "Brandt"], 2, "another speaker"),
        ('"We came," it was said. "We saw."', [None, None], 2, "nobody is known to speak"),
        (f'"{"word " * 80}," Finch said. "{"word " * 40}."', ["Finch"] * 2, 2, "it would be a speech"),
    ],
)
def test_what_goes_on_behind_its_attribution_is_one_statement(
    text: str, speakers: list[str | None], statements: int, reason: str
) -> None:
    found = joined(pieces(text, speakers), text)
    assert len({quote.statement for quote in found}) == statements, reason
    assert [quote.span for quote in found] == [quote.span for quote in pieces(text, speakers)]


@pytest.mark.model
def test_a_divided_statement_is_shown_as_one_quotation_whose_parts_can_be_traced() -> None:
    text = (
        f"{LEAD}\n\n“The bridge has carried us for a hundred years,” Dora Finch said. "
        "“Now it is our turn to carry the bridge.”\n\nThe work begins in the spring of next year."
    )
    article = Article(text, "A year without a bridge")
    found = analyse(article, options=PAGE)
    record = compose(article, found, Registry(), path="articles/x.txt", sha256="0" * 64, fingerprint="0" * 32)
    (statement,) = record.quotes
    assert statement.shown == (
        "The bridge has carried us for a hundred years […] Now it is our turn to carry the bridge."
    )
    assert [text[part.start : part.end] for part in statement.passages] == [
        "The bridge has carried us for a hundred years",
        "Now it is our turn to carry the bridge.",
    ]
    assert len({quote.statement for quote in found.quotes}) == 2, "the filter still tells them apart"


@pytest.mark.model
def test_a_speaker_without_a_name_is_called_what_the_article_calls_them() -> None:
    text = (
        f"{LEAD}\n\n“The bridge has carried us for a hundred years, and it is tired,” a spokesman said.\n\n"
        "The work begins in the spring of next year, and will take until winter."
    )
    article = Article(text, "A year without a bridge")
    record = compose(
        article,
        analyse(article, options=PAGE),
        Registry(),
        path="articles/x.txt",
        sha256="0" * 64,
        fingerprint="0" * 32,
    )
    assert [(said.speaker, said.role) for said in record.quotes] == [(None, "a spokesman")]

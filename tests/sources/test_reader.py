"""What a contributor sees when an article file is read, and when it cannot be."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BriefingError, FrontMatterError
from generator.sources import MAX_PIECES, Metadata, read_article
from generator.sources.reader import MAX_BYTES

UNUSABLE = [
    (b"", "a.txt: it is empty; paste the article into it, or delete the file"),
    (b" \n\n", "a.txt: it is empty; paste the article into it, or delete the file"),
    (b"ab\x00cd", "a.txt: it is a binary file, not text; save the story as .txt or .md or .html or .htm"),
    (
        b"x" * (MAX_BYTES + 1),
        "a.txt: it has more than 5,000,000 bytes; keep the story alone, without pictures and markup",
    ),
    (
        b"word " * (MAX_PIECES + 1),
        "a.txt: it is longer than any news story (30,000 words and marks, 600,000 characters, 10,000 lines); "
        "keep the story alone, or divide it",
    ),
    (
        b"_" * (MAX_PIECES + 1),
        "a.txt: it is longer than any news story (30,000 words and marks, 600,000 characters, 10,000 lines); "
        "keep the story alone, or divide it",
    ),
    (
        b"x" * 600_001,
        "a.txt: it is longer than any news story (30,000 words and marks, 600,000 characters, 10,000 lines); "
        "keep the story alone, or divide it",
    ),
    (
        b"a\n" * 10_001,
        "a.txt: it is longer than any news story (30,000 words and marks, 600,000 characters, 10,000 lines); "
        "keep the story alone, or divide it",
    ),
    (
        b"---\ntitle: A\n#" + b" " * 500_000 + b"\n---\ntext",
        "a.txt:1: the front matter has more than 500,000 characters; "
        "keep what is known of the source, and the corrections",
    ),
    (
        b"---\ncorrections: {entities: {drop: [" + b"a, " * 101 + b"]}}\n---\ntext",
        "a.txt: front matter: corrections.entities.drop: no more than 100 of them; "
        "the fields are title, published, outlet, url, author, language, corrections",
    ),
    (
        b"---\ncorrections: {entities: {add: [{name: " + b"a" * 201 + b", type: person}]}}\n---\ntext",
        "a.txt: front matter: corrections.entities.add.0.name: no more than 200 characters; "
        "the fields are title, published, outlet, url, author, language, corrections",
    ),
    (
        b"---\ntitle: A\n---\n",
        "a.txt: it has no text; paste the article below its front matter, or delete the file",
    ),
    (b"---\ntitle: A\n", "a.txt:1: the front matter is not closed; add a line --- below its last field"),
    (
        b"---\ntitle: [A\n---\ntext",
        "a.txt:3: not valid YAML (did not find expected ',' or ']'); "
        "mend this line, or put the value in quotation marks",
    ),
    (
        b"---\n- title\n---\ntext",
        "a.txt:2: it is not a list of “field: value” lines; "
        "mend this line, or put the value in quotation marks",
    ),
    (
        b"---\ntitle: A\ntitle: B\n---\ntext",
        "a.txt:3: not valid YAML (title is given twice); mend this line, or put the value in quotation marks",
    ),
    (
        b"---\ntitle: &a A\nauthor: *a\n---\ntext",
        "a.txt:3: not valid YAML (aliases (*name) are not allowed); "
        "mend this line, or put the value in quotation marks",
    ),
    (
        b"---\ntitle: " + b"[" * 100_000 + b"\n---\ntext",
        "a.txt:2: not valid YAML (nested too deep); mend this line, or put the value in quotation marks",
    ),
    (
        b"---\ntitle: A\npublished: 2024-02-30\n---\ntext",
        "a.txt:3: there is no such day or time as 2024-02-30; "
        "write a date as 2024-01-31, or leave the field out",
    ),
    (
        b"---\ndate: 2024-01-31\n---\ntext",
        "a.txt: front matter: date: unknown field (did you mean “published”?); "
        "the fields are title, published, outlet, url, author, language, corrections",
    ),
    (
        b"---\ntitel: A\n---\ntext",
        "a.txt: front matter: titel: unknown field (did you mean “title”?); "
        "the fields are title, published, outlet, url, author, language, corrections",
    ),
    (
        b"---\ntitle: 7\npublished: 2016\nurl: javascript:alert(1)\nlanguage: English\n---\ntext",
        "a.txt: front matter: title: write text, in quotation marks if need be; "
        "published: write a date as 2024-01-31 or 2024-01-31T09:30:00Z; "
        "url: write a web address that begins with https:// or http://; "
        "language: write a language as two letters, such as en; "
        "the fields are title, published, outlet, url, author, language, corrections",
    ),
]


@pytest.mark.parametrize(("data", "message"), UNUSABLE, ids=[message[:50] for _, message in UNUSABLE])
def test_a_file_that_cannot_be_used_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(BriefingError) as caught:
        read_article(data, "a.txt")
    assert str(caught.value) == message


def test_python_objects_in_yaml_are_never_made() -> None:
    with pytest.raises(BriefingError, match="not valid YAML"):
        read_article(b"---\ntitle: !!python/object/apply:os.system ['exit 1']\n---\ntext", "a.txt")


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("title: A", Metadata()),
        ("published: 2024-01-31", Metadata(published=dt.date(2024, 1, 31))),
        ("published: '2024-01-31'", Metadata(published=dt.date(2024, 1, 31))),
        (
            "published: 2024-01-31T09:30:00Z",
            Metadata(published=dt.datetime(2024, 1, 31, 9, 30, tzinfo=dt.UTC)),
        ),
        (
            "url: https://www.example.org/1",
            Metadata(domain="example.org", url="https://www.example.org/1"),
        ),
        ("author: ''\noutlet: '  '", Metadata()),
        ("outlet: The Courier\nauthor: 'A: B'", Metadata(outlet="The Courier", author="A: B")),
    ],
)
def test_front_matter_states_what_is_known(head: str, known: Metadata) -> None:
    assert read_article(f"---\n{head}\n---\nThe text.".encode(), "a.txt").metadata == known


def test_a_source_line_tells_where_the_text_comes_from_and_is_no_part_of_it() -> None:
    article = read_article(b"A headline\n\nThe story.\n\nsource: www.Example.org", "a.txt")
    assert article.metadata.domain == "example.org"
    assert article.metadata.url is None
    assert [article.text[p.start : p.end] for p in article.paragraphs] == ["The story."]


def test_what_the_front_matter_says_of_the_address_wins_over_the_source_line() -> None:
    data = b"---\nurl: https://a.example/1\n---\nThe story goes on.\nsource: b.example"
    assert read_article(data, "a.txt").metadata.domain == "a.example"


def test_the_text_of_an_article_is_never_rewritten() -> None:
    text = "A headline\r\n\r\n  “Odd”\u00a0spaces\tstay. \n\nREAD MORE: Another story\n"
    assert read_article(b"\xef\xbb\xbf" + text.encode(), "a.md").text == text
    assert read_article(f"---\ntitle: T\n---\n{text}".encode(), "a.md").text == text


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_one_clear_line(data: bytes) -> None:
    problems = []
    try:
        read_article(data, "a.txt")
    except BriefingError as error:
        problems.append(str(error))
    assert all(problem.startswith("a.txt") and "\n" not in problem for problem in problems)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("title: Moon: a visit", "a colon and a space inside a value"),
        ("title:\t@moon", "a tab, or a value that begins with @, ` or %"),
        ("title: A\nMoon", "a line without “field: value”"),
    ],
)
def test_what_goes_wrong_most_in_front_matter_is_told_in_plain_words(line: str, told: str) -> None:
    with pytest.raises(FrontMatterError) as caught:
        read_article(f"---\n{line}\nurl: https://a.example/\n---\nText of the story.\n".encode(), "a.md")
    assert caught.value.problem == f"not valid YAML ({told})"


@pytest.mark.parametrize(
    ("stated", "author"),
    [("By Ada Roe", "Ada Roe"), ("BY ADA ROE", "ADA ROE"), ("Byron Lund", "Byron Lund"), ("By", "By")],
)
def test_a_byline_is_stated_with_or_without_its_first_word(stated: str, author: str) -> None:
    data = f"---\nauthor: {stated}\n---\nA bridge was opened.".encode()
    assert read_article(data, "a.txt").metadata.author == author

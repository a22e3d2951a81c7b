"""Text from an article shows as text, whatever it holds."""

from __future__ import annotations

import html
import re
from pathlib import Path
from xml.etree import ElementTree

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.publish.markdown import environment, escape, link, quoted
from generator.sources import split_front_matter

EXTENSIONS = ["attr_list", "toc", "tables", "def_list", "footnotes", "admonition", "abbr", "md_in_html"]
"""Those of mkdocs.yml, and others that an archive may turn on."""
ANY = st.text(st.characters(), max_size=60)
ACTIVE = st.text(st.sampled_from(list("*_`[](){}<>#+-.!|~^=:&;\\\"'/ \n\t1ax\x02\x03\u202e")), max_size=40)
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](https://evil.example/x.png)",
    "{: onclick=alert(1) }",
    "{ #id .class onmouseover=alert(1) }",
    "# not a heading",
    "1. not a list",
    "- not a list",
    "> not a quotation",
    "!!! note",
    "``` code",
    "    code",
    "a\n===",
    "*[HTML]: Hyper",
    "[^1]: foot",
    "--8<-- 'file'",
    "{{ config }} {% raw %}",
    "&lt;b&gt; &amp; &#60;",
    "https://evil.example <https://evil.example>",
    "a | b\n--|--\n1 | 2",
    "\x02klzzwxh:0001\x03",
    "term\n:   definition",
    "---",
    ":smile:",
]


def shown(text: str) -> str:
    """The words that a browser shows for `text`, on one line: controls and half letters are white space."""
    unseen = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
    return " ".join(re.sub(unseen, " ", text).split())


def rendered(source: str) -> ElementTree.Element:
    """The HTML of a Markdown text as a tree; the snippet must be well-formed."""
    text = markdown.markdown(source, extensions=EXTENSIONS)
    return ElementTree.fromstring(f"<div>{text}</div>")  # noqa: S314  our own output


@pytest.mark.parametrize("text", HOSTILE)
@given(more=ACTIVE)
def test_text_stays_text_in_a_paragraph(text: str, more: str) -> None:
    for value in (text, text + more, more + text, more):
        tree = rendered(f"before {escape(value)} after")
        assert [element.tag for element in tree.iter()] == ["div", "p"]
        assert tree.find("p").attrib == {}
        assert " ".join("".join(tree.itertext()).split()) == f"before {shown(value)} after".replace("  ", " ")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_at_the_start_of_a_line(text: str) -> None:
    tree = rendered(f"{escape(text)}\n")
    assert [element.tag for element in tree.iter()] == ["div", "p"]
    assert "".join(tree.itertext()).strip() == shown(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_in_a_heading_and_a_list(text: str) -> None:
    tree = rendered(f"# {escape(text)}\n\n- {escape(text)}\n")
    assert [element.tag for element in tree.iter()] == ["div", "h1", "ul", "li"]
    assert [" ".join("".join(element.itertext()).split()) for element in tree.iter("li")] == [shown(text)]


@given(ACTIVE, st.text(max_size=30))
@example(label="", end="&0;")
@example(label="", end="''")
def test_a_link_goes_where_it_says_and_nowhere_else(label: str, end: str) -> None:
    target = "https://a.example/" + end.encode("utf-8", "replace").decode()
    tree = rendered(f"x {link(label, target)} x")
    links = list(tree.iter("a"))
    assert len(links) == 1
    assert links[0].attrib.keys() == {"href"}
    assert links[0].attrib["href"].startswith("https://a.example/")
    assert " ".join("".join(links[0].itertext()).split()) == shown(label)


@given(ANY, ANY)
@example("{: .x }", "{: onclick=alert(1) }")
@example("a\n\n{: #x }", "\u2028# a")
@example("\x02klzzwxh:0000\x03", "\x02amp\x03")
@example("1\u0661. a", "&#x3c;b&#x3e;")
def test_any_text_stays_text_wherever_a_page_may_show_it(one: str, other: str) -> None:
    """In a heading, a paragraph, emphasis, a quotation, a list, a link's label, a definition and a table."""
    first, second = escape(one), escape(other)
    lines = [f"# a {first}", "", f"a {first} b *{second}x*", "", f"> a {second}", "", f"- a {first}"]
    lines += [f"- [x {second}](b.md) a", "", f"a {first}", f":   a {second}", "", "a | b", "--|--"]
    tree = rendered("\n".join([*lines, f"a {first} | a {second}", "", f"{first or 'x'}", ""]))
    tags = " ".join(element.tag for element in tree.iter())
    table = "table thead tr th th tbody tr td td"
    assert tags == f"div h1 p em blockquote p ul li li a dl dt dd {table} p"
    attributes = [(e.tag, key) for e in tree.iter() for key in e.attrib if (e.tag, key) != ("h1", "id")]
    assert attributes == [("a", "href")]
    found = [
        "".join("".join(part.itertext()).split()) for part in tree.iter() if part.tag in {"h1", "td", "dd"}
    ]
    a, b = ("".join(f"a {shown(text)}".split()) for text in (one, other))
    assert found == [a, b, a, b]


def test_a_template_escapes_every_value_that_is_no_markdown_yet(tmp_path: Path) -> None:
    (tmp_path / "a.md.j2").write_text(
        "{% macro bold(x) %}**{{ x }}**{% endmacro %}"
        "{{ value }} {{ bold(value) }} {{ value | link('b.md') }} {{ 1 }}"
    )
    assert (
        environment([tmp_path]).get_template("a.md.j2").render(value="*x*")
        == r"\*x\* **\*x\*** [\*x\*](b.md) 1"
    )


@given(st.text(max_size=60))
def test_escaped_text_is_one_line_without_anything_html(text: str) -> None:
    source = escape(text)
    assert "\n" not in source
    assert "<" not in source
    assert html.unescape(re.sub(r"\\(.)", r"\1", source)).isprintable() or text


@pytest.mark.parametrize("text", [*HOSTILE, 'a "b" \\ c', "title: x\n---\nowned: 1", "’é😀"])
def test_a_name_in_front_matter_is_one_value(text: str) -> None:
    fields, body = split_front_matter(f"---\ntitle: {quoted(text)}\n---\nbody", "a.md")
    assert fields == {"title": shown(text)}
    assert body == "body"

"""The YAML of front matter, settings and registry: what is read, with its line, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import FrontMatterError
from generator.sources import dump_yaml, load_yaml, read_tree, yaml_line, yaml_tree
from generator.sources.yaml_tree import YamlError, line_of


def plain(node: yaml.Node | None) -> object:
    """A tree as lists, tuples of pairs and texts, each text with its line."""
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return tuple((plain(key), plain(value)) for key, value in node.value)
    return (node.value, line_of(node)) if node else None


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: b", ((("a", 1), ("b", 1)),)),
        ("a: 1\na: 2", ((("a", 1), ("1", 1)), (("a", 2), ("2", 2)))),
        ("- a\n- [b,\n c]", [("a", 1), [("b", 2), ("c", 3)]]),
        ("a: >-\n  two\n  lines\nb:", ((("a", 1), ("two lines", 1)), (("b", 4), ("", 4)))),
        ("---\na\n...\n", ("a", 2)),
        ("", None),
        ("# nothing", None),
    ],
)
def test_each_value_is_kept_as_it_is_written_with_its_line(text: str, tree: object) -> None:
    assert plain(read_tree(text)) == tree


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-01-31", dt.date(2024, 1, 31)),
        ("yes", True),
        ("~", None),
        ("", None),
        ('"~"', "~"),
        ("0x1f", 31),
        ("!!str 7", "7"),
        ("[1, {b: .5}]", [1, {"b": 0.5}]),
        ("{<<: {b: 1}, c: 2}", {"b": 1, "c": 2}),
    ],
)
def test_a_value_is_read_as_yaml_types_it(text: str, value: object) -> None:
    assert load_yaml(f"a: {text}", "a.yml") == {"a": value}


PLAIN = "mend this line, or put the value in quotation marks"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: &x b\nc: *x", f"2: not valid YAML (aliases (*name) are not allowed); {PLAIN}"),
        ("a:\n" + " " + "[" * 20 + "]" * 20, f"2: not valid YAML (nested too deep); {PLAIN}"),
        ("a: b: c", f"1: not valid YAML (a colon and a space inside a value); {PLAIN}"),
        ("a: é\nb: @c", f"2: not valid YAML (a tab, or a value that begins with @, ` or %); {PLAIN}"),
        ("a: b\n---\n\nc", f"2: not valid YAML (a second document begins (---)); {PLAIN}"),
        ("a:\n  - b: 1\n    b: 2", f"3: not valid YAML (b is given twice); {PLAIN}"),
        ("a: éé\nb: \x07", "2: a character that YAML does not allow; delete it"),
        ("a: é\nb: \ud800", "2: a character that YAML does not allow; delete it"),
        ("\n? [a]\n: b", f"2: not valid YAML (found unhashable key); {PLAIN}"),
        ("\n1: b", f"1: it is not a list of “field: value” lines; {PLAIN}"),
        ("b:\n- 2024-02-30", "2: there is no such day or time as 2024-02-30; "
            "write a date as 2024-01-31, or leave the field out"),
        ("\na: !!bool maybe", f"2: not valid YAML (“maybe” is no bool); {PLAIN}"),
        ("\na: !!float b", f"2: not valid YAML (“b” is no float); {PLAIN}"),
        ("\na: !!int ''", f"2: not valid YAML (“” is no int); {PLAIN}"),
        ("\na: " + "7" * 5000, f"2: not valid YAML (“{'7' * 40}” is no int); {PLAIN}"),
        ("\na: 1" + ":00" * 400 + ".5", f"2: not valid YAML (“1{':00' * 13}” is no float); {PLAIN}"),
        ("a: !!timestamp soon", "1: there is no such day or time as soon; "
            "write a date as 2024-01-31, or leave the field out"),
        ("a:\n  !!python/object:x.Y {}", "2: not valid YAML (could not determine a constructor for the tag "
            f"'tag:yaml.org,2002:python/object:x.Y'); {PLAIN}"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml_tree._LOADER])
def test_what_cannot_be_read_is_told_with_its_line_by_either_parser(
    text: str, message: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_tree, "_LOADER", loader)
    with pytest.raises(FrontMatterError) as caught:
        load_yaml(text, "a.yml")
    assert str(caught.value) == f"a.yml:{message}"


def test_a_text_that_is_too_long_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "MAX_LETTERS", 9)
    assert read_tree("a: [b, c]")
    with pytest.raises(YamlError, match="more than 9 characters"):
        read_tree("a: [b, cd]")
    assert yaml_line("a: [b, cd]", ["a"]) is None


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_text_may_nest_as_deep_as_is_said(depth: int) -> None:
    text = "[" * depth + "a" + "]" * depth
    assert read_tree(text, max_depth=depth)
    with pytest.raises(YamlError, match="nested too deep"):
        read_tree(text, max_depth=depth - 1)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.dates() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES, max_size=4))
def test_what_is_written_reads_back_the_same_with_the_same_lines_by_either_parser(
    fields: dict[str, object],
) -> None:
    text = dump_yaml(fields)
    assert load_yaml(text, "a.yml") == fields
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_tree, "_LOADER", yaml.SafeLoader)
        by_python = plain(read_tree(text))
    assert by_python == plain(read_tree(text))


@given(st.text(alphabet="ab:-?[]{},#&*!|>'\"%@` \n\t\r.~<=\x85\u2028\ufeff\0", max_size=30))
def test_any_text_has_fields_or_one_clear_fault(text: str) -> None:
    try:
        load_yaml(text, "a.yml")
    except FrontMatterError as error:
        assert 1 <= (error.line or 0) <= len(text.splitlines()) + 1  # noqa: PT017  most texts are faulty

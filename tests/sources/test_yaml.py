"""The YAML of front matter and registry: what is read, with its line, and what is refused."""

from __future__ import annotations

import pytest
import yaml

from generator.sources.yaml_tree import Fields, Items, Scalar, read_tree


def plain(node: object) -> object:
    """A tree as lists, tuples of pairs and texts."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return (
        tuple((plain(key), plain(value)) for key, value in node.pairs) if isinstance(node, Fields) else node
    )


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: b", (("a", "b"),)),
        ("a: 1\na: 2", (("a", "1"), ("a", "2"))),
        ("a: 2024-01-31", (("a", "2024-01-31"),)),
        ("a: yes", (("a", "yes"),)),
        ("a: ~", (("a", None),)),
        ("a:", (("a", None),)),
        ('a: "~"', (("a", "~"),)),
        ("- a\n- [b, {c: d}]", ["a", ["b", (("c", "d"),)]]),
        ("a: !!python/object:x.Y {}", (("a", ()),)),
        ("a: >-\n  two\n  lines", (("a", "two lines"),)),
        ("", None),
        ("# nothing", None),
        ("a\n---\nb", "a"),
    ],
)
def test_values_are_texts_and_nothing_is_made_of_them(text: str, tree: object) -> None:
    assert plain(read_tree(text, max_depth=4)) == tree


def test_each_value_knows_its_line() -> None:
    tree = read_tree("a: b\nc:\n  - d\n  - e", max_depth=4)
    assert isinstance(tree, Fields)
    (_, first), (key, items) = tree.pairs
    assert isinstance(items, Items)
    assert (tree.line, first.line, key.line, [item.line for item in items.items]) == (1, 1, 2, [3, 4])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &x b\nc: *x", "aliases"),
        ("[[[[[a]]]]]", "nested too deep"),
        ("a: [b", "expected"),
        ("a: b: c", "mapping values"),
        ("\tb: c", "cannot start any token"),
    ],
)
def test_what_is_no_plain_yaml_is_refused_with_its_line(text: str, problem: str) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        read_tree(text, max_depth=4)
    assert problem in f"{caught.value.problem} {caught.value.context}"
    assert caught.value.problem_mark or caught.value.context_mark


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_text_may_nest_as_deep_as_is_said(depth: int) -> None:
    text = "[" * depth + "a" + "]" * depth
    assert read_tree(text, max_depth=depth)
    with pytest.raises(yaml.MarkedYAMLError):
        read_tree(text, max_depth=depth - 1)

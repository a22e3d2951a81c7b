"""From the bytes of a file to its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.decoding import LATE, decode


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("iso-8859-1", "cp1252", "“é”"),
        ("us-ascii", "cp1252", "“é”"),
        ("iso-8859-9", "cp1254", "“ş”"),
        ("iso-8859-2", "iso-8859-2", "ő"),
        ("iso-8859-11", "cp874", "“ก”"),
        ("windows-1251", "cp1251", "мост"),
        ("koi8-r", "koi8-r", "мост"),
        ("gbk", "gb18030", "㐀"),
        ("shift_jis", "cp932", "①"),
        ("euc-kr", "cp949", "똠"),
        ("utf-8", "cp1252", "“é”"),
        ("utf-16", "cp1252", "“é”"),
    ],
)
def test_what_a_page_declares_is_read_as_browsers_read_it(declared: str, encoding: str, text: str) -> None:
    head = f'<meta charset="{declared}">'
    assert decode(head.encode() + text.encode(encoding), is_page=True) == head + text


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ('<?xml version="1.0" encoding="iso-8859-2"?>', "ő"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', "ő"),
        ("<META CHARSET=iso-8859-2>", "ő"),
        ("<head>" + "<!-- a -->" * 60 + '<meta charset="iso-8859-2">', "ő"),
        ("x" * LATE + '<meta charset="iso-8859-2">', "õ"),
        ("", "õ"),
    ],
    ids=["XML", "http-equiv", "capitals", "far down in the head", "too far down", "nothing"],
)
def test_an_encoding_is_declared_near_the_beginning(head: str, text: str) -> None:
    assert decode(head.encode() + "ő".encode("iso-8859-2"), is_page=True) == head + text


def test_a_text_declares_nothing() -> None:
    text = '<meta charset="iso-8859-2">é'
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_is_known_without_a_mark(encoding: str) -> None:
    assert decode("A bridge opens.".encode(encoding)) == "A bridge opens."


def test_a_byte_that_slipped_into_utf8_does_not_change_the_rest() -> None:
    assert decode("“Ája” é".encode() + "–".encode("cp1252")) == "“Ája” é–"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_and_is_no_text(encoding: str) -> None:
    assert decode("“é”".encode(encoding)) == "“é”"


@given(st.binary(max_size=80), st.booleans())
def test_any_bytes_have_a_text(data: bytes, is_page: bool) -> None:
    assert isinstance(decode(data, is_page=is_page), str)

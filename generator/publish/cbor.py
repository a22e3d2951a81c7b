"""CBOR (RFC 8949), as far as Pagefind's files need it: whole numbers from 0, texts, lists."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "int | str | list[Value]"

_NUMBER, _TEXT, _LIST = 0, 3, 4
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}


def load(data: bytes) -> Value:
    """The value that `data` holds. Raises ValueError if it holds anything else than the values above."""
    value, end = _value(data, 0)
    if end != len(data):
        raise ValueError(f"{len(data) - end} bytes behind the value")
    return value


def dump(value: Value) -> bytes:
    """The shortest form of a value."""
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode("utf-8")
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(value)) + b"".join(map(dump, value))


def _value(data: bytes, at: int) -> tuple[Value, int]:
    """The value that begins at a byte, and where it ends."""
    kind, size, at = _number(data, at)
    if kind == _NUMBER:
        return size, at
    if kind == _TEXT and at + size <= len(data):
        return data[at : at + size].decode("utf-8"), at + size
    if kind == _LIST and at + size <= len(data):  # a value takes a byte at least
        values: list[Value] = []
        for _ in range(size):
            value, at = _value(data, at)
            values.append(value)
        return values, at
    raise ValueError(f"no number, text or list before byte {at}")


def _number(data: bytes, at: int) -> tuple[int, int, int]:
    """The kind of a value, its number or size, and where that ends."""
    if at >= len(data):
        raise ValueError("the value is cut off")
    kind, short = data[at] >> 5, data[at] & 31
    if short < min(_WIDTHS):
        return kind, short, at + 1
    end = at + 1 + _WIDTHS.get(short, len(data))
    if end > len(data):
        raise ValueError(f"no size at byte {at}")
    return kind, int.from_bytes(data[at + 1 : end], "big"), end


def _head(kind: int, number: int) -> bytes:
    if number < min(_WIDTHS):
        return bytes([kind << 5 | number])
    short, width = next(pair for pair in _WIDTHS.items() if number < 1 << 8 * pair[1])
    return bytes([kind << 5 | short]) + number.to_bytes(width, "big")

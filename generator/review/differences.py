"""What differs between two states of a briefing, by meaning: what a reader of the page would notice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.archive import Record, Statement

KINDS = {
    "new": "a briefing that was not there",
    "gone": "a briefing that is not there any more",
    "title": "the title",
    "date": "the date of publication",
    "source": "outlet, address, author or language",
    "summary": "the sentences of the bottom line",
    "quotations": "which quotations and reported statements are shown, or their words",
    "speakers": "who says a statement, or in what role",
    "names": "who and what is named, the types, or the names that stand first",
    "markup": "the page around the same words",
    "provenance": "only what the briefing was made from: no reader sees a difference",
}
"""The kinds of difference, in the order in which a report tells them."""

_LETTERS = 160


@dataclass(frozen=True)
class Difference:
    """One thing that differs: the briefing's file, the kind, and what it was and is in a few words."""

    path: str
    kind: str
    told: str


def differences(
    path: str, old: Record | None, new: Record | None, *, same_page: bool = True
) -> Iterator[Difference]:
    """Yield what differs between a briefing's states; None is a briefing that is not there.

    `same_page` tells that the pages are alike apart from what the records say.
    """
    if old is None or new is None:
        record = new or old
        if record:
            yield Difference(path, "new" if old is None else "gone", record.title)
        return
    found = [Difference(path, kind, told) for kind, told in _compared(old, new)]
    if not found and not same_page:
        found = [Difference(path, "markup", new.title)]
    if not found and old != new:
        found = [Difference(path, "provenance", new.title)]
    yield from found


def _compared(old: Record, new: Record) -> Iterator[tuple[str, str]]:
    if old.title != new.title:
        yield "title", _was_is(old.title, new.title)
    if old.published != new.published:
        yield "date", _was_is(str(old.published or "unknown"), str(new.published or "unknown"))
    for field in ("outlet", "domain", "url", "author", "language"):
        before, after = getattr(old.source, field), getattr(new.source, field)
        if before != after:
            yield "source", f"{field} {_was_is(before or 'unknown', after or 'unknown')}"
    yield from _sets("summary", [part.shown for part in old.summary], [part.shown for part in new.summary])
    words = [[said.shown for said in record.statements] for record in (old, new)]
    yield from _sets("quotations", *words)
    yield from _speakers(old.statements, new.statements)
    yield from _sets("names", _names(old), _names(new))


def _sets(kind: str, old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what only one of two lists has; if they have the same in another order, that."""
    for text in old:
        if text not in new:
            yield kind, f"- {_short(text)}"
    for text in new:
        if text not in old:
            yield kind, f"+ {_short(text)}"
    if old != new and sorted(old) == sorted(new):
        yield kind, "in another order"


def _speakers(old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    before = {said.shown: _said_by(said) for said in old}
    for said in new:
        was = before.get(said.shown)
        if was is not None and was != _said_by(said):
            yield "speakers", f"“{_short(said.shown, 60)}” {_was_is(was, _said_by(said))}"


def _said_by(said: Statement) -> str:
    return ", ".join(filter(None, (said.speaker or "unknown", said.role)))


def _names(record: Record) -> list[str]:
    tags = set(record.tags)
    return [
        f"{named.name} ({kind}{', a tag' if named.name in tags else ''})"
        for kind, group in record.entities.items()
        for named in group
    ]


def _was_is(old: str, new: str) -> str:
    return f"was {_short(old)}, is {_short(new)}"


def _short(text: str, letters: int = _LETTERS) -> str:
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[: letters - 1]}…"


def told(found: Iterable[Difference], *, compared: int, examples: int) -> Iterator[str]:
    """Yield the lines of a report, as Markdown that reads well as text: how many, of what kind, examples."""
    by_kind: defaultdict[str, list[Difference]] = defaultdict(list)
    for one in found:
        by_kind[one.kind].append(one)
    changed = {one.path for kind, group in by_kind.items() if kind != "provenance" for one in group}
    yield f"{len(changed):,} of {compared:,} briefings differ for their readers."
    for kind, meaning in KINDS.items():
        group = by_kind.get(kind, [])
        if not group:
            continue
        files = Counter(one.path for one in group)
        yield ""
        yield f"## {kind}: {len(files):,} ({meaning})"
        yield ""
        shown = group[:examples] if kind != "provenance" else []
        yield from (f"- `{one.path}`: {one.told}" for one in shown)
        if shown and len(group) > len(shown):
            yield f"- … and {len(group) - len(shown):,} more"

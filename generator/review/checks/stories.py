"""Stories that the archive has twice: named as hints, since papers may print the same one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.archive import (
    Duplicate,
    Memo,
    Record,
    Signature,
    SourceFile,
    alike,
    find_duplicate,
    stored_signatures,
)
from generator.review.findings import Finding


def duplicates(some: Sequence[SourceFile], all_files: Sequence[SourceFile], memo: Memo) -> Iterator[Finding]:
    """Yield a hint for each of `some` articles that another one resembles, naming the one most alike.

    Of two that are both among `some`, the later in the order of their paths is the one that is told.
    """
    by_path = {file.path: file for file in all_files}
    told = {file.path for file in some}
    others: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in alike(some, all_files):
        later = max(one, other) if other in told else one
        others[later].add(other if later == one else one)
    known: dict[str, Signature] = {}
    for path in sorted(others):
        missing = [by_path[name] for name in (path, *sorted(others[path])) if name not in known]
        known |= dict(stored_signatures(missing, memo))
        if path in known:
            among = [(name, known[name]) for name in sorted(others[path]) if name in known]
            found = find_duplicate(known[path], among)
            if found:
                yield _hint(path, found)


def _hint(path: str, found: Duplicate) -> Finding:
    share = round(100 * found.share)
    return Finding(
        kind="duplicate",
        file=path,
        problem=f"the archive has this story: {found.path} ({share}% of the shorter text is the same)",
        remedy="delete one of the two articles, unless both belong here",
        hint=True,
    )


def same_addresses(records: Iterable[Record], others: Iterable[SourceFile]) -> Iterator[Finding]:
    """Yield a hint for each article whose address another has: among the records, or in one of `others`."""
    first: dict[str, str] = {}
    for record in records:
        url, path = record.source.url, record.source.article
        if url and first.setdefault(url, path) != path:
            yield _same(path, first[url], url)
    needles = [(url.encode(), path) for url, path in first.items()]
    for file in others:
        for needle, path in needles:
            if needle in file.data and _states(file.data, needle):
                yield _same(path, file.path, needle.decode())


def _states(data: bytes, url: bytes) -> bool:
    """Whether the address stands on a line of its own field, and no other address begins with it."""
    return any(
        line.partition(b":")[2].strip().strip(b"'\"") == url
        for line in data[:5000].splitlines()
        if line.startswith(b"url:")
    )


def _same(path: str, other: str, url: str) -> Finding:
    return Finding(
        kind="duplicate",
        file=path,
        field="url",
        problem=f"{other} has the same address, {url}",
        remedy="delete one of the two articles, or correct the address",
        hint=True,
    )

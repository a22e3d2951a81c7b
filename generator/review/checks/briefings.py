"""Checks that the files in `briefings/` are what the generator makes, and quote their articles verbatim."""

from __future__ import annotations

import difflib
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from generator.archive import Entry, Project, SourceFile, briefing_paths, load_record
from generator.errors import BriefingError
from generator.publish import GENERATED_FOLDERS
from generator.review.changes import Changes
from generator.review.findings import BUILD, Finding, command, of_error
from generator.sources import field_line, read_article

DIFF_LINES, DIFF_WIDTH = 8, 160
"""How much of a difference is shown."""

_KEPT = (".gitignore",)


@dataclass(frozen=True)
class Expected:
    """What the generator makes of an article: the entry, and the whole text of its briefing's file."""

    file: SourceFile
    entry: Entry
    text: str

    @property
    def path(self) -> str:
        """The briefing's file."""
        return f"briefings/{self.entry.path}"

    @property
    def rebuild(self) -> str:
        """The command that makes this briefing anew, whatever was done to it."""
        return command("briefing", "build", self.file.path)


def compare(expected: Expected, project: Project) -> Iterator[Finding]:
    """Yield whether the file of a briefing is missing, or where it first differs, and a short difference."""
    path = expected.path
    try:
        found = (project.root / path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        yield Finding(
            kind="missing",
            file=expected.file.path,
            problem=f"the briefing {path} is missing",
            remedy="let it be made, and commit it with the article",
            command=expected.rebuild,
        )
        return
    except (OSError, UnicodeDecodeError) as error:
        problem = f"it cannot be read ({type(error).__name__})"
        yield _stale(expected, problem)
        return
    if found != expected.text:
        old, new = found.splitlines(), expected.text.splitlines()
        shown = islice(difflib.unified_diff(old, new, n=0, lineterm=""), 2, 2 + DIFF_LINES)
        details = tuple(line[:DIFF_WIDTH] for line in shown) or ("only the ends of its lines differ",)
        yield _stale(expected, "it is not what the generator makes", _first_difference(old, new), details)


def _stale(
    expected: Expected, problem: str, line: int | None = None, details: tuple[str, ...] = ()
) -> Finding:
    return Finding(
        kind="stale",
        file=expected.path,
        line=line,
        problem=problem,
        details=details,
        remedy="let it be made anew, and commit it; corrections belong into the article's front matter",
        command=expected.rebuild,
    )


def _first_difference(old: list[str], new: list[str]) -> int:
    """The first line of `old`, counted from 1, that is not as in `new`."""
    same = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    return max(1, min(same + 1, len(old)))


def verbatim(expected: Expected, project: Project) -> Iterator[Finding]:
    """Yield how the front matter on disk breaks its schema, and each passage that is not the article's."""
    try:
        page = (project.root / expected.path).read_text(encoding="utf-8")
        record = load_record(page, expected.path)
    except (OSError, UnicodeDecodeError):
        return  # told by `compare`
    except BriefingError as error:
        for finding in of_error(error, kind="schema", file=expected.path):
            line = finding.line or field_line(page, (finding.field or "").split("."))
            yield Finding(
                kind="schema",
                file=expected.path,
                line=line,
                field=finding.field,
                problem=finding.problem,
                remedy="let it be made anew, and commit it",
                command=expected.rebuild,
            )
        return
    text = read_article(expected.file.data, expected.file.path).text
    for place, passage in record.places():
        if text[passage.start : passage.end] != passage.text:
            yield Finding(
                kind="verbatim",
                file=expected.path,
                line=field_line(page, [*place.split("."), "text"]),
                field=place,
                problem=f"“{_start(passage.text)}” does not stand in {expected.file.path} "
                f"at characters {passage.start} to {passage.end}",
                remedy="let it be made anew, and commit it",
                command=expected.rebuild,
            )


def strays(project: Project, slugs: Collection[str | None], made: Collection[str]) -> Iterator[Finding]:
    """Yield what lies in `briefings/` and is made from nothing.

    `slugs` are those of all articles, `made` the paths of the pages that sum up the archive.
    """
    paths = briefing_paths(project)
    yield from _of_no_article(paths, slugs)
    known = {*paths, *made, *_KEPT}
    for path in _other_files(project.briefings):
        if path not in known and not _is_old_page(path):
            yield _no_briefing(path)


def touched_strays(project: Project, slugs: Collection[str | None], changes: Changes) -> Iterator[Finding]:
    """Yield what a branch leaves in `briefings/` though it is made from nothing."""
    paths = [path for path in briefing_paths(project) if PurePosixPath(path).stem in changes.slugs]
    yield from _of_no_article(paths, slugs)
    for path in sorted(changes.paths):
        name = path.removeprefix("briefings/")
        if name != path and name not in (*paths, *_KEPT) and os.path.lexists(project.root / path):
            yield _no_briefing(name)


def _of_no_article(paths: Iterable[str], slugs: Collection[str | None]) -> Iterator[Finding]:
    """Yield which of the briefings at `paths` have no article, or share one."""
    remedy = "let it be removed; a renamed or deleted article takes its briefing with it"
    seen: set[str] = set()
    for path in paths:
        slug = PurePosixPath(path).stem
        if slug not in slugs or slug in seen:
            of = "no article makes this briefing" if slug not in slugs else "its article has another briefing"
            yield Finding(kind="stray", file=f"briefings/{path}", problem=of, remedy=remedy, command=BUILD)
        seen.add(slug)


def _no_briefing(path: str) -> Finding:
    return Finding(
        kind="stray",
        file=f"briefings/{path}",
        problem="it is no briefing, and does not belong in this folder, all of which is published",
        remedy="delete it",
        command=command("git", "rm", "-f", "--", f"briefings/{path}"),
    )


def _other_files(folder: Path) -> Iterator[str]:
    """Yield the paths of all files below a folder, links too, but hidden folders."""
    for file in sorted(folder.rglob("*")):
        if file.is_symlink() or not file.is_dir():
            yield file.relative_to(folder).as_posix()


def _is_old_page(path: str) -> bool:
    """Whether it may be a page that an earlier build made, which git ignores and the next build removes."""
    parts = PurePosixPath(path).parts
    return (
        path.endswith(".md") and len(parts) > 1 and (parts[0] in GENERATED_FOLDERS or parts[-1] == "index.md")
    )


def _start(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"

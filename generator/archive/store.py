"""What lies in an archive's folders: article files and briefing files."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.archive.memo import Memo, digest
from generator.archive.project import Project
from generator.archive.records import Record, load_record
from generator.archive.slug import article_slug, name_fault
from generator.errors import BriefingError, SlugError, SourceError
from generator.sources import MAX_BYTES, SUFFIXES

# Control characters, overrides of direction, and bytes that are no UTF-8: no page could tell its source.
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_FOLDERS = ("[0-9][0-9][0-9][0-9]", "undated")


@dataclass(frozen=True)
class SourceFile:
    """An article file: its path below the archive's folder, the slug of its briefing, and its bytes."""

    path: str
    slug: str
    data: bytes


@dataclass(frozen=True)
class StoredBriefing:
    """A briefing file: its path below `briefings/`, the digest of its bytes, and its record (None: bad)."""

    path: str
    digest: str
    record: Record | None

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return PurePosixPath(self.path).stem


def find_articles(project: Project) -> tuple[dict[str, str], dict[str, BriefingError]]:
    """The paths of all article files by slug, in their order; and why others cannot be used, by path.

    No file is read.
    """
    errors: dict[str, BriefingError] = {}
    slugs: defaultdict[str, list[str]] = defaultdict(list)
    folders: dict[str, str] = {}
    for path in _article_paths(project):
        try:
            _refuse_twin_folder(path, folders)
            slugs[_checked_slug(path, project)].append(path)
        except BriefingError as error:
            errors[path] = error
    for paths in slugs.values():
        if len(paths) > 1:
            errors |= {path: _clash(path, paths) for path in paths}
    return {slug: paths[0] for slug, paths in slugs.items() if len(paths) == 1}, errors


def read_file(project: Project, slug: str, path: str) -> SourceFile:
    """An article file; raises SourceError if it cannot be read."""
    return SourceFile(path, slug, _read(project.root / path, path))


def scan_articles(project: Project) -> tuple[list[SourceFile], dict[str, BriefingError]]:
    """Read all article files in the order of their paths; and why others cannot be used, by path."""
    paths, errors = find_articles(project)
    files = []
    for slug, path in paths.items():
        try:
            files.append(read_file(project, slug, path))
        except BriefingError as error:
            errors[path] = error
    return files, errors


def scan_briefings(project: Project, memo: Memo) -> list[StoredBriefing]:
    """All briefing files, in the order of their paths."""
    return [_stored(path, project, memo) for path in briefing_paths(project)]


def briefing_paths(project: Project) -> list[str]:
    """The sorted paths of all briefing files, below `briefings/`."""
    files = [file for folder in _FOLDERS for file in project.briefings.glob(f"{folder}/*.md")]
    return sorted(file.relative_to(project.briefings).as_posix() for file in files if file.name != "index.md")


def stray_files(project: Project, made: Collection[str]) -> list[str]:
    """The sorted paths below `briefings/` of files that are neither briefings nor pages that were `made`."""
    folders = [project.briefings, *(found for name in _FOLDERS for found in project.briefings.glob(name))]
    files = [file for folder in folders for file in folder.glob("[!.]*") if file.is_file()]
    paths = {file.relative_to(project.briefings).as_posix() for file in files}
    return sorted(paths - {*briefing_paths(project), *made})


def _stored(path: str, project: Project, memo: Memo) -> StoredBriefing:
    """Read one briefing; its YAML is parsed only if no file of the same bytes was read before."""
    try:
        data = (project.briefings / path).read_bytes()
    except OSError:
        return StoredBriefing(path, "", None)
    name = digest(data)
    try:
        known = memo.get(_record_key(name))
        record = Record.model_validate_json(known) if known else load_record(data.decode("utf-8"), path)
    except (ValueError, BriefingError):
        return StoredBriefing(path, name, None)
    if not known:
        remember(memo, name, record)
    return StoredBriefing(path, name, record)


def remember(memo: Memo, name: str, record: Record) -> None:
    """Note the record that the briefing file with the digest `name` holds."""
    memo.put(_record_key(name), record.model_dump_json(by_alias=True))


def _record_key(name: str) -> str:
    return digest("record", name)


def _article_paths(project: Project) -> Iterator[str]:
    """The paths of all files below `articles/`, but hidden ones, in order."""
    for folder, folders, names in os.walk(project.articles):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield (Path(folder) / name).relative_to(project.root).as_posix()


def _checked_slug(path: str, project: Project) -> str:
    """The slug of an article file; raises SourceError if it is no plain file of a kind that can be read."""
    file = project.root / path
    if file.is_symlink() or not file.is_file():
        raise SourceError(
            path, "it is a link or a device, not a file", "put a copy of the article in its place"
        )
    if _UNSHOWABLE.search(path):
        raise SourceError(
            path, "its name has characters that cannot be shown", "rename it after its headline"
        )
    if file.suffix.lower() not in SUFFIXES:
        raise SourceError(
            path,
            f"{file.suffix or 'a file without ending'} is not read",
            f"save it as {' or '.join(SUFFIXES)}",
        )
    fault = name_fault(PurePosixPath(path).relative_to(project.articles.name))
    if fault:
        raise SourceError(path, fault, "rename it after its headline, in small letters with hyphens")
    return article_slug(path)


def _refuse_twin_folder(path: str, folders: dict[str, str]) -> None:
    """Raise SourceError if a folder above a file differs from another in case only; remembers `folders`."""
    for folder in map(str, PurePosixPath(path).parents):
        first = folders.setdefault(folder.casefold(), folder)
        if first != folder:
            problem = f"its folder differs from {first} in capitals only, which are one on Windows and macOS"
            raise SourceError(path, problem, f"move it into {first}")


def _clash(path: str, paths: Sequence[str]) -> SlugError:
    others = ", ".join(other for other in paths if other != path)
    return SlugError(
        path, f"its briefing would have the same address as that of {others}", "rename one of them"
    )


def _read(file: Path, path: str) -> bytes:
    """The bytes of a file, one more than allowed at the most: the reader then refuses it."""
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(
            path, f"it cannot be read ({error.strerror})", "mend the file's permissions"
        ) from error

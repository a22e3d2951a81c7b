"""Pagefind's index of the built site, with the same bytes for the same pages.

Pagefind takes pages in the order in which the disk lists them, and its filters in one that changes with every
run (https://github.com/Pagefind/pagefind/issues/638). So its service is given the pages one by one, and what
it wrote of filters is put in order.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

import cbor2

from generator.archive import digest
from generator.errors import SearchError
from generator.publish.search import UNSEARCHED

if TYPE_CHECKING:
    from io import BufferedReader

SEARCHED = "data-pagefind-body"
"""The attribute of what is to be found: pages without it are left out."""

FOLDER = "pagefind"
"""Where the index lies in a site."""

ENTRY = "pagefind-entry.json"
"""The file of it that is asked for first."""

_COMPONENTS = "pagefind-component-ui.js"
_TEXT = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_WORDING = re.compile(rf"\{{placeholder:{_TEXT}(?:,\w+:{_TEXT})*\}}")
"""The wording of Pagefind's components in one language."""

_SIGNATURE = b"pagefind_dcd"
_LETTERS = 10


def index_site(folder: Path, pages: Iterable[str] | None = None) -> None:
    """Write the search index of a built site into its folder `pagefind`. Raises SearchError.

    `pages` are the paths of the pages that can be searched; by default, all that say so.
    """
    try:
        files = in_english(in_order(_indexed(folder, sorted(_pages(folder) if pages is None else pages))))
    except (ImportError, OSError) as error:
        raise SearchError("search", f"Pagefind cannot be run ({error})", "install pagefind-bin") from error
    except (ValueError, LookupError, cbor2.CBORDecodeError) as error:
        problem = f"the index that Pagefind made is not understood ({error!r})"
        raise SearchError("search", problem, 'install the locked dependencies ("make site")') from error
    shutil.rmtree(folder / FOLDER, ignore_errors=True)
    for path, data in files.items():
        file = folder / FOLDER / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _pages(folder: Path) -> list[str]:
    return [page.relative_to(folder).as_posix() for page in folder.rglob("*.html")]


def _indexed(folder: Path, pages: Iterable[str]) -> dict[str, bytes]:
    """The files of Pagefind's index of pages below a folder, by their paths."""
    from pagefind_bin import get_executable  # noqa: PLC0415  not there on platforms without a wheel

    pipe = subprocess.PIPE
    with subprocess.Popen([get_executable(), "--service"], stdin=pipe, stdout=pipe) as process:  # noqa: S603
        service = _Service(process)
        index = service.ask(type="NewIndex", config={"exclude_selectors": list(UNSEARCHED)})["index_id"]
        for path in pages:
            text = (folder / path).read_text(encoding="utf-8")
            if SEARCHED in text:
                service.ask(type="AddFile", index_id=index, file_path=path, file_contents=text)
        # "WriteFiles" answers before the files are written.
        made = service.ask(type="GetFiles", index_id=index)["files"]
    return {file["path"]: b64decode(file["content"]) for file in made}


@dataclass(frozen=True)
class _Service:
    """Pagefind at the other end of two pipes: base64 of JSON each way, a comma behind."""

    process: subprocess.Popen[bytes]

    def ask(self, **payload: Any) -> dict[str, Any]:
        """Ask for one thing, and wait for the answer. Raises SearchError if there is none, or a refusal."""
        to, back = cast("IO[bytes]", self.process.stdin), cast("BufferedReader", self.process.stdout)
        question = json.dumps({"message_id": 0, "payload": payload}).encode("ascii")
        to.write(b64encode(question) + b",")
        to.flush()
        answer = bytearray()
        while not answer.endswith(b","):
            part = back.read1(1 << 16)
            if not part:
                raise SearchError("search", "Pagefind stopped", "build again; report this if it stops again")
            answer += part
        told: dict[str, Any] = json.loads(b64decode(answer[:-1]))["payload"]
        if told["type"] == "Error":
            raise SearchError("search", f"Pagefind failed: {told.get('message')}", "report this")
        return told


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """An index with its filters and their values sorted, in files named by what they hold.

    Raises ValueError, LookupError or CBORDecodeError if the index is not as Pagefind 1.5 makes it.
    """
    ordered = dict(files)
    entry = json.loads(ordered.pop(ENTRY))
    for language, facts in entry["languages"].items():
        version, pages, words, filters, *rest = _read(ordered.pop(f"pagefind.{facts['hash']}.pf_meta"))
        sorted_filters = []
        for name, file in sorted(filters):
            values = _read(ordered.pop(f"filter/{file}.pf_filter"))[1]
            file_name, data = _packed(language, [name, sorted(values)])
            ordered[f"filter/{file_name}.pf_filter"] = data
            sorted_filters.append([name, file_name])
        facts["hash"], data = _packed(language, [version, pages, words, sorted_filters, *rest])
        ordered[f"pagefind.{facts['hash']}.pf_meta"] = data
    ordered[ENTRY] = json.dumps(entry, sort_keys=True).encode("ascii")
    return ordered


def in_english(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """An index without its components' wording in languages other than English: a third of their bytes.

    As it was, if pages are in other languages.
    """
    if not set(json.loads(files[ENTRY])["languages"]) <= {"en"}:
        return dict(files)
    script = _WORDING.sub(_english, files[_COMPONENTS].decode("utf-8"))
    return {**files, _COMPONENTS: script.encode("utf-8")}


def _english(wording: re.Match[str]) -> str:
    return wording[0] if '"Search this site"' in wording[0] else "{}"


def _read(data: bytes) -> list[Any]:
    """The list that a file of an index holds."""
    value = cbor2.loads(gzip.decompress(data).removeprefix(_SIGNATURE))
    if not isinstance(value, list):
        raise ValueError("a file holds no list")
    return value


def _packed(language: str, value: list[Any]) -> tuple[str, bytes]:
    """A name for a file that holds a list, and its bytes."""
    data = _SIGNATURE + cbor2.dumps(value)
    packed = BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:
        file.write(data)
    return f"{language}_{digest(data)[:_LETTERS]}", packed.getvalue()

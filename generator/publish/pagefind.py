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
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

import cbor2

from generator.archive import digest, write_if_changed
from generator.errors import SearchError
from generator.publish.search import UNSEARCHED

if TYPE_CHECKING:
    from io import BufferedReader

SEARCHED = "data-pagefind-body"
"""The attribute of what is to be found: pages without it are left out."""

_TEXT = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_WORDING = re.compile(rf"\{{placeholder:{_TEXT}(?:,\w+:{_TEXT})*\}}")
"""The wording of Pagefind's components in one language."""

_SIGNATURE = b"pagefind_dcd"
_LETTERS = 10


def index_site(folder: Path) -> None:
    """Write the search index of a built site into its folder `pagefind`. Raises SearchError."""
    bundle = folder / "pagefind"
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415  not there on platforms without a wheel

        shutil.rmtree(bundle, ignore_errors=True)
        command = [get_executable(), "--service"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, cwd=folder, stdin=pipe, stdout=pipe) as process:  # noqa: S603
            service = _Service(process)
            index = service.ask(type="NewIndex", config={"exclude_selectors": list(UNSEARCHED)})["index_id"]
            for page in sorted(folder.rglob("*.html")):
                text = page.read_text(encoding="utf-8")
                if SEARCHED in text:
                    path = page.relative_to(folder).as_posix()
                    service.ask(type="AddFile", index_id=index, file_path=path, file_contents=text)
            service.ask(type="WriteFiles", index_id=index, output_path=bundle.name)
        put_in_order(bundle)
        _speak_english_alone(bundle)
    except (ImportError, OSError) as error:
        raise SearchError("search", f"Pagefind cannot be run ({error})", "install pagefind-bin") from error
    except (ValueError, LookupError, cbor2.CBORDecodeError) as error:
        problem = f"the index that Pagefind wrote is not understood ({error!r})"
        raise SearchError("search", problem, 'install the locked dependencies ("make site")') from error


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


def put_in_order(bundle: Path) -> None:
    """Sort the filters of an index and their values, and name the files that hold them by what they hold.

    Raises ValueError, LookupError or CBORDecodeError if the index is not as Pagefind 1.5 writes it.
    """
    entry = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))
    for language, facts in entry["languages"].items():
        old = bundle / f"pagefind.{facts['hash']}.pf_meta"
        version, pages, words, filters, *rest = _read(old)
        ordered = sorted([name, _filter_in_order(bundle, language, file)] for name, file in filters)
        facts["hash"], data = _named(language, [version, pages, words, ordered, *rest])
        old.unlink()
        (bundle / f"pagefind.{facts['hash']}.pf_meta").write_bytes(data)
    text = json.dumps(entry, ensure_ascii=False, sort_keys=True)
    write_if_changed(bundle / "pagefind-entry.json", text, durable=False)


def _speak_english_alone(bundle: Path) -> None:
    """Take the wording in other languages out of the components: a third of their bytes."""
    languages = json.loads((bundle / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"]
    if set(languages) <= {"en"}:
        script = bundle / "pagefind-component-ui.js"
        text = script.read_text(encoding="utf-8")
        script.write_text(_WORDING.sub(_english, text), encoding="utf-8")


def _english(wording: re.Match[str]) -> str:
    return wording[0] if '"Search this site"' in wording[0] else "{}"


def _filter_in_order(bundle: Path, language: str, file: str) -> str:
    """Sort the values of a filter; the new name of its file."""
    old = bundle / "filter" / f"{file}.pf_filter"
    filter_name, values = _read(old)
    name, data = _named(language, [filter_name, sorted(values)])
    old.unlink()
    (bundle / "filter" / f"{name}.pf_filter").write_bytes(data)
    return name


def _read(file: Path) -> list[Any]:
    """The list that a file of the index holds."""
    value = cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE))
    if not isinstance(value, list):
        raise ValueError(f"{file.name} holds no list")
    return value


def _named(language: str, value: list[Any]) -> tuple[str, bytes]:
    """A name for a file that holds a list, and its bytes."""
    data = _SIGNATURE + cbor2.dumps(value)
    packed = BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:
        file.write(data)
    return f"{language}_{digest(data)[:_LETTERS]}", packed.getvalue()

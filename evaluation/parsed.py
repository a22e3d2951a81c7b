"""A cache of parsed texts on disk: tests and scorers parse no text twice.

    with parses_kept():
        analyse(article)

    python -m evaluation.parsed analyse --jsonl articles.jsonl     any command of `briefing`, with the cache

A parse is kept for the model, the versions of spaCy and thinc, `generator/analysis/parse.py`, and the texts
that are parsed together: if any of them changes, the text is parsed anew. PARSED_TEXTS names the folder
(default: `.cache/parsed` in this checkout); PARSED_TEXTS=off turns the cache off. Processes that a command
starts parse without it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property, lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from generator.analysis import parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

VARIABLE = "PARSED_TEXTS"
_load = parse.load


@contextmanager
def parses_kept(folder: Path | None = None) -> Iterator[None]:
    """Within this context the default model's parses are taken from `folder` and kept there."""
    chosen = folder or _folder()
    if chosen is None:
        yield
        return

    @lru_cache(maxsize=4)
    def load(model: str) -> Language | Parser:
        return Parser(chosen) if model == parse.DEFAULT_MODEL else _load(model)

    with patch.object(parse, "load", load):
        yield


@contextmanager
def parses_fresh() -> Iterator[None]:
    """Within this context every text is parsed, and none is kept: for made-up texts that never come again."""
    with patch.object(parse, "load", _load):
        yield


class Parser:
    """The default pipeline as `generator.analysis.parse` uses it, loaded when a text is not kept yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / _version()

    def pipe(self, texts: Iterable[str], batch_size: int) -> Iterator[Doc]:
        """The parsed texts of one article, which the model sees together."""
        from spacy.tokens import Doc  # noqa: PLC0415  takes half a second that "--help" need not wait for

        asked = list(texts)
        for kept in self._kept(asked, batch_size):
            yield Doc(_vocabulary()).from_bytes(kept)

    def _kept(self, texts: list[str], batch_size: int) -> list[bytes]:
        """What is kept of the texts; they are parsed if nothing is, or if it cannot be read."""
        import srsly  # noqa: PLC0415  as above

        file = self._folder / _digest(str(batch_size).encode(), *(text.encode() for text in texts))
        with suppress(OSError, ValueError, zlib.error):
            found: list[bytes] = srsly.msgpack_loads(zlib.decompress(file.read_bytes()))
            return found
        docs = self._language.pipe(texts, batch_size=batch_size)
        parsed = [doc.to_bytes(exclude=["tensor"]) for doc in docs]
        _write(file, zlib.compress(srsly.msgpack_dumps(parsed), 1))
        return parsed

    @cached_property
    def _language(self) -> Language:
        return _load(parse.DEFAULT_MODEL)

    def __getattr__(self, name: str) -> Any:
        """Whatever else is asked is the pipeline's."""
        return getattr(self._language, name)


def _folder() -> Path | None:
    """The folder that the environment names, or the default; None if the cache is off."""
    named = os.environ.get(VARIABLE, "")
    default = Path(__file__).parent.parent / ".cache" / "parsed"
    return None if named == "off" else Path(named) if named else default


@lru_cache(maxsize=1)
def _vocabulary() -> Vocab:
    """The vocabulary of plain English: it knows all that rules ask of a word, which is not its vector."""
    import spacy  # noqa: PLC0415  as above

    return spacy.blank("en").vocab


@lru_cache(maxsize=1)
def _version() -> str:
    """A digest of all that a parse depends on, apart from its text."""
    spec = find_spec(parse.DEFAULT_MODEL)
    folders = (spec.submodule_search_locations or ()) if spec else ()
    about = [file.read_bytes() for folder in folders for file in sorted(Path(folder).glob("*/meta.json"))]
    libraries = (version(name).encode() for name in ("spacy", "thinc"))
    return _digest(*about, *libraries, Path(parse.__file__).read_bytes())


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:32]


def _write(file: Path, content: bytes) -> None:
    """Write a file in one step, so that another process sees the whole of it or nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as part:
        part.write(content)
    Path(part.name).replace(file)


if __name__ == "__main__":
    from generator.cli import main

    with parses_kept():
        sys.exit(main(prog_name="briefing"))

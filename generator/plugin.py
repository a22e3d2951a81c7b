"""The MkDocs plugin: a thin face that refreshes the archive, and adds to the site what sums it up.

Each hook hands plain values to a function that knows nothing of MkDocs.
"""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from tqdm import tqdm

from generator.archive import (
    Index,
    Manifest,
    Moves,
    Project,
    digest,
    read_manifest,
    sweep_unfinished,
    write_if_changed,
)
from generator.errors import BriefingError, StoreError, printable
from generator.pipeline import Report, refresh_archive
from generator.publish import Site, Upkeep, known_relations
from generator.sources import Registry

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.plugins.briefings")

PROGRESS_AFTER = 1.0
"""Seconds of building after which a progress bar shows, on a terminal."""


class _NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """The settings are the archive's own, in `briefing.yml`."""


class DueFiles(Files):
    """All files of a site, of which MkDocs builds the pages that are due; links to the others hold."""

    def __init__(self, files: Iterable[File], due: set[str]) -> None:
        super().__init__(files)
        self.due = due

    def documentation_pages(self, **options: Any) -> Sequence[File]:
        """The pages to build."""
        return [file for file in self.all_pages(**options) if file.src_uri in self.due]

    def all_pages(self, **options: Any) -> Sequence[File]:
        """The pages to build and those that stay."""
        return super().documentation_pages(**options)


class Compiled(BytecodeCache):
    """The theme's templates as they were compiled for an earlier build of the same process."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Names a template; Jinja2's own key fails where a folder's name is no UTF-8."""
        return digest(name, filename or "")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is known of a template; its source is compared by Jinja."""
        if bucket.key in self.known:
            bucket.bytecode_from_string(self.known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.known[bucket.key] = bucket.bytecode_to_string()


class BriefingsPlugin(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]
    """Keeps `briefings/` up to date with `articles/`, and makes the site searchable.

    Only pages whose inputs changed are built, and put in their places at the end. Where another plugin or a
    hook may have a say in pages, or another program than MkDocs builds them, all are built as it likes.
    """

    site: Site
    report: Report | None = None
    upkeep: Upkeep | None = None
    files: DueFiles
    progress: Any = None
    compiled = Compiled()
    serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002  MkDocs names them
        """Remember whether somebody is reading while they write."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the theme's files from the archive and, where it has none of a name, from the program."""
        dirs = config.theme.dirs
        own = [str(folder) for folder in _project(config).theme if str(folder) not in dirs]
        place = 1 if config.theme.custom_dir else 0
        dirs[place:place] = own
        return config

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Tell the theme: what reloads the pages is a script inside them, which the policy would stop."""
        env.globals["serving"] = self.serving
        env.bytecode_cache = self.compiled
        return env

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Refresh the briefings; what is wrong with an article is a warning, and ends a strict build.

        What stops the whole archive (its registry, another build) ends every build, and the site stays as it
        was; only who is writing sees the pages as they are, and mends it.
        """
        project, moves, registry = _project(config), Moves(), Registry()
        try:
            self.report = refresh_archive(project)
            moves, registry = project.moves(), project.registry()
        except BriefingError as error:
            log.error(printable(str(error)))
            if not self.serving:
                raise Abort("Nothing was built: the site is as it was.") from error
            self.report = self.report or Report(Manifest(""))
        else:
            for warning in self.report.warnings:
                log.info(printable(str(warning)))
            for fault in self.report.errors:
                log.warning(printable(str(fault)))
        self.upkeep = None
        if list(config.plugins.values()) == [self] and not config.hooks and isinstance(config, MkDocsConfig):
            self.upkeep = self._upkeep(config, self.report.manifest.program)
        planned = {path: made.inputs for path, made in self.report.manifest.made.items()}
        known = known_relations(self.upkeep.manifest) if self.upkeep else {}
        site = _site(config, self.report.index, planned, known)
        self.site = replace(site, moves=moves, registry=registry)

    def _upkeep(self, config: MkDocsConfig, program: str) -> Upkeep:
        """What is known of the site that was built before. The new one is built beside it."""
        project = _project(config)
        state = project.previewed if self.serving else project.published
        folder = state.with_suffix("") if self.serving else Path(config.site_dir)
        manifest, warning = read_manifest(state, digest(program, str(folder), *_setup(config)))
        if warning:
            log.info(printable(str(warning)))
        upkeep = Upkeep(folder, state, manifest)
        config.site_dir = str(upkeep.staging)
        return upkeep

    def on_files(self, files: Files, **_: Any) -> Files:
        """Leave out of the build what is as it would be built."""
        if not self.upkeep:
            return files
        due = set()
        wanted = InclusionLevel.is_in_serve if self.serving else InclusionLevel.is_included
        for file in files.documentation_pages(inclusion=wanted):
            inputs = self.upkeep.pages[file.dest_uri] = self.site.inputs(file.src_uri)
            if self.upkeep.is_due(file.dest_uri, inputs):
                due.add(file.src_uri)
        log.info(f"Pages to build: {len(due):,} of {len(self.upkeep.pages):,}")
        self.progress = tqdm(
            desc="Building", total=len(due), unit="page", delay=PROGRESS_AFTER, disable=None, leave=False
        )
        self.files = DueFiles(files, due)
        return self.files

    def on_nav(self, nav: Navigation, **_: Any) -> Navigation:
        """A page that the navigation gives no title gets it from its text: then all have to be read."""
        if self.upkeep and any(page.title is None for page in nav.pages):
            self.files.due |= {file.src_uri for file in self.files}
        return nav

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """The map of the site has all pages, built or not."""
        if self.upkeep and template_name == "sitemap.xml":
            context["pages"] = [self._mapped(file, config) for file in self.files.all_pages()]
        return context

    def _mapped(self, file: File, config: MkDocsConfig) -> Page:
        entry = self.site.entry(file.src_uri)
        page = file.page or Page(None, file, config)
        if entry:
            page.meta["published"] = entry.record.published
        return page

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Titles come from articles, and Material prints them unescaped. Links go as near as they can."""
        if "title" in page.meta:
            page.meta["title"] = escape(str(page.meta["title"]))
        return self.site.addresses.upgrade(markdown) if self.site.entry(page.file.src_uri) else markdown

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Put the pictures in their places."""
        return self.site.illustrations.illustrate(page.file.src_uri, html)

    def on_page_context(self, context: Any, *, page: Page, **_: Any) -> Any:
        """Give the theme what it adds to the page."""
        if self.progress is not None:
            self.progress.update()
        context["archive"] = facts = self.site.page(page.file.src_uri)
        page.meta["description"] = escape(facts.description)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is no page."""
        # It holds the hour of the build; nothing asks for it, and servers pack what they send.
        (Path(config.site_dir) / "sitemap.xml.gz").unlink(missing_ok=True)
        if self.upkeep:
            self.progress.close()
            config.site_dir = str(self.upkeep.folder)
            self.upkeep.finish(self.site)
            return
        folder = Path(config.site_dir)
        sweep_unfinished(folder)  # MkDocs leaves hidden files where they are
        for planned in self.site.files():
            for path, text in planned.texts():
                write_if_changed(folder / path, text, durable=False)

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        """A file of the site that the disk refuses is one line."""
        if self.upkeep:
            shutil.rmtree(self.upkeep.staging, ignore_errors=True)
        if isinstance(error, OSError):
            problem = f"it cannot be read or written ({error.strerror or error})"
            refused = StoreError(
                str(error.filename or "site"), problem, "make room or mend the permissions, and build again"
            )
            raise Abort(printable(str(refused))) from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch what briefings are made from, and not what is made: that would build everything twice."""
        project = _project(config)
        for source in (*project.inputs(), *project.theme):
            server.watch(str(source))
        server.unwatch(config.docs_dir)
        if self.upkeep:
            folder = self.upkeep.folder
            server.root = str(folder)
            server.error_handler = lambda code: _page_of(folder / f"{code}.html")
        return server


def _page_of(file: Path) -> bytes | None:
    """What a server answers where there is no page."""
    return file.read_bytes() if file.is_file() else None


def _project(config: MkDocsConfig) -> Project:
    return Project(Path(config.config_file_path).parent)


def _setup(config: MkDocsConfig) -> Iterator[bytes | str]:
    """All that every page is made from besides the archive: settings, theme, versions."""
    said = {**config, "theme": [config.theme.name, dict(config.theme)], "site_dir": None}
    yield json.dumps(said, default=lambda value: getattr(value, "__qualname__", repr(type(value))))
    shipped = [str(files(package)) for package in ("material", "mkdocs")]
    for folder in map(Path, config.theme.dirs):
        if not str(folder).startswith(tuple(shipped)):
            for file in sorted(folder.rglob("*")):
                if file.is_file():
                    yield from (file.relative_to(folder).as_posix(), file.read_bytes())
    for package in ("mkdocs", "mkdocs-material", "markdown", "jinja2", "markupsafe"):
        yield version(package)


def _site(config: MkDocsConfig, index: Index, planned: Mapping[str, str], known: Mapping[str, Any]) -> Site:
    url = config.site_url or ""
    edit = f"{config.repo_url.rstrip('/')}/{(config.edit_uri or '').strip('/')}/" if config.repo_url else ""
    return Site(
        index,
        config.site_name,
        config.site_description or "",
        url if not url or url.endswith("/") else f"{url}/",
        edit,
        planned,
        known,
    )

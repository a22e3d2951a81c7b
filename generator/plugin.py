"""The MkDocs plugin: a thin face that refreshes the archive, and adds to the site what sums it up.

Each hook hands plain values to a function that knows nothing of MkDocs.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin

from generator.archive import Index, Moves, Project, build_index, sweep_unfinished, write_if_changed
from generator.errors import BriefingError, StoreError, printable
from generator.pipeline import refresh_archive
from generator.publish import Site
from generator.sources import Registry

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.plugins.briefings")


class _NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """The settings are the archive's own, in `briefing.yml`."""


class BriefingsPlugin(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]
    """Keeps `briefings/` up to date with `articles/`, and makes the site searchable."""

    site: Site
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
        return env

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Refresh the briefings; what is wrong with an article is a warning, and ends a strict build.

        What stops the whole archive (its registry, another build) ends every build, and the site stays as it
        was; only who is writing sees the pages as they are, and mends it.
        """
        project, index = _project(config), build_index(())
        moves, registry = Moves(), Registry()
        try:
            report = refresh_archive(project)
            moves, registry = project.moves(), project.registry()
        except BriefingError as error:
            log.error(printable(str(error)))
            if not self.serving:
                raise Abort("Nothing was built: the site is as it was.") from error
        else:
            index = report.index
            for warning in report.warnings:
                log.info(printable(str(warning)))
            for fault in report.errors:
                log.warning(printable(str(fault)))
        self.site = replace(_site(config, index), moves=moves, registry=registry)

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
        context["archive"] = facts = self.site.page(page.file.src_uri)
        page.meta["description"] = escape(facts.description)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is no page."""
        folder = Path(config.site_dir)
        sweep_unfinished(folder)  # MkDocs leaves hidden files where they are
        for path, text in self.site.files():
            write_if_changed(folder / path, text, durable=False)
        # It holds the hour of the build; nothing asks for it, and servers pack what they send.
        (folder / "sitemap.xml.gz").unlink(missing_ok=True)

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        """A file of the site that the disk refuses is one line."""
        if isinstance(error, OSError):
            problem = f"it cannot be read or written ({error.strerror or error})"
            refused = StoreError(
                str(error.filename or "site"), problem, "make room or mend the permissions, and build again"
            )
            raise Abort(printable(str(refused))) from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch what briefings are made from, and not what is made: that would build everything twice."""
        project = _project(config)
        for source in project.inputs():
            server.watch(str(source))
        server.unwatch(config.docs_dir)
        return server


def _project(config: MkDocsConfig) -> Project:
    return Project(Path(config.config_file_path).parent)


def _site(config: MkDocsConfig, index: Index) -> Site:
    url = config.site_url or ""
    edit = f"{config.repo_url.rstrip('/')}/{(config.edit_uri or '').strip('/')}/" if config.repo_url else ""
    return Site(
        index,
        config.site_name,
        config.site_description or "",
        url if not url or url.endswith("/") else f"{url}/",
        edit,
    )

"""The MkDocs plugin: a thin face that refreshes the archive before each build and watches its sources."""

from __future__ import annotations

import logging
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin

from generator.archive import Project
from generator.build import build
from generator.errors import BriefingError, printable

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.plugins.briefings")


class _NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """The settings are the archive's own, in `briefing.yml`."""


class BriefingsPlugin(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]
    """Keeps `briefings/` up to date with `articles/`."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Refresh the briefings; what is wrong with an article is a warning, and ends a strict build."""
        try:
            report = build(_project(config))
        except BriefingError as error:
            log.error(printable(str(error)))
            return
        for fault in report.errors:
            log.warning(printable(str(fault)))

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Titles come from articles, and Material prints them unescaped."""
        if "title" in page.meta:
            page.meta["title"] = escape(str(page.meta["title"]))
        return markdown

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch what briefings are made from, and not what is made: that would build everything twice."""
        project = _project(config)
        for source in (
            project.articles,
            project.page_templates,
            project.registry_file,
            project.settings_file,
        ):
            if source.exists():
                server.watch(str(source))
        server.unwatch(config.docs_dir)
        return server


def _project(config: MkDocsConfig) -> Project:
    return Project(Path(config.config_file_path).parent)

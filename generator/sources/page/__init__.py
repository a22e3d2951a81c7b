"""Saved web pages: from the HTML of an article's page to its story and what the page states about it."""

from generator.sources.page.reading import MAX_PAGE_BYTES, page_header, read_page

__all__ = ["MAX_PAGE_BYTES", "page_header", "read_page"]

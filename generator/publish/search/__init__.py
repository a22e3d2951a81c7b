"""Search: an index of small files, of which a reader's browser fetches only those that a question needs.

`files` writes them, `templates/theme/assets/search/` reads them; `docs/search.md` describes their form.
"""

from generator.publish.search.files import search_files

__all__ = ["search_files"]

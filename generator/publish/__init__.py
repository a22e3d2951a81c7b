"""Publishing: from records to the Markdown pages of the archive."""

from generator.publish.pages import FOLDERS, Pages

__all__ = ["FOLDERS", "Pages"]

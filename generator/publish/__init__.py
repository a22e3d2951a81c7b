"""Publishing: from records to the Markdown pages of the archive, and what the site adds to them."""

from generator.publish.addresses import FOLDERS, GENERATED_FOLDERS
from generator.publish.pagefind import index_site
from generator.publish.pages import Pages
from generator.publish.site import Site

__all__ = ["FOLDERS", "GENERATED_FOLDERS", "Pages", "Site", "index_site"]

"""Publishing: from records to the Markdown pages of the archive, and what the site adds to them."""

from generator.publish.addresses import GENERATED_FOLDERS, Addresses
from generator.publish.collection import PlannedPage, collection
from generator.publish.markdown import environment
from generator.publish.pages import Pages
from generator.publish.site import Site
from generator.publish.upkeep import Upkeep, known_relations

__all__ = [
    "GENERATED_FOLDERS",
    "Addresses",
    "Pages",
    "PlannedPage",
    "Site",
    "Upkeep",
    "collection",
    "environment",
    "known_relations",
]

"""Static pages at old addresses. They redirect to the new address, or say that the page was removed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.archive import Index, Moves, entity_slug
from generator.publish.addresses import FOLDERS, Addresses, url_of
from generator.sources import Registry

_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex">
{head}<title>{title}</title>
<p>{words}</p>
</html>
"""


def redirects(index: Index, moves: Moves, registry: Registry) -> dict[str, str | None]:
    """The page that each old address leads to, both below the site's own address; None: taken down.

    Besides what was recorded, a curated entry's other names lead to its page. No address that is in use is
    among them.
    """
    live = {url_of(entry.path) for entry in index.entries}
    found = {f"{old}/": moves.now(old) for old in moves.after}
    pages: dict[str, str | None] = {old: f"{new}/" if new else None for old, new in found.items()}
    return {old: new for old, new in (pages | _of_names(index, registry)).items() if old not in live}


def _of_names(index: Index, registry: Registry) -> dict[str, str | None]:
    addresses = Addresses(index)
    taken = {(subject.type, subject.slug) for subject in index.pages}
    pages: dict[str, str | None] = {}
    for entry in registry.entries:
        subject = index.by_key.get((entry.type, entity_slug(entry.name)))
        for alias in entry.aliases if subject else ():
            key = (entry.type, entity_slug(alias))
            if subject and key not in taken:
                pages[f"{FOLDERS[entry.type]}/{key[1]}/"] = url_of(addresses.of(subject))
    return pages


def redirect_files(found: dict[str, str | None], site: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of a page for each old address; and of `_redirects`, which some hosts read."""
    for old, new in sorted(found.items()):
        yield f"{old}index.html", _leading(old, new) if new else _taken_down()
    lines = [f"{_rooted(old, site)} {_rooted(new, site)} 301" for old, new in sorted(found.items()) if new]
    if lines:
        yield "_redirects", "\n".join(lines) + "\n"


def _leading(old: str, new: str) -> str:
    target = escape("../" * old.count("/") + new)
    head = f'<meta http-equiv="refresh" content="0; url={target}">\n<link rel="canonical" href="{target}">\n'
    words = f'This page has another address now: <a href="{target}">{escape(new)}</a>'
    return _PAGE.format(head=head, title="This page has moved", words=words)


def _taken_down() -> str:
    return _PAGE.format(head="", title="Taken down", words="This briefing was taken down by its archive.")


def _rooted(address: str, site: str) -> str:
    """An address as a path from the root of its domain."""
    return "/" + "/".join(filter(None, site.split("/")[3:])) + ("/" if site.count("/") > 3 else "") + address

"""How to cite the article that a briefing is about: in words, and as BibTeX, RIS and CSL-JSON.

What the article does not say is left out; nothing is guessed, and no name is split into its parts: an author
stands as the article has it, where a style would have the family name first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.archive import Entry
from generator.publish.markdown import one_line
from generator.publish.wording import MONTHS, day

# What LaTeX gives a meaning to, as what prints it.
_LATEX = str.maketrans(
    {char: f"\\{char}" for char in "#$%&_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


@dataclass(frozen=True)
class Citation:
    """A citation: the name of its format, the file extension, and the text."""

    form: str
    ending: str
    text: str


def citations(entry: Entry, address: str | None) -> tuple[Citation, ...]:
    """The source of a briefing in each form; `address` is where the briefing is published, if known."""
    return (
        Citation("APA", "apa", _apa(entry)),
        Citation("MLA", "mla", _mla(entry)),
        Citation("Chicago", "chicago", _chicago(entry)),
        Citation("BibTeX", "bib", _bibtex(entry, address)),
        Citation("RIS", "ris", _ris(entry, address)),
        Citation("CSL-JSON", "json", _csl(entry, address)),
    )


def _apa(entry: Entry) -> str:
    """A news article in the style of the APA, 7th edition (10.1, example 16)."""
    source, published = entry.record.source, entry.record.published
    when = f"{published.year}, {MONTHS[published.month - 1]} {published.day}" if published else "n.d."
    title = one_line(entry.record.title)
    first = [source.author, f"({when})", title] if source.author else [title, f"({when})"]
    return _sentences([*first, entry.outlet, source.url])


def _mla(entry: Entry) -> str:
    """A news article in the style of the MLA, 9th edition (5.3)."""
    source, published = entry.record.source, entry.record.published
    container = [entry.outlet, day(published) if published else None, source.url]
    return _sentences(
        [source.author, f"“{one_line(entry.record.title)}”", ", ".join(filter(None, container))]
    )


def _chicago(entry: Entry) -> str:
    """A news article in a bibliography, by the Chicago Manual of Style, 17th edition (14.191)."""
    source, published = entry.record.source, entry.record.published
    when = f"{MONTHS[published.month - 1]} {published.day}, {published.year}" if published else None
    container = ", ".join(filter(None, [entry.outlet, when]))
    return _sentences([source.author, f"“{one_line(entry.record.title)}”", container, source.url])


def _sentences(parts: Iterable[str | None]) -> str:
    """The parts that are known, each ended by a stop, inside a closing mark; none behind an address."""
    told = []
    for part in map(one_line, filter(None, parts)):
        if part.endswith((".", "?", "!", ".”", "?”", "!”")) or "://" in part:
            told.append(part)
        else:
            told.append(f"{part[:-1]}.”" if part.endswith("”") else f"{part}.")
    return " ".join(told) + "\n"


def _bibtex(entry: Entry, address: str | None) -> str:
    fields = [("title", f"{{{_latex(entry.record.title)}}}")]
    source, published = entry.record.source, entry.record.published
    if source.author:
        fields.append(("author", f"{{{_latex(source.author)}}}"))
    if entry.outlet:
        fields.append(("journal", _latex(entry.outlet)))
    if published:
        fields += [("year", f"{published.year:04d}"), ("date", published.isoformat()[:10])]
    if source.url:
        fields.append(("url", one_line(source.url).replace("{", "%7B").replace("}", "%7D")))
    if address:
        fields.append(("note", f"Briefing: {_latex(address)}"))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@article{{{entry.slug},\n{lines}}}\n"


def _latex(text: str) -> str:
    return one_line(text).translate(_LATEX)


def _ris(entry: Entry, address: str | None) -> str:
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in _ris_fields(entry, address))


def _ris_fields(entry: Entry, address: str | None) -> Iterator[tuple[str, str]]:
    source, published = entry.record.source, entry.record.published
    yield "TY", "NEWS"
    yield "TI", entry.record.title
    if source.author:
        yield "AU", source.author
    if entry.outlet:
        yield "T2", entry.outlet
    if published:
        yield "PY", f"{published.year:04d}"
        yield "DA", published.isoformat()[:10].replace("-", "/")
    if source.url:
        yield "UR", source.url
    if address:
        yield "N1", f"Briefing: {address}"
    yield "ER", ""


def _csl(entry: Entry, address: str | None) -> str:
    source, published = entry.record.source, entry.record.published
    fields: dict[str, object] = {"id": entry.slug, "type": "article-newspaper", "title": entry.record.title}
    if source.author:
        fields["author"] = [{"literal": source.author}]
    if entry.outlet:
        fields["container-title"] = entry.outlet
    if published:
        fields["issued"] = {"date-parts": [[published.year, published.month, published.day]]}
    if source.url:
        fields["URL"] = source.url
    if address:
        fields["note"] = f"Briefing: {address}"
    return json.dumps([fields], ensure_ascii=False, indent=2) + "\n"

"""Text as data in Markdown: escaping, and templates whose output is escaped unless it says otherwise.

`Markup` marks text that is Markdown already; a template prints it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

# What CommonMark and Python-Markdown both take a backslash before.
_BACKSLASHED = {char: f"\\{char}" for char in "\\`*_{}[]#"}
# What one of them does not, and what extensions give a meaning to, as character references.
_REFERENCES = {char: f"&#{ord(char)};" for char in "<>&|~^=$@"}
_INLINE = str.maketrans(_BACKSLASHED | _REFERENCES)
_LINE_START = re.compile(r"[-+:!?>]|\d+(?=[.)])")
_EMOJI = re.compile(r":(?=[\w+-]+:)")
# Controls end words and hide text; the two private marks of Python-Markdown are among them.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\u202a-\u202e\u2066-\u2069]+")


_SAFE_IN_TARGET = "/:?#@!$&*+,=%~-._"
"""What an address may hold as it is. Brackets, marks and white space could end a link; `&x;` is a letter."""


def escape(text: str) -> Markup:
    """Markdown that shows exactly the letters of `text`, on one line, whatever they are.

    Line breaks and control characters become single spaces.

    >>> print(escape("*not* <b>bold</b>"))
    \\*not\\* &#60;b&#62;bold&#60;/b&#62;
    """
    line = one_line(text)
    start = _LINE_START.match(line)
    head, rest = (line[: start.end()], line[start.end() :]) if start else ("", line)
    shown = _EMOJI.sub("&#58;", rest.translate(_INLINE))
    return Markup("".join(f"&#{ord(char)};" for char in head) + shown)  # noqa: S704  escaped for Markdown


def one_line(text: str) -> str:
    """The text on one line, without control characters."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def link(label: str, target: str, language: str | None = None) -> Markup:
    """A Markdown link. `label` is escaped unless it is `Markup`; `target` is percent-encoded.

    `language` is that of the label, where it is not the page's.

    >>> print(link("Der Start", "../start.md", "de"))
    [Der Start](../start.md){: lang=de }
    """
    shown = label if isinstance(label, Markup) else escape(label)
    said = f"{{: lang={language} }}" if language else ""
    return Markup(f"[{shown}]({quote(target, safe=_SAFE_IN_TARGET)}){said}")  # noqa: S704  all is escaped


def quoted(text: str) -> Markup:
    """A text as one value of front matter, between quotation marks.

    >>> print(quoted('no: "x"'))
    "no: \\"x\\""
    """
    value = yaml.safe_dump(one_line(text), default_style='"', allow_unicode=True, width=float("inf"))
    return Markup(value.strip())  # noqa: S704  nothing in it can end it


def environment(folders: Sequence[Path]) -> Environment:
    """The templates of some folders, the first that has a name. Every value that they print is escaped,
    unless it is `Markup`.
    """
    env = Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=True,  # makes macros return Markup, which `finalize` and HTML escaping leave alone
    )
    env.filters |= {"link": link, "quoted": quoted}
    return env


def _finalize(value: object) -> object:
    """Escape for Markdown first; what comes out is Markup, so that no HTML escaping follows."""
    return escape(value) if isinstance(value, str) and not isinstance(value, Markup) else value

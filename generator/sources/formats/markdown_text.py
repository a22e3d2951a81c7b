"""The plain words of a note in Markdown: without links, marks, shortcodes and what its tool added."""

from __future__ import annotations

import re

from generator.sources.cleaning.markup import plain

# Each takes a bounded run of letters, so that the time is linear in the length of the text.
_TAGS = (
    r"a|abbr|b|big|br|cite|code|del|div|em|font|i|ins|kbd|mark|p|q|s|small|span|strong|sub|sup|u|img|figure"
    r"|center|hr"
)
_EXPORTERS = r"zotero:|https?://(?:read\.)?readwise\.io|https?://omnivore"
_DROPPED = tuple(
    re.compile(pattern, re.MULTILINE | re.IGNORECASE)
    for pattern in (
        r"<!--(?:(?!-->)[\s\S]){0,5000}-->",
        r"^[ \t]*```.{0,20}\n(?:(?!```).{0,1000}\n){0,300}[ \t]*```[ \t]*$",
        r"\{\{[<%].{0,300}?[>%]\}\}|\{%.{0,300}?%\}",  # shortcodes of Hugo, tags of Jekyll
        r"^>[ \t]*#{1,6}[ \t]*Excerpt[ \t]*\n(?:>.{0,2000}\n){0,20}(?:\s*---[ \t]*$)?",  # MarkDownload
        r"^[ \t]*!\[\[[^\]\n]{1,300}\]\][ \t]*$|!\[\[[^\]\n]{1,300}\]\]",  # what Obsidian embeds
        # A picture, and its caption in italics.
        r"^[ \t]*!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)[ \t]*\n(?:[ \t]*([*_])(?!\1)[^\n]{1,300}\1[ \t]*$)?",
        # Where links and footnotes lead, and the marks of footnotes.
        r"^[ \t]{0,3}\[\^?[^\]\n]{1,100}\]:[ \t].{0,1000}(?:\n[ \t]{2,}\S.{0,1000}){0,10}$",
        r"\[\^[^\]\s]{1,50}\]",
        rf"[ \t]*\(\[[^\]\n]{{1,200}}\]\((?:{_EXPORTERS})[^)\n]{{0,300}}\)\)",
        r"^[ \t]*(?:#[A-Za-z][\w/-]{0,50}[ \t]*){1,20}$",  # a line of tags
        r"^[ \t]*\[(?:Read on|Read Original|View Original|Open in|View in|Original|Source)\b[^\]\n]{0,60}\]"
        r"\([^)\n]{1,1000}\)[ \t]*$",
        r"^#{1,6}[ \t]+(?:Metadata|Highlights|Annotations|Full Document)[ \t]*\n"
        r"(?:\(\d[^)\n]{5,40}\)[ \t]*$)?",
        rf"</?(?:{_TAGS})\b(?:\s[^<>\n]{{0,500}})?/?>",
    )
)
_ORIGINAL = re.compile(r"\[(?:Read|View) Original\]\((https?://[^)\s]{1,500})\)", re.IGNORECASE)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,300})\]\[[^\[\]\n]{0,100}\]")
_WIKI = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"^#{1,6}[ \t]+(\S.{0,300}?)[ \t#]*$", re.MULTILINE)


def original_address(text: str) -> str | None:
    """The address behind "Read Original", with which a reader's export names its source."""
    match = _ORIGINAL.search(text[:5000])
    return match[1] if match else None


def first_heading(text: str) -> str | None:
    """The heading that a note begins with."""
    match = _HEADING.match(text.lstrip())
    return plain(match[1]).strip() or None if match else None


def plain_note(text: str) -> str:
    """The text of a note as a reader sees it.

    >>> plain_note("The [city][1] pays [[Ivo Lund|Lund]].[^2]")
    'The city pays Lund.'
    """
    for pattern in _DROPPED:
        text = pattern.sub("", text)
    text = _WIKI.sub(r"\1", _REFERENCE.sub(r"\1", text))
    return _ESCAPED.sub(r"\1", text)

"""The beginning or the end of a paragraph that is not part of the story: datelines, labels, credits."""

from __future__ import annotations

import re

EDGE_WIDTH = 200
"""How many characters from either end of a paragraph the rules look at."""

_CAPITALS = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3}"
_PLACE = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_DAY = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:,? \d{4})?"
_AGENCY = r"\((?![A-Z]-)[A-Z][\w .&'’/-]{1,40}\)"
_DASH = r"\s*(?:--+|—|–|(?<=\s)-(?=\s))\s*"
_NEXT = r"(?=[\"“‘'(]?[A-Z0-9])"

_LEADING: dict[str, re.Pattern[str]] = {
    # "EXCLUSIVE: ", "BREAKING NEWS | "
    "kicker": re.compile(
        r"(?:EXCLUSIVE|BREAKING(?: NEWS)?|UPDATED?(?: \d{1,2})?|JUST IN|DEVELOPING|LIVE|ANALYSIS|OPINION"
        r"|VIDEO|WATCH"
        r"|PHOTOS|PICTURED|REVEALED|FACTBOX|FEATURE|INTERVIEW|EXPLAINER)\s*[:|–—-]\s*(?=\S)"
    ),
    # "PELL, Tarn (Veldt News) — ", "NEW YORK, Nov. 19 (UPI) — ", "Kabul, Afghanistan (CNN) -- ", "(CNN) ".
    "dateline": re.compile(
        rf"(?:{_CAPITALS}(?:, {_PLACE}){{0,2}}(?:,? {_DAY})?(?: ?{_AGENCY}{_DASH}|\s+{_DASH})"
        rf"|{_PLACE}(?:, {_PLACE}){{0,2}}(?:,? {_DAY})? ?{_AGENCY}{_DASH}"
        rf"|{_PLACE}(?:, {_PLACE}){{0,2}} ?\([A-Z]{{2,8}}\)(?=[A-Z])"
        rf"|\([A-Z]{{2,8}}\)(?:{_DASH}|\s*)"
        rf"|{_AGENCY}{_DASH}){_NEXT}"
    ),
    # "By . Ada Lovell . PUBLISHED: . 12:30 EST, 3 March 2013 . | . UPDATED: . 13:01 EST, 3 March 2013 . "
    "byline": re.compile(
        r"By \. [^.]{3,60} \. (?:(?:PUBLISHED|UPDATED|Last updated at|Created|and|\||[A-Z][^.]{2,60}|:"
        r"|\d{1,2}:\d\d[^.]{0,40}) ?:? \. ){0,8}"
    ),
    # "Scroll down for video. " glued to the words after it.
    "pointer": re.compile(
        r"(?i:scroll down (?:for|to (?:see|watch)) (?:more |the )?(?:videos?|pictures?|photos?))[.]?\s+(?=\S)"
    ),
    # "# Headline", "> quoted", "- item" of Markdown, bullets, and tags.
    "markup": re.compile(
        r"(?:</?[a-zA-Z][a-zA-Z0-9-]{0,20}(?:\s[^<>]{0,160})?>\s*|~\s+|#{1,6}\s+|[•●▪■►▶]\s*"
        r"|[-*+]\s+(?=[A-Z\"“‘'])|>\s+)(?=\S)"
    ),
}  # fmt: skip

_TRAILING: dict[str, re.Pattern[str]] = {
    # "(Reporting by Ada Lovell; editing by Ben Roe)" behind the last sentence.
    "credit": re.compile(
        r"\s*[(\[](?i:additional |writing |with )*(?i:reporting|editing|writing|compiled"
        r"|photo(?:graph)?s?|image|picture)"
        r"(?i: and \w+)? (?i:by)\b[^()\[\]]{1,150}[)\]]\W*$"
    ),
    # "… he said. Read more: example.org/1"
    "pointer": re.compile(r"(?<=[.!?”\"])\s+(?i:read more|click here|continue reading"
    r"|see also)\b[^!?]{0,80}$"),
}  # fmt: skip


def leading_rule(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The rule that leaves out the beginning of a paragraph, and where the story begins; None without one.

    >>> leading_rule("PELL, Tarn — The pact was signed.", 0, 33)
    ('dateline', 13)
    """
    window = text[start : min(end, start + EDGE_WIDTH)]
    for name, rule in _LEADING.items():
        match = rule.match(window)
        if match and match.end() < end - start:
            return name, start + match.end()
    return None


def trailing_rule(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The rule that leaves out the end of a paragraph, and where the story ends; None without one."""
    low = max(start, end - EDGE_WIDTH)
    window = text[low:end]
    for name, rule in _TRAILING.items():
        match = rule.search(window)
        if match and low + match.start() > start:
            return name, low + match.start()
    return None

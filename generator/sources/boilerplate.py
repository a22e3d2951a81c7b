"""Lines of an article file that are not part of its story, by named rules."""

from __future__ import annotations

import re

SOURCE_RULE = "source"

_RULES: dict[str, re.Pattern[str]] = {
    # "READ MORE: Another story", "See also: …": pointers to other pages.
    "pointer": re.compile(r"(?i:read (?:more|also|next|on)|see also|related|more on this)\s*(?:$|[:–—|-]).*"),
    # "source: example.org": where the text was copied from.
    SOURCE_RULE: re.compile(r"(?i:source|via|retrieved from)\s*:\s*(\S+)"),
}
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(/\S*)?", re.IGNORECASE)


def matching_rule(line: str) -> str | None:
    """The name of the first rule that says `line` is no part of the story, or None.

    >>> matching_rule("READ MORE: Budget cut again")
    'pointer'
    >>> matching_rule("Read more than one paper, she said.") is None
    True
    """
    return next((name for name, rule in _RULES.items() if rule.fullmatch(line)), None)


def source_address(line: str) -> tuple[str | None, str | None]:
    """The web address and the domain that a "source: …" line gives, each None if it gives none.

    >>> source_address("source: www.Example.org")
    (None, 'example.org')
    >>> source_address("Source: https://example.org/news/1")
    ('https://example.org/news/1', 'example.org')
    """
    match = _RULES[SOURCE_RULE].fullmatch(line)
    address = match and _DOMAIN.fullmatch(match.group(1))
    if not match or not address:
        return None, None
    whole = match.group(1)
    return (whole if whole.lower().startswith("http") and address.group(2) else None), address.group(
        1
    ).lower()

"""Lines of an article file that are not part of its story, by named rules."""

from __future__ import annotations

import re

_RULES: dict[str, re.Pattern[str]] = {
    # "READ MORE: Another story", "Read more about it", "See also: …": pointers to other pages.
    "pointer": re.compile(
        r"(?i:read (?:more|also|next|on)|see also|related|more on this)\s*(?::|[-–—|]|$).*"
    ),
    # "source: example.org": where the text was copied from.
    "source": re.compile(r"(?i:source|via|retrieved from)\s*:\s*\S+"),
}


def matching_rule(line: str) -> str | None:
    """The name of the first rule that says `line` is no part of the story, or None.

    >>> matching_rule("READ MORE: Budget cut again")
    'pointer'
    >>> matching_rule("Read more than one paper, she said.") is None
    True
    """
    return next((name for name, rule in _RULES.items() if rule.fullmatch(line)), None)

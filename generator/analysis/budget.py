"""How much of an article a briefing may quote."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.analysis.records import Quote
from generator.sources import Article

Statement = tuple[Quote, ...]

FULL_SHARE_WORDS = 600
"""Of an article's first words, the whole share may be quoted; of those beyond, a third of it."""

SHORT_ARTICLE = 520
"""A shorter article may be quoted as much as one of so many words: a bottom line and statements need it."""

MOST_OF_SHORT = 65
"""But never more than so many hundredths of it, unless the share asked for is larger."""

LEAST = 40
"""So many words may be quoted of every article: its lead."""

SUMMARY_PART = 0.75
"""The part of the allowance that the summary may take where the article has quotations too."""


def article_words(article: Article) -> int:
    """How many words the paragraphs of an article have."""
    return sum(len(article.text[part.start : part.end].split()) for part in article.paragraphs)


def allowance(words: int, share: int) -> int:
    """How many words of an article of `words` words a briefing may quote, at a share of `share` hundredths.

    A long article may be quoted less (FULL_SHARE_WORDS), a short one more (SHORT_ARTICLE, MOST_OF_SHORT), and
    of every one its lead (LEAST).

    >>> [allowance(words, 35) for words in (30, 100, 276, 520, 600, 3000)]
    [30, 65, 179, 182, 210, 490]
    """
    if share >= 100:
        return words
    counted = max(words, SHORT_ARTICLE)
    full = min(counted, FULL_SHARE_WORDS)
    allowed = int(share * (full + (counted - full) / 3) / 100)
    if words < SHORT_ARTICLE:
        allowed = min(allowed, int(words * max(share, MOST_OF_SHORT) / 100))
    return max(allowed, min(words, LEAST))


def words_of(statement: Statement) -> int:
    """How many words a statement has."""
    return sum(len(part.span.text.split()) for part in statement)


def fitting_quotes(
    quotes: Sequence[Quote],
    room: int,
    limit: int,
    choose: Callable[[Sequence[Quote], int], tuple[Statement, ...]],
) -> tuple[Statement, ...]:
    """At most `limit` statements of at most `room` words together, as `choose` prefers them.

    `choose` takes quotations and a number of statements.
    """
    lengths: dict[int, int] = {}
    for quote in quotes:
        lengths[quote.statement] = lengths.get(quote.statement, 0) + len(quote.span.text.split())
    fitting = [quote for quote in quotes if lengths[quote.statement] <= room]
    for number in range(limit, 0, -1):
        chosen = choose(fitting, number)
        if sum(map(words_of, chosen)) <= room:
            return chosen
    return ()

"""An article: the text of one source file, untouched, with what is known about it.

Every offset in the project is a half-open range of Unicode code points into `Article.text`. The text is
never rewritten; what is not part of the story (a "READ MORE" line, a byline) is left out of the layout
instead, so a span of a paragraph is always a span of the text as the reader of the file sees it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from generator.sources.corrections import Corrections
from generator.sources.layout import Layout, Paragraph, lay_out


@dataclass(frozen=True)
class Metadata:
    """What is known about an article besides its text; None is "the source does not say"."""

    published: dt.date | dt.datetime | None = None
    outlet: str | None = None
    domain: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Article:
    """One source article.

    `text` is the decoded text of the story; `title` its headline, which may also stand in the text as its
    first line; `corrections` what an editor wants changed in its briefing. `Article(text=…)` alone is enough
    for analysis.
    """

    text: str
    title: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    corrections: Corrections = field(default_factory=Corrections)

    @cached_property
    def layout(self) -> Layout:
        """Headline, paragraphs and left-out lines of the text, each as a span."""
        return lay_out(self.text, self.title)

    @property
    def headline(self) -> Paragraph | None:
        """The headline where it stands in the text: a paragraph numbered 0."""
        return self.layout.headline

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the story in order, numbered from 1; without headline and left-out lines."""
        return self.layout.paragraphs

    @property
    def blocks(self) -> tuple[Paragraph, ...]:
        """Headline (if it stands in the text), then the paragraphs: all that is analysed."""
        return (self.headline, *self.paragraphs) if self.headline else self.paragraphs

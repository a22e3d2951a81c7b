"""An editor's corrections to a briefing: the field `corrections` in the front matter of its article.

They live beside the source, so they hold through every regeneration::

    corrections:
      title: Orbital agency delays Meridian launch
      published: 2031-03-14
      summary:                          # the bottom line, sentence by sentence, from the article
        - The agency has delayed the launch.
      quotes:
        drop: [We will fly]             # how a statement begins
        add:
          - text: No valve was at fault.
            speaker: Mara Ellison
            role: the director
        change:
          - text: Storms do not stop
            speaker: Ivo Lund           # null: the speaker is unknown
      entities:
        drop: [Monday]
        add: [{name: Meridian, type: product}]
        rename: [{name: Halden agency, to: Halden Space Agency}]
        retype: [{name: Corvane, type: organisation}]
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from generator.sources.curated import EntityType
from generator.sources.fields import Line, Published
from generator.sources.names import LONGEST_NAME

MOST = 100
"""Corrections of one kind that a briefing may have."""

_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class QuoteCorrection(_Part):
    """A statement, by its words, and what is to be said of it. Fields that are left out stay as they are."""

    text: _Words
    speaker: _Words | None = None
    role: _Words | None = None


class QuoteCorrections(_Part):
    """Statements to leave out (by how they begin), to show besides, and to attribute otherwise.

    Those that are reported without quotation marks are found by their words, too.
    """

    drop: list[_Words] = Field(default_factory=list, max_length=MOST)
    add: list[QuoteCorrection] = Field(default_factory=list, max_length=MOST)
    change: list[QuoteCorrection] = Field(default_factory=list, max_length=MOST)


class TypedName(_Part):
    """A name and the type it is to have."""

    name: _Name
    type: EntityType


class Renaming(_Part):
    """A name that an entity was given, and the one it is to have."""

    name: _Name
    to: _Name


class EntityCorrections(_Part):
    """Entities to leave out, to name besides, to rename and to type otherwise."""

    drop: list[_Words] = Field(default_factory=list, max_length=MOST)
    add: list[TypedName] = Field(default_factory=list, max_length=MOST)
    rename: list[Renaming] = Field(default_factory=list, max_length=MOST)
    retype: list[TypedName] = Field(default_factory=list, max_length=MOST)


class Corrections(_Part):
    """All corrections to one briefing; by default none."""

    title: Line = None
    published: Published = None
    summary: list[_Words] = Field(default_factory=list, max_length=MOST)
    quotes: QuoteCorrections = QuoteCorrections()
    entities: EntityCorrections = EntityCorrections()

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

_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class QuoteCorrection(_Part):
    """A statement, by its words, and what is to be said of it. Fields that are left out stay as they are."""

    text: _Words
    speaker: _Words | None = None
    role: _Words | None = None


class QuoteCorrections(_Part):
    """Statements to leave out (by how they begin), to show besides, and to attribute otherwise."""

    drop: list[_Words] = Field(default_factory=list)
    add: list[QuoteCorrection] = Field(default_factory=list)
    change: list[QuoteCorrection] = Field(default_factory=list)


class TypedName(_Part):
    """A name and the type it is to have."""

    name: _Words
    type: EntityType


class Renaming(_Part):
    """A name that an entity was given, and the one it is to have."""

    name: _Words
    to: _Words


class EntityCorrections(_Part):
    """Entities to leave out, to name besides, to rename and to type otherwise."""

    drop: list[_Words] = Field(default_factory=list)
    add: list[TypedName] = Field(default_factory=list)
    rename: list[Renaming] = Field(default_factory=list)
    retype: list[TypedName] = Field(default_factory=list)


class Corrections(_Part):
    """All corrections to one briefing; by default none."""

    title: Line = None
    published: Published = None
    summary: list[_Words] = Field(default_factory=list)
    quotes: QuoteCorrections = QuoteCorrections()
    entities: EntityCorrections = EntityCorrections()

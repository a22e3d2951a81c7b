"""Look up people and bodies by what they are called: name, surname, office, kind of body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.coreference.references import Reference
from generator.analysis.parse import Piece
from generator.analysis.records import Entity
from generator.sources import normal_form

LONGEST_SURNAME = 4
"""Words ("van der Berg"): longer ends of a person's name are not looked up by themselves."""

_PREPOSITION = re.compile(r"\s(?:of|for|at|in|to|with|from|on)\s")
LONGEST_TITLE = 20
"""Tokens before a name that are looked at for a title: no title is longer, and time stays linear."""

_Index = dict[str, list[Entity]]


@dataclass(frozen=True, slots=True)
class Directory:
    """Entities by normal form: `names` in full, `surnames` of people, `nouns` of bodies and offices."""

    names: Mapping[str, Sequence[Entity]]
    surnames: Mapping[str, Sequence[Entity]]
    nouns: Mapping[str, Sequence[Entity]]

    def named(self, name: str) -> Entity | None:
        """The only person or body that goes by a name, in capitals or not ("WALLACE"); None if two do.

        A person's surname counts as a name.
        """
        form = normal_form(name)
        found = self.surnames.get(form) or self.names.get(form, ())
        fuller = [entity for entity in found if normal_form(entity.name) != form]
        return _only(fuller or found)

    def described(self, determiner: str, noun: str) -> Entity | None:
        """The only one that a definite description can mean, by a body's name or a person's role or title.

        "The agency" is the "Inland Water Agency", "the mayor" is "Mayor Ana Roe" or "Ana Roe, the mayor of
        Lyme"; None if there are two.
        """
        return _only(self.nouns.get(noun, ())) if determiner == "the" else None


def _only(found: Sequence[Entity]) -> Entity | None:
    """The entity found, if all that were found have one name."""
    return found[0] if len({entity.name for entity in found}) == 1 else None


def make_directory(
    pieces: Sequence[Piece], entities: Sequence[Entity], references: Iterable[Reference]
) -> Directory:
    """Index the entities; `references` tell the titles that stand before people's names."""
    names: _Index = {}
    surnames: _Index = {}
    nouns: _Index = {}
    for entity in entities:
        for form in {normal_form(name): None for name in (entity.name, *entity.aliases)}:
            names.setdefault(form, []).append(entity)
        words = normal_form(entity.name).split()
        if entity.type == "person":
            for length in range(1, min(LONGEST_SURNAME, len(words)) + 1):
                surnames.setdefault(" ".join(words[-length:]), []).append(entity)
        elif entity.type == "organisation" and len(words) > 1:
            nouns.setdefault(words[-1], []).append(entity)
    for number, office in _offices(pieces, entities, references):
        nouns.setdefault(office, []).append(entities[number])
    return Directory(names, surnames, nouns)


def _offices(
    pieces: Sequence[Piece], entities: Sequence[Entity], references: Iterable[Reference]
) -> dict[tuple[int, str], None]:
    """The nouns for people's offices: in the role the article gives, and in titles before the name."""
    offices: dict[tuple[int, str], None] = {}
    for number, entity in enumerate(entities):
        if entity.role:
            offices.update(dict.fromkeys((number, noun) for noun in role_nouns(entity.role.text)))
    for reference in references:
        if entities[reference.entity].type != "person":
            continue
        doc, first = pieces[reference.place].doc, reference.first - 1
        lowest = max(0, reference.first - LONGEST_TITLE)
        while (
            first >= lowest
            and doc[first].pos_ in ("NOUN", "PROPN")
            and doc[first].dep_ in ("compound", "nmod")
        ):
            offices[reference.entity, doc[first].lower_] = None
            first -= 1
    return offices


def role_nouns(role: str) -> list[str]:
    """The words of a role that tell the person's own office: those before the first preposition.

    >>> role_nouns("the mayor of Lyme")
    ['the', 'mayor']
    """
    return _PREPOSITION.split(role.lower(), maxsplit=1)[0].split()

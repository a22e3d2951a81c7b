"""Who is meant: sentences that lean on words before them, and the name in brackets that frees them.

"He [Ada Lovell] also …": editors put in brackets what a reader of the excerpt cannot know. The span of the
sentence stays as it is; the insertion is kept beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analysis.coreference import Coreference
from generator.analysis.coreference.pronouns import PRONOUN_GENDER
from generator.analysis.coreference.references import is_subject
from generator.analysis.parse import Piece
from generator.analysis.records import Entity, Insertion, Quote, Span
from generator.analysis.summary.antecedent import is_certain
from generator.analysis.summary.candidates import Candidate
from generator.analysis.summary.faults import STATEMENT_WORDS
from generator.analysis.summary.leaning import leans, takes_up
from generator.analysis.summary.novelty import names_or_counts
from generator.analysis.summary.surnames import (
    COURTESY,
    has_office,
    is_introduced,
    is_last_bearer,
    is_only_bearer,
    is_titled,
    names_something_else,
    token_at,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONAL = re.compile(r"(?:he|she|his|her)\b", re.IGNORECASE)
_GENERATION = re.compile(r",? (?:[JS]r\.?|I{2,3}|IV)$")

_BYLINE = re.compile(r"(?:^|\n|[|.!] ?)[Bb]y $")

LONG_ENOUGH = 15
"""A shorter sentence that stands by itself tells little without a name or a number."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """Finds whom the sentences of an article speak of. `quoted[p][i]` is below 0 outside quotations."""

    text: str
    pieces: Sequence[Piece]
    quotes: Sequence[Quote]
    people: Sequence[Entity]
    coreference: Coreference
    quoted: Sequence[Sequence[int]]
    headline: str = ""

    def leans(self, sentence: Candidate) -> bool:
        """Whether a sentence begins with a word that points back."""
        return leans(sentence.span.text)

    def takes_up(self, sentence: Candidate, told: str) -> bool:
        """Whether a sentence takes up what stands before it and is not shown."""
        found = token_at(self.pieces, sentence.span.start)
        if not found:
            return False
        doc, first = self.pieces[found[0]].doc, found[1].i
        return takes_up(list(doc[first : first + 3]), told)

    def tells_anew(self, sentence: Candidate, told: str) -> bool:
        """Whether a sentence has a name or a number that is not told yet, or is long enough to do without."""
        if sentence.words >= LONG_ENOUGH:
            return True
        tokens = (
            token
            for _, piece in self._pieces_of(sentence)
            for token in piece.doc
            if sentence.span.start <= piece.start + token.idx < sentence.span.end
        )
        return names_or_counts(tokens, told)

    def has_office(self, mention: Span) -> bool:
        """Whether an office stands before the name in a mention or before it ("Mayor Finch")."""
        return has_office(self.text, mention)

    def insertion(self, sentence: Candidate) -> Insertion | None:
        """The name to be shown in a sentence that begins with "he" or "she"; None if it is not certain."""
        match = _PERSONAL.match(sentence.span.text)
        found = token_at(self.pieces, sentence.span.start) if match else None
        insertion = self.named(found) if found else None
        named_later = insertion and insertion.text.removesuffix("’s") in sentence.span.text
        return None if named_later else insertion

    def is_clear(self, sentence: Candidate, told: str) -> bool:
        """Whether the person meant by a pronoun in front is named in `told`, what is shown before.

        A sentence whose pronoun may mean one of two is clear right behind the sentence before it.
        """
        found = token_at(self.pieces, sentence.span.start) if _PERSONAL.match(sentence.span.text) else None
        entity = self._meant(found) if found else None
        if not found or entity is None or any(name in told for name in (entity.name, *entity.aliases)):
            return True
        return not self._is_certain(found, entity)

    def stray_pronoun(self, sentence: Candidate, told: str) -> tuple[int, Token] | None:
        """The first "he" or "she" inside a sentence that nothing shown tells of: "On Monday, he signed …".

        Whom a sentence names later, and whom it may speak of by a noun ("the minister said he …"), it tells.
        """
        for number, piece in self._pieces_of(sentence):
            for token in piece.doc:
                at = piece.start + token.idx
                if not sentence.span.start <= at < sentence.span.end or self.quoted[number][token.i] >= 0:
                    continue
                if is_subject(token) and token.pos_ == "NOUN" and not token.ent_type_:
                    return None
                if token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", ""):
                    return None
                if token.lower_ in PRONOUN_GENDER:
                    entity = self._meant((number, token))
                    shown = f"{told} {sentence.span.text}"
                    known = entity and any(name in shown for name in (entity.name, *entity.aliases))
                    return None if entity is None or known else (number, token)
        return None

    def unknown_names(self, sentence: Candidate, told: str) -> list[tuple[Entity, Span]]:
        """The people whom a sentence calls by a part of a name that nothing shown gives in full."""
        shown = f"{told} {sentence.span.text}"
        found = []
        for person in self.people:
            first = bisect_left(person.mentions, sentence.span.start, key=lambda mention: mention.start)
            mention = person.mentions[first] if first < len(person.mentions) else None
            if not mention or mention.start >= sentence.span.end or person.name in shown:
                continue
            beside = self.text[mention.start - 1 : mention.start] + self.text[mention.end : mention.end + 1]
            is_compound = any(
                mark in beside for mark in "-‑"
            )  # "a Lovell-like figure", "the Waite-Lovell deck"
            short = COURTESY.sub("", mention.text)
            surname = person.name.split()[-1]
            told_apart = short != surname and surname in sentence.span.text  # "Mr Finch, known as Dora"
            known = self._was_full(person, sentence, told) or is_titled(told, short)
            if is_compound or told_apart or len(short.split()) > 1 or known:
                continue
            at = mention.end - len(short)
            place = token_at(self.pieces, at)
            token = place[1] if place else None
            doubtful = names_something_else(token) and not is_only_bearer(
                self.text, self.pieces, person, short, at
            )
            if not doubtful and not is_introduced(self.text, mention, token):
                found.append((person, mention))
        return sorted(found, key=lambda item: item[1].start)

    def full_name(self, unknown: Sequence[tuple[Entity, Span]], sentence: Candidate) -> Insertion | None:
        """The rest of the name, to be shown beside a bare surname or first name.

        None where it cannot be shown or is not certain, or where more than one name is wanted that the
        headline does not give.
        """
        wanted = [item for item in unknown if item[0].name not in self.headline] or list(unknown[:1])
        person, mention = wanted[0]
        short = COURTESY.sub("", mention.text)
        at = mention.end - len(short)
        inside = any(quote.span.start <= mention.start < quote.span.end for quote in self.quotes)
        if len(wanted) > 1 or inside or person.name not in self.text or mention.end > sentence.span.end:
            return None
        if not is_only_bearer(self.text, self.pieces, person, short, at):
            return None
        if person.name.endswith(f" {short}"):
            return Insertion(at, person.name.removesuffix(f" {short}"))
        if person.name.startswith(f"{short} "):
            return Insertion(mention.end, person.name.removeprefix(f"{short} "))
        return None

    def _was_full(self, person: Entity, sentence: Candidate, told: str) -> bool:
        """Whether a form of the person's name of two words or more stands in what is shown."""
        forms = (name for name in person.aliases if len(COURTESY.sub("", name).split()) > 1)
        return any(form in told or form in sentence.span.text for form in forms)

    def unknown_speaker(self, sentence: Candidate, told: str, *, follows: bool) -> bool:
        """Whether words are quoted from a "he" or "she" whom nothing shown names.

        Where the article does not tell who is meant, the sentence before it must be shown (`follows`).
        """
        for quote in self.quotes:
            if len(quote.span.text.split()) < STATEMENT_WORDS:
                continue
            said_here = quote.speaker and sentence.span.start <= quote.speaker.start < sentence.span.end
            if said_here and quote.speaker and _PERSONAL.fullmatch(quote.speaker.text):
                before = told + self.text[sentence.span.start : quote.speaker.start]
                name = quote.speaker_name
                if name is None and not follows:
                    return True
                if name and not any(part in before for part in (name, name.split()[-1])):
                    return True
        return False

    def named(self, pronoun: tuple[int, Token]) -> Insertion | None:
        """The name to be shown behind a pronoun; None if it is not certain."""
        place, token = pronoun
        entity = self._meant(pronoun)
        at = self.pieces[place].start + token.idx + len(token)
        contracted = self.text[at : at + 1] in ("'", "’")  # "she'll"
        if entity is None or contracted or entity.name not in self.text or self._is_reporter(entity, at):
            return None
        if not self._is_certain(pronoun, entity) or not self._is_last(entity, at):
            return None
        owns = token.tag_ == "PRP$"  # "his", and "her" before a noun
        return Insertion(at, entity.name + ("’s" if owns else ""))

    def _is_reporter(self, person: Entity, at: int) -> bool:
        """Whether a person stands before `at` in a byline alone: "| By Ada Lovell |"."""
        before = [item for item in person.mentions if item.start < at]
        return all(_BYLINE.search(self.text[max(0, item.start - 6) : item.start]) for item in before)

    def _is_certain(self, pronoun: tuple[int, Token], entity: Entity) -> bool:
        return is_certain(self.pieces, self.quoted, self.coreference, pronoun, entity)

    def _is_last(self, person: Entity, at: int) -> bool:
        """Whether nobody else with the person's surname is named behind them, before `at`."""
        surname = _GENERATION.sub("", person.name).split()[-1]
        return is_last_bearer(self.text, self.pieces, person, surname, at)

    def _meant(self, pronoun: tuple[int, Token]) -> Entity | None:
        """The entity that a pronoun stands for, as far as coreference can tell."""
        number = self.coreference.pronouns.get((pronoun[0], pronoun[1].i))
        return None if number is None else self.coreference.entities[number]

    def _pieces_of(self, sentence: Candidate) -> Iterator[tuple[int, Piece]]:
        """The pieces that a sentence lies in, with their numbers."""
        first = max(0, bisect_left(self.pieces, sentence.span.start + 1, key=lambda piece: piece.start) - 1)
        for number in range(first, len(self.pieces)):
            if self.pieces[number].start >= sentence.span.end:
                return
            yield number, self.pieces[number]

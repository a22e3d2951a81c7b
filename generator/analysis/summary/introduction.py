"""Who is meant: sentences that lean on words before them, and the name in brackets that frees them.

"He [Ada Lovell] also …": editors put in brackets what a reader of the excerpt cannot know. The span of the
sentence stays as it is; the insertion is kept beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.coreference import Coreference
from generator.analysis.language import Piece
from generator.analysis.records import Entity, Insertion, Quote, Span
from generator.analysis.summary.candidates import Candidate

# A closed class: pronouns and connectives that point back at words that may not be there.
_LEANING = re.compile(
    r"[\"“'‘(]?(?:he|she|it|they|his|her|hers|its|their|him|them|this|that|these|those|such|there|here"
    r"|now|later|both|"
    r"and|but|or|nor|so|yet|also|still|then|too|however|moreover|furthermore|meanwhile|instead"
    r"|nevertheless|nonetheless|"
    r"therefore|thus|hence|besides|additionally|elsewhere|another|others|afterwards|likewise|similarly"
    r"|indeed|otherwise|"
    r"conversely|consequently|accordingly|separately|either|neither|one of them|since then|in addition"
    r"|in contrast|"
    r"in response|in turn|in fact|in that|at the same time|at that|at this|after that|after this"
    r"|before that|before this|"
    r"because of this|on the other hand|on the contrary|despite (?:this|that|these|those)|as a result"
    r"|as such|"
    r"for (?:example|instance|this|that)|by (?:contrast|then)|even so|all of (?:this|that|these|those|them)|"
    r"(?:some|most|many|none|one|two|three|each|half) of (?:this|that|these|those|them)|"
    r"the (?:latter|former|same|two|pair|three|duo|trio|others?))\b",
    re.IGNORECASE,
)
# The same words where they point at nothing before them.
_UPRIGHT = re.compile(
    r"there(?:['’]s| (?:is|are|was|were|has|have|had|will|would|may|might|could|can|must|should|appears?"
    r"|seems?))\b"
    r"|th(?:is|ese) (?:days|morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|fall"
    r"|winter|season)\b"
    r"|(?:both|either|neither) [A-Z]",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"(?:he|she|his|her)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Gen|President|Senator|Minister)\.? "
)
_POSSESSIVE = frozenset(("his", "her"))


@dataclass(frozen=True, slots=True)
class Introduction:
    """Finds whom the sentences of an article speak of."""

    text: str
    pieces: Sequence[Piece]
    quotes: Sequence[Quote]
    people: Sequence[Entity]
    coreference: Coreference

    def leans(self, sentence: Candidate) -> bool:
        """Whether a sentence begins with a word that points back."""
        return bool(_LEANING.match(sentence.span.text)) and not _UPRIGHT.match(sentence.span.text)

    def insertion(self, sentence: Candidate) -> Insertion | None:
        """The name to be shown in a sentence that begins with a personal pronoun; None if it is not known."""
        match = _PERSONAL.match(sentence.span.text)
        entity = self._meant(sentence.span.start) if match else None
        if not match or not entity or entity.name not in self.text:
            return None
        mark = (
            "’s" if match.group().lower() in _POSSESSIVE and self._is_possessive(sentence.span.start) else ""
        )
        return Insertion(sentence.span.start + match.end(), entity.name + mark)

    def is_clear(self, sentence: Candidate, told: str) -> bool:
        """Whether the person meant by a pronoun in front is named in `told`, what is shown before."""
        if not _PERSONAL.match(sentence.span.text):
            return True
        entity = self._meant(sentence.span.start)
        return entity is None or any(name in told for name in (entity.name, *entity.aliases))

    def unknown_name(self, sentence: Candidate, told: str) -> tuple[Entity, Span] | None:
        """The first person whom a sentence calls by a part of a name that nothing shown gives in full."""
        shown = f"{told} {sentence.span.text}"
        for person in self.people:
            first = bisect_left(person.mentions, sentence.span.start, key=lambda mention: mention.start)
            mention = person.mentions[first] if first < len(person.mentions) else None
            if not mention or mention.start >= sentence.span.end or person.name in shown:
                continue
            is_compound = self.text[mention.end : mention.end + 1] in ("-", "‑")  # "a Lovell-like figure"
            if is_compound:
                continue
            if len(_TITLE.sub("", mention.text).split()) == 1 and not self._was_full(person, sentence, told):
                return person, mention
        return None

    def _was_full(self, person: Entity, sentence: Candidate, told: str) -> bool:
        """Whether a form of the person's name of two words or more stands in what is shown."""
        forms = (name for name in person.aliases if len(_TITLE.sub("", name).split()) > 1)
        return any(form in told or form in sentence.span.text for form in forms)

    def unknown_speaker(self, sentence: Candidate, told: str, *, follows: bool) -> bool:
        """Whether words are quoted from a "he" or "she" whom nothing shown names.

        Where the article does not tell who is meant, the sentence before it must be shown (`follows`).
        """
        for quote in self.quotes:
            said_here = quote.speaker and sentence.span.start <= quote.speaker.start < sentence.span.end
            if said_here and quote.speaker and _PERSONAL.fullmatch(quote.speaker.text):
                before = told + self.text[sentence.span.start : quote.speaker.start]
                name = quote.speaker_name
                if name is None and not follows:
                    return True
                if name and not any(part in before for part in (name, name.split()[-1])):
                    return True
        return False

    def full_name(self, person: Entity, mention: Span, sentence: Candidate) -> Insertion | None:
        """The rest of the name, to be shown beside a bare surname or first name; None where it cannot be."""
        short = _TITLE.sub("", mention.text)
        inside = any(quote.span.start <= mention.start < quote.span.end for quote in self.quotes)
        if inside or person.name not in self.text or mention.end > sentence.span.end:
            return None
        if person.name.endswith(f" {short}"):
            return Insertion(mention.end - len(short), person.name.removesuffix(f" {short}"))
        if person.name.startswith(f"{short} "):
            return Insertion(mention.end, person.name.removeprefix(f"{short} "))
        return None

    def _meant(self, start: int) -> Entity | None:
        """The entity that the pronoun at `start` stands for."""
        place = max(0, bisect_left(self.pieces, start + 1, key=lambda piece: piece.start) - 1)
        offset = start - self.pieces[place].start
        token = next((token for token in self.pieces[place].doc if token.idx == offset), None)
        number = None if token is None else self.coreference.pronouns.get((place, token.i))
        return None if number is None else self.coreference.entities[number]

    def _is_possessive(self, start: int) -> bool:
        """Whether the word at `start` is "his" or a "her" before a noun."""
        place = max(0, bisect_left(self.pieces, start + 1, key=lambda piece: piece.start) - 1)
        offset = start - self.pieces[place].start
        return any(token.idx == offset and token.tag_ == "PRP$" for token in self.pieces[place].doc)

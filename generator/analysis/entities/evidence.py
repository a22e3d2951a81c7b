"""What kind of thing a name is: evidence from the whole article, summed for each name.

The model guesses afresh at each mention. Here its guesses are votes, beside what the article says: a noun in
apposition ("Roscosmos, Russia's space agency"), a title, a verb of speech, the last word of the name itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.analysis.entities.countries import country_of, is_group
from generator.analysis.entities.mention import Mention, Reading
from generator.analysis.entities.vocabulary import (
    FEMALE_TITLES,
    HEAD_TYPES,
    MALE_TITLES,
    SPEECH_VERBS,
    TITLES,
    TRANSPORT_PREPOSITIONS,
    UNTOLD_HEADS,
)
from generator.analysis.records import ENTITY_TYPES, EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Weights in votes of the model; set on the development news, coarse on purpose.
GUESS, HEADLINE_GUESS, RULE, SAID_SO, AGENT = 1.0, 0.25, 2.0, 3.0, 1.0

Votes = dict[EntityType, float]


def gather(reading: Reading, mentions: Iterable[Mention]) -> dict[str, Votes]:
    """Sum the evidence for each normal form."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    mentions = list(mentions)
    for mention in mentions:
        tally = votes[mention.form]
        weight = HEADLINE_GUESS if reading.is_headline(mention.piece) else GUESS
        if mention.type:
            tally[mention.type] += RULE * weight if mention.source == "rule" else weight
        for kind, strength in _context(reading.doc(mention), mention):
            tally[kind] += strength
        _add_name(tally, mention)
    _add_neighbours(reading, mentions, votes)
    return votes


def _add_neighbours(reading: Reading, mentions: Iterable[Mention], votes: dict[str, Votes]) -> None:
    """In "between Glonass and Beidou" the one is what the other is: where one is told and one only guessed."""
    starts = {(mention.piece, mention.first): mention.form for mention in mentions}
    pairs = []
    for mention in mentions:
        doc = reading.doc(mention)
        other = starts.get((mention.piece, mention.last + 1))
        if other and mention.last < len(doc) and doc[mention.last].lower_ == "and":
            pairs += [(mention.form, other), (other, mention.form)]
    for unsure, sure in sorted(set(pairs)):
        kind = decide(votes[sure])
        if (
            votes[sure].get(kind, 0.0) >= SAID_SO > max(votes[unsure].values(), default=0.0)
            and kind == "product"
        ):
            votes[unsure][kind] += RULE


def share_votes(votes: dict[str, Votes], pairs: Iterable[tuple[str, str]]) -> None:
    """Give both names of each pair (a name and its acronym) the evidence for both."""
    for one, other in set(pairs):
        both = {kind: votes[one].get(kind, 0.0) + votes[other].get(kind, 0.0) for kind in ENTITY_TYPES}
        votes[one] = votes[other] = both


def decide(tally: Votes, default: EntityType = "organisation") -> EntityType:
    """The type with most evidence; of equals the first in the order of ENTITY_TYPES."""
    best = max(ENTITY_TYPES, key=lambda kind: tally.get(kind, 0.0))
    return best if tally.get(best, 0.0) > 0 else default


def _add_name(tally: Votes, mention: Mention) -> None:
    """What the name itself tells."""
    if country_of(mention.text):
        tally["place"] += 3 * SAID_SO
    elif is_group(mention.text):
        tally["group"] += SAID_SO
    else:
        words = mention.form.split()
        kind = HEAD_TYPES.get(words[-1]) if len(words) > 1 and words[-1] not in UNTOLD_HEADS else None
        if kind and kind != "person":
            tally[kind] += RULE


def _context(doc: Doc, mention: Mention) -> Iterable[tuple[EntityType, float]]:
    first, last = mention.first, mention.last
    noun = apposed_noun(doc, last)
    if noun:
        yield HEAD_TYPES[noun], SAID_SO
    before = doc[first - 1].lower_.rstrip(".") if first else ""
    carrier = doc[first - 2].lower_ if first > 1 and before in {"the", "a", "an"} else before
    if carrier in TRANSPORT_PREPOSITIONS or (
        carrier == "board" and first > 2 and doc[first - 3].lower_ == "on"
    ):
        yield "product", SAID_SO
    if before in MALE_TITLES or before in FEMALE_TITLES:
        yield "person", SAID_SO
    elif before in TITLES:
        yield "person", RULE
    elif before in HEAD_TYPES and doc[first - 1].text.islower() and _is_close(doc, first):
        yield HEAD_TYPES[before], RULE
    noun = following_noun(doc, last)
    if noun and HEAD_TYPES[noun] in {"event", "product"}:
        yield HEAD_TYPES[noun], RULE if HEAD_TYPES[noun] == "event" else GUESS
    head = doc[last - 1]
    if head.dep_ == "nsubj" and head.head.lemma_ in SPEECH_VERBS:
        yield "person", AGENT / 4
        yield "organisation", AGENT / 4


def _is_close(doc: Doc, first: int) -> bool:
    """ "the agency Roscosmos": noun and name side by side in one phrase."""
    return doc[first - 1].pos_ == "NOUN" and doc[first].tag_ in {"NNP", "NNPS"}


def apposed_noun(doc: Doc, last: int) -> str | None:
    """The head noun of an apposition that begins at token `last`: ", Russia's space agency," or "[China's system]"."""
    if last + 2 >= len(doc) or doc[last].text not in {",", "[", "(", "-", "–", "—", "--"}:
        return None
    index = last + 1
    if not _opens_phrase(doc, index):
        return None
    return _head_noun(doc, index)


def _opens_phrase(doc: Doc, index: int) -> bool:
    """A determiner, a possessive pronoun, or a possessor with its "'s"."""
    if doc[index].tag_ in {"DT", "PRP$"}:
        return True
    end = index
    while end < min(index + 4, len(doc)) and doc[end].tag_ in {"NNP", "NNPS", "NN"}:
        end += 1
    return end > index and end < len(doc) and doc[end].tag_ == "POS"


def _head_noun(doc: Doc, index: int) -> str | None:
    """The last noun of the phrase before it is closed by a comma, a preposition or a verb."""
    noun = None
    for token in doc[index : index + 10]:
        if token.tag_ in {"NN", "NNS"}:
            noun = token
        elif token.tag_ not in {
            "DT",
            "PRP$",
            "JJ",
            "JJS",
            "JJR",
            "CD",
            "NNP",
            "NNPS",
            "POS",
            "HYPH",
            "VBN",
            "VBG",
            "RB",
            "RBS",
            "CC",
        } or (noun is not None and token.tag_ in {"DT", "CC", "RB"}):
            break
    if noun is None:
        return None
    return next((word for word in (noun.lower_, noun.lemma_.lower()) if word in HEAD_TYPES), None)


def following_noun(doc: Doc, last: int) -> str | None:
    """The noun that the name stands before: "the Sfera international navigational forum"."""
    noun = None
    for token in doc[last : last + 5]:
        if token.tag_ not in {"NN", "NNS", "JJ"} or not token.text.islower():
            break
        noun = token if token.tag_ != "JJ" else noun
    if noun is None:
        return None
    return next((word for word in (noun.lower_, noun.lemma_.lower()) if word in HEAD_TYPES), None)

"""What kind of thing a name is: evidence from the whole article, summed for each name.

The model guesses afresh at each mention. Here its guesses are votes, beside what the article says: a noun in
apposition ("Roscosmos, Russia's space agency"), a title, a verb of speech, the last word of the name itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from generator.analysis.names.acronyms import is_acronym
from generator.analysis.names.context import (
    apposed_noun,
    following_noun,
    head_type,
    is_aged,
    is_agent_noun,
    is_carried,
    is_inhabited,
    is_located,
    is_proper,
    is_relative,
    noun_apposed_before,
    noun_before,
    place_noun_of,
)
from generator.analysis.names.countries import country_of, country_of_people, is_country, is_group
from generator.analysis.names.gender import gender_of_name
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.nouns import FIRST_HEADS, HEAD_TYPES, NAME_HEADS, OF_HEADS
from generator.analysis.names.person_name import PersonName
from generator.analysis.records import ENTITY_TYPES, EntityType
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

ACCOUNT_NOUNS = words("things.accounts")
CITY_NAMES = words("places.given_names")
COMPANY_NOUNS = words("bodies.owned")
COMPANY_SUFFIXES = words("bodies.company_suffixes")
FOLLOWING_NOUNS = words("bodies.followed")
GENERIC_HEADS = words("bodies.generic")
MAKING_VERBS = words("verbs.making")
COURTESY_TITLES = words("persons.courtesy_titles")
MEDIA_NOUNS = words("bodies.media")
ORGANISATION_HEADS = words("bodies.nouns")
PARTICLES = words("persons.name_particles")
PLACE_HEADS = words("places.nouns")
SACRED_TEXTS = words("things.sacred_texts")
SPEECH_VERBS = words("verbs.speech")
TITLES = words("persons.titles")
UNIT_WORDS = words("bodies.units")

# Weights in votes of the model; set on the development news, coarse on purpose.
GUESS, DISPLAY_GUESS, RULE, SAID_SO = 1.0, 0.25, 2.0, 3.0

_LIST = 16
"""Tokens looked back over for the verb that a list of names is the object of."""

_BODY_WORDS = UNIT_WORDS | ORGANISATION_HEADS | PLACE_HEADS | COMPANY_SUFFIXES | NAME_HEADS.keys()

UNINTRODUCED = 0.6
"""What a guess "person" is worth for a single word that no full name and no title introduces."""

_NO_TITLES = words("persons.loose_titles")
"""Words among the titles that also stand before other names ("former Alaska governor", "General Motors")."""

Votes = dict[EntityType, float]


def gather(reading: Reading, mentions: Iterable[Mention]) -> dict[str, Votes]:
    """Sum the evidence for each normal form."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    mentions = list(mentions)
    for mention in mentions:
        tally = votes[mention.form]
        weight = DISPLAY_GUESS if reading.is_display(mention.piece) else GUESS
        if mention.type:
            tally[mention.type] += RULE * weight if mention.source == "rule" else weight
        for kind, strength in context(reading.doc(mention), mention):
            tally[kind] += strength * weight
    texts = {mention.form: mention.text for mention in mentions}
    titled = {mention.form for mention in mentions if is_titled(reading.doc(mention), mention.first)}
    surnames = _surnames(mentions)
    for form, text in texts.items():
        _weigh_name(votes[form], text)
        if form not in surnames and form not in titled and " " not in form and votes[form]["person"] > 0:
            votes[form]["person"] *= UNINTRODUCED
    _add_neighbours(reading, mentions, votes)
    return votes


def _surnames(mentions: Sequence[Mention]) -> set[str]:
    """The parts of the full names of people."""
    full = [PersonName.of(mention.text) for mention in mentions if mention.type == "person"]
    return {part for name in full if len(name.form) > 1 for part in (*name.form, " ".join(name.bare))}


def share_votes(votes: dict[str, Votes], pairs: Iterable[tuple[str, str]]) -> None:
    """Give both names of each pair (a name and its acronym) the evidence for both."""
    for one, other in sorted(set(pairs)):
        both = {kind: votes[one].get(kind, 0.0) + votes[other].get(kind, 0.0) for kind in ENTITY_TYPES}
        votes[one] = votes[other] = both


def decide(tally: Votes, default: EntityType = "organisation") -> EntityType:
    """The type with most evidence; of equals the first in the order of ENTITY_TYPES."""
    best = max(ENTITY_TYPES, key=lambda kind: tally.get(kind, 0.0))
    return best if tally.get(best, 0.0) > 0 else default


def _weigh_name(tally: Votes, text: str) -> None:
    """What the name itself tells."""
    if is_country(text):
        tally["place"] += 3 * SAID_SO
    elif is_group(text):
        tally["group"] += 3 * SAID_SO if country_of_people(text) else SAID_SO
    elif country_of(text):
        tally["place"] += RULE
    elif text.casefold() in SACRED_TEXTS:
        tally["work"] += 2 * SAID_SO
    elif text.casefold() in GENERIC_HEADS:
        tally["organisation"] += RULE
    else:
        kind = name_type(text)
        if kind:
            tally[kind] += RULE if kind == "organisation" else SAID_SO
        elif _has_given_name(text):
            tally["person"] += GUESS * 1.5


def _has_given_name(text: str) -> bool:
    """Whether a name reads like a person's: a given name first, and no noun of bodies or places last."""
    words = text.casefold().split()
    if not 1 < len(words) < 5 or words[0] in CITY_NAMES or country_of(text.partition(" ")[0]):
        return False
    return words[-1] not in _BODY_WORDS and gender_of_name(text) is not None


def name_type(text: str) -> EntityType | None:
    """The type that the words of a name tell, or None."""
    words = text.casefold().replace(".", "").split()
    if words and words[-1].endswith(("'s", "’s")):
        return "organisation"
    if len(words) < 2:
        return None
    if "of" in words[1:-1]:
        return OF_HEADS.get(words[words.index("of", 1) - 1]) or NAME_HEADS.get(
            words[words.index("of", 1) - 1]
        )
    if words[0] in {"west", "left", "south"} and words[-1] == "bank":
        return "place"
    if any(word in PARTICLES for word in words[1:-1]) and text.split()[1].islower():
        return "person"
    return NAME_HEADS.get(words[-1]) or FIRST_HEADS.get(words[0])


def context(doc: Doc, mention: Mention) -> Iterator[tuple[EntityType, float]]:
    """Yield what the words around a mention tell, with its strength; below nought is against."""
    first, last = mention.first, mention.last
    apposed = head_type(apposed_noun(doc, last))
    if apposed:
        yield HEAD_TYPES[apposed], SAID_SO
    if is_titled(doc, first) or is_aged(doc, last) or is_relative(doc, last, "who"):
        yield "person", SAID_SO
    elif is_relative(doc, last, "which") or is_located(doc, first):
        yield "person", -GUESS
    if is_carried(doc, first):
        yield "product", SAID_SO
    yield from _before(doc, mention)
    yield from _after(doc, mention)
    yield from _grammar(doc, last)


def _before(doc: Doc, mention: Mention) -> Iterator[tuple[EntityType, float]]:
    """A noun that the name is given to."""
    first = mention.first
    noun = noun_before(doc, first)
    given = head_type(noun)
    if given and HEAD_TYPES[given] != "place":  # "the city council": of the place, not the place
        yield HEAD_TYPES[given], RULE
    elif noun is not None and is_agent_noun(noun):
        yield "person", RULE
    given = head_type(noun_apposed_before(doc, first, mention.last))
    if given:
        yield HEAD_TYPES[given], RULE
    given = head_type(place_noun_of(doc, first))
    if (given and HEAD_TYPES[given] == "place") or is_inhabited(doc, first):
        yield "place", SAID_SO
    if is_located(doc, first) or (first and doc[first - 1].lower_ == "from"):
        yield "place", GUESS * 0.75


def _after(doc: Doc, mention: Mention) -> Iterator[tuple[EntityType, float]]:
    """A noun that the name stands before, or what only a company has."""
    last = mention.last
    noun = following_noun(doc, last)
    named = head_type(noun)
    kind = HEAD_TYPES[named] if named else None
    if noun is not None and noun.lower_ in MEDIA_NOUNS:
        yield "organisation", RULE
    elif noun is not None and noun.lower_ in ACCOUNT_NOUNS:
        yield "product", RULE if mention.type == "person" else 0.0
    elif noun is not None and noun.lower_ in FOLLOWING_NOUNS and not is_acronym(mention.text):
        yield "person", RULE
    elif kind == "product":
        yield kind, GUESS if mention.type in {"organisation", "place"} else RULE
    elif kind == "place" and noun is not None and noun.i == last:
        yield kind, GUESS
    elif kind == "event" and _names_an_event(doc, mention):
        yield kind, RULE
    owned = last + (last < len(doc) and doc[last].tag_ == "POS")
    if owned > last and owned < len(doc) and doc[owned].ent_type_ == "PERSON":
        yield "organisation", GUESS  # "Commentary's Noah Rothman"
    if owned < len(doc) and doc[owned].lower_ in COMPANY_NOUNS:
        yield "organisation", GUESS if owned > last else GUESS / 2


def _grammar(doc: Doc, last: int) -> Iterator[tuple[EntityType, float]]:
    """What the verb tells whose subject or object the name is."""
    head = doc[last - 1]
    if head.dep_ == "nsubj" and head.head.lemma_ in SPEECH_VERBS:
        yield "person", GUESS / 4
        yield "organisation", GUESS / 4
    if _is_made(doc, last - 1):
        yield "product", GUESS * 1.5


def _names_an_event(doc: Doc, mention: Mention) -> bool:
    """ "at the Sfera forum": a name of its own, not a body, place or person whose forum it is."""
    article = doc[mention.first - 1].lower_ if mention.first else ""
    return (
        article == "the" and mention.type not in {"place", "person", "group"} and not is_acronym(mention.text)
    )


def _is_made(doc: Doc, index: int) -> bool:
    """Whether a name is the object of a verb of making, or stands in a list of names that one opens."""
    for token in reversed(doc[max(index - _LIST, 0) : index + 1]):
        if token.dep_ == "dobj":
            return token.head.lemma_ in MAKING_VERBS and token.head.i < token.i
        if not (is_proper(token) or token.text in {",", "and", "or", "&"}):
            return False
    return False


def is_titled(doc: Doc, first: int) -> bool:
    """Whether a person's title stands before token `first`: "Mr", "Senator"."""
    if not first:
        return False
    title = doc[first - 1]
    word = title.lower_.rstrip(".")
    if word in COURTESY_TITLES:
        return title.text[0].isupper()
    return word in TITLES and word not in _NO_TITLES and is_proper(title)


def _add_neighbours(reading: Reading, mentions: Iterable[Mention], votes: dict[str, Votes]) -> None:
    """In "Glonass and Beidou" the one is what the other is: where one is told and one only guessed."""
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

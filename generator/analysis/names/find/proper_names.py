"""Runs of proper nouns that the model left without a label, where the text tells what they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.names.context import is_proper
from generator.analysis.names.find.model import LABELS
from generator.analysis.names.find.no_names import are_common_initials
from generator.analysis.names.finders import RULE
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.type.context_rules import context_reasons
from generator.analysis.names.type.name_rules import name_reason, noun_type
from generator.analysis.records import EntityType
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CALENDAR = words("function_words.calendar")
COMPANY_SUFFIXES = words("bodies.company_suffixes")
PARTICLES = words("persons.name_particles")
SPEECH_VERBS = words("verbs.speech")
TITLES = words("persons.titles")

_JOINERS = frozenset({",", "and", "or", "&"})
LONGEST_RUN = 6
"""Tokens of the longest run that is taken for one name."""

SEARCHED = 40
"""Tokens of a run that are looked at, which keeps a text of nothing but names in linear time."""


def is_capitalised(token: Token) -> bool:
    """Whether a token begins with a capital and is not a name of the calendar."""
    return token.text[0].isupper() and token.lower_.rstrip(".") not in CALENDAR


def run_after(doc: Doc, first: int) -> int:
    """The end of the run of proper-noun tokens that begins at `first`."""
    last = first
    while last < min(len(doc), first + SEARCHED) and _runs_on(doc, first, last):
        last += 1
    while last > first and not doc[last - 1].text[-1].isalnum():
        last -= 1
    return last


def _runs_on(doc: Doc, first: int, index: int) -> bool:
    token = doc[index]
    if is_proper(token):
        return is_capitalised(token)
    if index == first:
        return False
    if token.like_num:
        return not token.text[0].isalpha()
    return token.text in {"-", "&"} and index + 1 < len(doc) and doc[index + 1].text[0].isupper()


def run_before(doc: Doc, last: int) -> int:
    """The beginning of the run of proper-noun tokens that ends before `last`."""
    first = last
    lowest = max(0, last - SEARCHED)
    while (
        first > lowest
        and doc[first - 1].tag_ in {"NNP", "NNPS", "CD"}
        and _starts_like_a_name(doc[first - 1])
    ):
        first -= 1
    while first < last and not is_capitalised(doc[first]):
        first += 1
    return first


def _starts_like_a_name(token: Token) -> bool:
    return is_capitalised(token) or token.text[0].isdigit()


def unlabelled_names(reading: Reading) -> Iterator[Mention]:
    """Yield runs that their own words or the words around them type surely."""
    for number, piece in enumerate(reading.pieces):
        if reading.is_display(number):
            continue
        doc, index = piece.doc, 0
        while index < len(doc):
            last = run_after(doc, index) if is_proper(doc[index]) and not doc[index].ent_type_ else index
            if last > index:
                yield from _typed(reading, number, index, last)
            index = max(last, index + 1)


def _typed(reading: Reading, number: int, first: int, last: int) -> Iterator[Mention]:
    doc = reading.pieces[number].doc
    while first < last - 1 and doc[first].lower_.rstrip(".") in TITLES:
        first += 1
    if last - first > LONGEST_RUN or any(token.ent_type_ for token in doc[first:last]):
        return
    mention = reading.mention(number, first, last, type=None, rule="proper-nouns")
    if are_common_initials(mention.text):
        return
    kind = _kind(doc, mention)
    if kind:
        yield reading.mention(number, first, last, type=kind, rule="proper-nouns")


def _kind(doc: Doc, mention: Mention) -> EntityType | None:
    words = mention.form.split()
    if len(words) > 1 and words[-1] in COMPANY_SUFFIXES:
        return "organisation"
    if all(word in TITLES or word in PARTICLES for word in words):
        return None
    kind = noun_type(mention.text)
    if kind:
        return kind
    told = (reason.type for reason in context_reasons(doc, mention) if reason.weight >= RULE)
    kind = next(told, None)
    head = doc[mention.last - 1]
    if kind is None and head.dep_ == "nsubj" and head.head.lemma_ in SPEECH_VERBS:
        return "organisation" if len(words) == 1 else "person"
    return kind or _listed_with(doc, mention) or _by_given_name(doc, mention)


def _by_given_name(doc: Doc, mention: Mention) -> EntityType | None:
    """ "under Hugo Wex": two proper nouns of which the first is a given name, within a sentence."""
    given = mention.last - mention.first == 2 and not doc[mention.first].is_sent_start
    reason = name_reason(mention.text) if given else None
    return reason.type if reason and reason.rule == "given-name" else None


def _listed_with(doc: Doc, mention: Mention) -> EntityType | None:
    """The type of the name beside it in a list: "via Facebook and Twitter"."""
    before = doc[mention.first - 2] if mention.first > 1 and doc[mention.first - 1].text in _JOINERS else None
    after = (
        doc[mention.last + 1] if mention.last + 1 < len(doc) and doc[mention.last].text in _JOINERS else None
    )
    token = doc[mention.last - 1]
    if before is not None and (token.dep_ == "conj" or (after is not None and after.dep_ == "conj")):
        return LABELS.get(before.ent_type_)
    if after is not None and after.dep_ == "conj" and after.ent_type_:
        return LABELS.get(after.ent_type_)
    return None

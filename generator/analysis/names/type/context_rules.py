"""What the words around a name tell of its type: one table of rules, each with its test, type and weight.

A test gets the parsed piece and the mention, and returns the word that it goes by, or "" where it does not
hold. A rule's type is one for all words, or a table by the word. Weights are in votes of the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
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
    is_titled,
    noun_apposed_before,
    noun_before,
    place_noun_of,
)
from generator.analysis.names.finders import GUESS, RULE, SAID_SO
from generator.analysis.names.known import known_type
from generator.analysis.names.nouns import HEAD_TYPES
from generator.analysis.records import EntityType, Reason
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from generator.analysis.names.mention import Mention

    Test = Callable[[Doc, Mention], str]

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "CD", "HYPH", "POS"})

_LIST = 16
"""Tokens looked back over for the verb that a list of names is the object of."""


@dataclass(frozen=True, slots=True)
class TypeRule:
    """A rule: its id, what it says in plain words, its test, and the type that it tells with its weight."""

    id: str
    says: str
    test: Test
    type: EntityType | Mapping[str, EntityType]
    weight: float

    def reasons(self, doc: Doc, mention: Mention) -> Iterator[Reason]:
        """Yield the evidence of the rule, if it holds."""
        word = self.test(doc, mention)
        kind = self.type.get(word) if isinstance(self.type, Mapping) else self.type
        if word and kind:
            yield Reason(self.id, word, kind, self.weight)


def _key(noun: Token | None) -> str:
    return head_type(noun) or ""


def _word(doc: Doc, index: int, holds: bool) -> str:
    """The word at a token, if the test holds."""
    return str(doc[index].text) if holds and 0 <= index < len(doc) else ""


def _apposed(doc: Doc, mention: Mention) -> str:
    return _key(apposed_noun(doc, mention.last))


def _titled(doc: Doc, mention: Mention) -> str:
    return _word(doc, mention.first - 1, is_titled(doc, mention.first))


def _aged(doc: Doc, mention: Mention) -> str:
    return _word(doc, mention.last + 1, is_aged(doc, mention.last))


def _who(doc: Doc, mention: Mention) -> str:
    return _word(doc, mention.last + 1, is_relative(doc, mention.last, "who"))


def _is_somebody(doc: Doc, mention: Mention) -> bool:
    return bool(_titled(doc, mention) or _aged(doc, mention) or _who(doc, mention))


def _which(doc: Doc, mention: Mention) -> str:
    holds = is_relative(doc, mention.last, "which") and not _is_somebody(doc, mention)
    return _word(doc, mention.last + 1, holds)


def _located(doc: Doc, mention: Mention) -> str:
    return _word(doc, mention.first - 1, is_located(doc, mention.first) and not _is_somebody(doc, mention))


def _behind_article(doc: Doc, mention: Mention) -> str:
    """ "told the Orlo": nobody is called "the Roe"; but "the Roe trial", "the Roes", "the late Mr Roe"."""
    article = doc[mention.first - 1] if mention.first else None
    if article is None or article.lower_ not in {"the", "a", "an"} or _is_somebody(doc, mention):
        return ""
    after = doc[mention.last] if mention.last < len(doc) else None
    if doc[mention.last - 1].tag_ == "NNPS" or doc[mention.last - 1].text.endswith("s"):
        return ""
    described = after is not None and (after.tag_ in _NOUNS or after.text in {"-", "'s", "’s"})
    return "" if described else str(article.lower_)


def _governed(doc: Doc, mention: Mention) -> str:
    """ "Orlo's finance minister": what only a state or a town has."""
    if mention.last >= len(doc) or doc[mention.last].tag_ != "POS":
        return ""
    noun = following_noun(doc, mention.last + 1)
    return noun.lower_ if noun is not None and noun.lower_ in words("places.governed") else ""


def _carried(doc: Doc, mention: Mention) -> str:
    return "aboard" if is_carried(doc, mention.first) else ""


def _given_to(doc: Doc, mention: Mention) -> str:
    return _key(noun_before(doc, mention.first))


def _agent(doc: Doc, mention: Mention) -> str:
    noun = noun_before(doc, mention.first)
    return noun.lower_ if noun is not None and not head_type(noun) and is_agent_noun(noun) else ""


def _apposed_before(doc: Doc, mention: Mention) -> str:
    return _key(noun_apposed_before(doc, mention.first, mention.last))


def _noun_of(doc: Doc, mention: Mention) -> str:
    noun = _key(place_noun_of(doc, mention.first))
    if noun and HEAD_TYPES[noun] == "place":
        return noun
    return _word(doc, mention.first - 2, is_inhabited(doc, mention.first))


def _at(doc: Doc, mention: Mention) -> str:
    before = doc[mention.first - 1].lower_ if mention.first else ""
    return before if is_located(doc, mention.first) or before == "from" else ""


def _behind(doc: Doc, mention: Mention, name: str) -> str:
    """The noun behind the name, if it is in a list of the lexicon."""
    noun = following_noun(doc, mention.last)
    return noun.lower_ if noun is not None and noun.lower_ in words(name) else ""


def _medium(doc: Doc, mention: Mention) -> str:
    return _behind(doc, mention, "bodies.media")


def _account(doc: Doc, mention: Mention) -> str:
    return _behind(doc, mention, "things.accounts") if mention.type == "person" else ""


def _followed(doc: Doc, mention: Mention) -> str:
    return "" if is_acronym(mention.text) else _behind(doc, mention, "bodies.followed")


def _head_behind(doc: Doc, mention: Mention, kind: EntityType) -> str:
    """The noun of a type behind the name, where no other rule reads it."""
    noun = following_noun(doc, mention.last)
    key = _key(noun)
    if noun is None or HEAD_TYPES.get(key) != kind:
        return ""
    read = ("bodies.media", "things.accounts", "bodies.followed")
    return "" if any(noun.lower_ in words(name) for name in read) else key


def _product_behind(doc: Doc, mention: Mention) -> str:
    return "" if mention.type in {"organisation", "place"} else _head_behind(doc, mention, "product")


def _makers_product(doc: Doc, mention: Mention) -> str:
    return _head_behind(doc, mention, "product") if mention.type in {"organisation", "place"} else ""


def _place_behind(doc: Doc, mention: Mention) -> str:
    noun = following_noun(doc, mention.last)
    return _head_behind(doc, mention, "place") if noun is not None and noun.i == mention.last else ""


def _event_behind(doc: Doc, mention: Mention) -> str:
    """ "at the Sfera forum": a name of its own, not a body, place or person whose forum it is."""
    article = doc[mention.first - 1].lower_ if mention.first else ""
    own = mention.type not in {"place", "person", "group"} and not is_acronym(mention.text)
    return _head_behind(doc, mention, "event") if article == "the" and own else ""


def _works_behind(doc: Doc, mention: Mention) -> str:
    """ "the Harland shipyard": what works under the name; "the Boston shipyard" is only in Boston."""
    noun = following_noun(doc, mention.last)
    own = noun is not None and noun.i == mention.last and mention.type != "place"
    return _behind(doc, mention, "bodies.works") if own else ""


def _owner(doc: Doc, mention: Mention) -> str:
    """ "Commentary's Noah Rothman"."""
    owned = mention.last + 1
    possessive = owned < len(doc) and doc[mention.last].tag_ == "POS"
    return _word(doc, owned, possessive and doc[owned].ent_type_ == "PERSON")


def _owns(doc: Doc, mention: Mention) -> str:
    owned = mention.last + 1
    possessive = owned < len(doc) and doc[mention.last].tag_ == "POS"
    return _word(doc, owned, possessive and doc[owned].lower_ in words("bodies.owned"))


def _has(doc: Doc, mention: Mention) -> str:
    last = mention.last
    return _word(doc, last, last < len(doc) and doc[last].lower_ in words("bodies.owned"))


def _speaks(doc: Doc, mention: Mention) -> str:
    head = doc[mention.last - 1]
    lemma = head.head.lemma_
    return lemma if head.dep_ == "nsubj" and lemma in words("verbs.speech") else ""


def _made(doc: Doc, mention: Mention) -> str:
    """The verb of making whose object the name is, or a list of names that it ends."""
    index = mention.last - 1
    for token in reversed(doc[max(index - _LIST, 0) : index + 1]):
        if token.dep_ == "dobj":
            made = token.head.lemma_ in words("verbs.making") and token.head.i < token.i
            return token.head.lemma_ if made else ""
        if not (is_proper(token) or token.text in {",", "and", "or", "&"}):
            return ""
    return ""


def _maker(doc: Doc, mention: Mention) -> str:
    """ "Google's Gemini": what a firm has a name for, where it is no person and no place."""
    first = mention.first
    if first < 2 or doc[first - 1].tag_ != "POS" or mention.type not in {"organisation", "product", "work"}:
        return ""
    owner = doc[first - 2].text
    firm = "organisation" in {known_type(owner, sure=True), known_type(owner, sure=False)}
    return owner if firm and not is_acronym(owner) and not is_acronym(mention.text) else ""


def _of_work(doc: Doc, mention: Mention) -> str:
    """ "episodes of X", "a sequel to X", "starred in X"."""
    first = mention.first - (1 if mention.first and doc[mention.first - 1].lower_ == "the" else 0)
    if first < 2 or doc[first - 1].lower_ not in {"of", "to", "in"}:
        return ""
    before = doc[first - 2]
    if doc[first - 1].lower_ == "in":
        return before.lemma_ if before.lemma_.lower() in words("verbs.starring") else ""
    return before.lower_ if before.lower_ in words("things.of_works") else ""


def _shown(doc: Doc, mention: Mention) -> str:
    """ "X streams on", "X premiered"."""
    head = doc[mention.last - 1]
    lemma = head.head.lemma_
    return lemma if head.dep_ == "nsubj" and lemma in words("verbs.showing") else ""


def _dated(doc: Doc, mention: Mention) -> str:
    """ "X (2014)"."""
    after = doc[mention.last : mention.last + 3].text if mention.last + 2 < len(doc) else ""
    year = after.replace(" ", "")
    return year[1:-1] if len(year) == 6 and year[0] + year[-1] == "()" and year[1:-1].isdigit() else ""


_NOT_PLACES = {word: kind for word, kind in HEAD_TYPES.items() if kind != "place"}
"""Before a name a noun of places is no sign: "the city council" is of the place, not the place."""

CONTEXT_RULES = (
    TypeRule("apposition", "a noun in apposition behind it", _apposed, HEAD_TYPES, SAID_SO),
    TypeRule("title", "a title before it", _titled, "person", SAID_SO),
    TypeRule("age", "an age behind it", _aged, "person", SAID_SO),
    TypeRule("who", "who behind it", _who, "person", SAID_SO),
    TypeRule("which", "which behind it", _which, "person", -GUESS),
    TypeRule("no-person-there", "it is where something is", _located, "person", -GUESS),
    TypeRule("behind-article", "an article before it", _behind_article, "person", -GUESS),
    TypeRule("governed", "what only a state or a town has", _governed, "place", RULE),
    TypeRule("carried", "somebody is aboard it", _carried, "product", SAID_SO),
    TypeRule("noun-before", "the noun before it", _given_to, _NOT_PLACES, RULE),
    TypeRule("agent-before", "a noun of doers before it", _agent, "person", RULE),
    TypeRule("apposed-before", "a noun before it in apposition", _apposed_before, HEAD_TYPES, RULE),
    TypeRule("place-of", "what only places have something of", _noun_of, "place", SAID_SO),
    TypeRule("there", "it is where something is", _at, "place", GUESS * 0.75),
    TypeRule("medium", "a noun of media behind it", _medium, "organisation", RULE),
    TypeRule("account", "what only a service on the net has", _account, "product", RULE),
    TypeRule("followed", "what only a politician has", _followed, "person", RULE),
    TypeRule("product-behind", "a noun of products behind it", _product_behind, "product", RULE),
    TypeRule("makers-product", "a noun of products behind its maker", _makers_product, "product", GUESS),
    TypeRule("place-behind", "a noun of places behind it", _place_behind, "place", GUESS),
    TypeRule("event-behind", "a noun of events behind it", _event_behind, "event", RULE),
    TypeRule("works-behind", "a works or an institution under its name", _works_behind, "organisation", RULE),
    TypeRule("employer", "a person behind its possessive", _owner, "organisation", GUESS),
    TypeRule("owner", "what only a company owns", _owns, "organisation", GUESS),
    TypeRule("company-noun", "what only a company has, behind it", _has, "organisation", GUESS / 2),
    TypeRule("speaking-person", "it speaks", _speaks, "person", GUESS / 4),
    TypeRule("speaking-body", "it speaks", _speaks, "organisation", GUESS / 4),
    TypeRule("maker", "its maker's possessive before it", _maker, "product", GUESS * 1.5),
    TypeRule("of-work", "what only a work has", _of_work, "work", RULE),
    TypeRule("shown", "it is shown", _shown, "work", GUESS),
    TypeRule("dated", "a year in brackets behind it", _dated, "work", GUESS * 1.5),
    TypeRule("made", "somebody makes it", _made, "product", GUESS * 1.5),
)
"""All that the words around a name tell."""


def context_reasons(doc: Doc, mention: Mention) -> Iterator[Reason]:
    """Yield the evidence of the words around a mention; a weight below zero is against a type."""
    for rule in CONTEXT_RULES:
        yield from rule.reasons(doc, mention)

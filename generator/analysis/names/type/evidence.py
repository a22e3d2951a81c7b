"""What kind of thing a name is: evidence from the whole article, summed for each name.

The model guesses afresh at each mention. Here its guesses are votes, beside what the article says: a noun in
apposition ("Roscosmos, Russia's space agency"), a title, a verb of speech, the last word of the name itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.analysis.names.context import is_titled
from generator.analysis.names.finders import FINDERS, RULE, SAID_SO
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.person_name import PersonName
from generator.analysis.names.type.context_rules import context_reasons
from generator.analysis.names.type.name_rules import name_reason
from generator.analysis.records import ENTITY_TYPES, EntityType, Reason

DISPLAY = 0.25
"""What a mention in a headline counts for, where any word may have a capital."""

UNINTRODUCED = 0.6
"""What a guess "person" is worth for a single word that no full name and no title introduces."""

DECISIVE = 100.0
"""The weight of what settles a type whatever the rest tells."""

Evidence = dict[str, list[Reason]]
"""The reasons for each normal form of a name."""

ARTICLE_RULES = {
    "unintroduced": "a single word that no full name and no title introduces is less likely a person",
    "neighbour": "it stands beside a product: X and Y",
    "same-name": "what is told of its other name: an acronym, or a byname that the article gives",
    "registry-type": "the registry tells its type",
    "surname": "it is the surname of a person whom the article names in full",
    "company-head": "it is the first word of a company's name",
}
"""Rules that read the whole article, by their ids, in plain words."""


def weight(reasons: Iterable[Reason], kind: EntityType) -> float:
    """The sum of what the reasons tell for a type."""
    return sum(reason.weight for reason in reasons if reason.type == kind)


def gather(reading: Reading, mentions: Iterable[Mention]) -> Evidence:
    """Collect the evidence for each normal form."""
    evidence: Evidence = defaultdict(list)
    mentions = list(mentions)
    for mention in mentions:
        evidence[mention.form] += _of_mention(reading, mention)
    texts = {mention.form: mention.text for mention in mentions}
    introduced = _surnames(mentions) | {
        mention.form for mention in mentions if is_titled(reading.doc(mention), mention.first)
    }
    for form, text in texts.items():
        reason = name_reason(text)
        evidence[form] += [reason] if reason else []
        person = weight(evidence[form], "person")
        if form not in introduced and " " not in form and person > 0:
            evidence[form].append(Reason("unintroduced", text, "person", person * (UNINTRODUCED - 1)))
    _add_neighbours(reading, mentions, evidence)
    return evidence


def _of_mention(reading: Reading, mention: Mention) -> Iterator[Reason]:
    """Yield what a finder and the words around a mention tell."""
    doc, share = reading.doc(mention), DISPLAY if reading.is_display(mention.piece) else 1.0
    if mention.type:
        label = doc[mention.first].ent_type_ if mention.rule == "model" else mention.text
        yield Reason(mention.rule, label, mention.type, FINDERS[mention.rule].weight * share)
    for reason in context_reasons(doc, mention):
        yield Reason(reason.rule, reason.words, reason.type, reason.weight * share)


def _surnames(mentions: Sequence[Mention]) -> set[str]:
    """The parts of the full names of people."""
    full = [PersonName.of(mention.text) for mention in mentions if mention.type == "person"]
    return {part for name in full if len(name.form) > 1 for part in (*name.form, " ".join(name.bare))}


def share_evidence(evidence: Evidence, pairs: Iterable[tuple[str, str]]) -> None:
    """Give both names of each pair (a name and its acronym) the evidence for both."""
    for one, other in sorted(set(pairs)):
        mine, theirs = evidence[one], evidence[other]
        evidence[one] = mine + _shared(theirs, other)
        evidence[other] = theirs + _shared(mine, one)


def _shared(reasons: Iterable[Reason], name: str) -> list[Reason]:
    """What is told of another name, a reason for each type."""
    kept = list(reasons)
    sums = ((kind, weight(kept, kind)) for kind in ENTITY_TYPES)
    return [Reason("same-name", name, kind, total) for kind, total in sums if total]


def decide(reasons: Sequence[Reason], default: EntityType = "organisation") -> EntityType:
    """The type with most evidence; of equals the first in the order of ENTITY_TYPES."""
    best = max(ENTITY_TYPES, key=lambda kind: weight(reasons, kind))
    return best if weight(reasons, best) > 0 else default


def most(reasons: Sequence[Reason]) -> float:
    """The weight of the type with most evidence."""
    return max((weight(reasons, kind) for kind in ENTITY_TYPES), default=0.0)


def _add_neighbours(reading: Reading, mentions: Iterable[Mention], evidence: Evidence) -> None:
    """In "Glonass and Beidou" the one is what the other is: where one is told and one only guessed."""
    starts = {(mention.piece, mention.first): mention.form for mention in mentions}
    pairs = []
    for mention in mentions:
        doc = reading.doc(mention)
        other = starts.get((mention.piece, mention.last + 1))
        if other and mention.last < len(doc) and doc[mention.last].lower_ == "and":
            pairs += [(mention.form, other), (other, mention.form)]
    for unsure, sure in sorted(set(pairs)):
        told = decide(evidence[sure]) == "product" and weight(evidence[sure], "product") >= SAID_SO
        if told and most(evidence[unsure]) < SAID_SO:
            evidence[unsure].append(Reason("neighbour", sure, "product", RULE))

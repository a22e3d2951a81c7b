"""What kind of thing a name is: evidence from the whole article, summed for each name.

The model guesses afresh at each mention. Here its guesses are votes, beside what the article says: a noun in
apposition ("Roscosmos, Russia's space agency"), a title, a verb of speech, the last word of the name itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.analysis.names.finders import FINDERS
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.type.article_rules import ARTICLE_RULES
from generator.analysis.names.type.context_rules import context_reasons
from generator.analysis.names.type.name_rules import name_reason
from generator.analysis.names.type.weighing import Evidence, weight
from generator.analysis.records import ENTITY_TYPES, Reason

DISPLAY = 0.25
"""What a mention in a headline counts for, where any word may have a capital."""

SETTLING_RULES = {
    "same-name": "what is told of its other name: an acronym, or a byname that the article gives",
    "registry-type": "the registry tells its type",
}
"""Rules that settle a type when all evidence is in, by their ids, in plain words."""


def gather(reading: Reading, mentions: Iterable[Mention]) -> Evidence:
    """Collect the evidence for each normal form."""
    evidence: Evidence = defaultdict(list)
    mentions = list(mentions)
    for mention in mentions:
        evidence[mention.form] += _of_mention(reading, mention)
    for form, text in {mention.form: mention.text for mention in mentions}.items():
        reason = name_reason(text)
        evidence[form] += [reason] if reason else []
    for rule in ARTICLE_RULES:
        for form, told in list(rule.tell(reading, mentions, evidence)):
            evidence[form].append(told)
    return evidence


def _of_mention(reading: Reading, mention: Mention) -> Iterator[Reason]:
    """Yield what a finder and the words around a mention tell."""
    doc, share = reading.doc(mention), DISPLAY if reading.is_display(mention.piece) else 1.0
    if mention.type:
        label = doc[mention.first].ent_type_ if mention.rule == "model" else mention.text
        yield Reason(mention.rule, label, mention.type, FINDERS[mention.rule].weight * share)
    for reason in context_reasons(doc, mention):
        yield Reason(reason.rule, reason.words, reason.type, reason.weight * share)


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

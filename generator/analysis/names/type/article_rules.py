"""What the rest of the article tells of a name's type: who is titled, what it stands beside, who makes it.

A rule gets the parsed article, its mentions and the evidence so far, and yields a name's form with a reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.names.context import is_titled
from generator.analysis.names.countries import country_of, is_group
from generator.analysis.names.finders import GUESS, RULE, SAID_SO
from generator.analysis.names.gender import given_names
from generator.analysis.names.known import known_type
from generator.analysis.names.mention import Mention, Reading
from generator.analysis.names.nouns import NAME_HEADS
from generator.analysis.names.person_name import PersonName
from generator.analysis.names.type.weighing import Evidence, decide, most, weight
from generator.analysis.records import EntityType, Reason
from generator.lexicon import words
from generator.sources import normal_form

Told = Iterator[tuple[str, Reason]]

UNINTRODUCED = 0.6
"""What a guess "person" is worth for a single word that no full name and no title introduces."""


@dataclass(frozen=True, slots=True)
class ArticleRule:
    """A rule: its id, what it says, and what it tells of an article's names."""

    id: str
    says: str
    tell: Callable[[Reading, Sequence[Mention], Evidence], Told]


def _titled_surnames(reading: Reading, mentions: Sequence[Mention], evidence: Evidence) -> Told:  # noqa: ARG001
    """ "Ms. Arvo" makes "Ludmila Arvo" a person, whatever the model took her for."""
    titled = {each.form for each in mentions if is_titled(reading.doc(each), each.first)}
    for form, text in _texts(mentions).items():
        name = PersonName.of(text)
        surname = " ".join(name.bare)
        if 1 < len(name.form) < 5 and surname in titled and form not in titled and not _is_bodys(text):
            yield form, Reason("titled-surname", surname, "person", RULE)


def _makers_names(reading: Reading, mentions: Sequence[Mention], evidence: Evidence) -> Told:  # noqa: ARG001
    """ "Google Lens" is a product, as Google is a firm."""
    kinds: dict[str, set[str | None]] = defaultdict(set)
    for mention in mentions:
        kinds[mention.form].add(mention.type)
    for form, text in _texts(mentions).items():
        first, _, rest = form.partition(" ")
        firm = known_type(first, sure=True) or known_type(first, sure=False)
        if firm != "organisation" or not rest or _is_bodys(text):
            continue
        others = any(word == "and" or word in given_names() for word in rest.split())
        if kinds[form] <= {"organisation", "product", "work"} and not others:
            yield form, Reason("makers-name", first, "product", RULE)


def _is_bodys(text: str) -> bool:
    """Whether a name's last word is a noun of bodies or places, or a country."""
    last = normal_form(text).split()[-1]
    lists = ("bodies.units", "bodies.strict_units", "bodies.nouns", "bodies.company_suffixes", "places.nouns")
    return last in NAME_HEADS or any(last in words(name) for name in lists) or _is_placed(last)


def _is_placed(word: str) -> bool:
    return country_of(word) is not None or is_group(word)


def _unintroduced(reading: Reading, mentions: Sequence[Mention], evidence: Evidence) -> Told:
    full = [PersonName.of(each.text) for each in mentions if each.type == "person"]
    introduced = {part for name in full if len(name.form) > 1 for part in (*name.form, " ".join(name.bare))}
    introduced |= {each.form for each in mentions if is_titled(reading.doc(each), each.first)}
    for form, text in _texts(mentions).items():
        person = weight(evidence[form], "person")
        if form not in introduced and " " not in form and person > 0:
            yield form, Reason("unintroduced", text, "person", person * (UNINTRODUCED - 1))


def _neighbours(reading: Reading, mentions: Sequence[Mention], evidence: Evidence) -> Told:
    """In "Glonass and Beidou" the one is what the other is: where one is told and one only guessed."""
    pairs = sorted(
        {pair for one, other in _listed(reading, mentions) for pair in ((one, other), (other, one))}
    )
    beside: dict[str, list[str]] = defaultdict(list)
    for unsure, sure in pairs:
        beside[sure].append(unsure)
    told = {form: kind for form in beside if (kind := _told(evidence, form))}
    waiting = sorted(told)
    for sure in waiting:  # grows: what a list tells of one name goes on to the next
        for unsure in beside[sure]:
            if unsure not in told and most(evidence[unsure]) < SAID_SO:
                told[unsure] = told[sure]
                waiting.append(unsure)
                yield unsure, Reason("neighbour", sure, told[sure], RULE)


def _told(evidence: Evidence, form: str) -> EntityType | None:
    kind = decide(evidence[form])
    told = weight(evidence[form], kind)
    if kind == "place" and told >= GUESS and any(reason.rule == "there" for reason in evidence[form]):
        return kind
    return kind if kind in {"product", "work", "place"} and told >= SAID_SO else None


def _listed(reading: Reading, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """The pairs of names that only "and", "or" or a comma stands between."""
    starts = {(mention.piece, mention.first): mention.form for mention in mentions}
    for mention in mentions:
        doc, last = reading.doc(mention), mention.last
        while last < min(mention.last + 2, len(doc)) and doc[last].lower_ in {"and", ",", "or", "&"}:
            last += 1
        other = starts.get((mention.piece, last))
        if other and last > mention.last:
            yield mention.form, other


def _numbered(reading: Reading, mentions: Sequence[Mention], evidence: Evidence) -> Told:  # noqa: ARG001
    """ "Brio 2" and "Brio 3", "Meridian I" and "Meridian II" are models of one product."""
    series: dict[str, set[str]] = defaultdict(set)
    for form in _texts(mentions):
        name, _, number = form.rpartition(" ")
        if name and ((number.isdigit() and len(number) < 4) or number in _ROMAN):
            series[name].add(form)
    for name, forms in series.items():
        if len(forms) > 1:
            yield from ((form, Reason("numbered", name, "product", RULE)) for form in sorted(forms))


_ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})


def _texts(mentions: Sequence[Mention]) -> dict[str, str]:
    return {mention.form: mention.text for mention in mentions}


ARTICLE_RULES = (
    ArticleRule("titled-surname", "its last word is a surname that stands with a title", _titled_surnames),
    ArticleRule("makers-name", "it begins with the name of a well-known firm", _makers_names),
    ArticleRule("unintroduced", "a word that no full name and no title introduces", _unintroduced),
    ArticleRule("numbered", "it and another differ by their number: X 2, X 3", _numbered),
    ArticleRule("neighbour", "it stands beside a product or a work: X and Y", _neighbours),
)
"""All that the rest of the article tells, in this order."""

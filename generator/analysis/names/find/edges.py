"""Where a name begins and ends: rules for its edges, and for cuts between names.

Each rule is a row of a table with an id. Tests get the parsed piece, tokens [`first`, `last`) and the type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.analysis.names.countries import country_of, country_of_people, is_country, is_group
from generator.analysis.names.find.edge_rule import EdgeRule, first_rule
from generator.analysis.names.find.no_names import NO_NAMES
from generator.analysis.records import EntityType
from generator.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 12
"""Tokens; a longer "name" is a run of words that the model took for one (OntoNotes names have at most 12
but for a few titles of laws)."""

_MARKS = frozenset("\"'`()[]{}<>.,;:!?-–—/\\|*_#•…") | {"'s", "''", "``", "--", "..."}
_TICKER = re.compile(r"[A-Z]{2,6}\.[A-Z]{1,2}")
_WITHOUT_MARKS = ("person", "place", "group")


def _is_article(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001  as all tests
    return doc[first].lower_ in words("function_words.articles")


def _starts_with_mark(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    if doc[first].text in _MARKS or doc[first].is_space:
        return True
    return kind in _WITHOUT_MARKS and not doc[first].text[0].isalpha() and last - first > 1


def _is_aside(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    if first + 1 >= last:
        return False
    after = doc[first + 1].text
    if doc[first].is_sent_start and kind in {"person", "organisation"} and _opens_a_clause(doc, first):
        return True
    return (after == "," and doc[first].tag_ in {"RB", "CC", "IN", "UH"}) or (
        after == "-" and doc[first].text in {"R", "D", "I"}
    )


def _opens_a_clause(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.lower_ in words("function_words.openers"):
        return True
    return token.tag_ == "VBG" or (token.is_stop and token.tag_ in {"IN", "CC", "WRB"})


def _is_inverted_verb(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    return kind == "person" and last - first > 1 and doc[first].lower_ in words("persons.inverted_speech")


def _is_nationality(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    """ "Irishman", "American"; not "Finn" or "Dane", which are names, too."""
    word = doc[first].text
    nationality = word.endswith(("man", "ish", "ian", "can", "ese")) and country_of_people(word) is not None
    return kind == "person" and last - first > 1 and nationality


def _is_small(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    if not doc[first].is_lower or kind == "work":
        return False
    particle = doc[first].lower_ in words("persons.first_particles")
    return not (kind == "person" and first + 1 < last and particle)


def _is_title(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    title, cut = doc[first].lower_.rstrip("."), words("persons.cut_titles")
    return kind == "person" and first + 1 < last and (title in cut or title.removesuffix("s") in cut)


def _is_position(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    """ "QB Ada Roe": a player's position before the name."""
    return last - first > 1 and doc[first].text.lower() in words("persons.positions") and doc[first].is_upper


LEFT_EDGES = (
    EdgeRule("position-before", "a player's position is no part of a name", _is_position),
    EdgeRule("article", "an article or a possessive pronoun is no part of a name", _is_article),
    EdgeRule("mark-before", "a name begins with a letter", _starts_with_mark),
    EdgeRule("aside", "what opens the clause, or a party's letter, is no part of a name", _is_aside),
    EdgeRule("inverted-verb", "a verb of speech before the speaker is no part of a name", _is_inverted_verb),
    EdgeRule("nationality-before", "a nationality is no part of a person's name", _is_nationality),
    EdgeRule("small-word-before", "a name begins with a capital", _is_small),
    EdgeRule("title-before-name", "a title is no part of a name", _is_title),
)
"""What is cut from the left edge, one token at a time."""


def _ends_with_mark(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    token = doc[last - 1]
    if token.text in _MARKS or token.is_space:
        return True
    return kind in _WITHOUT_MARKS and last - first > 1 and not token.text[0].isalpha()


def _is_ticker(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    """ "Orlo AG ORLG.F", "Orlo Co ORL"."""
    if last - first < 2:
        return False
    word, suffixes = doc[last - 1].text, words("bodies.company_suffixes")
    if not word.replace(".", "").isupper() or word.lower().strip(".") in suffixes:
        return False
    before = doc[last - 2].lower_.strip(".")
    return _TICKER.fullmatch(word) is not None or (last - 1 - first > 1 and before in suffixes)


def _is_qualifier(doc: Doc, first: int, last: int, kind: EntityType) -> bool:
    return kind == "organisation" and last - first > 1 and doc[last - 1].lower_ in words("persons.qualifiers")


def _ends_small(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    return doc[last - 1].is_lower and last - first > 1


def _is_score(doc: Doc, first: int, last: int, kind: EntityType) -> bool:  # noqa: ARG001
    """ "Hurricanes 4, Rangers 2": a number behind a name, and near it another behind another name."""
    if last - first < 2 or not doc[last - 1].is_digit or len(doc[last - 1]) > 3:
        return False
    near = doc[max(first - 7, 0) : first], doc[last : last + 7]
    return any(
        token.is_digit and len(token) < 4 and token.i and doc[token.i - 1].text[0].isupper()
        for tokens in near
        for token in tokens
    )


RIGHT_EDGES = (
    EdgeRule("score", "a score is no part of a name", _is_score),
    EdgeRule("mark-behind", "a name ends with a letter or a number", _ends_with_mark),
    EdgeRule("ticker", "a stock's symbol is no part of a company's name", _is_ticker),
    EdgeRule("qualifier", "an officer's rank is no part of the body's name before it", _is_qualifier),
    EdgeRule("small-word-behind", "a name does not end with a small word", _ends_small),
)
"""What is cut from the right edge, one token at a time."""


def _is_countrys(doc: Doc, first: int, index: int, kind: EntityType) -> bool:
    possessive = doc[index].text in {"'s", "'"}
    return possessive and kind != "work" and country_of(doc[first:index].text) is not None


def _is_dash(doc: Doc, first: int, index: int, kind: EntityType) -> bool:  # noqa: ARG001
    """ "Russian-Chinese", "U.S.-China", but not "African-American"; and a dash between spaces."""
    if doc[index].text not in {"-", "–"}:
        return False
    if doc[index - 1].whitespace_ and doc[index].whitespace_:
        return True
    one, other = doc[index - 1].text, doc[index + 1].text
    if other in {"American", "Americans"} and not is_country(country_of_people(one) or ""):
        return False
    return (is_group(one) and is_group(other)) or (is_country(one) and is_country(other))


def _is_comma(doc: Doc, first: int, index: int, kind: EntityType) -> bool:
    suffix = doc[index + 1].lower_.rstrip(".") in words("persons.name_suffixes")
    if doc[index].text != "," or suffix:
        return False
    return kind in {"person", "place"} or (kind == "organisation" and _is_list_of_words(doc, first, index))


def _is_list_of_words(doc: Doc, first: int, comma: int) -> bool:
    """ "Arvo, Lund, Roe": single words between commas, which a firm's name would join with "and"."""
    last = comma
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    inside = doc[first:last]
    commas = sum(token.text == "," for token in inside)
    return len(inside) == 2 * commas + 1 and all(token.text[0].isupper() for token in list(inside)[::2])


def _is_in(doc: Doc, first: int, index: int, kind: EntityType) -> bool:  # noqa: ARG001
    """ "Abbey School in Rainham", but "Human Rights in China"."""
    unit = doc[index - 1].lower_ in words("bodies.units")
    return doc[index].text == "in" and kind in {"organisation", "work", "place"} and unit


def _is_between_positions(doc: Doc, first: int, index: int, kind: EntityType) -> bool:  # noqa: ARG001
    """ "Browns QB Ada Roe": a club and its player."""
    return kind in {"person", "organisation"} and _is_position(doc, index, index + 2, kind)


def _is_verb(doc: Doc, first: int, index: int, kind: EntityType) -> bool:  # noqa: ARG001
    """ "Rovers visit Harbour Athletic", "Orlo is recalling": a finite verb in small letters."""
    return kind != "work" and doc[index].is_lower and doc[index].tag_ in {"VBZ", "VBP", "VBD", "MD"}


def _is_or(doc: Doc, first: int, index: int, kind: EntityType) -> bool:  # noqa: ARG001
    return doc[index].text in {"or", "/"} and kind in {"person", "place", "organisation", "group"}


CUTS = (
    EdgeRule("cut-possessive", "a country and what it owns are two names", _is_countrys),
    EdgeRule("cut-dash", "two peoples or two countries are two names", _is_dash),
    EdgeRule("cut-comma", "people and places with a comma between them are two names", _is_comma),
    EdgeRule("cut-in", "a body and where it is are two names", _is_in),
    EdgeRule("cut-position", "a club and its player are two names", _is_between_positions),
    EdgeRule("cut-verb", "what a verb stands between is two names", _is_verb),
    EdgeRule("cut-or", "names with or between them are two names", _is_or),
)
"""Where one name ends and another begins; the third argument of a test is the token between them."""

LINE_BREAK = "cut-line"
"""The id of the cut at a line break, which holds at the edges of a span, too."""


def parts(doc: Doc, first: int, last: int, kind: EntityType) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Cut a span where one name ends and another begins; trim each part. With each the ids of the rules."""
    start, cut = first, None
    for index in range(first, last):
        rule = _cut(doc, first, index, last, kind)
        if rule:
            yield from _trimmed(doc, start, index, kind, rule)
            start, cut = index + 1, rule
    yield from _trimmed(doc, start, last, kind, cut)


def _cut(doc: Doc, first: int, index: int, last: int, kind: EntityType) -> str | None:
    if doc[index].is_space or not first < index < last - 1:
        return LINE_BREAK if doc[index].is_space and "\n" in doc[index].text else None
    return first_rule(CUTS, doc, first, index, kind)


def _trimmed(
    doc: Doc, first: int, last: int, kind: EntityType, cut: str | None
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the span without what does not belong to the name, if a name is left."""
    ids = [cut] if cut else []
    while first < last and (rule := first_rule(LEFT_EDGES, doc, first, last, kind)):
        first += 1
        ids.append(rule)
    while first < last and (rule := first_rule(RIGHT_EDGES, doc, first, last, kind)):
        last -= 1
        ids.append(rule)
    if first < last and last - first <= LONGEST and not first_rule(NO_NAMES, doc, first, last, kind):
        yield first, last, tuple(dict.fromkeys(ids))

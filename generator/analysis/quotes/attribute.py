"""Choose the source of each quotation: a linear model over named features, one quotation after another.

Each candidate's score is the sum of the weights of its features; the softmax of the scores is the
confidence. The weights were trained by `benchmarks/train_quotes.py` (conditional logit) and are shipped as
a plain table, so that every choice can be explained by the features that made it.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.logit import best_of, weights_of
from generator.analysis.quotes import features
from generator.analysis.quotes.introduced import goes_on, introduced, introduced_above, is_whole
from generator.analysis.quotes.passages import Passage, Placed
from generator.analysis.quotes.sieve import sieve
from generator.analysis.quotes.sources import Candidate, find_candidates
from generator.analysis.records import EntityType

WINDOW = 20
"""Candidates looked at on either side of a quotation in its paragraph: keeps the time linear."""

BEYOND = 4
"""Quotations on either side beyond which a source is not sought."""

REACH = 3
"""Paragraphs before the quotation in which a source is sought (all but 0.3 % of 8,200 sources)."""

REMOTE = 12
"""Candidates looked at in each earlier paragraph, from its end."""


DOUBTFUL = 0.5
"""Below this probability of the best source, who goes on or is introduced speaks."""


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer: the `candidate` in passage `place`, or None for nobody, with its features."""

    place: int
    candidate: Candidate | None
    features: tuple[str, ...]

    @property
    def is_label(self) -> bool:
        """Whether the source is the label of a line of a transcript."""
        return self.candidate is not None and self.candidate.relation == "label"


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer chosen for quotation `number` of passage `place`, and its probability under the model."""

    place: int
    number: int
    option: Option
    confidence: float


def attribute(passages: Sequence[Passage], types: Sequence[Mapping[int, EntityType]]) -> tuple[Choice, ...]:
    """Choose a source for every quotation, in text order; `types` as in `find_candidates`, by passage."""
    candidates = [find_candidates(passage, types[i]) if passage.quotations or _near(passages, i) else ()
                  for i, passage in enumerate(passages)]  # fmt: skip
    choices: list[Choice] = []
    previous = None
    for place, passage in enumerate(passages):
        for number in range(len(passage.quotations)):
            plain = sieve(passages, place, number)
            if plain:
                chosen, confidence = Option(*plain, ()), 1.0
            else:
                chosen, confidence = decide(options(passages, candidates, place, number, previous))
                doubtful = chosen.candidate is None or confidence < DOUBTFUL
                if doubtful and is_whole(passage, number):
                    found = _without_cue(passages, candidates, place, number, previous)
                    chosen, confidence = (found, 1.0) if found else (chosen, confidence)
            choices.append(Choice(place, number, chosen, confidence))
            previous = choices[-1] if chosen.candidate else previous
    return tuple(choices)


def _without_cue(
    passages: Sequence[Passage],
    candidates: Sequence[Sequence[Candidate]],
    place: int,
    number: int,
    previous: Choice | None,
) -> Option | None:
    """Who speaks where no cue tells it: the speaker before, or who is introduced in front."""
    passage = passages[place]
    near = _window(candidates[place], passage.quotations, number)
    if previous and place - previous.place <= 1 and goes_on(passage, number, near):
        return Option(previous.option.place, previous.option.candidate, ("goes-on",))
    here = introduced(passage, number, near)
    if here:
        return Option(place, here, ("introduced",))
    above = introduced_above(passage, passages[place - 1], candidates[place - 1]) if place else None
    return Option(place - 1, above, ("introduced",)) if above else None


def _near(passages: Sequence[Passage], place: int) -> bool:
    return any(passage.quotations for passage in passages[place + 1 : place + 1 + REACH])


def decide(given: Sequence[Option], table: Mapping[str, float] | None = None) -> tuple[Option, float]:
    """The best option and its probability; the first of equals. `table`: other weights than the shipped."""
    table = weights_of("generator.analysis.quotes") if table is None else table
    number, confidence = best_of([option.features for option in given], table)
    return given[number], confidence


def options(
    passages: Sequence[Passage],
    candidates: Sequence[Sequence[Candidate]],
    place: int,
    number: int,
    previous: Choice | None,
) -> list[Option]:
    """All answers considered for a quotation, with their features; nobody comes first."""
    passage = passages[place]
    scene = features.setting(passage, number)
    found = [Option(place, None, tuple(features.none(scene)))]
    again = _again(passages, scene, place, number, previous)
    goes_on = previous is not None and place - previous.place <= 1
    found.extend(
        _option(place, candidate, features.local(scene, candidate), previous, again)
        for candidate in _window(candidates[place], passage.quotations, number)
        if not (goes_on and features.is_of_another(scene, candidate))
    )
    for distance in range(1, min(REACH, place) + 1):
        earlier = passages[place - distance]
        seen: set[str] = set()
        for candidate in reversed(candidates[place - distance][-REMOTE:]):
            last = candidate.cue_kind not in seen
            seen.add(candidate.cue_kind)
            named = features.remote(scene, candidate, earlier, distance, last=last)
            found.append(_option(place - distance, candidate, named, previous, again))
    if previous and previous.option.candidate and not any(_same(option, previous.option) for option in found):
        found.append(Option(previous.option.place, previous.option.candidate, ("distant", *again)))
    return found


def _option(
    place: int, candidate: Candidate, named: Iterable[str], previous: Choice | None, again: Sequence[str]
) -> Option:
    option = Option(place, candidate, tuple(named))
    if previous and _same(option, previous.option):
        return Option(place, candidate, (*option.features, *again))
    return option


def _same(option: Option, other: Option) -> bool:
    """Whether two options are of one mention (whatever the cue)."""
    if option.candidate is None or other.candidate is None:
        return False
    return (option.place, option.candidate.mention.head) == (other.place, other.candidate.mention.head)


def _again(
    passages: Sequence[Passage], scene: features.Setting, place: int, number: int, previous: Choice | None
) -> tuple[str, ...]:
    if previous is None:
        return ()
    passage, before = passages[place], passages[previous.place].quotations[previous.number]
    here = passage.quotations[number]
    near = "same" if previous.place == place else "next" if previous.place == place - 1 else "far"
    gap = (
        passage.words[here.first] - passage.words[before.last]
        if near == "same"
        else passage.words[here.first]
    )
    closed = before.quotation.closed
    return tuple(features.continued(scene, near=near, closed=closed, gap=gap))


def _window(
    candidates: Sequence[Candidate], quotations: Sequence[Placed], number: int
) -> Sequence[Candidate]:
    """The candidates nearest to a quotation on either side, none beyond BEYOND other quotations."""
    first = quotations[number].first
    low = quotations[number - BEYOND].first if number >= BEYOND else 0
    high = quotations[number + BEYOND].last if number + BEYOND < len(quotations) else first + sys.maxsize
    middle = bisect_left(candidates, first, key=_place)
    start = max(middle - WINDOW, bisect_left(candidates, low, key=_place))
    end = min(middle + WINDOW, bisect_left(candidates, high, key=_place))
    return candidates[start:end]


def _place(candidate: Candidate) -> int:
    return candidate.mention.head

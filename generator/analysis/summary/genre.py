"""What the genre of an article asks of its gist: where it may be taken from, and what it must not leave out.

News tells the outcome first. Four genres do not: an interview tells it in answers, which nobody in the
sentence says; a column or a review begins with its author; a live blog may put the newest entry last; a court
report has three facts that a reader asks for (charge, plea, outcome).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.analysis.records import Entity
from generator.analysis.summary.candidates import Candidate
from generator.analysis.summary.leaning import leans
from generator.analysis.summary.novelty import stems
from generator.analysis.summary.phrases import any_of
from generator.lexicon import words
from generator.sources import Article

QUESTIONS = 2
"""From so many paragraphs on that are questions with an answer behind them, an article is an interview."""

ENTRIES = 3
"""From so many lines on that begin with a time of day, an article is a live blog."""

OPENING = 12
"""How many sentences from the start a first-person text may take to name its topic."""

BARE = 6
"""An article of whose first so many sentences none can stand alone does not begin as news."""

FORGIVEN: dict[str | None, int] = {None: 0, "first person": 3, "no stop": 5, "question": 7}
"""Faults that the sentence that tells the topic may have, and how much later a better one may stand."""

TOPICS = 4
"""So many of the most salient names are a topic."""

TOPIC_SHARE = 0.4
"""The share of the headline's content words that tells the topic."""

_QUESTION = re.compile(r"(?:Q|Question)(?: ?\d+)?[:.] |[^\"“”]{10,300}\?\s*$")
_ANSWER = re.compile(r"(?:A|Answer)(?: ?\d+)?[:.] ")
_LABELLED = re.compile(r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}): \S")
_CLAIM = re.compile(r"(?:the )?claim(?::\s*|\s*$)", re.IGNORECASE)
_TIME = re.compile(r"(?im)^([01]?\d|2[0-3])[:.h]([0-5]\d)(?![\d%])(?: ?([ap])\.?m\b)?")
COURT = frozenset(("charge", "plea", "outcome"))
"""What a reader asks of a court report."""

_FACETS = {name: re.compile(rf"(?i)\b(?:{any_of(words(f'stories.{name}'))})\b") for name in sorted(COURT)}
_FINDERS, _FOUND = any_of(words("stories.finders")), any_of(words("stories.found"))
_FACETS["finding"] = re.compile(rf"(?i)\b(?:{_FINDERS}) (?:has |have |had |also )?(?:{_FOUND})\b")


def exchange(article: Article) -> int | None:
    """Where the questions and answers of an interview begin in the text; None if the article is none.

    They are paragraphs that ask with paragraphs in the first or second person behind them, or paragraphs that
    begin with their speakers' names. A lone question between two paragraphs of prose is the author's own.
    """
    texts = [(part.start, article.text[part.start : part.end]) for part in article.paragraphs]
    asked = [start for (start, text), (_, after) in pairwise(texts) if _is_asked(text, after)]
    labels = [(start, found[1]) for start, text in texts if (found := _LABELLED.match(text))]
    often = Counter(label for _, label in labels)
    spoken = [start for start, label in labels if often[label] >= QUESTIONS]
    begun = [starts[0] for starts in (asked, spoken) if len(starts) >= QUESTIONS]
    return min(begun, default=None)


def _is_asked(text: str, after: str) -> bool:
    """Whether a paragraph is a question that the next one answers."""
    asks = _QUESTION.match(text) and not _QUESTION.match(after)
    return bool(asks and (_ANSWER.match(after) or _speaks(after)))


def _speaks(text: str) -> bool:
    """Whether a paragraph is somebody's own words: in the first or second person, outside marks."""
    outside = re.sub(r"[\"“][^\"“”]*[\"”]?", " ", text)
    return bool(re.search(r"\b(?:I|I['’]\w+|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou)\b", outside))


def newest_entry(article: Article) -> tuple[int, int] | None:
    """Where the entries of a live blog begin and where the newest does; None if the newest comes first.

    An article whose times of day fall, or that has none, tells the newest first by itself.
    """
    times = list(_times(article))
    if len(times) < ENTRIES:
        return None
    rising = sum(one[1] <= other[1] for one, other in pairwise(times))
    return (times[0][0], times[-1][0]) if 2 * rising > len(times) - 1 else None


def _times(article: Article) -> Iterator[tuple[int, int]]:
    """Where a line begins with a time of day, and which, in minutes. Such lines are seldom paragraphs."""
    for found in _TIME.finditer(article.text):
        hour = int(found[1]) % 12 + 12 * (found[3].lower() == "p") if found[3] else int(found[1])
        yield found.start(), 60 * hour + int(found[2])


def topic_sentence(article: Article, pool: Sequence[Candidate], entities: Sequence[Entity]) -> int | None:
    """The place of the sentence that says what a text is about that does not begin as news; else None.

    Such a text begins in the first person, or with nothing that can stand alone. The sentence names what the
    headline names, or what the article speaks of most; in the first person, it may be the first. That it
    speaks in the first person, asks, or lacks its stop is forgiven.
    """
    personal = _is_personal(pool)
    if not personal and any(not item.fault for item in pool[:BARE]):
        return None
    title = article.title or ""
    names = [name for entity in entities[:TOPICS] for name in (entity.name, *entity.aliases)]
    names = [name for name in names if name in title] or names
    key = stems(title)
    opening = [item for item in pool[:OPENING] if item.fault in FORGIVEN and not leans(item.span.text)]
    found = []
    for item in opening:
        about = bool(key) and len(key & stems(item.span.text)) >= TOPIC_SHARE * len(key)
        if about or any(name in item.span.text for name in names):
            found.append((item.place + FORGIVEN[item.fault], item.place))
    first = next((item.place for item in opening if personal), None)
    return min(found)[1] if found else first


def _is_personal(pool: Sequence[Candidate]) -> bool:
    """Whether an author speaks: before any sentence that can stand alone, and again soon after."""
    personal = [item.place for item in pool[:OPENING] if item.fault == "first person"]
    alone = next((item.place for item in pool if not item.fault), len(pool))
    return len(personal) > 1 and personal[0] < alone


def missing_facets(shown: Sequence[str]) -> frozenset[str]:
    """Which of charge, plea and outcome a court report has not told yet; of another story, the finding."""
    told = facets(" ".join(shown))
    return (COURT if told & COURT else frozenset({"finding"})) - told


def facets(sentence: str) -> frozenset[str]:
    """Which of charge, plea, outcome and finding a sentence tells.

    >>> sorted(facets("Mr Roe pleaded not guilty and was remanded in custody."))
    ['outcome', 'plea']
    """
    return frozenset(name for name, pattern in _FACETS.items() if pattern.search(sentence))


def claims(article: Article) -> frozenset[int]:
    """The numbers of the paragraphs in which a fact check repeats the claim that it examines."""
    found = set()
    for part, after in pairwise((*article.paragraphs, None)):
        label = _CLAIM.match(article.text, part.start, part.end) if part else None
        if label and part:
            beside = part if label.end() < part.end else after
            found |= {beside.number} if beside else set()
    return frozenset(found)

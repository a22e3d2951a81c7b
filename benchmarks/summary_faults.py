"""Faults of a summary that a copy editor would mark, defined apart from the rules of the generator.

The checker sees what a reader sees: the sentences of the summary as they are shown, and the source. It
divides sentences by stops alone and knows nothing of language models, layouts or rules of cleaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

KINDS = (
    "dangling opener", "half quotation", "quotation without speaker", "caption", "page furniture", "dateline",
    "question", "first person", "said twice", "short", "no whole sentence", "unintroduced name",
)  # fmt: skip

_POINTS_BACK = re.compile(
    r"[\"“‘'(]*(?:he|she|it|they|his|her|its|their|him|them|this|these|those|that|and|but|or|so|yet|also"
    r"|however|"
    r"meanwhile|then|moreover|furthermore|therefore|thus|instead|nevertheless|nonetheless|still|besides"
    r"|elsewhere|"
    r"afterwards|later|in addition|as a result|the latter|the former|the pair|the two|another|such|here)\b",
    re.IGNORECASE,
)
_POINTS_AT_NOW = re.compile(
    r"(?:this|these) (?:week|month|year|morning|days|season|weekend|summer|autumn|winter|spring)\b",
    re.IGNORECASE,
)
_BRACKETED_NAME = re.compile(r"^[\"“‘'(]*(?:he|she|his|her|they|their|it|its) \[[A-Z]", re.IGNORECASE)
_MARK = re.compile(r"[\"“”]")
_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]|(?:(?<=\s)|^)['‘]([^'‘’]*(?:['’]\w[^'‘’]*)*)['’](?!\w)")
_OPENED = re.compile(r"(?:^|(?<=[:,] ))(?:[\"“]|['‘](?=[A-Z]))([^\"“”]{12,})$")
_LOST_MARK = re.compile(r"[\"“]\w[^\"“”?]{1,80}\?(?=[,.;)]| [a-z])")
_ATTRIBUTION = re.compile(
    r"\b(?:hop(?:e[ds]?|ing)|threaten(?:ed|s|ing)?|think|thinks|thought|believe[ds]?|sa(?:id|ys?|ying)|t(?:old|ells?)|add(?:ed|s)|wr(?:ote|ites)|ask(?:ed|s)|tweet(?:ed|s)"
    r"|post(?:ed|s)|announce[ds]|"
    r"claim(?:ed|s)?|call(?:ed|s|ing)?|describ(?:ed|es|ing)|insist(?:ed|s)|argue[ds]|according|read(?:s"
    r"|ing)?|state[ds]?|"
    r"declare[ds]|explain(?:ed|s)|admit(?:ted|s)|warn(?:ed|s|ing)|joke[ds]|repl(?:ied|ies)|recall(?:ed"
    r"|s)|quip(?:ped|s)|"
    r"acknowledge[ds]|urge[ds]|vow(?:ed|s)|caption(?:ed|s)|hail(?:ed|s)|accus(?:ed|es|ing)|as|titled?"
    r"|entitled|named|"
    r"promise[ds]?|deem(?:ed|s)|tagline|slogan|sign|banner|words?|chant(?:ed|ing|s)|shout(?:ed|ing|s)"
    r"|thank(?:ed|s))\b"
)
_POSITION = re.compile(
    r"\((?:[^()]{0,30}\b)?(?:left|right|centre|center|pictured|above|below)\b[^()]*\)|\bpictured (?:here"
    r"|left|right|with)\b|file photo",
    re.IGNORECASE,
)
_COLON_LABEL = re.compile(r"(?:[A-Z][\w’'-]*)(?: [a-z][\w’'-]*){0,3}: [A-Z]")
_FURNITURE = re.compile(
    r"read (?:more|also)|also read|scroll down|click here|share this|sign up|subscribe|newsletter"
    r"|follow us|image copyright|"
    r"getty images|all rights reserved|advertisement|\bread \||[{}|]|https?://"
    r"|contributed to this (?:report|story)|read the (?:rest|full)\b|^here(?: are|['’]s| is)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z .,'-]{3,40}|\S.{0,40}\([A-Z][A-Za-z .]{1,20}\))\s*(?:--|—|–| - )|\([A-Z]{2,8}\) |By \. "
)
_AGENCY_LINE = re.compile(
    r"(?:[A-Z][\w.'’-]*,? |\d{1,2} ){1,5}\((?:AP|AFP|ANI|BBC|CNN|dpa|EFE|IANS|PTI|Reuters|UPI|Xinhua)\)"
)
_BROKEN_OFF = re.compile(r"[\"“‘'(\[]*(?:[a-z]|Which (?![^?]*\?))")
_SUNG = re.compile(r"(?:^|(?<=\s))['‘][^\"“”]{12,}?[,.!?…]['’](?=\s|$)")
_FIRST_PERSON = re.compile(r"(?:^|[^\w-])(?:I|I[’'](?:m|ve|d|ll)|we|We|our|Our|my|My|us|me)(?![\w-])")
_TITLE_RUN = re.compile(r"(?:[A-Z][\w’'-]*[ ,:]+){2,}(?:[A-Z][\w’'-]*)")
_STOP = re.compile(r"[.!?…][\"”’'»)\]]*$")
_WORD = re.compile(r"[^\W_]+")
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss) ([A-Z][\w’'-]+)")
_COMMON = frozenset(
    [
        "about",
        "after",
        "again",
        "also",
        "been",
        "before",
        "being",
        "between",
        "could",
        "does",
        "doing",
        "down",
        "from",
        "have",
        "having",
        "here",
        "into",
        "just",
        "like",
        "made",
        "make",
        "more",
        "most",
        "much",
        "only",
        "other",
        "over",
        "said",
        "same",
        "says",
        "should",
        "some",
        "such",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "under",
        "until",
        "very",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "will",
        "with",
        "would",
        "your",
        "year",
        "years",
        "people",
    ]
)


def faults(shown: Sequence[str], verbatim: Sequence[str], source: str) -> Iterator[tuple[int, str]]:
    """Yield the number of a sentence and the kind of a fault in it, at most one of a kind for a sentence.

    `shown` are the sentences as a reader sees them, with insertions in brackets; `verbatim` as the source has
    them.
    """
    position = 0
    for number, (sentence, exact) in enumerate(zip(shown, verbatim, strict=True)):
        place = source.find(exact, position)
        place = place if place >= 0 else source.find(exact)
        before = source[max(0, place - 400) : max(0, place)].rstrip()
        rest = _SUNG.sub(" ", _QUOTED.sub(" ", sentence))
        outside = _OPENED.sub(" ", rest)
        told = " ".join(shown[: number + 1])
        tests = (
            _dangles(sentence, before, verbatim[number - 1] if number else ""),
            len(_MARK.findall(sentence)) % 2 == 1
            or bool(_LOST_MARK.search(sentence) or _OPENED.search(rest)),
            _is_unattributed(sentence, outside),
            bool(_POSITION.search(sentence) or _COLON_LABEL.match(sentence)),
            bool(_FURNITURE.search(sentence)),
            bool(_DATELINE.match(sentence) or _AGENCY_LINE.match(sentence)),
            bool(re.search(r"\?[\"”’')]*$", sentence)),
            bool(_FIRST_PERSON.search(_TITLE_RUN.sub(" ", outside))),
            any(_overlap(sentence, other) > 0.65 for other in shown[:number]),
            len(sentence.split()) < 8,
            not _STOP.search(sentence) or bool(_BROKEN_OFF.match(sentence)),
            _is_unintroduced(sentence, told, source),
        )
        yield from ((number, kind) for kind, holds in zip(KINDS, tests, strict=True) if holds)
        position = max(position, place)


def _dangles(sentence: str, before: str, previous: str) -> bool:
    """Whether a sentence points back at words that are not shown right before it."""
    if not _POINTS_BACK.match(sentence) or _POINTS_AT_NOW.match(sentence) or _BRACKETED_NAME.match(sentence):
        return False
    return not (previous and before.endswith(previous[-40:]))


def _is_unattributed(sentence: str, outside: str) -> bool:
    """Whether four words or more stand between marks and no word outside tells that somebody says them."""
    spoken = [words for pair in _QUOTED.findall(sentence) for words in pair] + _OPENED.findall(sentence)
    long = any(len(words.split()) >= 4 for words in spoken)
    return long and not _ATTRIBUTION.search(outside)


def _is_unintroduced(sentence: str, told: str, source: str) -> bool:
    """Whether "Mr Roe" is named while only the source, not the summary, gives the full name before."""
    for match in _COURTESY.finditer(sentence):
        surname = match[1].removesuffix("’s").removesuffix("'s")
        full = rf"(?!(?:Mr|Mrs|Ms|Miss|The|Dr)\b)[A-Z][\w’'-]+\]? {re.escape(surname)}\b"
        if re.search(full, source) and not re.search(full, told):
            return True
    return False


def _overlap(one: str, other: str) -> float:
    """The share of the smaller sentence's content words that the other has."""
    sets = [
        {
            word.casefold()[:6]
            for word in _WORD.findall(text)
            if len(word) > 3 and word.casefold() not in _COMMON
        }
        for text in (one, other)
    ]
    smaller = min(map(len, sets))
    return len(sets[0] & sets[1]) / smaller if smaller else 0.0

"""Near-duplicates: the same article, or the same wire story in another paper.

Two texts are compared by the runs of three words that they share, estimated by the least of their hashes
(the sketches of Broder 1997, "On the resemblance and containment of documents"). What counts is containment,
the share of the shorter text's runs, since papers cut agency stories from the end.

Reading and signing ten thousand articles takes minutes, so `alike` first finds the few that can be meant: it
compares a sample of the runs of the raw files, which takes a quarter of a second. Only these are read and
signed.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest
from itertools import chain, groupby
from operator import itemgetter
from string import ascii_lowercase, ascii_uppercase

import numpy as np
from numpy.typing import NDArray

from generator.archive.memo import Memo, digest
from generator.archive.store import SourceFile
from generator.errors import BriefingError
from generator.sources import Article, article_file, read_article

NEAR_DUPLICATE = 0.5
"""The share of the shorter text's runs from which two articles are one story.

Of the 352,380 pairs among 840 news articles, the eight versions of one story have 0.75 or more, and all other
pairs but one 0.3 or less.
"""

RUN_WORDS = 3
LEAST = 256
"""Hashes of a signature: a standard error of 0.03 at the threshold, and none for texts of fewer runs."""

LETTERS, BYTES = b"scpd", b"\x95\xb0\xb5"
"""Where a sample takes its runs: words that begin with these letters and, in other scripts, these bytes."""

RUN_BYTES = 20
"""Three or four words of English; a multiple of the four bytes that are hashed at a time."""

BATCH = 1000
"""Files that are sampled at once: five megabytes of news."""

LIKELY = 0.2
"""The share of the shorter sample from which two files are compared in full; far below what counts."""

COMMON = 50
"""As many of the files that have a run are looked at: of a phrase there is no end."""

_VERSION = "signature 2"
_SPACES = bytes.maketrans(b"\t\n\v\f\r" + ascii_uppercase.encode(), b" " * 5 + ascii_lowercase.encode())
_MARKS = bytes(byte for byte in range(128) if not chr(byte).isalnum() and not chr(byte).isspace())
_IS_LETTER, _IS_BYTE = (np.isin(np.arange(256), list(marks)) for marks in (LETTERS, BYTES))
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_HEAD = 5000
"""Bytes of a file that hold its address."""

_ADDRESS = re.compile(rb"https?://[^\s\"'<>]{1,500}")
_TAG = re.compile(rb"<[^<>]*>")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a text is compared by: its number of runs of words, their least hashes, and its address."""

    runs: int
    hashes: tuple[int, ...]
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An article of the archive that another resembles: its path, and the share from 0 to 1."""

    path: str
    share: float


def signature_of(article: Article) -> Signature:
    """The signature of an article's paragraphs."""
    text = " ".join(article.text[part.start : part.end] for part in article.paragraphs)
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = {" ".join(words[i : i + RUN_WORDS]) for i in range(max(1, len(words) - RUN_WORDS + 1))}
    return Signature(len(runs), tuple(nsmallest(LEAST, set(map(_hash, runs)))), article.metadata.url)


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=4).digest(), "big")


def stored_signatures(files: Iterable[SourceFile], memo: Memo) -> Iterator[tuple[str, Signature]]:
    """Yield path and signature of each article of an archive that can be read; a file is read only once."""
    for file in files:
        key = digest(_VERSION, file.path, file.data)
        known = memo.get(key)
        try:
            signature = _load(known) if known else signature_of(read_article(file.data, file.path))
        except BriefingError:
            continue
        if not known:
            memo.put(key, json.dumps([signature.runs, signature.hashes, signature.url]))
        yield file.path, signature


class Stories:
    """The stories of an archive, with which each new article is compared."""

    def __init__(self, files: Sequence[SourceFile], memo: Memo) -> None:
        self._memo = memo
        self._files = list(files)
        samples = _samples(files) if files else _Samples(np.zeros(0, np.uint64), np.zeros(0, np.int64), [])
        order = np.argsort(samples.runs, kind="stable")
        self._runs, self._owners, self._sizes = samples.runs[order], samples.files[order], list(samples.sizes)
        self._added: defaultdict[int, list[int]] = defaultdict(list)
        self._addresses: defaultdict[str, list[int]] = defaultdict(list)
        for number, file in enumerate(files):
            for address in _ADDRESS.findall(file.data[:_HEAD]):
                self._addresses[address.decode("utf-8", "replace")].append(number)

    def find(self, article: Article) -> Duplicate | None:
        """The article that is most like a new one, if it is the same story; or has its address."""
        sample = _samples([_written(article)])
        likely = set(self._likely(sample)) | set(self._addresses[article.metadata.url or ""])
        if not likely:
            return None
        among = stored_signatures((self._files[number] for number in sorted(likely)), self._memo)
        return find_duplicate(signature_of(article), among)

    def add(self, file: SourceFile, article: Article) -> None:
        """Add an article, so that later ones are compared with it."""
        sample = _samples([_written(article)])
        for run in set(sample.runs.tolist()):
            self._added[run].append(len(self._files))
        self._addresses[article.metadata.url or ""].append(len(self._files))
        self._sizes.append(sample.sizes[0])
        self._files.append(file)

    def _likely(self, sample: _Samples) -> Iterator[int]:
        """The numbers of the files that share enough of a new one's sample to be compared in full."""
        runs = np.unique(sample.runs)
        first, last = (np.searchsorted(self._runs, runs, side) for side in ("left", "right"))
        shared: Counter[int] = Counter()
        for low, high, run in zip(first.tolist(), last.tolist(), runs.tolist(), strict=True):
            holders = {
                *self._owners[low : min(high, low + COMMON)].tolist(),
                *self._added.get(run, ())[:COMMON],
            }
            shared.update(holders)
        for number, count in sorted(shared.items()):
            if count >= LIKELY * min(sample.sizes[0], self._sizes[number]):
                yield number


def _written(article: Article) -> SourceFile:
    return SourceFile("", "", article_file(article).encode("utf-8", "replace"))


def find_duplicate(signature: Signature, others: Iterable[tuple[str, Signature]]) -> Duplicate | None:
    """The article most like one with this signature, if it is the same story; one of the same address is."""
    best: Duplicate | None = None
    for path, other in others:
        same_address = signature.url is not None and signature.url == other.url
        found = Duplicate(path, 1.0 if same_address else containment(signature, other))
        if found.share >= NEAR_DUPLICATE and (best is None or found.share > best.share):
            best = found
    return best


def containment(one: Signature, other: Signature) -> float:
    """The estimated share of the shorter text's runs that the other has, from 0 to 1."""
    first, second = set(one.hashes), set(other.hashes)
    least = nsmallest(LEAST, first | second)  # a sample of the runs of both
    resemblance = sum(run in first and run in second for run in least) / max(1, len(least))
    shared = resemblance * (one.runs + other.runs) / (1 + resemblance)
    return min(1.0, shared / max(1, min(one.runs, other.runs)))


def alike(some: Sequence[SourceFile], all_files: Sequence[SourceFile]) -> Iterator[tuple[str, str]]:
    """Yield the paths of each of `some` files and of another that may be the same story, each pair once."""
    if not (some and all_files):
        return
    one, two = _samples(some), _samples(all_files)
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, runs in one.by_file(one.runs):
        for run in runs:
            holders[run].append(number)
    seen: set[frozenset[str]] = set()
    for other, runs in two.by_file(one.runs):
        shared = Counter(chain.from_iterable(holders[run][:COMMON] for run in runs))
        for number, count in sorted(shared.items()):
            if count < LIKELY * min(one.sizes[number], two.sizes[other]):
                continue
            pair = some[number].path, all_files[other].path
            if pair[0] != pair[1] and frozenset(pair) not in seen:
                seen.add(frozenset(pair))
                yield pair


@dataclass(frozen=True, slots=True)
class _Samples:
    """Hashes of some of the runs of several files; `files` holds the number of the file of each, in order."""

    runs: NDArray[np.uint64]
    files: NDArray[np.int64]
    sizes: list[int]

    def by_file(self, wanted: NDArray[np.uint64]) -> Iterator[tuple[int, set[int]]]:
        """Yield each file that has one of the `wanted` runs, and those that it has."""
        among = np.isin(self.runs, wanted)
        pairs = zip(self.files[among].tolist(), self.runs[among].tolist(), strict=True)
        for number, group in groupby(pairs, itemgetter(0)):
            yield number, {run for _, run in group}


def _samples(files: Sequence[SourceFile]) -> _Samples:
    batches = [_batch(files[first : first + BATCH], first) for first in range(0, len(files), BATCH)]
    runs, owners = (np.concatenate(part) for part in zip(*batches, strict=True))
    return _Samples(runs, owners, np.bincount(owners, minlength=len(files)).tolist())


def _batch(files: Sequence[SourceFile], first: int) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Hashes of some of the runs of files, the same ones in every file; and the numbers of the files."""
    texts = [_plain(file) for file in files]
    data = b"".join(texts)
    letters = np.frombuffer(data, np.uint8)
    begins = _IS_LETTER[letters[1:]] & (letters[:-1] == 32) | _IS_BYTE[letters[1:]]
    starts = np.flatnonzero(begins[:-RUN_BYTES]) + 1
    fours = np.ndarray(len(data) - 3, np.uint32, data, strides=(1,))  # from every byte on
    runs = np.zeros(len(starts), np.uint64)
    for at in range(0, RUN_BYTES, 4):
        runs = (runs ^ fours[starts + at]) * _PRIME
    ends = np.cumsum([len(text) for text in texts])
    return runs, np.searchsorted(ends, starts, "right") + first


def _plain(file: SourceFile) -> bytes:
    """The words of a file in lower case, separated by spaces, with some spaces at the end."""
    data = _TAG.sub(b" ", file.data) if file.path.endswith((".html", ".htm")) else file.data
    return data.translate(_SPACES, _MARKS) + b" " * RUN_BYTES


def _load(known: str) -> Signature:
    runs, hashes, url = json.loads(known)
    return Signature(runs, tuple(hashes), url)

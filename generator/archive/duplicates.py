"""Articles that an archive has already: the same, or the same wire story in another paper.

Two texts are compared by the runs of three words that they share, estimated by MinHash (Broder 1997, "On the
resemblance and containment of documents"). What counts is containment, the share of the shorter text's runs,
since papers cut agency stories from the end.

Reading and signing ten thousand articles takes minutes, so `alike` first finds the few that can be meant: it
compares a sample of the runs of the raw files, which takes a second. Only these are read and signed.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from generator.archive.memo import Memo, digest
from generator.archive.scan import SourceFile
from generator.errors import BriefingError
from generator.sources import Article, article_file, read_article

NEAR_DUPLICATE = 0.5
"""The share of the shorter text's runs from which two articles are one story.

Of the 352,380 pairs among 840 news articles, the eight versions of one story have 0.75 or more, and all other
pairs but one 0.3 or less.
"""

RUN_WORDS = 3
PERMUTATIONS = 128
"""Hash functions of a signature: a standard error of 0.04 at the threshold."""

MARKS = (b" s", b" c", b" p", b" d", b"\x95", b"\xb0", b"\xb5")
"""Where a sample takes its runs: words that begin with these letters and, in other scripts, these bytes."""

RUN_BYTES = 20
"""Three or four words of English."""

LIKELY = 0.2
"""The share of the shorter sample from which two files are compared in full; far below what counts."""

COMMON = 50
"""As many of the files that have a run are looked at: of a phrase there is no end."""

_VERSION = "signature 1"
_PLAIN = bytes(byte if chr(byte).isalnum() or byte >= 128 else 32 for byte in range(256)).lower()
_TAG = re.compile(rb"<[^<>]*>")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a text is compared by: how many runs of words it has, their least hashes, and its address."""

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
    from datasketch import MinHash  # noqa: PLC0415  brings scipy, which few commands need

    text = " ".join(article.text[part.start : part.end] for part in article.paragraphs)
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = {" ".join(words[i : i + RUN_WORDS]) for i in range(max(1, len(words) - RUN_WORDS + 1))}
    sketch = MinHash(num_perm=PERMUTATIONS, seed=1)
    sketch.update_batch([run.encode("utf-8", "replace") for run in sorted(runs)])
    return Signature(len(runs), tuple(int(value) for value in sketch.hashvalues), article.metadata.url)


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


def find_story(article: Article, files: Sequence[SourceFile], memo: Memo) -> Duplicate | None:
    """The article among `files` that is most like a new one, if it is the same story; or has its address."""
    new = SourceFile("", "", article_file(article).encode("utf-8", "replace"))
    likely = {path for _, path in alike([new], files)}
    url = article.metadata.url
    if url:
        likely |= {file.path for file in files if url.encode("utf-8", "replace") in file.data}
    if not likely:
        return None
    among = stored_signatures((file for file in files if file.path in likely), memo)
    return find_duplicate(signature_of(article), among)


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
    resemblance = float(np.mean(np.array(one.hashes) == np.array(other.hashes)))
    shared = resemblance * (one.runs + other.runs) / (1 + resemblance)
    return min(1.0, shared / max(1, min(one.runs, other.runs)))


def alike(some: Sequence[SourceFile], all_files: Iterable[SourceFile]) -> Iterator[tuple[str, str]]:
    """Yield the paths of each of `some` files and of another that may be the same story, each pair once."""
    holders: defaultdict[bytes, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for file in some:
        sample = _sample(file)
        sizes[file.path] = len(sample)
        for run in sample:
            holders[run].append(file.path)
    seen: set[frozenset[str]] = set()
    for file in all_files:
        sample = _sample(file)
        shared = Counter(path for run in sample & holders.keys() for path in holders[run][:COMMON])
        for path, number in sorted(shared.items()):
            pair = frozenset((path, file.path))
            if number >= LIKELY * min(len(sample), sizes[path]) and len(pair) == 2 and pair not in seen:
                seen.add(pair)
                yield path, file.path


@lru_cache(maxsize=1 << 15)  # whoever adds a folder compares each of its articles with the whole archive
def _sample(file: SourceFile) -> frozenset[bytes]:
    """Some of the runs of a file, the same ones in every file that has them."""
    data = _TAG.sub(b" ", file.data) if file.path.endswith((".html", ".htm")) else file.data
    text = b" ".join(data.translate(_PLAIN).split())
    parts = (part for mark in MARKS if mark in text for part in text.split(mark)[1:])
    return frozenset(part[:RUN_BYTES] for part in parts if len(part) >= RUN_BYTES)


def _load(known: str) -> Signature:
    runs, hashes, url = json.loads(known)
    return Signature(runs, tuple(hashes), url)

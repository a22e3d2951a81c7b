"""What an editor thinks of the bottom line beside the first three sentences.

    python -m benchmarks.summary_preference

`data/summaries_compared.jsonl` holds marks from 1 to 5 for gist and for readability, given blind: both texts
without names, in an order drawn for each article. A line is {set, stage, id, gist, readability}; no text may
be redistributed. `stage` tells "fresh" articles from those on which rules were mended after they had their
marks.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

COMPARED = Path(__file__).parent / "data" / "summaries_compared.jsonl"
SCALES = ("gist", "readability")


def judgements() -> list[dict[str, Any]]:
    """The lines of the file."""
    return [json.loads(line) for line in COMPARED.read_text(encoding="utf-8").splitlines()]


def means(lines: list[dict[str, Any]], scale: str) -> tuple[float, float]:
    """The mean mark of the bottom line, and that of the first three sentences.

    >>> means([{"gist": {"briefing": 4, "lead": 3}}, {"gist": {"briefing": 5, "lead": 5}}], "gist")
    (4.5, 4.0)
    """
    ours, lead = (sum(line[scale][name] for line in lines) / len(lines) for name in ("briefing", "lead"))
    return ours, lead


def main() -> int:
    """Print the means of each stage."""
    stages: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in judgements():
        stages[line["stage"]].append(line)
    for stage, lines in stages.items():
        for scale in SCALES:
            ours, lead = means(lines, scale)
            print(
                f"{stage:10s} {len(lines):3d} {scale:12s} {ours:.2f} beside {lead:.2f} ({ours - lead:+.2f})"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())

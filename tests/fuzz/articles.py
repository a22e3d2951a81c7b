"""Coverage-guided fuzzing of what reads strangers' files: `python tests/fuzz/articles.py -runs=500000`.

Needs atheris (`pip install atheris`). Anything but one clear line is a find: add the input to the tests.
"""

from __future__ import annotations

import contextlib
import sys

import atheris

with atheris.instrument_imports(include=["generator"]):
    import markdown

    from generator.errors import BriefingError
    from generator.publish.markdown import escape
    from generator.sources import read_article, read_registry

_RENDERER = markdown.Markdown(extensions=["attr_list", "toc"])


def one_input(data: bytes) -> None:
    """Read the bytes as an article and as a registry, and show its paragraphs."""
    with contextlib.suppress(BriefingError):
        article = read_article(data, "a.md")
        for block in article.blocks:
            shown = escape(article.text[block.start : block.end])
            html = _RENDERER.reset().convert(f"before {shown} after")
            if html.count("<") != 2:
                raise AssertionError(html)
    with contextlib.suppress(BriefingError):
        read_registry(data.decode("utf-8", "replace"))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()

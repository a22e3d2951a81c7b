"""Find the line of a field in front matter."""

from __future__ import annotations

from dataclasses import replace

from generator.review.findings import Finding
from generator.sources import field_line


def located(finding: Finding, text: str) -> Finding:
    """The finding with the line of its field in the file's `text`, or of the nearest field around it."""
    if finding.line or not finding.field:
        return finding
    return replace(finding, line=field_line(text, finding.field.split(".")))

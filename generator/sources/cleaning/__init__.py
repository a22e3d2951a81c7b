"""Cleaning: what in an article file is not its story, by named rules, and what copying broke in its letters.

No rule knows an outlet. A rule never touches the text: it tells which lines, or which beginning or end of a
line, the layout leaves out, and under which name, so that everything left out can be listed. `repaired` is
for showing text, and for writing a new article file.
"""

from generator.sources.cleaning.edges import leading_rule, trailing_rule
from generator.sources.cleaning.lines import is_kicker, line_rule
from generator.sources.cleaning.origin import Origin, origin_of
from generator.sources.cleaning.repairs import repaired

__all__ = ["Origin", "is_kicker", "leading_rule", "line_rule", "origin_of", "repaired", "trailing_rule"]

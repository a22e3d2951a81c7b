"""All rules for names by their ids, each in plain words: what a reason means."""

from __future__ import annotations

from functools import cache

from generator.analysis.names.bodies import SAME_COUNTRY, SAME_RULES, SHORT_RULES
from generator.analysis.names.find.edges import CUTS, LEFT_EDGES, LINE_BREAK, RIGHT_EDGES
from generator.analysis.names.find.model import COMPLETIONS
from generator.analysis.names.find.no_names import NO_NAMES
from generator.analysis.names.finders import FINDERS
from generator.analysis.names.join.clusters import STATED
from generator.analysis.names.join.grouping import GROUP_JOINS
from generator.analysis.names.join.persons import PERSON_JOINS
from generator.analysis.names.type.adoption import ADOPTIONS
from generator.analysis.names.type.article_rules import ARTICLE_RULES
from generator.analysis.names.type.context_rules import CONTEXT_RULES
from generator.analysis.names.type.evidence import SETTLING_RULES
from generator.analysis.names.type.name_rules import NAME_RULES


@cache
def name_rules() -> dict[str, str]:
    """What each rule says, by its id; no two rules share one."""
    tables: tuple[dict[str, str], ...] = (
        {finder.id: finder.says for finder in FINDERS.values()},
        {rule.id: rule.says for rule in (*LEFT_EDGES, *RIGHT_EDGES, *NO_NAMES, *CUTS)},
        {LINE_BREAK: "names on two lines are two names"},
        COMPLETIONS,
        {rule.id: rule.says for rule in CONTEXT_RULES},
        {rule.id: rule.says for rule in NAME_RULES},
        {rule.id: rule.says for rule in ARTICLE_RULES},
        SETTLING_RULES,
        ADOPTIONS,
        {rule.id: rule.says for rule in SAME_RULES},
        {SAME_COUNTRY: "two names of one country", STATED: "the article says that they are one"},
        SHORT_RULES,
        PERSON_JOINS,
        GROUP_JOINS,
    )
    told: dict[str, str] = {}
    for table in tables:
        for rule, says in table.items():
            if told.setdefault(rule, says) != says:
                raise ValueError(f"two rules for names have the id {rule}")
    return told

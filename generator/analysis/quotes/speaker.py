"""From the mention of a speaker to the person or body it stands for, and the words for what they are."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.coreference import Coreference, gender_of_name, gender_of_words
from generator.analysis.names.person_name import PersonName
from generator.analysis.quotes.beside import name_beside
from generator.analysis.quotes.passages import Passage, span_of
from generator.analysis.quotes.sources import PRONOUNS, Mention
from generator.analysis.records import Entity, Span

NAMED_KINDS = frozenset(("label", "person", "organisation", "name"))
"""Kinds of mentions that print a name."""

_FUNCTION = frozenset(("DET", "PRON", "ADP", "ADV", "CCONJ", "SCONJ", "NUM", "PUNCT"))

RELATIVES = frozenset(("who", "which", "that"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """The mention of who speaks, the `name` it stands for and the article's words for their `role`."""

    mention: Span
    name: str | None
    role: Span | None = None


def find_speaker(
    text: str, passage: Passage, place: int, mention: Mention, coreference: Coreference
) -> Speaker:
    """Whom a `mention` in passage number `place` stands for; no name where the article does not tell."""
    beside = name_beside(passage, place, mention, coreference)
    spoken = span_of(text, passage, mention.first, beside[1] if beside else mention.last)
    entity = coreference.named(place, beside[0]) if beside else _entity(passage, place, mention, coreference)
    if entity is None or _contradicts(passage, mention, entity):
        return Speaker(spoken, printed_name(passage, mention))
    title = span_of(text, passage, mention.first, mention.last) if beside and not entity.role else entity.role
    return Speaker(spoken, entity.name, title)


def _entity(passage: Passage, place: int, mention: Mention, coreference: Coreference) -> Entity | None:
    """The entity of a mention: by its head, by its owner, or by the words of the name."""
    tokens, head = passage.tokens, mention.head
    name = " ".join(token.text for token in tokens[mention.first : mention.last])
    if mention.kind == "label":
        return coreference.directory.named(name) or coreference.entity(place, head)
    if mention.kind in RELATIVES:
        head = tokens[head].head.head.i  # it stands for the noun that its clause hangs on
    known = coreference.entity(place, head, mention.last - 1)
    if known or mention.kind in ("pron", *PRONOUNS):
        return known
    if mention.kind == "document":
        owner = next((child.i for child in tokens[head].lefts if child.dep_ == "poss"), head)
        return coreference.entity(place, owner)
    return (
        coreference.directory.named(name)
        or coreference.described(place, tokens[mention.first : head + 1])
        or (coreference.directory.named(tokens[head].text) if tokens[head].text[0].isupper() else None)
    )


def _contradicts(passage: Passage, mention: Mention, entity: Entity) -> bool:
    """Whether a title tells another sex than the full name: "Mr. Roe" is not "Jane Roe"."""
    title = gender_of_words(token.text for token in passage.tokens[mention.first : mention.last])
    return title is not None and gender_of_name(entity.name) not in (title, None)


def printed_name(passage: Passage, mention: Mention) -> str | None:
    """The name that a mention itself prints, of somebody whom the list of entities lacks; else None.

    A letter and a function word are no names, though they begin a sentence: "B. Follow …", "Another said".
    """
    tokens = passage.tokens[mention.first : mention.last]
    if mention.kind not in NAMED_KINDS or not tokens[-1].text[0].isupper():
        return None
    if mention.kind != "label":
        while tokens and (not tokens[0].text[0].isupper() or tokens[0].pos_ in _FUNCTION):
            tokens = tokens[1:]
    name = " ".join(PersonName.of("".join(token.text_with_ws for token in tokens)).words)
    name = name.strip("\"'“”‘’.,<> ")
    return name if sum(map(str.isalpha, name)) > 1 else None

"""The words that introduce speech, and who stands with them.

A cue is a verb of communication ("said", "warned"), a noun of communication ("in a statement", "his claim")
or "according to". The lists stand in the lexicon (`speech.toml`), with their sources.
"""

from __future__ import annotations

from generator.lexicon import words

SAY = words("speech.neutral")
SPEECH = words("speech.cues")
SPEECH_NOUNS = words("speech.nouns")

NEUTRAL, VERB, NOUN, ACCORDING, OTHER = "say", "verb", "noun", "according", "other"

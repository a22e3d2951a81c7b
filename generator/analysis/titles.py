"""Forms of address that tell the sex of the person they stand before."""

from __future__ import annotations

from generator.analysis.wordlist import words

MALE_TITLES = words("mr mister sir lord king prince baron duke father brother monsieur senor herr")
FEMALE_TITLES = words("mrs ms miss lady dame queen princess baroness duchess sister madame senora frau")

"""Analysis: from an `Article` to a `Briefing`."""

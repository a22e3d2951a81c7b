"""Type names: the evidence for each, and what it settles."""

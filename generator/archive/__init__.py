"""The archive: all briefings together."""

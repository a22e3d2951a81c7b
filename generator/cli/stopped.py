"""Message and exit status of a stopped command. It imports nothing, so that it is ready at once."""

STOPPED = 130
"""The exit status of a command that Ctrl-C stopped, as shells have it."""

STOPPED_TEXT = "briefing: stopped; what was written is whole, and the next run goes on from there"

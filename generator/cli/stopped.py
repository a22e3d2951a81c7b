"""What a command says and returns that was stopped. It loads nothing, to be there from the beginning."""

STOPPED = 130
"""The exit status of a command that Ctrl-C stopped, as shells have it."""

STOPPED_TEXT = "briefing: stopped; what was written is whole, and the next run goes on from there"

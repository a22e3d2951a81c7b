"""The single checks of `briefing check`: each looks at one thing and yields what it finds."""

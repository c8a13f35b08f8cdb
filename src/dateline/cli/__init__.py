"""The command: a page each, no logic."""

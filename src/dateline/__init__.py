"""Turns news reports into event data."""

__version__ = "0.1.0"

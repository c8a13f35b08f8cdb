"""Span: a stretch of a report's text that says what stands there."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A half-open stretch of text in code points: `text == report[start:end]`."""

    text: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share at least one code point."""
        return self.start < other.end and other.start < self.end


def cut(text: str, start: int, end: int) -> Span:
    """The span of `text` from `start` to `end`."""
    return Span(text=text[start:end], start=start, end=end)

"""Quotation marks paired into passages, over paragraphs where the text runs on.

A passage opened at the end of one paragraph and reopened at the head of the next is one
speech: each paragraph's part is a passage, and all but the first are `continued`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.records.report import Report

#: Opening mark -> the marks that may close it.
_CLOSERS = {
    "“": '”"',
    "„": '“”"',
    "«": "»",
    '"': '"”',
    "``": "''",
    "‘‘": "’’",
    "''": "''",
    "‘": "’'",
    "'": "'’",
    "‹": "›",
    "`": "'",
}
_SINGLE = frozenset("‘'`’")
_MARK = re.compile(r"``|''|‘‘|’’|[“”„«»\"‘’'‹›`]")
#: What follows the apostrophe of `the '90s`.
_DECADE = re.compile(r"\d0s?\b")
_PARAGRAPH = re.compile(r"[^\n]+")
#: What may stand before a mark that opens.
_BEFORE = frozenset(" \t\u00a0([{—–-/:;,.…“\"‘'«")


class Passage(NamedTuple):
    """`text[start:end]` with its marks; `nested` inside another, `continued` from the last."""

    start: int
    end: int
    nested: bool = False
    closed: bool = False
    continued: bool = False


def find_passages(report: Report) -> tuple[Passage, ...]:
    """The quoted passages of a report in order of their start."""
    found: list[Passage] = []
    running = ""
    for block in report.blocks:
        for line in _PARAGRAPH.finditer(report.text, block.start, block.end):
            if not line.group().strip():
                continue
            passages = list(_pair(report.text, line.start(), line.end()))
            head = len(line.group()) - len(line.group().lstrip()) + line.start()
            if running and report.text.startswith(running, head):
                passages = [
                    passage._replace(continued=True) if passage.start == head else passage
                    for passage in passages
                ]
            found.extend(passages)
            last = next((p for p in reversed(passages) if not p.nested), None)
            running = report.text[last.start] if last and not last.closed else ""
    return tuple(sorted(found, key=lambda passage: (passage.start, -passage.end)))


def _pair(text: str, start: int, end: int) -> Iterator[Passage]:
    """The passages of one paragraph; one that never closes runs to the paragraph's end."""
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        level = _closes(text, match, stack, end)
        if level is not None:
            yield Passage(stack[level][1], match.end(), nested=level > 0, closed=True)
            del stack[level:]
        elif _opens(text, match, stack, start, end):
            stack.append((mark, at))
    last = len(text[start:end].rstrip()) + start
    for level, (mark, at) in enumerate(stack):
        if mark not in _SINGLE and last > at + 1:
            yield Passage(at, last, nested=level > 0)
            return


def _closes(
    text: str, match: re.Match[str], stack: list[tuple[str, int]], end: int
) -> int | None:
    """The level of the open passage that the mark closes, or None."""
    mark, at, after = match.group(), match.start(), match.end()
    if mark in _SINGLE and (
        (after < end and text[after].isalnum()) or _possessive(text, after, end, stack)
    ):
        return None
    if at and text[at - 1].isspace() and after < end and not text[after].isspace():
        return None if text[after].isalnum() else _level(mark, at, stack)
    return _level(mark, at, stack)


def _level(mark: str, at: int, stack: list[tuple[str, int]]) -> int | None:
    for level in range(len(stack) - 1, -1, -1):
        opener, start = stack[level]
        fits = mark in _CLOSERS[opener] and len(opener) == len(mark)
        if fits and at >= start + len(opener):
            return level
    return None


def _possessive(text: str, after: int, end: int, stack: list[tuple[str, int]]) -> bool:
    """Whether a single mark is the apostrophe of `the workers' demands`.

    It is where an `s` stands before and a small letter follows, unless it is the last
    mark that could close what is open.
    """
    if text[after - 2 : after - 1] != "s" or not re.match(r"\s+[a-z]", text[after:end]):
        return False
    if not stack or stack[-1][0] not in _SINGLE:
        return True
    return re.search(r"[^\s][’'](?!\w)", text[after:end]) is not None


def _opens(
    text: str, match: re.Match[str], stack: list[tuple[str, int]], start: int, end: int
) -> bool:
    """Whether the mark can open a passage here."""
    mark, at, after = match.group(), match.start(), match.end()
    if mark not in _CLOSERS or after >= end or text[after].isspace():
        return False
    if at > start and text[at - 1] not in _BEFORE:
        return False
    if any(mark == opener for opener, _ in stack):
        return False
    if mark not in _SINGLE:
        return True
    if _DECADE.match(text, after):
        return False
    close = re.search(r"[^\s][’'](?!\w)", text[after:end])
    return close is not None and (text[after].isalnum() or text[after] in '[(.…$£€“"')

"""Text to paragraphs: the lines of a page, with hard-wrapped ones joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What ends a line; a run of them with blanks between is one gap.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK = " \t\u00a0\u200b\ufeff\x00"
#: Lengths between which mail programs and wire services wrap lines.
_WRAPPED = range(50, 101)
#: In wrapped prose about this share of lines goes on with a small letter, at least.
_SMALL_SHARE = 0.4


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """`text[start:end]` without the blanks around it; `gap` if a blank line is before."""

    start: int
    end: int
    gap: bool = False


def paragraphs(text: str, limit: int) -> list[Paragraph]:
    """The paragraphs of the first `limit` code points, in order; blank ones left out."""
    found: list[Paragraph] = []
    for group in _groups(text, limit):
        if _is_wrapped(text, group):
            first, last = group[0], group[-1]
            found.append(Paragraph(start=first.start, end=last.end, gap=first.gap))
        else:
            found += group
    return found


def _groups(text: str, limit: int) -> Iterator[list[Paragraph]]:
    """Lines with no blank line between them."""
    group: list[Paragraph] = []
    for line in _lines(text, limit):
        if line.gap and group:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _lines(text: str, limit: int) -> Iterator[Paragraph]:
    last = 0
    for match in _LINE.finditer(text, 0, limit):
        start, end = match.span()
        while start < end and (text[start] in _BLANK or text[start].isspace()):
            start += 1
        while end > start and (text[end - 1] in _BLANK or text[end - 1].isspace()):
            end -= 1
        if start < end:
            gap = last == 0 or len(_BREAK.findall(text, last, start)) > 1
            yield Paragraph(start=start, end=end, gap=gap)
            last = end


def _is_wrapped(text: str, group: list[Paragraph]) -> bool:
    """Whether lines are pieces of one paragraph: of a length, and going on in mid-sentence."""
    if len(group) < 2:
        return False
    if any(line.end - line.start not in _WRAPPED for line in group[:-1]):
        return False
    small = sum(text[line.start].islower() for line in group[1:])
    return group[-1].end - group[-1].start < _WRAPPED.stop and small >= _SMALL_SHARE * (
        len(group) - 1
    )

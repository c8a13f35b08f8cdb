"""Where a page goes on with another whole story."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dateline.clean.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.clean.lines import Line

#: Words that a headline has.
_HEADLINE_WORDS = range(4, 26)
#: A byline or a stamp stands so many lines below it at most.
_BELOW = 3
#: A whole story has as many paragraphs on end, and words in them, at least.
_PARAGRAPHS = 2
_WORDS = 40

_PROSE = (Kind.PROSE, Kind.SENTENCE)


def next_story(
    lines: Sequence[Line], run: range, is_byline: Callable[[Line], bool]
) -> int | None:
    """The index in the run of the headline of another story, None if there is one story.

    Another story has a headline, a byline or a stamp right below it, and prose of its own;
    and there is prose enough above for a story as well. A heading has no byline, and a
    picture in between has no story below its name.

    Args:
        lines: the lines of the page.
        run: those of the report.
        is_byline: whether a line says who wrote what follows.
    """
    for index in run:
        line = lines[index]
        if line.kind is not Kind.SHORT or line.words not in _HEADLINE_WORDS or is_byline(line):
            continue
        below = range(index + 1, min(index + 1 + _BELOW, run.stop))
        opened = next((i for i in below if _opens(lines[i], is_byline)), None)
        if opened is None or any(lines[i].kind is Kind.PROSE for i in range(index, opened)):
            continue
        if _is_story(lines, range(run.start, index)) and _is_story(
            lines, range(opened + 1, run.stop)
        ):
            return index
    return None


def _opens(line: Line, is_byline: Callable[[Line], bool]) -> bool:
    return line.kind is Kind.STAMP or is_byline(line)


def _is_story(lines: Sequence[Line], run: range) -> bool:
    for is_prose, group in groupby(run, lambda index: lines[index].kind in _PROSE):
        words = [lines[index].words for index in group]
        if is_prose and len(words) >= _PARAGRAPHS and sum(words) >= _WORDS:
            return True
    return False

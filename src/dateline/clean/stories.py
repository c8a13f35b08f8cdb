"""Where a page goes on with other whole stories."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dateline.clean.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dateline.clean.lines import Line

#: Words that a headline has.
_HEADLINE_WORDS = range(4, 26)
#: A byline or a stamp stands so many lines below it at most.
_BELOW = 3
#: A whole story has as many paragraphs on end, and words in them, at least.
_PARAGRAPHS = 2
_WORDS = 40

_PROSE = (Kind.PROSE, Kind.SENTENCE)


def next_stories(
    lines: Sequence[Line], run: range, is_byline: Callable[[Line], bool]
) -> tuple[int, ...]:
    """The index of the headline of each story of the run but the first.

    Another story has a headline, a byline or a stamp right below it, and prose of its own up
    to the next headline of this kind; and there is prose enough above for a story as well. A
    heading has no byline, and a picture in between has no story below its name.

    Args:
        lines: the lines of the page.
        run: those of the reports.
        is_byline: whether a line says who wrote what follows.
    """
    openings = [(run.start, run.start), *_openings(lines, run, is_byline)]
    ends = [headline for headline, _ in openings[1:]] + [run.stop]
    stories = (
        headline
        for (headline, below), end in zip(openings, ends, strict=True)
        if _is_story(lines, range(below, end))
    )
    return tuple(stories)[1:]


def is_of_next_story(lines: Sequence[Line], start: int, stamp: int) -> bool:
    """Whether a stamp is another story's than the one that begins at `start` above it.

    A stamp below the summary of a report is not: no headline stands between the two.
    """
    between = lines[max(start, stamp - _BELOW) : stamp]
    headed = any(_is_headline(line) for line in between)
    return headed and _is_story(lines, range(start, stamp))


def _is_headline(line: Line) -> bool:
    return line.kind is Kind.SHORT and line.words in _HEADLINE_WORDS


def _openings(
    lines: Sequence[Line], run: range, is_byline: Callable[[Line], bool]
) -> Iterator[tuple[int, int]]:
    """Each headline with a byline or a stamp, and the first line below both."""
    end = run.start
    for index in run:
        if index < end or not _is_headline(lines[index]) or is_byline(lines[index]):
            continue
        for below in range(index + 1, min(index + 1 + _BELOW, run.stop)):
            if lines[below].kind is Kind.PROSE:
                break
            if lines[below].kind is Kind.STAMP or is_byline(lines[below]):
                end = below + 1
                yield index, end
                break


def _is_story(lines: Sequence[Line], run: range) -> bool:
    for is_prose, group in groupby(run, lambda index: lines[index].kind in _PROSE):
        words = [lines[index].words for index in group]
        if is_prose and len(words) >= _PARAGRAPHS and sum(words) >= _WORDS:
            return True
    return False

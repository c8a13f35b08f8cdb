"""What kind of page a text is: a report, or what only looks like one.

A report tells one story in paragraphs that follow each other. An index lists the headlines
of many, each with a teaser at most; a live page and a ticker tell what happened by the
clock; and a wall lets a reader see where a report begins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.clean.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.clean.lines import Line

#: An entry of a live page or a ticker begins with a time of day: `14:32`, `2.05pm GMT`.
_CLOCK = re.compile(
    r"\W*(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d|[.,]\d)|1?\d\s?[ap]\.?m\b)", re.IGNORECASE
)
#: So many entries make a live page or a ticker; a report with a chronology of its own has
#: most of its prose outside of that.
_LEAST_ENTRIES = 4
#: So many headlines with a teaser each, or so many bare ones, make an index.
_LEAST_TEASERS = 4
_LEAST_HEADLINES = 8
#: A teaser has one sentence or two.
_TEASER_WORDS = 50
#: This share of the prose of such a page is in its entries or teasers.
_MOST = 0.6
#: A headline has at least so many words, and an entry of a menu or a name seldom.
_HEADLINE_WORDS = 5
#: A page with fewer words of prose shows no report: it is less than one paragraph.
_NO_REPORT = 40
#: And a page with fewer, and a wall, shows where one begins.
_BEGINNING = 150

_PROSE = (Kind.PROSE, Kind.SENTENCE, Kind.TEASER)


def no_report(lines: Sequence[Line]) -> str | None:
    """Why a page is none of a report, None if it is one or holds too little to tell."""
    prose = sum(line.words for line in lines if line.kind in _PROSE)
    entries = list(_entries(lines))
    told = [words for words in entries if words]
    if len(told) >= _LEAST_ENTRIES and sum(told) >= _MOST * prose:
        return f"a live page: {len(told)} entries by the clock"
    if len(entries) >= _LEAST_ENTRIES and prose < _NO_REPORT:
        return f"a ticker: {len(entries)} entries by the clock"
    teasers = list(_teasers(lines))
    if len(teasers) >= _LEAST_TEASERS and sum(teasers) >= _MOST * prose:
        return f"an index: {len(teasers)} headlines with their teasers"
    headlines = sum(_is_headline(line) for line in lines)
    if headlines >= _LEAST_HEADLINES and prose < _NO_REPORT:
        return f"an index: {headlines} headlines"
    if _walled(lines) and prose < _NO_REPORT:
        return "a wall: the page asks readers to subscribe, and shows no report"
    return None


def shows_beginning_only(lines: Sequence[Line]) -> bool:
    """Whether a wall stands before the rest of a report."""
    prose = sum(line.words for line in lines if line.kind in _PROSE)
    return prose < _BEGINNING and _walled(lines)


def _walled(lines: Sequence[Line]) -> bool:
    return any(line.kind is Kind.WALL for line in lines)


def _entries(lines: Sequence[Line]) -> Iterator[int]:
    """For each line that begins with a time of day, the words of prose up to the next."""
    words: int | None = None
    for line in lines:
        if _CLOCK.match(line.text):
            if words is not None:
                yield words
            words = 0
        if words is not None and line.kind in _PROSE:
            words += line.words
    if words is not None:
        yield words


def _teasers(lines: Sequence[Line]) -> Iterator[int]:
    """The words of each paragraph that stands alone below a headline."""
    for index, line in enumerate(lines):
        if line.kind not in _PROSE or index == 0 or not _is_headline(lines[index - 1]):
            continue
        alone = index + 1 == len(lines) or lines[index + 1].kind not in _PROSE
        if alone and line.words <= _TEASER_WORDS:
            yield line.words


def _is_headline(line: Line) -> bool:
    return line.kind is Kind.SHORT and line.words >= _HEADLINE_WORDS

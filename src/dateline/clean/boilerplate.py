"""Which lines of a page are its report: the stretch where prose outweighs furniture.

Every line adds to or takes from the weight of the stretch it is in, and the report is the
first stretch of great weight (maximum subsequences; after Pasternack and Roth, Extracting
article text from the web with maximum subsequence segmentation, 2009). What readers or
other reports say comes after it, and may well be longer.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from dateline.clean.lines import Kind
from dateline.clean.stories import is_of_next_story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.clean.lines import Line

#: What a line of each kind adds; prose adds a point a word up to a bound.
_WEIGHTS = {
    Kind.SENTENCE: 1.0,
    Kind.SHORT: -5.0,
    Kind.STAMP: -12.0,
    Kind.FURNITURE: -8.0,
    Kind.TEASER: -8.0,
    Kind.WALL: -8.0,
    Kind.TAIL: -20.0,
    Kind.COMMENTS: -150.0,
}
_MOST_PROSE = 40.0
#: Prose of fewer words that stands alone between short lines is as likely a teaser as not.
_TEASER_WORDS = 50
_MOST_LONE_PROSE = 12.0
#: The first stretch of this share of the greatest weight is the report.
_GREAT = 0.5
#: How much more a stretch is worth that stands below a stamp, as reports do.
_STAMPED = 1.5
#: A text with a smaller share of its words outside sentences has no furniture to speak of.
_PLAIN_SHARE = 0.12
#: Prose this many lines above the stretch belongs to it, if the stamp of publication is above.
_LEAD_DISTANCE = 12
#: That stamp may be so many lines inside the stretch, below a summary.
_STAMP_DISTANCE = 7
#: A short line of so many words inside a report is the headline of another.
_HEADLINE_WORDS = 14
#: Or of so many, where several stand together.
_ENTRY_WORDS = 7
#: How items of lists begin.
_MARKED = re.compile(r"[-–—•*·▪]|[\d(]")

_PROSE = (Kind.PROSE, Kind.SENTENCE)
_OWN = (*_PROSE, Kind.SHORT)


def main_run(lines: Sequence[Line]) -> range:
    """The indices of the lines of the report; empty where there is no prose."""
    prose = [index for index, line in enumerate(lines) if line.kind in _PROSE]
    if _is_bare(lines, len(prose)):
        return range(prose[0], len(lines))
    if _is_plain(lines):
        return range(prose[0], prose[-1] + 1)
    weights = [_weigh(lines, index) for index in range(len(lines))]
    stretches = _stretches(weights)
    if not stretches:
        return range(0)
    worth = [weight * (_STAMPED if _stamped(lines, run) else 1) for weight, run in stretches]
    first = next(i for i, value in enumerate(worth) if value >= _GREAT * max(worth))
    return _with_lead(lines, stretches[first][1])


def kept(lines: Sequence[Line], run: range) -> set[int]:
    """The indices within the run that are the report's own, furniture left out.

    Of a paragraph that the page has twice only the first is kept.
    """
    found: set[int] = set()
    seen = {line.text for line in lines[: run.start]}
    times = Counter(line.text for line in lines)
    for is_prose, group in groupby(run, lambda index: lines[index].kind in _PROSE):
        if not is_prose:
            found.update(_own_shorts(lines, list(group), times))
            continue
        for index in group:
            line = lines[index]
            if line.kind is Kind.SENTENCE or line.text not in seen:
                found.add(index)
            seen.add(line.text)
    return found


def _own_shorts(lines: Sequence[Line], group: list[int], times: Counter[str]) -> list[int]:
    """Of the lines between two paragraphs of a report, its headings and items of lists.

    Lines that the page says twice are furniture, and those below the heading of a list of
    other reports are its entries. So are headlines without such a heading, where there is
    more than one, or a long one; a list of the report's own has marks, or a colon above.
    """
    others = [i for i in group if lines[i].kind in (Kind.TAIL, Kind.COMMENTS)]
    above = [i for i in group if not others or i < others[0]]
    shorts = [i for i in above if lines[i].kind is Kind.SHORT and times[lines[i].text] == 1]
    if lines[group[0] - 1].text.endswith(":"):
        return shorts
    longest = _HEADLINE_WORDS if len(shorts) == 1 else _ENTRY_WORDS
    return [
        i
        for i in shorts
        if lines[i].words < longest or _MARKED.match(lines[i].text) is not None
    ]


def _is_bare(lines: Sequence[Line], prose: int) -> bool:
    """Whether there is no furniture at all, and no menu: a text by itself."""
    return (
        prose > 0 and all(line.kind in _OWN for line in lines) and len(lines) <= 2 * prose + 1
    )


def _is_plain(lines: Sequence[Line]) -> bool:
    """Whether all but a few words stand in sentences."""
    total = sum(line.words for line in lines)
    return (
        sum(line.words for line in lines if line.kind not in _PROSE) <= _PLAIN_SHARE * total - 1
    )


def _stamped(lines: Sequence[Line], run: range) -> bool:
    """Whether a stamp stands at the head of a stretch, or shortly above."""
    head = lines[
        max(0, run.start - _STAMP_DISTANCE) : min(run.start + _STAMP_DISTANCE, run.stop)
    ]
    return any(line.kind is Kind.STAMP for line in head)


def _weigh(lines: Sequence[Line], index: int) -> float:
    """What a line adds to the weight of a stretch of the report."""
    line = lines[index]
    if line.kind is not Kind.PROSE:
        return _WEIGHTS[line.kind]
    around = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    beside = any(other.kind in (*_PROSE, Kind.TEASER) for other in around)
    alone = line.words < _TEASER_WORDS and not beside
    return min(_MOST_LONE_PROSE if alone else _MOST_PROSE, float(line.words))


def _stretches(weights: Sequence[float]) -> list[tuple[float, range]]:
    """Stretches of positive weight, each up to where it is greatest, in order."""
    found: list[tuple[float, range]] = []
    start, end, running, best = 0, 0, 0.0, 0.0
    for index, weight in enumerate(weights):
        running += weight
        if running > best:
            best, end = running, index + 1
        if running <= 0 or running < best - 150:
            if best > 0:
                found.append((best, range(start, end)))
            start, running, best = index + 1, 0.0, 0.0
    if best > 0:
        found.append((best, range(start, end)))
    return found


def _with_lead(lines: Sequence[Line], run: range) -> range:
    """The run from right below the stamp of its publication on, if there is one near.

    What stands above that stamp is a summary, and what stands below it is the lead, though
    lists of other reports part it from the rest.
    """
    for index in range(min(run.start + _STAMP_DISTANCE, run.stop) - 1, run.start - 1, -1):
        if lines[index].kind is not Kind.STAMP or index + 1 == run.stop:
            continue
        if not is_of_next_story(lines, run.start, index):
            return range(index + 1, run.stop)
    first = run.start
    for index in range(run.start - 1, max(-1, run.start - 1 - _LEAD_DISTANCE), -1):
        if lines[index].kind is Kind.STAMP:
            return range(first, run.stop)
        if lines[index].kind is Kind.PROSE:
            first = index
    return run

"""Which lines of a page are its report: the stretch where prose outweighs furniture.

Every line adds to or takes from the weight of the stretch it is in, and the report is the
stretch of greatest weight (the maximum subarray; after Pasternack and Roth, Extracting
article text from the web with maximum subsequence segmentation, 2009).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.clean.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.clean.lines import Line

#: What a line of each kind adds; prose adds a point a word up to a bound.
_WEIGHTS = {
    Kind.SENTENCE: 1.0,
    Kind.SHORT: -4.0,
    Kind.FURNITURE: -8.0,
    Kind.TAIL: -50.0,
    Kind.COMMENTS: -150.0,
}
_MOST_PROSE = 40.0


def main_run(lines: Sequence[Line]) -> range:
    """The indices of the lines of the report; empty where there is no prose."""
    best, weight = range(0), 0.0
    start, running = 0, 0.0
    for index, line in enumerate(lines):
        if running <= 0:
            start, running = index, 0.0
        running += weigh(line)
        if running > weight:
            best, weight = range(start, index + 1), running
    return best


def weigh(line: Line) -> float:
    """What a line adds to the weight of a stretch of the report."""
    if line.kind is Kind.PROSE:
        return min(_MOST_PROSE, float(line.words))
    return _WEIGHTS[line.kind]


def kept(lines: Sequence[Line], run: range) -> set[int]:
    """The indices within the run that are the report's own, furniture left out."""
    seen: set[str] = set()
    found = set()
    for index in run:
        line = lines[index]
        if line.kind in (Kind.PROSE, Kind.SENTENCE, Kind.SHORT) and line.text not in seen:
            found.add(index)
        seen.add(line.text)
    return found

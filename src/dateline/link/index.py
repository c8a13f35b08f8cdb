"""An index of marks: which texts have them, without asking every text.

Postings come in one by one and are kept in sorted runs; two runs of a size are merged into
one (a log-structured merge), so that it takes eight bytes a posting and few searches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dateline.link.fingerprints import Numbers

#: The postings of about a thousand reports.
_WAIT = 50_000


class Index:
    """From a mark to the numbers of the texts that have it.

    Args:
        wait: how many postings wait to be sorted into a run.
    """

    def __init__(self, wait: int = _WAIT) -> None:
        self._wait = wait
        self._fresh: dict[int, list[int]] = {}
        self._waiting = 0
        self._runs: list[tuple[Numbers, Numbers]] = []

    def add(self, marks: Numbers, number: int) -> None:
        """Note that a text has these marks."""
        for mark in marks.tolist():
            self._fresh.setdefault(mark, []).append(number)
        self._waiting += len(marks)
        if self._waiting >= self._wait:
            self._flush()

    def find(self, marks: Numbers) -> tuple[Numbers, Numbers]:
        """The texts that have some of these marks: for each posting, mark and number."""
        found = [_find(run, marks) for run in self._runs]
        fresh = [
            (mark, number) for mark in marks.tolist() for number in self._fresh.get(mark, ())
        ]
        if fresh:
            pairs = np.array(fresh, np.uint32)
            found.append((pairs[:, 0], pairs[:, 1]))
        if not found:
            return np.empty(0, np.uint32), np.empty(0, np.uint32)
        return np.concatenate([m for m, _ in found]), np.concatenate([n for _, n in found])

    def _flush(self) -> None:
        """Sort what waits into a run, and merge runs while the last are of a size."""
        marks = [mark for mark, numbers in self._fresh.items() for _ in numbers]
        numbers = [number for numbers in self._fresh.values() for number in numbers]
        run = _sorted(np.array(marks, np.uint32), np.array(numbers, np.uint32))
        self._fresh, self._waiting = {}, 0
        while self._runs and len(self._runs[-1][0]) <= 2 * len(run[0]):
            marks_before, numbers_before = self._runs.pop()
            run = _sorted(
                np.concatenate((marks_before, run[0])), np.concatenate((numbers_before, run[1]))
            )
        self._runs.append(run)


def _sorted(marks: Numbers, numbers: Numbers) -> tuple[Numbers, Numbers]:
    order = np.argsort(marks, kind="stable")
    return marks[order], numbers[order]


def _find(run: tuple[Numbers, Numbers], marks: Numbers) -> tuple[Numbers, Numbers]:
    """The postings of some marks in a sorted run."""
    known, numbers = run
    first = np.searchsorted(known, marks, "left")
    counts = np.searchsorted(known, marks, "right") - first
    before = np.cumsum(counts) - counts
    at = np.repeat(first - before, counts) + np.arange(counts.sum())
    return np.repeat(marks, counts), numbers[at]

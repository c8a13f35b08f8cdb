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
        self._waiting: list[tuple[Numbers, int]] = []
        self._postings = 0
        self._runs: list[tuple[Numbers, Numbers]] = []

    def add(self, marks: Numbers, number: int) -> None:
        """Note that a text has these marks."""
        for mark in marks.tolist():
            known = self._fresh.get(mark)
            if known is None:
                self._fresh[mark] = [number]
            else:
                known.append(number)
        self._waiting.append((marks, number))
        self._postings += len(marks)
        if self._postings >= self._wait:
            self._flush()

    def find(self, marks: Numbers) -> tuple[Numbers, Numbers]:
        """The texts that have some of these marks: for each posting, mark and number."""
        found = [_find(run, marks) for run in self._runs]
        fresh = [(mark, self._fresh[mark]) for mark in marks.tolist() if mark in self._fresh]
        counts = [len(numbers) for _, numbers in fresh]
        numbers = [number for _, numbers in fresh for number in numbers]
        found.append(
            (
                np.repeat(np.array([mark for mark, _ in fresh], np.uint32), counts),
                np.array(numbers, np.uint32),
            )
        )
        return np.concatenate([m for m, _ in found]), np.concatenate([n for _, n in found])

    def _flush(self) -> None:
        """Sort what waits into a run, and merge runs while the last are of a size."""
        counts = [len(marks) for marks, _ in self._waiting]
        numbers = np.array([number for _, number in self._waiting], np.uint32)
        marks = np.concatenate([marks for marks, _ in self._waiting])
        run = _sorted(marks, np.repeat(numbers, counts))
        self._fresh, self._waiting, self._postings = {}, [], 0
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

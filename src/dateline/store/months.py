"""Months and the days around them, by which the events of a store are found anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.link.days import REACH, shifted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: The month of events whose telling has no day, stated or published.
UNDATED = "undated"
#: Claims of some months that are held at once, if these are more months than one.
_MOST = 20_000


class Days(NamedTuple):
    """Days from a first to a last, as ISO says them."""

    first: str
    last: str

    @property
    def around(self) -> Days:
        """With the days that what was done on them may depend on."""
        if self.first == UNDATED:
            return self
        return Days(shifted(self.first, -REACH), shifted(self.last, REACH))

    @property
    def months(self) -> Iterator[str]:
        """The months of them."""
        month = self.first[:7] if self.first != UNDATED else UNDATED
        while month < self.last[:7]:
            yield month
            month = _after(month)
        yield month


def months_of(days: Iterable[Days]) -> set[str]:
    """All months of some days."""
    return {month for one in days for month in one.months}


def days_of(months: Sequence[str]) -> Days:
    """The days of months that follow each other."""
    if UNDATED in months:
        return Days(UNDATED, UNDATED)
    return Days(f"{months[0]}-01", shifted(f"{_after(months[-1])}-01", -1))


def runs(months: Iterable[str], counts: Mapping[str, int]) -> Iterator[list[str]]:
    """Months that follow each other and have not too many claims, to be taken at once.

    Args:
        months: in order.
        counts: the claims of each.
    """
    run: list[str] = []
    held = 0
    for month in months:
        count = counts.get(month, 0)
        if run and (held + count > _MOST or month == UNDATED or _after(run[-1]) != month):
            yield run
            run, held = [], 0
        run.append(month)
        held += count
    if run:
        yield run


def _after(month: str) -> str:
    return shifted(f"{month}-01", 31)[:7]

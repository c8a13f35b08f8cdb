"""When a telling says its act was: the day or days by which it meets other tellings."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from dateline.records.claim import Status

if TYPE_CHECKING:
    from dateline.link.told import Told
    from dateline.records.claim import Claim, Occurred

#: A report that gives no day tells of what was done on the day it was published or up to so
#: many days before: a morning paper tells of yesterday, and an agency's late night of the
#: day before in another time zone.
LATE_DAYS = 2
#: A claim of more days than a week is no news of one of them, and not gathered with those.
_WEEK = 7
#: Claims of more days than a month are summaries of many happenings, and stand alone.
_MONTH = 31
#: So many days around the day of its lead an event depends on tellings, and on no others.
#: The lead is of a stated day, or alone in its cell. A telling of a few days joins a host up to
#: a week less a day after its own first day, if it agrees with those that joined before it;
#: these may be of ranges whose other hosts are as much later again. The other way it is less:
#: a range begins up to a week less a day before the host that a report of `LATE_DAYS` later
#: may join. (Days are those with which a period begins. What a person joined reaches further.)
REACH = 2 * (_WEEK - 1)
#: Acts that have not been done when the report is published.
_AHEAD = frozenset({Status.PLANNED, Status.DEMANDED, Status.HYPOTHETICAL})


class Basis(StrEnum):
    """What a period rests on."""

    STATED = "stated"
    PUBLISHED = "published"
    AHEAD = "ahead"
    ALONE = "alone"


class Period(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """The days of which a telling says that its act was done on one of them, or on all.

    Attributes:
        first: an ISO day; empty if there is none.
        last: an ISO day, the same for one day.
        basis: `stated` by the text; the day on which it was `published`, where nothing else
            is known; `ahead` of that day; or `alone` if nothing can be said, with the day on
            which it was published.
    """

    first: str = ""
    last: str = ""
    basis: Basis

    @property
    def is_day(self) -> bool:
        """Whether it is a day that the text states."""
        return self.basis is Basis.STATED and self.first == self.last

    @property
    def days(self) -> tuple[str, ...]:
        """The stated days that its act may have been on, if it names none itself."""
        if self.is_day or self.basis in {Basis.AHEAD, Basis.ALONE}:
            return ()
        late = self.basis is Basis.PUBLISHED
        count = LATE_DAYS + 1 if late else _length(self.first, self.last)
        return tuple(shifted(self.last, -n) for n in range(count) if count <= _WEEK)

    @property
    def is_long(self) -> bool:
        """Whether much may happen in it: more days than one, or days that nobody stated."""
        return self.basis is Basis.STATED and self.first != self.last


def period(told: Told) -> Period:
    """When a telling says its act was: the fewest days that a claim of it states."""
    stated = [days for claim in told.claims if (days := _stated(claim.occurred)) is not None]
    if stated:
        first, last = min(stated, key=lambda days: (_length(*days), days))
        if _length(first, last) <= _MONTH:
            return Period(first=first, last=last, basis=Basis.STATED)
    day = _day(told.source.published)
    if day is None or stated or not all(map(_undated, told.claims)):
        return Period(first=day or "", last=day or "", basis=Basis.ALONE)
    if all(claim.status in _AHEAD for claim in told.claims):
        return Period(first=day, last=day, basis=Basis.AHEAD)
    news = any(claim.occurred is not None for claim in told.claims)
    return Period(first=day, last=day, basis=Basis.PUBLISHED if news else Basis.ALONE)


def shifted(day: str, count: int) -> str:
    """The day so many days later, or earlier; the last or first there is beyond these."""
    ordinal = date.fromisoformat(day).toordinal() + count
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()


def _undated(claim: Claim) -> bool:
    return claim.occurred is None or claim.occurred.basis == "published"


def _stated(occurred: Occurred | None) -> tuple[str, str] | None:
    if occurred is None or occurred.basis == "published":
        return None
    first, last = _day(occurred.first), _day(occurred.last)
    return (first, last) if first and last and first <= last else None


def _day(value: str | None) -> str | None:
    """A value that is a day; None for what a record of other making says in its place."""
    try:
        return date.fromisoformat(value or "").isoformat()
    except ValueError:
        return None


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1

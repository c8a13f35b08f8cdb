"""What is known around a time expression, and what reading it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate.time_periods import Period, days_of, open_period, period, step
from dateline.annotate.time_tense import Tense

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    #: What a rule's words count as: `{"month": "11", "day": "10"}`.
    Slots = Mapping[str, str]
    #: Reads one kind of expression; None means that the words are no time.
    Read = Callable[[Slots, "Around"], "Reading | None"]


#: Parts of a year that reports compare with the same part of another year.
_SEASONS = frozenset({"M", "Q", "H"})
#: How many of the periods last told of may hold the one that is compared.
_LATE = 3


class Around(NamedTuple):
    """What stands around an expression.

    `today` is the day of publication, `told` are the periods that the text has named so
    far, `near` the last of them if its paragraph has just named it, and `tense` is the
    clause's.
    """

    today: date | None
    told: list[Period]
    tense: Tense
    near: Period | None = None

    def anchor(self, grain: str) -> Period | None:
        """The last period told of that is no longer than the grain.

        What was done is not counted from what is to come: `is due in court on 5 April. He
        was hurt on the same day`.
        """
        longest = days_of(grain)
        return next(
            (
                one
                for one in reversed(self.told)
                if days_of(one.grain) <= longest and not self._is_beyond(one)
            ),
            None,
        )

    def _is_beyond(self, told: Period) -> bool:
        """Whether a clause of the past speaks of a period that begins after the report."""
        if self.tense is not Tense.PAST or self.today is None:
            return False
        return told.first is not None and told.first > self.today

    def season(self) -> Period | None:
        """The month, quarter or half-year that the text is about, if it named one of late."""
        return next(
            (one for one in self.told[: -_LATE - 1 : -1] if one.grain in _SEASONS), None
        )


class Reading(NamedTuple):
    """A meaning and what it was counted from: `stated`, `published`, `text`, None if open."""

    period: Period
    basis: str | None


def from_today(grain: str, by: int, around: Around) -> Reading:
    """The period so many grains from the one of publication; open without that day."""
    if around.today is None:
        return Reading(open_period(grain), None)
    return Reading(step(period(grain, around.today), by), "published")


def year_of(slots: Slots, around: Around) -> tuple[int, str] | None:
    """The year that the words name, and its basis."""
    if "year_tail" in slots:
        return int(slots["year"][:2] + slots["year_tail"]), "stated"
    if "year" in slots:
        return int(slots["year"]), "stated"
    if "fiscal" in slots:
        digits = slots["fiscal"].lstrip("fy ")
        return int(digits if len(digits) > 2 else f"20{digits}"), "stated"
    if "year_short" in slots:
        short = int(slots["year_short"][-2:])
        return short + (1900 if short > _LAST_SHORT_YEAR else 2000), "stated"
    if "year_by" in slots and around.today:
        return around.today.year + int(slots["year_by"]), "published"
    return None


#: `'30` is read as 2030 and `'31` as 1931.
_LAST_SHORT_YEAR = 30

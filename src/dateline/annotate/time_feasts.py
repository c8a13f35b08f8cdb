"""The days of feasts: fixed ones, those counted from Easter, and nth weekdays of a month.

Data write a fixed feast as `12-25`, one counted in days from Easter as `easter-2` (from
that of the eastern churches as `orthodox+1`), and a weekday of a month as `11-4TH`, its
fourth Thursday, or `05--1MO`, its last Monday.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.annotate.time_periods import add_months

_MOVING = re.compile(r"(easter|orthodox)([-+]\d+)")
_NTH = re.compile(r"(\d\d)-(-?\d)(MO|TU|WE|TH|FR|SA|SU)")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: Days by which the Julian calendar lags behind, from March 1900 to February 2100.
_JULIAN_LAG = 13


def feast_day(rule: str, year: int) -> date:
    """The day of a feast in a year.

    Raises:
        ValueError: that year has no such day.
    """
    if moving := _MOVING.fullmatch(rule):
        easter = _easter(year) if moving[1] == "easter" else _orthodox_easter(year)
        return easter + timedelta(int(moving[2]))
    if nth := _NTH.fullmatch(rule):
        return _nth_weekday(date(year, int(nth[1]), 1), _WEEKDAYS.index(nth[3]), int(nth[2]))
    month, _, day = rule.partition("-")
    return date(year, int(month), int(day))


def is_fixed(rule: str) -> bool:
    """Whether the feast has the same day in every year."""
    return not (_MOVING.fullmatch(rule) or _NTH.fullmatch(rule))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the computus of Meeus, Jones and Butcher."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, shift = divmod(century, 4)
    drift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - drift + 15) % 30
    sunday = (32 + 2 * shift + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar by the computus of Meeus, as a Gregorian day."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(_JULIAN_LAG)


def _nth_weekday(opening: date, weekday: int, nth: int) -> date:
    """The nth such weekday of the month that opens on the day; the last for -1."""
    if nth < 0:
        opening = add_months(opening, 1)
        nth += 1
    return opening + timedelta((weekday - opening.weekday()) % 7 + 7 * (nth - 1))

"""Periods of the calendar: days, weeks, months and longer, as TIMEX3 writes them.

A grain is the TIMEX3 letter of a unit: `D` day, `W` week, `WE` weekend, `M` month, `Q`
quarter, `H` half-year, `Y` year, `FY` fiscal year, `DE` decade, `CE` century; `SP`, `SU`,
`FA` and `WI` are seasons, and `FN` is a fortnight.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

#: How many months the periods of a grain have.
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "FY": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7, "WE": 7, "FN": 14}
#: The first month of each season, counted as the northern hemisphere does.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_MONTHS = 3
#: Letters with which TIMEX3 counts a length: those of clock time, and where a grain has none.
_LENGTHS = {"TH": ("T", "H", 1), "TM": ("T", "M", 1), "TS": ("T", "S", 1)}
_LENGTHS |= {"FY": ("", "Y", 1), "Q": ("", "M", 3), "H": ("", "M", 6), "FN": ("", "W", 2)}
#: What TIMEX3 writes where only the grain is known.
_OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "FN": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "FY": "FYXXXX",
    "DE": "XXX",
    "CE": "XX",
}


class Period(NamedTuple):
    """A period: its TIMEX3 value, its grain, and its days, both included, if known."""

    value: str
    grain: str
    first: date | None = None
    last: date | None = None


def open_period(grain: str) -> Period:
    """A period of which only the grain is known."""
    season = f"XXXX-{grain}" if grain in _SEASONS else "XXXX"
    return Period(_OPEN.get(grain, season), grain)


def period(grain: str, day: date) -> Period:
    """The period of the grain that holds the day.

    Raises:
        ValueError: the period reaches out of the years that `date` can hold.
    """
    if grain in _DAYS:
        return _of_days(grain, day)
    if grain in _SEASONS:
        return _season(grain, day)
    length = _MONTHS[grain]
    years = length // 12
    if years > 1:
        opening = date(max(1, day.year // years * years), 1, 1)
        return Period(str(day.year // years).zfill(2), grain, opening, _last(opening, length))
    opening = date(day.year, (day.month - 1) // length * length + 1, 1)
    return Period(_name(grain, opening, length), grain, opening, _last(opening, length))


def step(found: Period, by: int) -> Period:
    """The period of the same grain that comes `by` periods later; earlier if negative.

    Raises:
        ValueError, OverflowError: no calendar reaches so far.
    """
    if found.first is None:
        return found
    return period(found.grain, later(found.first, found.grain, by))


def later(day: date, grain: str, number: int) -> date:
    """The day so many units of the grain later; earlier if negative. Seasons come yearly."""
    if grain in _DAYS:
        return day + timedelta(_DAYS[grain] * number)
    return add_months(day, _MONTHS.get(grain, 12) * number)


def days_of(grain: str) -> int:
    """About how many days the periods of the grain have."""
    return _DAYS.get(grain) or _MONTHS.get(grain, _SEASON_MONTHS) * 30


def length_value(grain: str, number: str) -> str:
    """The TIMEX3 value of so many units; `number` may be `X`."""
    clock, letter, factor = _LENGTHS.get(grain, ("", grain, 1))
    if number.isdigit():
        number = str(int(number) * factor)
    return f"P{clock}{number}{letter}"


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last that month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _of_days(grain: str, day: date) -> Period:
    if grain == "D":
        return Period(day.isoformat(), grain, day, day)
    monday = day - timedelta(day.weekday())
    year, week, _ = day.isocalendar()
    if grain == "WE":
        saturday = monday + timedelta(5)
        return Period(f"{year}-W{week:02}-WE", grain, saturday, saturday + timedelta(1))
    return Period(f"{year}-W{week:02}", grain, monday, monday + timedelta(6))


def _season(grain: str, day: date) -> Period:
    opening = date(day.year, _SEASONS[grain], 1)
    return Period(f"{day.year:04}-{grain}", grain, opening, _last(opening, _SEASON_MONTHS))


def _name(grain: str, opening: date, length: int) -> str:
    year = f"{opening.year:04}"
    match grain:
        case "M":
            return f"{year}-{opening.month:02}"
        case "Q" | "H":
            return f"{year}-{grain}{(opening.month - 1) // length + 1}"
        case "FY":
            return f"FY{year}"
    return year


def _last(opening: date, months: int) -> date:
    return add_months(opening, months) - timedelta(1)

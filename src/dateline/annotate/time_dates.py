"""Dates by their names: days, weekdays, months, quarters, seasons, years and longer."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.annotate.time_feasts import feast_day, is_fixed
from dateline.annotate.time_periods import Period, open_period, period, step
from dateline.annotate.time_reading import Around, Reading, from_today, year_of
from dateline.annotate.time_tense import SCHEDULED, Tense

if TYPE_CHECKING:
    from dateline.annotate.time_reading import Slots

#: Days that a year costs for lying ahead of a past tense: more than any other year can.
_AGAINST_PAST = 400
#: The same for lying behind a future tense, which is weaker: `January sales will be low`.
_AGAINST_FUTURE = 250
#: The same for a month or quarter that lies ahead where the tense leaves it open: news
#: tells of what was more than of what will be.
_AHEAD_UNSAID = 100

_UNSAID = frozenset({Tense.OPEN, Tense.PRESENT})
#: What is counted within a month or year; quarters and halves have readings of their own.
_COUNTED = frozenset({"D", "W", "WE"})
_A_LEAP_YEAR = 2000
#: How long what is told is news, and grains of days that may lend others their year.
_NEWS = timedelta(60)
_FINE = frozenset({"D", "M"})
_NUMBER = re.compile(r"\d+")


def read_date(slots: Slots, around: Around) -> Reading | None:
    """A day, month, quarter, season, year, decade or century by its name."""
    if "iso" in slots:
        return Reading(period("D", date.fromisoformat(slots["iso"])), "stated")
    if "slash" in slots or "dotted" in slots:
        return _in_digits(slots)
    if "named_day" in slots:
        return from_today("D", int(slots["named_day"]), around)
    if "decade" in slots or "decade_name" in slots:
        return Reading(period("DE", date(_decade(slots), 1, 1)), "stated")
    if "century" in slots or "century_name" in slots:
        return _century(slots)
    if slots.keys() & {"month", "season", "ordinal"}:
        return _in_year(slots, around)
    if "weekday" in slots:
        return _weekday(slots, around)
    year = year_of(slots, around)
    return year and Reading(period(slots.get("grain", "Y"), date(year[0], 1, 1)), year[1])


def read_holiday(slots: Slots, around: Around) -> Reading | None:
    """A feast, of the year that is named or the likeliest."""
    return _in_year(slots, around)


def read_day_of_month(slots: Slots, around: Around) -> Reading | None:
    """`the 18th`: of the month that is said, else the nearest that the tense allows."""
    if around.today is None:
        return Reading(open_period("D"), None)
    number = int(_NUMBER.findall(slots["nth_day"])[0])
    months = (int(slots["by"]),) if "by" in slots else (-1, 0, 1)
    this = period("M", around.today)
    firsts = [step(this, by).first for by in months]
    near = [period("D", first.replace(day=number)) for first in firsts if first]
    return Reading(_nearest(near, around.today, around.tense), "published")


def _nearest(days: list[Period], today: date, tense: Tense) -> Period:
    """The day among these that a tense means on the day of publication."""
    return min(days, key=lambda one: _cost(one, today, tense, fine=True))


def read_before_christ(slots: Slots, around: Around) -> Reading:  # noqa: ARG001
    """`44 BC`, which no calendar of days reaches."""
    return Reading(Period(f"BC{int(slots['number'].replace(',', '')):04}", ""), "stated")


def read_within(slots: Slots, around: Around) -> Reading | None:
    """`the last day of 2012`, `the first Monday in May`: counted within a month or year."""
    outer = read_date({name: slots[name] for name in slots if name != "weekday"}, around)
    if outer is None or outer.period.first is None or outer.period.last is None:
        return None
    grain, nth = slots.get("span", "D"), int(slots["nth"])
    days = 1 if grain == "D" and "weekday" not in slots else 7
    if nth < 0:
        day = outer.period.last
        if "weekday" in slots:
            day -= timedelta((day.isoweekday() - int(slots["weekday"])) % 7)
        day += timedelta(days * (nth + 1))
    else:
        day = outer.period.first
        if "weekday" in slots:
            day += timedelta((int(slots["weekday"]) - day.isoweekday()) % 7)
        day += timedelta(days * (nth - 1))
    return Reading(period(grain, day), outer.basis) if grain in _COUNTED else None


def _in_digits(slots: Slots) -> Reading | None:
    """A day in digits; None where day and month could be changed about."""
    parts = _NUMBER.findall(slots.get("dotted") or slots["slash"])
    first, second, year = (int(part) for part in parts)
    if year < 100:
        found = year_of({"year_short": parts[2]}, Around(None, [], Tense.OPEN))
        year = found[0] if found else year
    if "dotted" in slots or first > 12 or first == second:
        return Reading(period("D", date(year, second, first)), "stated")
    return Reading(period("D", date(year, first, second)), "stated") if second > 12 else None


def _decade(slots: Slots) -> int:
    digits = "".join(_NUMBER.findall(slots.get("decade", ""))) or slots["decade_name"] + "0"
    return int(digits) if len(digits) == 4 else 1900 + int(digits)


def _century(slots: Slots) -> Reading:
    digits = _NUMBER.findall(slots.get("century", "")) or [slots["century_name"]]
    return Reading(period("CE", date((int(digits[0]) - 1) * 100, 1, 1)), "stated")


def _weekday(slots: Slots, around: Around) -> Reading:
    weekday = int(slots["weekday"])
    if around.today is None:
        return Reading(Period(f"XXXX-WXX-{weekday}", "D"), None)
    back = (around.today.isoweekday() - weekday) % 7
    ahead = -back % 7
    match slots.get("by"):
        case "-1":
            days = -(back or 7)
        case "1":
            days = ahead or 7
        case _:
            days = ahead if around.tense in SCHEDULED else -back
    return Reading(period("D", around.today + timedelta(days)), "published")


def _in_year(slots: Slots, around: Around) -> Reading | None:
    """A part of the year: of the year that is named, or else of the likeliest."""
    year = year_of(slots, around)
    if year:
        return Reading(_in(slots, year[0]), year[1])
    if "told" in slots and (told := _from_told(slots, around)):
        return told
    if around.today is None:
        return Reading(_open(slots), None)
    found = _likeliest(slots, around.today, around.tense)
    if found and found.last and around.today - found.last > _NEWS:
        told = _of_year_told(slots, around)
        return told or Reading(found, "published")
    return found and Reading(found, "published")


def _of_year_told(slots: Slots, around: Around) -> Reading | None:
    """A day or month of long ago, in the year of what the paragraph has just told of.

    `The town fell on 28 September 2015. On 3 October jets bombed it`.
    """
    told = around.near
    if told is None or told.first is None or told.grain not in _FINE or "by" in slots:
        return None
    if around.today is None or told.first.year >= around.today.year - 1:
        return None
    day = _in(slots, told.first.year)
    return Reading(day, "text") if day.first and day.first >= told.first else None


def _from_told(slots: Slots, around: Around) -> Reading | None:
    """`that September`: the first from the last day that the text told of."""
    told = around.anchor("Y")
    if told is None or told.first is None:
        return None
    month = _in(slots, told.first.year)
    if month.first and month.first < told.first.replace(day=1):
        month = _in(slots, told.first.year + 1)
    return Reading(month, "text")


def _in(slots: Slots, year: int) -> Period:
    if "season" in slots:
        return period(slots["season"], date(year, 1, 1))
    if "holiday" in slots:
        return period("D", feast_day(slots["holiday"], year))
    if "ordinal" in slots:
        length = 3 if slots["grain"] == "Q" else 6
        return period(slots["grain"], date(year, (int(slots["ordinal"]) - 1) * length + 1, 1))
    if "day" in slots:
        return period("D", date(year, int(slots["month"]), _day(slots)))
    return period("M", date(year, int(slots["month"]), 1))


def _day(slots: Slots) -> int:
    return int(_NUMBER.findall(slots["day"])[0])


def _open(slots: Slots) -> Period:
    """The part of a year that is not known; raises ValueError for a day that no year has."""
    if "season" in slots:
        return open_period(slots["season"])
    if "holiday" in slots:
        fixed = is_fixed(slots["holiday"])
        return Period(f"XXXX-{slots['holiday']}", "D") if fixed else open_period("D")
    if "ordinal" in slots:
        return Period(f"XXXX-{slots['grain']}{slots['ordinal']}", slots["grain"])
    month = f"XXXX-{int(slots['month']):02}"
    if "day" not in slots:
        return Period(month, "M")
    day = date(_A_LEAP_YEAR, int(slots["month"]), _day(slots))
    return Period(f"{month}-{day.day:02}", "D")


def _likeliest(slots: Slots, today: date, tense: Tense) -> Period | None:
    """The one among last, this and next year's that the words mean on that day."""
    near = [found for year in (-1, 0, 1) for found in _try_in(slots, today.year + year)]
    match slots.get("by"):
        case "0":
            near = [one for one in near if one.first and one.first.year == today.year]
        case "-1":
            near = [one for one in near if one.last and one.last < today]
        case "1":
            near = [one for one in near if one.first and one.first > today]
    fine = "day" in slots or "holiday" in slots
    return min(near, key=lambda one: _cost(one, today, tense, fine=fine), default=None)


def _cost(found: Period, today: date, tense: Tense, *, fine: bool) -> int:
    """How far the period is from the day, in days, with what speaks against it."""
    if found.first is None or found.last is None:
        return _AGAINST_PAST
    ahead = found.first > today
    away = max((found.first - today).days, (today - found.last).days, 0)
    if tense is Tense.PAST and ahead:
        return away + _AGAINST_PAST
    if tense is Tense.FUTURE and found.last < today:
        return away + _AGAINST_FUTURE
    return away + (_AHEAD_UNSAID if ahead and tense in _UNSAID and not fine else 0)


def _try_in(slots: Slots, year: int) -> list[Period]:
    """The period in that year, if it has one and it falls on the weekday that is said."""
    try:
        found = _in(slots, year)
    except ValueError:
        return []
    weekday = slots.get("weekday")
    if weekday and found.first and found.first.isoweekday() != int(weekday):
        return []
    return [found]

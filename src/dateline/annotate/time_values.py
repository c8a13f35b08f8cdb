"""What a time expression means: its slots and its surroundings to a period.

Slots are what a rule's words count as: `{"month": "11", "day": "10"}`. Each public
function of `READINGS` reads one kind of expression. None means that the words are no time.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate.time_periods import Period, add_months, open_period, period, step
from dateline.annotate.time_tense import Tense

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Letters of TIMEX3 that count clock time.
_CLOCK_UNITS = {"TH": "H", "TM": "M", "TS": "S"}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NUMBER = re.compile(r"\d+")

Slots = "Mapping[str, str]"


class Around(NamedTuple):
    """What stands around an expression.

    `today` is the day of publication, `told` the last period that the text named.
    """

    today: date | None
    told: Period | None
    tense: Tense


class Reading(NamedTuple):
    """A meaning and what it was counted from."""

    period: Period
    basis: str | None


def read_date(slots: Mapping[str, str], around: Around) -> Reading | None:
    """A day, month, quarter, season, year, decade or century by its name."""
    if "iso" in slots:
        return _stated(period("D", date.fromisoformat(slots["iso"])))
    if "slash" in slots or "dotted" in slots:
        return _in_digits(slots)
    if "named_day" in slots:
        return _from_today("D", int(slots["named_day"]), around)
    if "decade" in slots or "decade_name" in slots:
        return _decade(slots)
    if "century" in slots or "century_name" in slots:
        return _century(slots)
    if "month" in slots or "season" in slots or "ordinal" in slots:
        return _in_year(slots, around)
    if "weekday" in slots:
        return _weekday(slots, around)
    year = _year(slots, around)
    return Reading(period(slots.get("grain", "Y"), date(year[0], 1, 1)), year[1]) if year else None


def read_year(slots: Mapping[str, str], around: Around) -> Reading | None:
    """A year in four digits."""
    return read_date(slots, around)


def read_relative(slots: Mapping[str, str], around: Around) -> Reading | None:
    """`last month`, `the previous day`: so many periods from an anchor."""
    by = int(slots.get("by") or slots.get("told") or _direction(slots))
    grain = slots.get("span") or "D"
    if slots.get("anchor") != "text":
        return _from_today(grain, by, around)
    told = around.told
    if told is None or told.first is None:
        return _from_today(grain, by, around) if by else None
    return Reading(step(period(grain, told.first), by), "text")


def read_shift(slots: Mapping[str, str], around: Around) -> Reading | None:
    """`two weeks ago`, `a day later`: a number of units from an anchor."""
    by = int(slots.get("by") or slots.get("ago") or slots.get("later") or "-1")
    grain = _unit(slots)
    number = _count(slots)
    if number == "X" or grain in _CLOCK_UNITS or "." in number:
        return Reading(Period("PAST_REF" if by < 0 else "FUTURE_REF", "?"), None)
    if slots.get("anchor") == "text" and around.told and around.told.first:
        told = around.told
        fine = told.grain if told.grain in {"Q", "M"} and grain == "Y" else grain
        base = period(fine, told.first)
        return Reading(step(base, by * int(number) * _per(fine, grain)), "text")
    return _from_today(grain, by * int(number), around)


def read_year_before(slots: Mapping[str, str], around: Around) -> Reading | None:
    """`the year-earlier period`: what the text told of, a year before."""
    told = around.told
    if told is None or told.first is None or told.grain not in {"M", "Q", "H", "Y"}:
        return None
    year = _year(slots, around)
    if year:
        return Reading(period(told.grain, told.first.replace(year=year[0])), "text")
    return Reading(period(told.grain, add_months(told.first, -12)), "text")


def read_duration(slots: Mapping[str, str], around: Around) -> Reading | None:
    """A length of time; one that ends or begins with the report has days."""
    unit, number = _unit(slots), _count(slots)
    length = f"PT{number}{_CLOCK_UNITS[unit]}" if unit in _CLOCK_UNITS else _length(unit, number)
    if "by" not in slots or around.today is None or not number.isdigit() or unit in _CLOCK_UNITS:
        return Reading(Period(length, "?"), None)
    far = _far(around.today, unit, int(slots["by"]) * int(number))
    first, last = sorted((around.today, far))
    return Reading(Period(length, "?", first, last), "published")


def read_every(slots: Mapping[str, str], around: Around) -> Reading | None:  # noqa: ARG001
    """`every Sunday`."""
    weekday = slots.get("weekday") or slots["weekdays"]
    return Reading(Period(f"XXXX-WXX-{weekday}", "?"), "stated")


def read_constant(slots: Mapping[str, str], around: Around) -> Reading | None:  # noqa: ARG001
    """A word whose value stands in the data."""
    names = ("value", "now", "past", "soon", "often")
    return Reading(Period(next(slots[name] for name in names if name in slots), "?"), None)


def read_holiday(slots: Mapping[str, str], around: Around) -> Reading | None:
    """A feast that has its day in every year."""
    month, _, day = slots["holiday"].partition("-")
    return _in_year({**slots, "month": month, "day": day}, around)


def read_part(slots: Mapping[str, str], around: Around) -> Reading | None:
    """A part of a day, or a time by the clock, with its day."""
    part = _part(slots)
    if "daypart" in slots and "by" in slots and "weekday" not in slots:
        night = slots["daypart"] in {"NI", "EV"}
        day = _from_today("D", int(slots["by"]) if night or slots["by"] != "-1" else -1, around)
    elif _has_day(slots):
        found = read_date(slots, around)
        if found is None:
            return None
        day = found
    else:
        told = around.told if around.told and around.told.grain == "D" else None
        day = Reading(told, "text") if told else _from_today("D", 0, around)
    at = day.period
    return Reading(at._replace(value=at.value + part, part=part), day.basis)


READINGS: dict[str, Callable[[Mapping[str, str], Around], Reading | None]] = {
    "date": read_date,
    "year": read_year,
    "relative": read_relative,
    "shift": read_shift,
    "year_before": read_year_before,
    "duration": read_duration,
    "every": read_every,
    "constant": read_constant,
    "holiday": read_holiday,
    "part": read_part,
}


def _stated(found: Period) -> Reading:
    return Reading(found, "stated")


def _from_today(grain: str, by: int, around: Around) -> Reading:
    if around.today is None:
        return Reading(open_period(grain), None)
    return Reading(step(period(grain, around.today), by), "published")


def _has_day(slots: Mapping[str, str]) -> bool:
    return any(name in slots for name in ("weekday", "month", "named_day", "iso"))


def _in_digits(slots: Mapping[str, str]) -> Reading | None:
    """A day in digits; None where day and month could be changed about."""
    parts = _NUMBER.findall(slots.get("dotted") or slots["slash"])
    first, second, year = (int(part) for part in parts)
    if len(parts[2]) == 2:
        year += 1900 if year > 50 else 2000
    if "dotted" in slots or first > 12 or first == second:
        return _stated(period("D", date(year, second, first)))
    return _stated(period("D", date(year, first, second))) if second > 12 else None


def _decade(slots: Mapping[str, str]) -> Reading:
    digits = "".join(_NUMBER.findall(slots.get("decade", ""))) or slots["decade_name"] + "0"
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return _stated(period("DE", date(year, 1, 1)))


def _century(slots: Mapping[str, str]) -> Reading:
    digits = _NUMBER.findall(slots.get("century", "")) or [slots["century_name"]]
    return _stated(period("CE", date((int(digits[0]) - 1) * 100, 1, 1)))


def _year(slots: Mapping[str, str], around: Around) -> tuple[int, str] | None:
    """The year that the words name, and its basis."""
    if "year" in slots:
        return int(slots["year"]), "stated"
    if "year_short" in slots:
        short = int(slots["year_short"][-2:])
        return short + (1900 if short > 30 else 2000), "stated"
    if "year_by" in slots and around.today:
        return around.today.year + int(slots["year_by"]), "published"
    return None


def _in_year(slots: Mapping[str, str], around: Around) -> Reading | None:
    """A part of the year: of the year that is named, or else of the likeliest."""
    year = _year(slots, around)
    if year:
        return Reading(_in(slots, year[0]), year[1])
    if around.today is None:
        return Reading(_open_in_year(slots), None)
    return Reading(_likeliest(slots, around.today, around.tense), "published")


def _in(slots: Mapping[str, str], year: int) -> Period:
    if "season" in slots:
        return period(slots["season"], date(year, 1, 1))
    if "ordinal" in slots:
        length = 3 if slots["grain"] == "Q" else 6
        return period(slots["grain"], date(year, (int(slots["ordinal"]) - 1) * length + 1, 1))
    if "day" in slots:
        return period("D", date(year, int(slots["month"]), _day(slots)))
    return period("M", date(year, int(slots["month"]), 1))


def _day(slots: Mapping[str, str]) -> int:
    return int(_NUMBER.findall(slots["day"])[0])


def _open_in_year(slots: Mapping[str, str]) -> Period:
    if "season" in slots:
        return open_period(slots["season"])
    if "ordinal" in slots:
        return Period(f"XXXX-{slots['grain']}{slots['ordinal']}", slots["grain"])
    month = f"XXXX-{int(slots['month']):02}"
    return Period(f"{month}-{_day(slots):02}", "D") if "day" in slots else Period(month, "M")


def _likeliest(slots: Mapping[str, str], today: date, tense: Tense) -> Period:
    """The one among last, this and next year's that the words mean on that day."""
    near = [found for year in (-1, 0, 1) if (found := _try_in(slots, today.year + year))]
    by = slots.get("by")
    if by == "0":
        return next((found for found in near if found.value[:4] == str(today.year)), near[0])
    if by == "-1":
        return [found for found in near if found.last and found.last < today][-1]
    if by == "1":
        return next(found for found in near if found.first and found.first > today)
    return min(near, key=lambda found: _distance(found, today, tense, fine="day" in slots))


#: Days by which a period on the wrong side of the report must be nearer to be meant.
_WRONG_SIDE = 200


def _distance(found: Period, today: date, tense: Tense, *, fine: bool) -> int:
    assert found.first
    assert found.last
    if found.first <= today <= found.last:
        return 0
    ahead = found.first > today
    away = (found.first - today).days if ahead else (today - found.last).days
    if (tense is Tense.PAST and ahead) or (tense is Tense.FUTURE and not ahead):
        return away + _WRONG_SIDE * 2
    if tense is Tense.OPEN and ahead and not fine:
        return away + _WRONG_SIDE // 2
    return away


def _try_in(slots: Mapping[str, str], year: int) -> Period | None:
    try:
        return _in(slots, year)
    except ValueError:
        return None


def _weekday(slots: Mapping[str, str], around: Around) -> Reading:
    weekday = int(slots["weekday"])
    if around.today is None:
        return Reading(Period(f"XXXX-WXX-{weekday}", "D"), None)
    back = (around.today.isoweekday() - weekday) % 7
    ahead = -back % 7
    by = slots.get("by")
    if by == "-1":
        days = -(back or 7)
    elif by == "1":
        days = ahead or 7
    else:
        days = ahead if around.tense is Tense.FUTURE else -back
    return Reading(period("D", around.today + timedelta(days)), "published")


def _direction(slots: Mapping[str, str]) -> str:
    return "0" if "span" not in slots else "-1"


def _unit(slots: Mapping[str, str]) -> str:
    return next(
        slots[name] for name in ("span", "spans", "clockspan", "clockspans") if name in slots
    )


def _count(slots: Mapping[str, str]) -> str:
    if "number" in slots:
        return slots["number"].replace(",", "")
    if "some" in slots or "spans" in slots or "clockspans" in slots:
        return "X"
    return "1"


def _length(unit: str, number: str) -> str:
    months = {"Q": 3, "H": 6}.get(unit)
    if months and number.isdigit():
        return f"P{int(number) * months}M"
    return f"P{number}{ {'FY': 'Y', 'H': 'M', 'WE': 'WE'}.get(unit, unit) }"


def _per(fine: str, grain: str) -> int:
    return {"Q": 4, "M": 12}.get(fine, 1) if grain == "Y" else 1


def _far(today: date, unit: str, number: int) -> date:
    days = {"D": 1, "W": 7, "WE": 7}.get(unit)
    if days:
        return today + timedelta(days * number)
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "FY": 12, "DE": 120, "CE": 1200}[unit]
    return add_months(today, months * number)


def _part(slots: Mapping[str, str]) -> str:
    if "daypart" in slots:
        return "T" + slots["daypart"]
    if "tonight" in slots:
        return "TNI"
    if "clock_word" in slots:
        return "T" + slots["clock_word"]
    digits = _NUMBER.findall(slots.get("clock") or slots.get("hour") or "")
    if not digits:
        military = slots.get("military")
        if not military:
            return ""
        digits = [military[:2], military[2:4]]
    hour = int(digits[0]) % 12 + int(slots["meridiem"]) if "meridiem" in slots else int(digits[0])
    minute = digits[1] if len(digits) > 1 else "00"
    return f"T{hour:02}:{minute}{slots.get('zone', '')}"

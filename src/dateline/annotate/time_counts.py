"""Times that are counted: `last month`, `two weeks ago`, `for three years`, `the same day`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dateline.annotate.time_periods import (
    Period,
    add_months,
    later,
    length_value,
    open_period,
    period,
    step,
)
from dateline.annotate.time_reading import Reading, from_today, year_of
from dateline.annotate.time_tense import SCHEDULED, Tense

if TYPE_CHECKING:
    from dateline.annotate.time_reading import Around, Slots

_UNITS = ("span", "spans", "clockspan", "clockspans")
#: Slots that say which way to count, and how far.
_DIRECTIONS = ("by", "told", "ago", "later")
#: Units of clock time have no day to be counted from.
_CLOCK = ("TH", "TM", "TS")
#: How many of the finer grain make a year.
_IN_A_YEAR = {"M": 12, "Q": 4, "H": 2}
_LAST_WORKDAY = 5


def read_relative(slots: Slots, around: Around) -> Reading:
    """`last month`, `the previous day`: so many periods from an anchor."""
    by = next((int(slots[name]) for name in _DIRECTIONS if name in slots), 0)
    grain = slots.get("span") or slots["grain"]
    if slots.get("anchor") != "text":
        return from_today(grain, by, around)
    anchor = around.anchor(grain)
    if anchor and anchor.first:
        return Reading(step(period(grain, anchor.first), by), "text")
    if by == 0 or grain == "D":
        return Reading(open_period(grain), None)
    return from_today(grain, by, around)


def read_running(slots: Slots, around: Around) -> Reading:
    """`the year`, `the weekend`: the one told of, or else the one that the report is in."""
    grain = slots.get("span", "WE")  # the rule spells out `the weekend` alone
    anchor = around.anchor(grain)
    if anchor and anchor.first and anchor.grain == grain:
        return Reading(anchor, "text")
    by = 0
    if grain == "Q":
        by = -1  # companies report a quarter when it is over
    elif grain == "WE" and around.today and around.today.isoweekday() <= _LAST_WORKDAY:
        by = 0 if around.tense is Tense.FUTURE else -1
    return from_today(grain, by, around)


def read_shift(slots: Slots, around: Around) -> Reading:
    """`two weeks ago`, `a day later`: a number of units from an anchor.

    `A year earlier` after a month or quarter is the same month or quarter of that year; so
    is `a year ago` after a quarter, which companies compare so. `A decade ago` is ten years.
    """
    by = next(int(slots[name]) for name in _DIRECTIONS if name in slots)
    grain, number = _unit(slots), _count(slots)
    if not number.isdigit() or grain in _CLOCK:
        return Reading(Period("PAST_REF" if by < 0 else "FUTURE_REF", ""), None)
    from_text = slots.get("anchor") == "text"
    if grain == "DE" and not from_text:
        grain, number = "Y", f"{number}0"
    season = around.season() if grain == "Y" and number == "1" else None
    if season and (from_text or season.grain == "Q"):
        return Reading(step(season, by * _IN_A_YEAR[season.grain]), "text")
    anchor = around.anchor(grain) if from_text else None
    if anchor and anchor.first:
        return Reading(step(period(grain, anchor.first), by * int(number)), "text")
    return from_today(grain, by * int(number), around)


def read_ahead(slots: Slots, around: Around) -> Reading | None:
    """`will meet in two days`; in another tense the words say how long it took."""
    return read_shift(slots, around) if around.tense in SCHEDULED else None


def read_year_before(slots: Slots, around: Around) -> Reading | None:
    """`the year-earlier period`: what the text told of, in the year before or the one named."""
    grain = slots.get("span")
    told = around.anchor(grain) if grain else around.season() or around.anchor("Y")
    if told is None or told.first is None:
        return None
    year = year_of(slots, around)
    earlier = add_months(told.first, (year[0] - told.first.year) * 12 if year else -12)
    return Reading(period(grain or told.grain, earlier), "text")


def read_duration(slots: Slots, around: Around) -> Reading:
    """A length of time; one that ends or begins with the report has days."""
    unit, number = _unit(slots), _count(slots)
    length = Period(length_value(unit, number), "")
    if "by" not in slots or around.today is None or not number.isdigit() or unit in _CLOCK:
        return Reading(length, None)
    by = int(slots["by"])
    far = later(around.today, unit, by * int(number))
    near = around.today if by < 0 else around.today + timedelta(1)
    first, last = min(near, far), max(near, far)
    return Reading(length._replace(first=first, last=last), "published")


def read_every(slots: Slots, around: Around) -> Reading:  # noqa: ARG001
    """`every Sunday`, `each summer`."""
    if "season" in slots:
        return Reading(open_period(slots["season"]), "stated")
    if "month" in slots:
        return Reading(Period(f"XXXX-{int(slots['month']):02}", ""), "stated")
    weekday = slots.get("weekday") or slots["weekdays"]
    part = f"T{slots['daypart']}" if "daypart" in slots else ""
    return Reading(Period(f"XXXX-WXX-{weekday}{part}", ""), "stated")


def read_constant(slots: Slots, around: Around) -> Reading:  # noqa: ARG001
    """A word whose value stands in the data: the rule's, or the word's own."""
    value = slots.get("value") or slots.get("vague") or slots.get("lasting") or slots["often"]
    return Reading(Period(value, ""), None)


def _unit(slots: Slots) -> str:
    return next((slots[name] for name in _UNITS if name in slots), "")


def _count(slots: Slots) -> str:
    """The number: `X` where the words only say several."""
    if "number" in slots:
        whole, _, fraction = slots["number"].replace(",", "").partition("1/2")
        number = whole.strip(" -") or "0"
        half = "half" in slots or "1/2" in slots["number"] or bool(fraction)
        return f"{number}.5" if half else number
    if "one" not in slots and ("some" in slots or "spans" in slots or "clockspans" in slots):
        return "X"
    return "1.5" if "half" in slots else "1"

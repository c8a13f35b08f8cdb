"""Times within a day: parts of it, and what the clock says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.annotate.time_dates import read_date
from dateline.annotate.time_periods import open_period, period, step
from dateline.annotate.time_reading import Reading, from_today

if TYPE_CHECKING:
    from dateline.annotate.time_reading import Around, Slots

_NUMBER = re.compile(r"\d+")
_PARTS = ("daypart", "tonight", "small_hours", "clock_word")
_DAY_NAMES = frozenset({"weekday", "month", "named_day", "iso"})


def read_part(slots: Slots, around: Around) -> Reading | None:
    """A part of a day, or a time by the clock, with its day."""
    day = _day(slots, around)
    if day is None:
        return None
    part = _part(slots)
    return Reading(day.period._replace(value=day.period.value + part), day.basis)


def _day(slots: Slots, around: Around) -> Reading | None:
    """The day that the words name, or the one last told of, or that of publication.

    `The next morning` counts from what was told of alone.
    """
    if slots.keys() & _DAY_NAMES:
        return read_date(slots, around)
    told = around.anchor("D") if slots.get("anchor") == "text" else None
    if "told" in slots:
        if told is None or told.first is None:
            return Reading(open_period("D"), None)
        return Reading(step(period("D", told.first), int(slots["told"])), "text")
    if told:
        return Reading(told, "text")
    return from_today("D", int(slots.get("by", "0")), around)


def _part(slots: Slots) -> str:
    named = next((slots[name] for name in _PARTS if name in slots), None)
    if named:
        return f"T{named}"
    hour, minute, second = _clock(slots)
    if "meridiem" in slots:
        hour = hour % 12 + int(slots["meridiem"])
    return f"T{hour:02}:{minute:02}{second}{_zone(slots)}"


def _zone(slots: Slots) -> str:
    """How far the clock is from Greenwich's, in hours: `Z`, `+03`; empty where unsaid."""
    if "offset" not in slots:
        return slots.get("zone", "")
    hours, *minutes = _NUMBER.findall(slots["offset"].replace(":", " "))
    if not minutes and len(hours) > 2:  # `+0530`
        hours, minutes = hours[:-2], [hours[-2:]]
    sign = "+" if slots["offset"].startswith("+") else "-"
    return f"{sign}{int(hours):02}" + "".join(f":{part}" for part in minutes)


def _clock(slots: Slots) -> tuple[int, int, str]:
    """Hour, minute, and `:` with the seconds if they are said."""
    if "military" in slots:
        return int(slots["military"][:2]), int(slots["military"][2:]), ""
    if "from_hour" in slots:
        hour, minute = divmod(int(slots["number"]) * 60 + int(slots["from_hour"]), 60)
        return hour, minute, ""
    digits = _NUMBER.findall(slots.get("clock") or slots["hour"])
    minute = int(digits[1]) if len(digits) > 1 else 0
    return int(digits[0]), minute, "".join(f":{second}" for second in digits[2:])

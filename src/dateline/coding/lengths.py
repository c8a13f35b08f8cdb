"""What a time of the text says of when something was done, and how finely."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.records.claim import Occurred

if TYPE_CHECKING:
    from dateline.records.time import Time

#: Times that say for how long or how often, not when; they date an act only by their days.
_UNDATED = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
#: The longest time that says well enough when the next sentence happened.
_WEEK = timedelta(7)


def is_dated(time: Time) -> bool:
    """Whether a time says when: `on Monday`, but not `now` or `for a week`.

    Nor does `the next day`, where nobody knows of which.
    """
    return (
        time.value is not None
        and time.value not in _UNDATED
        and any(letter.isdigit() for letter in time.value)
        and (time.type in {"DATE", "TIME"} or time.first is not None)
    )


def is_short(time: Time) -> bool:
    """Whether a time is no longer than a week."""
    if not time.first or not time.last:
        return False
    return date.fromisoformat(time.last) - date.fromisoformat(time.first) < _WEEK


def fineness(time: Time) -> tuple[bool, int]:
    """Days come before months, and months before years: by the length of the value."""
    return time.type in {"DATE", "TIME"}, len(time.value or "")


def as_occurred(time: Time, basis: str) -> Occurred:
    """A time of the text as that of an act."""
    return Occurred(
        value=time.value,
        first=time.first,
        last=time.last,
        text=time.text,
        start=time.start,
        end=time.end,
        basis=basis,
    )


def drawn_out(found: Occurred, value: str | None, last: str | None) -> Occurred:
    """The time drawn out to a later one, as ISO 8601 writes it: `2014/2016`."""
    return replace(found, value=f"{found.value}/{value}", last=last)

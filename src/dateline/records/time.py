"""Time: a time expression with its TIMEX3 value and the days it spans."""

from __future__ import annotations

from enum import StrEnum

from dateline.records.span import Span


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Time(Span, frozen=True, kw_only=True, gc=False):
    """A time expression.

    `value` is TIMEX3 (`2020-11-10`, `2020-10`, `P3M`, `XXXX-11-10`, `PAST_REF`);
    `first` and `last` are ISO days, both included, or None where no day is known;
    `basis` says what the value was counted from (`stated`, `published`, `text`, None if open).
    """

    value: str | None
    type: TimeType
    first: str | None = None
    last: str | None = None
    basis: str | None = None

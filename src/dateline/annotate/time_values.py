"""The readings that rules can name: what their words mean, given what stands around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import time_clock, time_counts, time_dates

if TYPE_CHECKING:
    from dateline.annotate.time_reading import Read

#: By the name that a rule gives as `make`.
READINGS: dict[str, Read] = {
    "date": time_dates.read_date,
    "holiday": time_dates.read_holiday,
    "day of month": time_dates.read_day_of_month,
    "within": time_dates.read_within,
    "relative": time_counts.read_relative,
    "running": time_counts.read_running,
    "shift": time_counts.read_shift,
    "ahead": time_counts.read_ahead,
    "year before": time_counts.read_year_before,
    "before christ": time_dates.read_before_christ,
    "duration": time_counts.read_duration,
    "every": time_counts.read_every,
    "constant": time_counts.read_constant,
    "part": time_clock.read_part,
}

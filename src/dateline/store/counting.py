"""Events counted: by day, week, month or year, and by what they are, whom they join, where."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.store.wanted import Condition


class Every(StrEnum):
    """The length of the times that events are counted in; a week begins on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class On(StrEnum):
    """The day that says of which time an event is."""

    OCCURRED = "occurred"
    REPORTED = "reported"


class By(StrEnum):
    """What events are told apart by when they are counted."""

    TYPE = "type"
    MODE = "mode"
    STATUS = "status"
    COUNTRY = "country"
    PLACE = "place"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    DYAD = "dyad"


_FORMS = {
    Every.DAY: "%Y-%m-%d",
    Every.WEEK: "%Y-%m-%d",
    Every.MONTH: "%Y-%m",
    Every.YEAR: "%Y",
}
#: The countries of a side, each once; one that is not known where none is.
_SIDE = "coalesce(nullif(list_distinct(list_transform({}, lambda p: p.country)), []), [NULL])"
_ACTORS, _RECIPIENTS = _SIDE.format("actors"), _SIDE.format("recipients")
#: The columns that each adds. An event counts once for each country of a side, and for each
#: pair of an actor's and a recipient's.
_COLUMNS = {
    By.TYPE: "type",
    By.MODE: "type, mode",
    By.STATUS: "status",
    By.COUNTRY: "place.country AS country",
    By.PLACE: "place.country AS country, place.name AS place, "
    "place.latitude AS latitude, place.longitude AS longitude",
    By.ACTOR: f"unnest({_ACTORS}) AS actor",
    By.RECIPIENT: f"unnest({_RECIPIENTS}) AS recipient",
    By.DYAD: f"unnest(flatten(list_transform({_ACTORS}, lambda a: "
    f"list_transform({_RECIPIENTS}, lambda r: {{'actor': a, 'recipient': r}}))), "
    "recursive := true)",
}


def counts_question(
    every: Every | None, by: Iterable[By], wanted: Condition, *, reported: bool = False
) -> str:
    """SQL that counts the events of a condition.

    An event is of the time in which it was, and of none if it may have been in two of them.

    Args:
        every: the length of the times, None to count over all time.
        reported: whether an event is of the time of its first report instead.
        by: what the events are told apart by.
        wanted: what must hold for an event.
    """
    columns = [*([_period(every, reported=reported)] if every else []), *_columns(set(by))]
    told = ", ".join((*columns, "reports", "voices", "plover_score", "goldstein"))
    return f"""
        SELECT * EXCLUDE (reports, voices, plover_score, goldstein), count(*) AS events,
            sum(reports)::BIGINT AS reports, sum(voices)::BIGINT AS voices,
            avg(plover_score) AS plover_score, avg(goldstein) AS goldstein
        FROM (SELECT {told} FROM events WHERE {wanted.sql})
        GROUP BY ALL ORDER BY ALL
    """


def _columns(by: set[By]) -> list[str]:
    if By.DYAD in by or {By.ACTOR, By.RECIPIENT} <= by:
        by = (by | {By.DYAD}) - {By.ACTOR, By.RECIPIENT}
    if By.MODE in by:
        by -= {By.TYPE}
    if By.PLACE in by:
        by -= {By.COUNTRY}
    return [columns for name, columns in _COLUMNS.items() if name in by]


def _period(every: Every, *, reported: bool) -> str:
    if reported:
        return f"{_time(every, 'reported')} AS {every}"
    first, last = _time(every, "occurred.first"), _time(every, "occurred.last")
    return f"CASE WHEN {first} = {last} THEN {first} END AS {every}"


def _time(every: Every, day: str) -> str:
    return f"strftime(date_trunc('{every}', try_cast({day} AS DATE)), '{_FORMS[every]}')"

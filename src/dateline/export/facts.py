"""Facts: the events that a format may write which can say only that something happened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dateline.export.gather import day_published, happening, span_days
from dateline.records.claim import HAPPENED, Polarity, Status

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from dateline.export.gather import Happening, Telling
    from dateline.export.losses import Losses
    from dateline.records.event import Event

#: CAMEO's root for an intent to cooperate: a promise is made when it is said, so AGREE that
#: is still ahead is a fact under these codes and no others.
_INTENT = "03"
#: The longest time, in days, that is written under its first day. A week still orders events
#: by week; a month or a year under its first day would say what no text says.
LONGEST_SPAN = 7


class Fact(NamedTuple):
    """An event as those tell it who say that it took place, and its day."""

    event: Event
    tellings: tuple[Telling, ...]
    day: date


def facts(
    happenings: Iterable[Happening], losses: Losses, known: Container[str]
) -> Iterator[Fact]:
    """The events that are told as done, each on a day; the others are counted by reason.

    Args:
        happenings: all events.
        losses: where to count.
        known: the CAMEO codes that have a score; an event of another code is left out.
    """
    for told in happenings:
        sure = tuple(telling for telling in told.tellings if is_told_as_done(telling))
        if not sure:
            negated = told.event.status in HAPPENED
            losses.leave_out("negated" if negated else f"status {told.event.status}")
            continue
        if any(telling.claim.status is Status.DENIED for telling in told.tellings):
            losses.leave_unsaid("denied by others")
        event = happening(sure).event
        day = _day(event, sure, losses)
        if day is not None and event.cameo not in known:
            losses.leave_out("no known CAMEO code")
        elif day is not None:
            yield Fact(event, sure, day)


def is_told_as_done(telling: Telling) -> bool:
    """Whether a claim says that the act took place, or that a promise was made."""
    claim = telling.claim
    promised = claim.type == "AGREE" and (claim.cameo or "").startswith(_INTENT)
    done = claim.status in HAPPENED or (promised and claim.status is Status.PLANNED)
    return done and claim.polarity is Polarity.POSITIVE


def _day(event: Event, tellings: tuple[Telling, ...], losses: Losses) -> date | None:
    """The day to write an event under; None, counted, if there is none.

    A promise was made by the day of the report: its own time is that of what is promised.
    What has no day of its own goes under that of its first report, as these formats have it.
    """
    if event.status is Status.PLANNED or event.occurred is None:
        if event.status is not Status.PLANNED:
            losses.leave_unsaid("own day, which no report gives")
        days = [day for t in tellings if (day := day_published(t.record))]
        if not days:
            losses.leave_out("no day")
        return min(days, default=None)
    try:
        day = date.fromisoformat(event.occurred.first or "")
    except ValueError:
        losses.leave_out("no day")
        return None
    if span_days(event.occurred) > LONGEST_SPAN:
        losses.leave_out("time longer than a week")
        return None
    return day

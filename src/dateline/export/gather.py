"""Gathering: the claims of the records given, those of one event together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dateline.link.outcome import taken_together
from dateline.link.told import Told, source
from dateline.records.event import Event, Merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.link.told import Source
    from dateline.records.claim import Claim, Occurred
    from dateline.records.record import Record


class Telling(NamedTuple):
    """A claim and the record of the report that makes it."""

    record: Record
    claim: Claim


class Happening(NamedTuple):
    """An event and its tellings, the earliest report first."""

    event: Event
    tellings: tuple[Telling, ...]


def gather(records: Iterable[Record]) -> tuple[Happening, ...]:
    """The events of the records, in order of day and id, whatever the records' order.

    A claim that comes twice, since its record does, counts once.
    """
    events: dict[str, dict[tuple[str, str], Telling]] = {}
    for record in records:
        for claim in record.claims:
            told = events.setdefault(claim.event, {})
            told.setdefault((record.id, claim.id), Telling(record, claim))
    found = [happening(tuple(told.values())) for told in events.values()]
    return tuple(sorted(found, key=lambda h: (_first_day(h.event.occurred), h.event.id)))


def happening(tellings: Sequence[Telling]) -> Happening:
    """The event that the tellings, at least one, make together."""
    ordered = tuple(sorted(tellings, key=_order))
    return Happening(_event(ordered), ordered)


def day_published(record: Record) -> date | None:
    """The day of a report, or None; also where it is written as no date is."""
    try:
        return record.report.day
    except ValueError:
        return None


def _order(telling: Telling) -> tuple[str, str, str]:
    return telling.record.report.published or "9999", telling.record.id, telling.claim.id


def _first_day(occurred: Occurred | None) -> str:
    return (occurred.first if occurred else None) or "9999"


def _event(tellings: tuple[Telling, ...]) -> Event:
    """What the tellings say together, by the id that their claims share."""
    records = {telling.record.id: telling.record for telling in tellings}
    claims: dict[str, list[Claim]] = {}
    for record, claim in tellings:
        claims.setdefault(record.id, []).append(claim)
    told = (
        Told(source=_source(record, records), claims=tuple(claims[id_]))
        for id_, record in records.items()
    )
    return msgspec.structs.replace(
        taken_together(told),
        id=min(telling.claim.event for telling in tellings),
        merges=tuple(
            Merge(claim=telling.claim.id, report=telling.record.id, reason="one event id")
            for telling in tellings
        ),
    )


def _source(record: Record, records: Mapping[str, Record]) -> Source:
    """Who vouches for a record; a copy has the day and the voice of its original."""
    original = records.get(record.lineage.text) if record.lineage else None
    return source(record, original.report if original else None)


def span_days(occurred: Occurred) -> int:
    """How many days a time leaves open; 1 where only its first day is known."""
    if not occurred.first or not occurred.last:
        return 1
    try:
        return (date.fromisoformat(occurred.last) - date.fromisoformat(occurred.first)).days + 1
    except ValueError:
        return 1

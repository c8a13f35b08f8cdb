"""Gathering: the claims of the records given, those of one event together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dateline.records.claim import Status
from dateline.records.event import Event, Merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.records.claim import Claim, EventPlace, Occurred
    from dateline.records.entity import Party
    from dateline.records.record import Record

#: How a time was known, the surest first.
_TIME_BASES = ("stated", "inferred", "published")
#: How fine a place is, the finest first.
_PRECISIONS = ("point", "city", "region", "country")
#: What counts where as many voices say one thing as another: the surer comes first.
_SURENESS = tuple(Status)


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


def voice(record: Record) -> str:
    """Whose word a report is: its agency's, its publisher's, or its own text's."""
    lineage = record.lineage
    origin = lineage.origin if lineage else None
    return origin or record.report.publisher or text_of(record)


def text_of(record: Record) -> str:
    """The id of the text that a report carries: its own, or that of what it copies."""
    return record.lineage.text if record.lineage else record.id


def _order(telling: Telling) -> tuple[str, str, str]:
    return telling.record.report.published or "9999", telling.record.id, telling.claim.id


def _first_day(occurred: Occurred | None) -> str:
    return (occurred.first if occurred else None) or "9999"


def _event(tellings: tuple[Telling, ...]) -> Event:
    """What the tellings say together: the surest claim's codes, the finest time and place."""
    claims = [telling.claim for telling in tellings]
    lead = max(claims, key=lambda claim: (claim.mode is not None, claim.confidence))
    statuses = _statuses(tellings)
    return Event(
        id=min(claim.event for claim in claims),
        type=lead.type,
        mode=lead.mode,
        contexts=tuple(dict.fromkeys(c for claim in claims for c in claim.contexts)),
        cameo=lead.cameo,
        quad_class=lead.quad_class,
        plover_score=lead.plover_score,
        goldstein=lead.goldstein,
        actors=_parties(party for claim in claims for party in claim.actors),
        recipients=_parties(party for claim in claims for party in claim.recipients),
        occurred=min((c.occurred for c in claims if c.occurred), key=_vague_time, default=None),
        place=min((c.place for c in claims if c.place), key=_vague_place, default=None),
        status=next(iter(statuses)),
        statuses=statuses,
        amounts=tellings[-1].claim.amounts,
        confidence=max(claim.confidence for claim in claims),
        reports=len({telling.record.id for telling in tellings}),
        texts=len({text_of(telling.record) for telling in tellings}),
        voices=len({voice(telling.record) for telling in tellings}),
        merges=tuple(
            Merge(claim=telling.claim.id, report=telling.record.id, reason="one event id")
            for telling in tellings
        ),
    )


def _parties(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, by its entity or else by its words."""
    once: dict[str, Party] = {}
    for party in parties:
        once.setdefault(party.entity or (party.name or party.text).casefold(), party)
    return tuple(once.values())


def _statuses(tellings: Sequence[Telling]) -> dict[Status, int]:
    """How many voices say which status, the most first, and the surer where they are even."""
    voices: dict[Status, set[str]] = {}
    for record, claim in tellings:
        voices.setdefault(claim.status, set()).add(voice(record))
    order = sorted(voices, key=lambda s: (-len(voices[s]), _SURENESS.index(s)))
    return {status: len(voices[status]) for status in order}


def _vague_time(occurred: Occurred) -> tuple[bool, int, int]:
    basis = occurred.basis or ""
    rank = _TIME_BASES.index(basis) if basis in _TIME_BASES else len(_TIME_BASES)
    return occurred.first is None, rank, span_days(occurred)


def _vague_place(place: EventPlace) -> int:
    return _PRECISIONS.index(place.precision) if place.precision else len(_PRECISIONS)


def span_days(occurred: Occurred) -> int:
    """How many days a time leaves open; 1 where only its first day is known."""
    if not occurred.first or not occurred.last:
        return 1
    try:
        return (date.fromisoformat(occurred.last) - date.fromisoformat(occurred.first)).days + 1
    except ValueError:
        return 1

"""Records of many reports linked: their copies, their events, their relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.link.bundles import bundles
from dateline.link.decisions import Decisions
from dateline.link.gather import gather
from dateline.link.relations import relations
from dateline.link.spool import Spool
from dateline.link.told import Held, source, tellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.link.told import Source
    from dateline.records.event import Decision, Event
    from dateline.records.record import Record
    from dateline.records.relation import Relation


class Corpus:
    """Records that are linked among each other; they wait on disk.

    Args:
        records: taken at once.
        decisions: what people said of their claims, the latest last.

    Raises:
        InputError: there is no room for the records to wait in.
    """

    def __init__(self, records: Iterable[Record], decisions: Iterable[Decision] = ()) -> None:
        self._decisions = Decisions(decisions)
        self._spool = Spool(records)
        self._openings = {record.id: record.report for record in self._spool}

    def records(self) -> Iterator[Record]:
        """The records in their order; claims of one happening share `event` across them."""
        event_of = {m.claim: event.id for event in self.events() for m in event.merges}
        for record in self._spool:
            claims = (
                msgspec.structs.replace(claim, event=event_of.get(claim.id, claim.event))
                for claim in record.claims
            )
            yield msgspec.structs.replace(record, claims=tuple(claims))

    def events(self) -> Iterator[Event]:
        """The events, by month, and last those that a person joined."""
        told = (
            one
            for record in self._spool
            for one in tellings(self._source(record), record.claims)
        )
        for dated in gather(bundles(told, self._decisions), self._decisions):
            yield dated.event

    def relations(self) -> Iterator[Relation]:
        """What ties of the reports hold together, by subject."""
        yield from relations(
            Held(source=self._source(record), tie=tie)
            for record in self._spool
            for tie in record.ties
        )

    def _source(self, record: Record) -> Source:
        """Who vouches for a record; a copy has the day and the voice of its original."""
        text = record.lineage.text if record.lineage else record.id
        return source(record, self._openings.get(text))

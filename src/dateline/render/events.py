"""The claims of a record gathered by event, as the table and the page show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.records.claim import Claim
    from dateline.records.record import Record


def by_event(record: Record) -> list[list[Claim]]:
    """The claims of each event, in the order in which the report first tells of them."""
    events: dict[str, list[Claim]] = {}
    for claim in record.claims:
        events.setdefault(claim.event, []).append(claim)
    return list(events.values())

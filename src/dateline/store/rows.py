"""Records as rows of the store's tables."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from dateline.store.schema import SAID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.link.carrier import Carrier
    from dateline.link.copies import Links
    from dateline.records.event import Decision, Event
    from dateline.records.record import Record
    from dateline.records.report import Raw, Refusal

Row = dict[str, Any]
Rows = dict[str, list[Row]]

#: Layers of a record that have a table of the same name.
_LAYERS = ("claims", "ties", "quotes", "entities", "places")
#: No report has so many: a claim has words of its own, and a report at most some millions.
_MOST_CLAIMS = 2**24


def no_rows() -> Rows:
    """No row for any table."""
    return {name: [] for name in SAID}


def item_of(raw: Raw | Refusal) -> str:
    """The ledger's entry for an item: equal for what came from one place with one content."""
    return hashlib.blake2b(
        msgspec.json.encode(_without_fetched(raw)), digest_size=16
    ).hexdigest()


def _without_fetched(raw: Raw | Refusal) -> Raw | Refusal:
    """The item as it is whenever it is fetched."""
    if not hasattr(raw, "provenance") or raw.provenance is None:
        return raw
    provenance = msgspec.structs.replace(raw.provenance, fetched=None)
    return msgspec.structs.replace(raw, provenance=provenance)


class Place(NamedTuple):
    """Where a report stands in a store.

    Attributes:
        number: in the order of coming.
        item: its entry in the ledger.
        carrier: what is kept of it to know its text again.
        links: the earlier reports that it copies or rewrites.
        coded: whether its text was coded; not that of a copy that adds nothing.
    """

    number: int
    item: str
    carrier: Carrier
    links: Links
    coded: bool


def add_record(rows: Rows, place: Place, record: Record) -> None:
    """Append the rows of a record to those of each table."""
    number, item = place.number, place.item
    plain = msgspec.to_builtins(record)
    opening, provenance = plain["report"], plain["provenance"] or {}
    rows["reports"].append(
        {
            **opening,
            "number": number,
            "item": item,
            "id": record.id,
            "version": record.version,
            "file": provenance.get("file"),
            "record_in_file": provenance.get("record"),
            "fetched": provenance.get("fetched"),
            "prints": place.carrier.packed,
            "copies": list(place.links.copies),
            "rewrites": list(place.links.rewrites),
            "coded": place.coded,
            "text": record.text,
            "record": msgspec.json.encode(record).decode(),
        }
    )
    for serial, claim in enumerate(plain["claims"], number * _MOST_CLAIMS):
        claim["serial"] = serial
    for layer in _LAYERS:
        rows[layer] += ({"number": number, **row} for row in plain[layer])
    rows["problems"] += ({"number": number, "item": item, **row} for row in plain["problems"])


def add_refusal(rows: Rows, item: str, refusal: Refusal) -> None:
    """Append the row of an item that held no report."""
    problem = msgspec.to_builtins(refusal.problem)
    rows["problems"].append({"number": None, "item": item, **problem})


def event_row(month: str, event: Event) -> Row:
    """The row of an event, which is of a month."""
    plain = msgspec.to_builtins(event)
    statuses = [{"status": s, "voices": voices} for s, voices in plain.pop("statuses").items()]
    return {**plain, "month": month, "statuses": statuses, "claims": plain.pop("merges")}


def decision_rows(decisions: Iterable[Decision], first: int = 0) -> list[Row]:
    """The rows of decisions, numbered from the first on."""
    return [
        {"serial": serial, **msgspec.to_builtins(decision)}
        for serial, decision in enumerate(decisions, first)
    ]

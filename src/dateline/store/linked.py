"""The records of a store as they hang together, for what takes records of many reports."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from dateline.records.record import Record
from dateline.store.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.records.claim import Claim
    from dateline.store.reader import Reader

#: Texts whose claims are held for the next of their copies.
_HELD = 1000


def linked_records(store: Reader) -> Iterator[Record]:
    """All records in order, each with its lineage, its claims with the events of the store.

    A copy that was not coded has the claims of the report whose text it carries; their
    offsets are of that report.
    """
    events: dict[str, str] = dict(store.rows("SELECT claim, event FROM members"))
    texts = Texts(store, 0)
    decode = msgspec.json.Decoder(Record).decode

    def linked(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        return tuple(
            msgspec.structs.replace(claim, event=events.get(claim.id, claim.event))
            for claim in claims
        )

    @lru_cache(maxsize=_HELD)
    def claims_of(number: int) -> tuple[Claim, ...]:
        asked = "SELECT record FROM reports WHERE number = ?"
        ((record,),) = store.rows(asked, number)
        return linked(decode(record).claims)

    for number, record in enumerate(store.records()):
        coded = texts.coded(number)
        yield msgspec.structs.replace(
            record,
            lineage=texts.lineages.lineage(number),
            claims=linked(record.claims) if coded == number else claims_of(coded),
        )

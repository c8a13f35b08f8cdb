"""What people decide of the claims of a store: kept, and honoured whenever events are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.errors import StoreError
from dateline.store.linking import link
from dateline.store.lock import locked
from dateline.store.reader import Reader
from dateline.store.rows import decision_rows
from dateline.store.tables import Tables
from dateline.store.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.records.event import Decision

_EVENTS = """
    SELECT DISTINCT event FROM members WHERE claim IN (SELECT unnest(?)) ORDER BY event
"""


def decide(folder: Path, decision: Decision) -> list[str]:
    """Keep a decision on two claims of a store, and find the events anew that it touches.

    Returns:
        The events that the two claims belong to now.

    Raises:
        StoreError: there is no store or no such claim, or another process adds to it.
    """
    store = Reader(folder)
    named = {decision.claim, decision.other}
    for claim in sorted(named):
        if not list(store.rows("SELECT 1 FROM claims WHERE id = ?", claim)):
            raise StoreError(f"`{claim}`: no claim of this store")
    with locked(folder):
        tables, store = Tables(folder), Reader(folder)
        texts = Texts(store, tables.linked)
        tables.append({"decisions": decision_rows([decision], store.tables["decisions"])})
        link(tables, texts, named)
    return [event for (event,) in Reader(folder).rows(_EVENTS, sorted(named))]

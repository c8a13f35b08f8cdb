"""What people decide of the claims of a store: kept, and honoured whenever events are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.errors import StoreError
from dateline.store.linking import link
from dateline.store.lock import locked
from dateline.store.open import Store
from dateline.store.tables import Tables
from dateline.store.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.records.event import Decision


def decide(folder: Path, decision: Decision) -> None:
    """Keep a decision on two claims of a store, and find the events anew that it touches.

    Raises:
        StoreError: there is no store or no such claim, or another process adds to it.
    """
    store = Store(folder)
    named = {decision.claim, decision.other}
    for claim in sorted(named):
        if not list(store.rows("SELECT 1 FROM claims WHERE id = ?", claim)):
            raise StoreError(f"`{claim}`: no claim of this store")
    with locked(folder):
        tables = Tables(folder)
        texts = Texts(Store(folder), tables.linked)
        tables.append({"decisions": [msgspec.to_builtins(decision)]})
        link(tables, texts, named)

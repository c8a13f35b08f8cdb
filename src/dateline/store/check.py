"""Whether a store is whole: what its tables must have in common, asked of all their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.errors import StoreError
from dateline.store.fulltext import indexed
from dateline.store.manifest import is_store
from dateline.store.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_UNIQUE = "SELECT count(*) - count(DISTINCT {0}) FROM {1}"
_OF_NO_REPORT = """
    SELECT count(*) FROM {} ANTI JOIN reports USING (number) WHERE number IS NOT NULL
"""
#: What is wrong, and SQL that counts it; `linked` reports are those that events tell of.
_FAULTS = {
    "reports are in the ledger twice": _UNIQUE.format("item", "reports"),
    "reports have the number of another": _UNIQUE.format("number", "reports"),
    "numbers of reports are missing": (
        "SELECT coalesce(max(number) + 1, 0) - count(DISTINCT number) FROM reports"
    ),
    "claims are there twice": _UNIQUE.format("serial", "claims"),
    **{
        f"{table} are of no report": _OF_NO_REPORT.format(table)
        for table in ("claims", "ties", "quotes", "entities", "places", "problems")
    },
    "claims are in no event": """
        SELECT count(*) FROM claims
        WHERE id NOT IN (SELECT claim FROM members) AND number < {linked}
    """,
    "claims are in two events": """
        SELECT count(*) FROM (
            SELECT claim FROM members GROUP BY claim HAVING count(DISTINCT event) > 1
        )
    """,
    "claims of events are not there": """
        SELECT count(*) FROM members WHERE claim NOT IN (SELECT id FROM claims)
    """,
    "reports carry no text": """
        SELECT count(*) FROM reports
        WHERE number NOT IN (SELECT unnest(reports) FROM texts) AND number < {linked}
    """,
    "reports wait to be linked; `dateline add` does it, with or without more of them": """
        SELECT count(*) - {linked} FROM reports
    """,
}


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with a store, in words; nothing if it is whole.

    Every row of every table is read.

    Raises:
        StoreError: there is none.
    """
    try:
        store = Reader(folder)
        for table, count in store.tables.items():
            ((rows, *_),) = store.rows(f"SELECT count(*), count(COLUMNS(*)) FROM {table}")
            if rows != count:
                yield f"{table} has {rows} rows, and its log says {count}"
    except StoreError as error:
        if not is_store(folder):
            raise
        yield str(error)
        return
    for fault, question in _FAULTS.items():
        ((count,),) = store.rows(question.format(linked=store.linked))
        if count:
            yield f"{count} {fault}"
    ((claims,),) = store.rows("SELECT count(*) FROM claims WHERE number < ?", store.linked)
    if (words := indexed(folder)) != claims:
        yield f"the index of words has {words} of {claims} claims: run `dateline store reindex`"

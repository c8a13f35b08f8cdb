"""A store coded anew, into another: the old one stays as it is until the new one is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.errors import StoreError
from dateline.records.report import Problem, Refusal, Report
from dateline.store.add import Kept, add
from dateline.store.lock import locked
from dateline.store.reader import Reader
from dateline.store.rows import decision_rows
from dateline.store.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dateline.store.add import Added, Adding

#: The stages whose problems a report has before it is coded.
_EARLY = frozenset({"ingest", "clean"})


def recode(old: Path, new: Path, how: Adding) -> Iterator[Added]:
    """Code the reports of a store anew, as they were cleaned; counts after each batch.

    May be stopped and run again. What people decided of the old claims goes along.

    Raises:
        StoreError: the old one is no store, or the new one is the same or is written to.
    """
    if old.resolve() == new.resolve():
        raise StoreError(f"{new}: a store is coded anew into another folder")
    reader = Reader(old)
    _take_decisions(reader, new)
    yield from add(new, kept(reader), how)


def kept(reader: Reader) -> Iterator[Kept]:
    """All that a store was given, with its entry in the ledger: first what was refused."""
    for item, stage, message in reader.rows(
        "SELECT item, stage, message FROM problems WHERE number IS NULL"
    ):
        yield Kept(item, Refusal(id=item, where="", problem=Problem(stage, message)))
    items = reader.rows("SELECT item FROM reports ORDER BY number")
    for (item,), record in zip(items, reader.records(), strict=True):
        report = Report(
            id=record.id,
            text=record.text,
            provenance=record.provenance,
            opening=record.report,
            blocks=record.blocks,
            problems=tuple(one for one in record.problems if one.stage in _EARLY),
        )
        yield Kept(item, report)


def _take_decisions(reader: Reader, new: Path) -> None:
    with locked(new):
        tables = Tables(new)
        if not any(Reader(new).decisions()):
            tables.append({"decisions": decision_rows(reader.decisions())})

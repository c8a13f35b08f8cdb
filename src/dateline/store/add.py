"""Reports added to a store: each once, copies told apart, the rest coded."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import msgspec

from dateline.link.carrier import carrier
from dateline.link.copies import Links
from dateline.records.record import Record
from dateline.records.report import Raw, Refusal, Report
from dateline.store.linking import link
from dateline.store.lock import locked
from dateline.store.reader import Reader
from dateline.store.rows import add_record, add_refusal, item_of, no_rows
from dateline.store.tables import Tables
from dateline.store.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

#: Items written at once: what a kill can cost, against files that grow too many.
BATCH = 500


class Adding(msgspec.Struct, frozen=True, kw_only=True):
    """How reports are read and coded.

    Attributes:
        clean: the report of a raw item.
        code: the records of reports, in their order.
        version: what the records say of package and data, for copies that are not coded.
    """

    clean: Callable[[Raw], Report]
    code: Callable[[Iterable[Report]], Iterator[Record]]
    version: str


class Added(msgspec.Struct):
    """What became of the items: those known before, refused, copies, coded; and claims."""

    known: int = 0
    refused: int = 0
    copies: int = 0
    coded: int = 0
    claims: int = 0


class _Waiting(msgspec.Struct, frozen=True):
    """An item whose turn to be written is to come; `report` is None for a refusal."""

    item: str
    raw: Raw | Refusal
    report: Report | None
    links: Links

    @property
    def coded(self) -> bool:
        return self.report is not None and not self.links.copies


def add(folder: Path, raws: Iterable[Raw | Refusal], how: Adding) -> Iterator[Added]:
    """Add items to a store, which is made if there is none; counts after each batch.

    Raises:
        StoreError: another process adds to it, or it cannot be read or written.
    """
    with locked(folder):
        yield from _Adder(Tables(folder), Reader(folder), how).add(raws)


class _Adder:
    """Adds to the tables of a store what it does not hold."""

    def __init__(self, tables: Tables, store: Reader, how: Adding) -> None:
        self._tables = tables
        self._how = how
        self._items = set(store.items())
        self._texts = Texts(store, tables.linked)
        self._number = len(self._texts.lineages)
        self._added = Added()

    def add(self, raws: Iterable[Raw | Refusal]) -> Iterator[Added]:
        rows, held = no_rows(), 0
        for waiting, record in self._records(raws):
            if record is None:
                add_refusal(rows, waiting.item, waiting.raw)  # type: ignore[arg-type]  # no report
            else:
                kept = self._texts.lineages.carrier(self._number)
                add_record(rows, self._number, waiting.item, record, kept, waiting.links)
                self._number += 1
            self._count(waiting, record)
            held += 1
            if held >= BATCH:
                self._tables.append(rows)
                rows, held = no_rows(), 0
                yield self._added
        if held:
            self._tables.append(rows)
        link(self._tables, self._texts)
        yield self._added

    def _records(
        self, raws: Iterable[Raw | Refusal]
    ) -> Iterator[tuple[_Waiting, Record | None]]:
        """The new items with their records, in the order in which they came."""
        queue: deque[_Waiting] = deque()
        for record in self._how.code(self._to_code(raws, queue)):
            while not queue[0].coded:
                yield queue[0], self._uncoded(queue.popleft())
            yield queue.popleft(), record
        while queue:
            yield queue[0], self._uncoded(queue.popleft())

    def _to_code(
        self, raws: Iterable[Raw | Refusal], queue: deque[_Waiting]
    ) -> Iterator[Report]:
        for raw in raws:
            item = item_of(raw)
            if item in self._items:
                self._added.known += 1
                continue
            self._items.add(item)
            if isinstance(raw, Refusal):
                queue.append(_Waiting(item, raw, None, Links()))
                continue
            report = self._how.clean(raw)
            links = self._texts.add(carrier(report))
            queue.append(_Waiting(item, raw, report, links))
            if not links.copies:
                yield report

    def _uncoded(self, waiting: _Waiting) -> Record | None:
        """The record of a copy, without claims; None for a refusal."""
        report = waiting.report
        if report is None:
            return None
        return Record(
            id=report.id,
            version=self._how.version,
            provenance=report.provenance,
            report=report.opening,
            text=report.text,
            blocks=report.blocks,
            problems=report.problems,
        )

    def _count(self, waiting: _Waiting, record: Record | None) -> None:
        if record is None:
            self._added.refused += 1
        elif waiting.coded:
            self._added.coded += 1
            self._added.claims += len(record.claims)
        else:
            self._added.copies += 1

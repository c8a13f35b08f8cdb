"""Reports added to a store: each once, copies told apart, the rest coded."""

from __future__ import annotations

import gc
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from dateline.link.carrier import carrier
from dateline.link.copies import Links
from dateline.records.record import Record
from dateline.records.report import Raw, Refusal, Report
from dateline.store.linking import link
from dateline.store.lock import locked
from dateline.store.reader import Reader
from dateline.store.rows import Place, add_record, add_refusal, item_of, no_rows
from dateline.store.tables import Tables
from dateline.store.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from dateline.store.rows import Rows

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
    """What became of the items: known before, refused, copies, coded.

    Attributes:
        claims: in those that were coded.
        events: how many were found anew, once all is read.
    """

    known: int = 0
    refused: int = 0
    copies: int = 0
    coded: int = 0
    claims: int = 0
    events: int = 0


class Kept(NamedTuple):
    """What a store was given before: its entry in the ledger, and it itself, cleaned."""

    item: str
    thing: Report | Refusal


Given: TypeAlias = Raw | Refusal | Kept


class _Waiting(NamedTuple):
    """An item whose turn to be written is to come."""

    item: str
    thing: Report | Refusal
    links: Links = Links()
    coded: bool = False


def add(folder: Path, given: Iterable[Given], how: Adding) -> Iterator[Added]:
    """Add items to a store, which is made if there is none; counts after each batch.

    Raises:
        StoreError: another process adds to it, or it cannot be read or written.
    """
    with locked(folder), _spared():
        yield from _Adder(Tables(folder), Reader(folder, threads=1), how).add(given)


@contextmanager
def _spared() -> Iterator[None]:
    """Keep the collector from going over the coder's words again and again: they stay."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


class _Adder:
    """Adds to the tables of a store what it does not hold."""

    def __init__(self, tables: Tables, store: Reader, how: Adding) -> None:
        self._tables = tables
        self._how = how
        self._items = set(store.items())
        self._texts = Texts(store, tables.linked)
        self._number = len(self._texts.lineages)
        self._added = Added()

    def add(self, given: Iterable[Given]) -> Iterator[Added]:
        rows, held = no_rows(), 0
        for waiting, record in self._records(given):
            self._write(rows, waiting, record)
            held += 1
            if held >= BATCH:
                self._tables.append(rows)
                rows, held = no_rows(), 0
                yield self._added
        if held:
            self._tables.append(rows)
        self._added.events = link(self._tables, self._texts)
        self._tables.compact_if_many()
        yield self._added

    def _write(self, rows: Rows, waiting: _Waiting, record: Record | None) -> None:
        thing = waiting.thing
        if isinstance(thing, Refusal):
            self._added.refused += 1
            add_refusal(rows, waiting.item, thing)
            return
        if record is None:
            self._added.copies += 1
        else:
            self._added.coded += 1
            self._added.claims += len(record.claims)
        kept = self._texts.lineages.carrier(self._number)
        place = Place(self._number, waiting.item, kept, waiting.links, waiting.coded)
        add_record(rows, place, record or self._uncoded(thing))
        self._number += 1

    def _records(self, given: Iterable[Given]) -> Iterator[tuple[_Waiting, Record | None]]:
        """The new items in the order in which they came, with the records of what is coded."""
        queue: deque[_Waiting] = deque()
        for record in self._how.code(self._to_code(given, queue)):
            while not queue[0].coded:
                yield queue.popleft(), None
            yield queue.popleft(), record
        while queue:
            yield queue.popleft(), None

    def _to_code(self, given: Iterable[Given], queue: deque[_Waiting]) -> Iterator[Report]:
        for one in given:
            item, thing = one if isinstance(one, Kept) else (item_of(one), one)
            if item in self._items:
                self._added.known += 1
                continue
            self._items.add(item)
            if isinstance(thing, Refusal):
                queue.append(_Waiting(item, thing))
                continue
            report = self._how.clean(thing) if isinstance(thing, Raw) else thing
            links, coded = self._texts.add(carrier(report))
            queue.append(_Waiting(item, report, links, coded))
            if coded:
                yield report

    def _uncoded(self, report: Report) -> Record:
        """The record of a copy, without claims."""
        return Record(
            id=report.id,
            version=self._how.version,
            provenance=report.provenance,
            report=report.opening,
            text=report.text,
            blocks=report.blocks,
            problems=report.problems,
        )

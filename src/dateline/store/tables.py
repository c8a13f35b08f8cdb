"""The tables of a store on disk: made, brought back to what the manifest says, written to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

import pyarrow as pa
from deltalake import DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError

from dateline.errors import StoreError
from dateline.store.manifest import Manifest, read_manifest, write_manifest
from dateline.store.schema import PARTITIONS, SAID, STORE_VERSION, TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dateline.store.rows import Row, Rows

T = TypeVar("T")
#: DuckDB reads the files themselves, and so must find no row in them that is deleted.
_SETTINGS = {"delta.enableDeletionVectors": "false"}
_PACKED = WriterProperties(compression="ZSTD")
#: Hours for which the files of a store that was opened can still be read.
_READ_HOURS = 24
#: Files of a table that are brought into few when something was added: fifty thousand reports
#: at once, or three months of a run each day.
_MANY = 100
#: Rows made into a table in memory at once.
_CHUNK = 2000


class New(NamedTuple):
    """What a table holds from now on, of the parts that are named.

    Attributes:
        rows: read once.
        parts: the values of the column by which the table is parted; None for all of it.
    """

    rows: Iterable[Row]
    parts: Sequence[str] | None = None


class Tables:
    """The tables of a store that is locked by this process.

    Raises:
        StoreError: a table is missing or cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._manifest = read_manifest(folder) or Manifest(STORE_VERSION, {})
        self._tables = _guarded(folder, self._opened)

    @property
    def linked(self) -> int:
        """Of how many reports the found tables tell."""
        return self._manifest.linked

    def append(self, rows: Rows) -> None:
        """Add rows to all tables, or to none."""
        _guarded(self.folder, lambda: self._append(rows))

    def replace(self, found: Mapping[str, Iterable[New]], linked: int) -> None:
        """Give tables other rows, all of them or none, which tell of so many reports.

        Each `New` is written before the next is taken, so that no more is held than one.
        """
        _guarded(self.folder, lambda: self._replace(found, linked))

    def compact(self) -> None:
        """Bring the rows of each table into few files.

        The files that held them before stay for a day, for those who read them.
        """
        _guarded(self.folder, self._compact)

    def compact_if_many(self) -> None:
        """Do so if a table that is added to has many files; a question opens each of them."""
        if any(len(self._tables[name].file_uris()) > _MANY for name in SAID):
            self.compact()

    def _compact(self) -> None:
        for table in self._tables.values():
            table.optimize.compact(writer_properties=_PACKED)
            table.create_checkpoint()
        self._note(self._tables, self._manifest.linked)
        for table in self._tables.values():
            table.vacuum(_READ_HOURS, dry_run=False, enforce_retention_duration=False)

    def _opened(self) -> dict[str, DeltaTable]:
        versions = self._manifest.tables
        tables = {
            name: _restored(self.folder / name, versions[name])
            if versions
            else self._made(name)
            for name in TABLES
        }
        if versions != {name: table.version() for name, table in tables.items()}:
            self._note(tables, self._manifest.linked)
        return tables

    def _made(self, name: str) -> DeltaTable:
        return DeltaTable.create(
            self.folder / name,
            TABLES[name],
            mode="ignore",
            partition_by=PARTITIONS.get(name),
            configuration=_SETTINGS,
        )

    def _append(self, rows: Rows) -> None:
        for name, new in rows.items():
            if new:
                chunk = pa.Table.from_pylist(new, TABLES[name])
                write_deltalake(
                    self._tables[name], chunk, mode="append", writer_properties=_PACKED
                )
        self._note(self._tables, self._manifest.linked)

    def _replace(self, found: Mapping[str, Iterable[New]], linked: int) -> None:
        for name, parts in found.items():
            for new in parts:
                self._overwrite(name, new)
        self._note(self._tables, linked)

    def _overwrite(self, name: str, new: New) -> None:
        schema = TABLES[name]
        write_deltalake(
            self._tables[name],
            pa.Table.from_batches(_batches(new.rows, schema), schema),
            mode="overwrite",
            predicate=_predicate(PARTITIONS.get(name), new.parts),
            writer_properties=_PACKED,
        )

    def _note(self, tables: dict[str, DeltaTable], linked: int) -> None:
        versions = {name: table.version() for name, table in tables.items()}
        self._manifest = Manifest(STORE_VERSION, versions, linked)
        write_manifest(self.folder, self._manifest)


def table_at(path: Path, version: int) -> DeltaTable:
    """A table as the manifest names it."""
    return _guarded(path, lambda: DeltaTable(path, version=version))


def rows_of(table: DeltaTable) -> int:
    """How many rows a table has, by its log."""
    actions = pa.RecordBatchReader.from_stream(table.get_add_actions()).read_all()
    return sum(count or 0 for count in actions["num_records"].to_pylist())


def _restored(path: Path, version: int) -> DeltaTable:
    """A table without what a batch wrote that was not finished."""
    table = DeltaTable(path)
    if table.version() != version:
        table.restore(version)
        table.update_incremental()
    return table


def _batches(rows: Iterable[Row], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    held: list[Row] = []
    for row in rows:
        held.append(row)
        if len(held) == _CHUNK:
            yield pa.RecordBatch.from_pylist(held, schema)
            held = []
    yield pa.RecordBatch.from_pylist(held, schema)


def _predicate(column: str | None, parts: Sequence[str] | None) -> str | None:
    if column is None or parts is None:
        return None
    return f"{column} IN ({', '.join(repr(part) for part in parts)})"


def _guarded(path: Path, work: Callable[[], T]) -> T:
    try:
        return work()
    except (OSError, DeltaError) as error:
        line = " ".join(str(error).split())
        raise StoreError(f"{path}: {line}") from error

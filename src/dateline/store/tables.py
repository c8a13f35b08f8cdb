"""The tables of a store on disk: made, brought back to what the manifest says, appended to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pyarrow as pa
from deltalake import DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError

from dateline.errors import StoreError
from dateline.store.manifest import read_manifest, write_manifest
from dateline.store.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dateline.store.manifest import Manifest
    from dateline.store.rows import Rows

T = TypeVar("T")
#: DuckDB reads the files themselves, and so must find no row in them that is deleted.
_SETTINGS = {"delta.enableDeletionVectors": "false"}
_PACKED = WriterProperties(compression="ZSTD")


class Tables:
    """The tables of a store that is locked by this process.

    Raises:
        StoreError: a table is missing or cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        manifest = read_manifest(folder)
        self._tables = _guarded(folder, lambda: self._opened(manifest))

    def append(self, rows: Rows) -> None:
        """Add rows to all tables, or to none."""
        _guarded(self._folder, lambda: self._append(rows))

    def _opened(self, manifest: Manifest | None) -> dict[str, DeltaTable]:
        if manifest is None:
            tables = {name: _made(self._folder / name, name) for name in TABLES}
        else:
            tables = {
                name: _restored(self._folder / name, version)
                for name, version in manifest.tables.items()
            }
        versions = {name: table.version() for name, table in tables.items()}
        if manifest is None or versions != manifest.tables:
            write_manifest(self._folder, versions)
        return tables

    def _append(self, rows: Rows) -> None:
        for name, table in self._tables.items():
            if rows[name]:
                chunk = pa.Table.from_pylist(rows[name], TABLES[name])
                write_deltalake(table, chunk, mode="append", writer_properties=_PACKED)
        write_manifest(self._folder, {n: t.version() for n, t in self._tables.items()})


def table_at(path: Path, version: int) -> DeltaTable:
    """A table as the manifest names it."""
    return _guarded(path, lambda: DeltaTable(path, version=version))


def _made(path: Path, name: str) -> DeltaTable:
    return DeltaTable.create(path, TABLES[name], mode="ignore", configuration=_SETTINGS)


def _restored(path: Path, version: int) -> DeltaTable:
    """A table without what a batch wrote that was not finished."""
    table = DeltaTable(path)
    if table.version() != version:
        table.restore(version)
        table.update_incremental()
    return table


def _guarded(path: Path, work: Callable[[], T]) -> T:
    try:
        return work()
    except (OSError, DeltaError) as error:
        line = " ".join(str(error).split())
        raise StoreError(f"{path}: {line}") from error

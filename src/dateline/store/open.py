"""A store to read from: as it was when it was opened, whatever is added meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import msgspec

from dateline.errors import StoreError
from dateline.link.copies import Links
from dateline.records.record import Record
from dateline.store.manifest import read_manifest
from dateline.store.schema import TABLES
from dateline.store.tables import table_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Rows held at once while all are read.
_CHUNK = 500


class Store:
    """A store.

    Raises:
        StoreError: there is none, or it cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        manifest = read_manifest(folder)
        if manifest is None:
            raise StoreError(f"{folder}: no store; `dateline add` makes one")
        self._connection = duckdb.connect()
        for name, version in manifest.tables.items():
            self._view(name, table_at(folder / name, version).file_uris())

    def sql(self, question: str) -> duckdb.DuckDBPyRelation:
        """What SQL asks of the tables.

        Raises:
            StoreError: it is no question that they can answer.
        """
        try:
            found = self._connection.sql(question)
        except duckdb.Error as error:
            raise StoreError(" ".join(str(error).split())) from error
        if found is None:
            raise StoreError("this changes the tables; only questions are answered")
        return found

    def rows(self, question: str) -> Iterator[tuple[Any, ...]]:
        """The rows of an answer, after the names of its columns.

        Raises:
            StoreError: it is no question that the tables can answer.
        """
        yield tuple(self.sql(question).columns)
        cursor = self._connection.execute(question)
        while rows := cursor.fetchmany(_CHUNK):
            yield from rows

    def items(self) -> Iterator[str]:
        """The ledger: what was read, refused items too."""
        _, *items = self.rows("SELECT item FROM reports UNION SELECT item FROM problems")
        yield from (item for (item,) in items)

    def records(self) -> Iterator[tuple[Record, Links]]:
        """All records in order, each with the earlier reports that it belongs with."""
        decode = msgspec.json.Decoder(Record).decode
        rows = self.rows("SELECT record, copies, rewrites FROM reports ORDER BY number")
        next(rows)
        for record, copies, rewrites in rows:
            yield decode(record), Links(tuple(copies), tuple(rewrites))

    def _view(self, name: str, files: list[str]) -> None:
        if files:
            self._connection.read_parquet(files).create_view(name)
        else:
            self._connection.from_arrow(TABLES[name].empty_table()).create_view(name)

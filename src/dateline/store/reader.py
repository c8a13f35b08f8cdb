"""The tables of a store, as they were when it was opened, whatever is added meanwhile."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import duckdb
import msgspec

from dateline.errors import StoreError
from dateline.records.event import Decision
from dateline.records.record import Record
from dateline.store.manifest import read_manifest
from dateline.store.schema import TABLES
from dateline.store.tables import rows_of, table_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa

    from dateline.store.rows import Row

#: Each claim with the event that it belongs to in the store.
_MEMBERS = """
    SELECT event, unnest(claims, recursive := true)
    FROM (SELECT id AS event, claims FROM events)
"""
#: DuckDB would keep what it has read, as the system does already, and memory that it gave up.
_FRUGAL: dict[str, bool | int | float | str | list[str]] = {
    "enable_external_file_cache": False,
    "allocator_background_threads": True,
}
#: Rows held at once while all are read.
_CHUNK = 500


class Reader:
    """The tables of a store, and SQL to ask them.

    Args:
        folder: of the store.
        threads: that answer, each with memory of its own; None for one for each processor.

    Attributes:
        tables: how many rows each has.
        linked: of how many reports the events, relations and texts are found.

    Raises:
        StoreError: there is none, or it cannot be read.
    """

    def __init__(self, folder: Path, *, threads: int | None = None) -> None:
        self.folder = folder
        manifest = read_manifest(folder)
        if manifest is None:
            raise StoreError(f"{folder}: no store; `dateline add` makes one")
        self.linked = manifest.linked
        self._connection = duckdb.connect(
            config=_FRUGAL if threads is None else {**_FRUGAL, "threads": threads}
        )
        self._kept = count()
        self.tables: dict[str, int] = {}
        for name, version in manifest.tables.items():
            table = table_at(folder / name, version)
            self.tables[name] = rows_of(table)
            self._view(name, table.file_uris())
        self._connection.sql(_MEMBERS).create_view("members")

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

    def rows(self, question: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of an answer; `values` stand for its question marks.

        Raises:
            StoreError: it is no question that the tables can answer.
        """
        cursor = self._asked(question, values)
        while rows := cursor.fetchmany(_CHUNK):
            yield from rows

    def dicts(self, question: str, *values: object) -> Iterator[Row]:
        """The rows of an answer, each by the names of its columns; as `rows` otherwise.

        Raises:
            StoreError: it is no question that the tables can answer.
        """
        cursor = self._asked(question, values)
        names = [column[0] for column in cursor.description or ()]
        while rows := cursor.fetchmany(_CHUNK):
            yield from (dict(zip(names, row, strict=True)) for row in rows)

    def hold(self, name: str, rows: pa.Table) -> None:
        """Let questions name a table that is not kept."""
        self._connection.register("held", rows)
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS FROM held")
        self._connection.unregister("held")

    def keep(self, rows: pa.Table) -> str:
        """Let questions name a table while the store is open; its name is no other's."""
        name = f"kept_{next(self._kept)}"
        self.hold(name, rows)
        return name

    def items(self) -> Iterator[str]:
        """The ledger: what was read, refused items too."""
        rows = self.rows("SELECT item FROM reports UNION SELECT item FROM problems")
        yield from (item for (item,) in rows)

    def records(self) -> Iterator[Record]:
        """All records in order, as they were coded; those of copies have no claims."""
        decode = msgspec.json.Decoder(Record).decode
        for (record,) in self.rows("SELECT record FROM reports ORDER BY number"):
            yield decode(record)

    def decisions(self) -> Iterator[Decision]:
        """What people decided of claims, the latest last."""
        for row in self.dicts("FROM decisions ORDER BY serial"):
            yield msgspec.convert(row, Decision)

    def _asked(self, question: str, values: Sequence[object]) -> duckdb.DuckDBPyConnection:
        try:
            return self._connection.cursor().execute(question, values)
        except duckdb.Error as error:
            raise StoreError(" ".join(str(error).split())) from error

    def _view(self, name: str, files: list[str]) -> None:
        if not files:
            self.hold(name, TABLES[name].empty_table())
            return
        try:
            rows = self._connection.read_parquet(files, hive_partitioning=True)
            rows.select(*TABLES[name].names).create_view(name)
        except duckdb.Error as error:
            message = " ".join(str(error).split())
            raise StoreError(f"{self.folder / name}: {message}") from error

"""Parquet: a row is a report. DuckDB reads it, as much at a time as it needs."""

from __future__ import annotations

import shutil
from glob import escape
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, BinaryIO

from dateline.ingest.refused import refused
from dateline.ingest.rows import columns_of, raw_of_row
from dateline.ingest.stream import MOST_BYTES, TooLongError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from duckdb import DuckDBPyConnection

    from dateline.records.report import Raw, Refusal

#: Rows fetched at once.
_BATCH = 64
#: What DuckDB may take, enough for a row group of long reports.
_MEMORY = "512MB"


def read_parquet(
    stream: BinaryIO, name: str, columns: Mapping[str, str]
) -> Iterator[Raw | Refusal]:
    """The reports of a table.

    Args:
        stream: the file; it is copied to disk, since it is read from its end.
        name: the file, for messages.
        columns: for fields of a report the columns that hold them under another name.
    """
    import duckdb  # noqa: PLC0415 - loaded when a file needs it

    with NamedTemporaryFile(suffix=".parquet") as file, duckdb.connect() as connection:
        shutil.copyfileobj(stream, file)
        file.flush()
        connection.execute(f"SET threads = 1; SET memory_limit = '{_MEMORY}'")
        try:
            yield from _read_rows(connection, escape(file.name), name, columns)
        except ValueError as error:
            yield refused(name, str(error))
        except duckdb.Error as error:
            yield refused(name, f"not a Parquet file that can be read: {error}")


def _read_rows(
    connection: DuckDBPyConnection, path: str, name: str, columns: Mapping[str, str]
) -> Iterator[Raw | Refusal]:
    known = connection.execute("DESCRIBE SELECT * FROM read_parquet(?)", [path]).fetchall()
    fields = columns_of([row[0] for row in known], columns)
    quoted = {field: '"' + column.replace('"', '""') + '"' for field, column in fields.items()}
    values = [
        f"CASE WHEN strlen({column}::VARCHAR) <= {MOST_BYTES} THEN {column}::VARCHAR END"
        for column in quoted.values()
    ]
    lengths = [f"coalesce(strlen({column}::VARCHAR), 0)" for column in quoted.values()]
    longest, said = f"greatest({', '.join(lengths)})", ", ".join(values)
    query = f"SELECT {longest}, {said} FROM read_parquet(?)"  # noqa: S608 - names are quoted
    rows = connection.execute(query, [path])
    record = 0
    while batch := rows.fetchmany(_BATCH):
        for size, *row in batch:
            record += 1
            if size > MOST_BYTES:
                yield refused(name, str(TooLongError()), record=record)
            else:
                yield raw_of_row(dict(zip(fields, row, strict=True)), name, record)

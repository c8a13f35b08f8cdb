"""Layouts: rows written as text with tabs, CSV, JSON or Parquet."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import msgspec

from dateline.export.exporter import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from dateline.export.exporter import Row, Table

#: The types of columns as DuckDB names them.
_SQL = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN"}


def cell(value: object, empty: str = "") -> str:
    """A value as text of one line without tabs, since these formats cannot escape them."""
    if value is None or value == "":
        return empty
    return " ".join(str(value).split()) if isinstance(value, str) else str(value)


def _tab(table: Table, rows: Iterable[Row], path: Path) -> int:
    return _lines(path, _fields(table, rows))


def _headed_tab(table: Table, rows: Iterable[Row], path: Path) -> int:
    return _lines(path, _fields(table, rows), "\t".join(table.columns))


def _fields(table: Table, rows: Iterable[Row]) -> Iterable[str]:
    for row in rows:
        yield "\t".join(cell(row.get(name), table.empty) for name in table.columns)


def _json_lines(table: Table, rows: Iterable[Row], path: Path) -> int:
    _ = table
    return _lines(path, (msgspec.json.encode(row).decode() for row in rows))


def _json(table: Table, rows: Iterable[Row], path: Path) -> int:
    """A JSON-LD document: the rows are its graph."""
    graph = list(rows)
    content = msgspec.json.encode({**table.head, "@graph": graph})
    path.write_bytes(msgspec.json.format(content, indent=1) + b"\n")
    return len(graph)


def _csv(table: Table, rows: Iterable[Row], path: Path) -> int:
    number = 0
    with path.open("w", encoding="utf-8", newline="", errors="replace") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(table.columns)
        for row in rows:
            writer.writerow([row.get(name) for name in table.columns])
            number += 1
    return number


def _lines(path: Path, lines: Iterable[str], header: str | None = None) -> int:
    number = 0
    with path.open("w", encoding="utf-8", newline="\n", errors="replace") as stream:
        if header is not None:
            stream.write(f"{header}\n")
        for line in lines:
            stream.write(f"{line}\n")
            number += 1
    return number


def _parquet(table: Table, rows: Iterable[Row], path: Path) -> int:
    """A Parquet file; DuckDB reads the rows as JSON Lines, with one thread to keep order."""
    import duckdb  # noqa: PLC0415 - loaded where it is asked for

    lines = path.with_name(f"{path.name}.jsonl")
    fields = ", ".join(f"'{name}': '{_SQL[kind]}'" for name, kind in table.columns.items())
    try:
        number = _json_lines(table, rows, lines)
        with duckdb.connect(config={"threads": "1"}) as connection:
            connection.execute(
                f"COPY (SELECT * FROM read_json({_quoted(lines)}, columns={{{fields}}}, "  # noqa: S608 - names and paths of ours
                f"format='newline_delimited')) TO {_quoted(path)} "
                "(FORMAT parquet, COMPRESSION zstd)"
            )
    except duckdb.IOException as error:
        raise OSError(" ".join(str(error).split())) from error
    finally:
        lines.unlink(missing_ok=True)
    return number


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


#: The writer of each layout: it writes the rows to the path and says how many they were.
WRITERS: Mapping[Form, Callable[[Table, Iterable[Row], Path], int]] = {
    Form.TAB: _tab,
    Form.HEADED_TAB: _headed_tab,
    Form.CSV: _csv,
    Form.JSON: _json,
    Form.JSON_LINES: _json_lines,
    Form.PARQUET: _parquet,
}

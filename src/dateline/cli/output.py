"""The formats of `dateline code`: each takes records one by one and writes them to a stream."""

from __future__ import annotations

import csv
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dateline.records.record import Record


class Format(StrEnum):
    """What records are written as."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    HTML = "html"
    CSV = "csv"


def default_format() -> Format:
    """A table where a person reads, JSON Lines where a program does."""
    return Format.TABLE if sys.stdout.isatty() else Format.JSONL


def writer(form: Format) -> Callable[[Iterable[Record], TextIO], None]:
    """The function that writes records in a format."""
    return {
        Format.TABLE: _write_table,
        Format.JSONL: _write_jsonl,
        Format.JSON: _write_json,
        Format.HTML: _write_html,
        Format.CSV: _write_csv,
    }[form]


def _write_table(records: Iterable[Record], out: TextIO) -> None:
    from rich.console import Console  # noqa: PLC0415 - loaded when asked for

    from dateline.render.table import record_table  # noqa: PLC0415

    console = Console(file=out, width=None if out.isatty() else 140)
    for record in records:
        console.print(record_table(record))


def _write_jsonl(records: Iterable[Record], out: TextIO) -> None:
    import msgspec  # noqa: PLC0415

    encode = msgspec.json.Encoder().encode
    for record in records:
        out.write(encode(record).decode() + "\n")
        out.flush()


def _write_json(records: Iterable[Record], out: TextIO) -> None:
    import msgspec  # noqa: PLC0415

    before = "["
    for record in records:
        pretty = msgspec.json.format(msgspec.json.encode(record), indent=2).decode()
        out.write(f"{before}\n{pretty}")
        before = ","
    out.write("\n]\n" if before == "," else "[]\n")


def _write_html(records: Iterable[Record], out: TextIO) -> None:
    from dateline.render.page import page_parts  # noqa: PLC0415

    out.writelines(page_parts(records))


def _write_csv(records: Iterable[Record], out: TextIO) -> None:
    from dateline.render.frame import COLUMNS, claim_rows  # noqa: PLC0415

    sheet = csv.DictWriter(out, list(COLUMNS), lineterminator="\n")
    sheet.writeheader()
    sheet.writerows(claim_rows(records))

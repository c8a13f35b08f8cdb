"""Reports from the files of a command line, and what to say of those that were not read."""

from __future__ import annotations

import sys
from collections import deque
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records.record import Record
    from dateline.records.report import Raw, Refusal

#: Stages whose problems leave a record that can still be used: a few bad bytes, a date that
#: is no date. Problems of later stages mean that a whole layer of the record is missing.
_MILD = frozenset({"ingest", "clean"})


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files, folders or patterns: text, HTML, JSON Lines, CSV, Parquet, RSS, Atom or "
        "WARC, gzipped or not; addresses of feeds; `-` is the input."
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(
        metavar="FIELD=NAME,…",
        help="The columns of tables that have names of their own: text=body,published=date.",
    ),
]


class Intake:
    """Reads reports in order and remembers which of them failed.

    Args:
        paths: what to read, standard input if there are none.
        columns: the names of columns, as the option gives them.

    Attributes:
        failed: how many items were refused or not read in full.
    """

    def __init__(self, paths: Iterable[str], columns: str | None = None) -> None:
        self._paths = list(paths) or ["-"]
        self._columns = named_columns(columns)
        self._waiting: deque[str] = deque()
        self.failed = 0

    def raws(self) -> Iterator[Raw]:
        """The reports; a refusal is said on standard error at once."""
        from dateline.clean.split import split  # noqa: PLC0415 - loaded when asked for
        from dateline.ingest.read import read_raws  # noqa: PLC0415
        from dateline.records.report import Refusal  # noqa: PLC0415

        for item in split(read_raws(self._paths, sys.stdin.buffer, columns=self._columns)):
            if isinstance(item, Refusal):
                self._refuse(item)
            else:
                self._waiting.append(item.where or item.id)
                yield item

    def watch(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records of `raws` in their order; problems are said on standard error."""
        for record in records:
            where = self._waiting.popleft()
            self.failed += _failed(record)
            for problem in record.problems:
                say(f"{where}: {problem.stage}: {problem.message}")
            yield record

    def _refuse(self, refusal: Refusal) -> None:
        self.failed += 1
        say(refusal.problem.message)


def _failed(record: Record) -> bool:
    """Whether the record is without text to read, or without a layer of it."""
    from dateline.records.report import READ_ROLES  # noqa: PLC0415

    if any(problem.stage not in _MILD for problem in record.problems):
        return True
    return bool(record.problems) and not any(b.role in READ_ROLES for b in record.blocks)


def say(message: str) -> None:
    """One line to standard error."""
    typer.echo(f"dateline: {' '.join(message.split())}", err=True)


def named_columns(value: str | None) -> dict[str, str]:
    """The column for each field that an option names, `text=body,published=date`.

    Raises:
        typer.BadParameter: it is written otherwise, or names no field of a report.
    """
    from dateline.ingest.rows import FIELDS  # noqa: PLC0415

    found: dict[str, str] = {}
    for pair in (value or "").split(",") if value else ():
        field, equals, column = (part.strip() for part in pair.partition("="))
        if field not in FIELDS or not equals or not column:
            fields = ", ".join(FIELDS)
            raise typer.BadParameter(
                f"`{pair}` is not like text=body; the fields are {fields}",
                param_hint="--columns",
            )
        found[field] = column
    return found


def iso_day(value: str | None) -> str | None:
    """The value of an option that is a day.

    Raises:
        typer.BadParameter: it is no date of the form 2024-05-31.
    """
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"`{value}` is no date like 2024-05-31") from None

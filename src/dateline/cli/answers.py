"""The answers of a store, written as tables, JSON Lines, CSV or Parquet."""

from __future__ import annotations

import csv
import sys
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from dateline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import RenderableType

    from dateline.store.answer import Answer

    Row = dict[str, Any]


class AnswerFormat(StrEnum):
    """What answers are written as."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


#: Characters in a line where nobody says how many there are.
_WIDTH = 140
StoreFolder = Annotated[Path, typer.Argument(help="The folder of the store.", metavar="STORE")]
Form = Annotated[
    AnswerFormat | None,
    typer.Option("--format", "-f", help="What to write; a table on a screen, else JSON Lines."),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", help="A file to write to; its ending may say the format."),
]


def write_answer(
    answer: Answer,
    form: AnswerFormat | None,
    out: Path | None,
    *,
    flat: Callable[[Row], Row] | None = None,
    table: Callable[[Iterable[Row]], RenderableType] | None = None,
) -> None:
    """Write an answer to a file or to the output.

    Args:
        answer: what a store said.
        form: None for that of the file's ending.
        out: None for the output.
        flat: makes a row of a sheet of a row.
        table: makes a table of rows.

    Raises:
        InputError: the file cannot be written, or Parquet is asked for without one.
    """
    from rich.console import Console  # noqa: PLC0415 - loaded when asked for

    from dateline.render.stored import flat_row, plain_table  # noqa: PLC0415

    form = form_of(form, out)
    if form is AnswerFormat.PARQUET:
        _write_parquet(answer, out)
        return
    try:
        with _opened(out) as to:
            if form is AnswerFormat.JSONL:
                _write_jsonl(answer, to)
            elif form is AnswerFormat.CSV:
                _write_csv(map(flat or flat_row, answer), answer.relation.columns, to)
            else:
                Console(file=to, width=None if to.isatty() else _WIDTH).print(
                    (table or plain_table)(answer)
                )
    except OSError as error:
        raise InputError(f"`{out}` cannot be written: {error.strerror}") from error


def _opened(out: Path | None) -> AbstractContextManager[TextIO]:
    return out.open("w", encoding="utf-8", newline="") if out else nullcontext(sys.stdout)


def form_of(form: AnswerFormat | None, out: Path | None) -> AnswerFormat:
    """The format that is asked for, else that of the file's ending or of the output."""
    if form:
        return form
    ending = out.suffix.removeprefix(".") if out else ""
    if ending in list(AnswerFormat):
        return AnswerFormat(ending)
    return AnswerFormat.TABLE if out is None and sys.stdout.isatty() else AnswerFormat.JSONL


def _write_jsonl(rows: Iterable[Row], out: TextIO) -> None:
    import msgspec  # noqa: PLC0415

    encode = msgspec.json.Encoder().encode
    out.writelines(encode(row).decode() + "\n" for row in rows)


def _write_csv(rows: Iterable[Row], names: list[str], out: TextIO) -> None:
    """Write rows under their names; under those of the answer if there is none."""
    rows = iter(rows)
    first = next(rows, None)
    sheet = csv.DictWriter(out, list(first) if first else names, lineterminator="\n")
    sheet.writeheader()
    sheet.writerows(chain([first] if first else [], rows))


def _write_parquet(answer: Answer, out: Path | None) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415

    if out is None:
        raise InputError("Parquet needs a file: name one with --out")
    try:
        pq.write_table(answer.arrow(), out, compression="zstd")
    except OSError as error:
        raise InputError(f"`{out}` cannot be written: {error}") from error

"""`dateline sql`: a question of one's own to a store."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Annotated

import typer


def sql(
    store: Annotated[Path, typer.Argument(help="The folder of the store.")],
    question: Annotated[str, typer.Argument(help="SQL, as DuckDB reads it.")],
) -> None:
    """Ask the tables of a store; the answer is CSV."""
    from dateline.store.open import Store  # noqa: PLC0415 - loaded when asked for

    opened = Store(store)
    sheet = csv.writer(sys.stdout, lineterminator="\n")
    sheet.writerow(opened.sql(question).columns)
    sheet.writerows(opened.rows(question))

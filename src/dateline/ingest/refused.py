"""Refusals: items that hold no report, with the place they stand at and the reason."""

from __future__ import annotations

from dateline.records.report import Problem, Refusal


def place(file: str, record: int | None) -> str:
    """A file and a line, row, entry or byte of it, as messages name them."""
    return file if record is None else f"{file}:{record}"


def refused(
    file: str, message: str, *, record: int | None = None, name: str | None = None
) -> Refusal:
    """The refusal of an item.

    Args:
        file: where it was read.
        message: why it is refused.
        record: its line, row, entry or first byte there.
        name: its id, if it has one.
    """
    where = place(file, record)
    return Refusal(
        id=where if name is None else name,
        where=where,
        problem=Problem("ingest", f"{where}: {message}"),
    )

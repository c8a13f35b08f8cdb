"""`dateline schema`: the JSON Schema of the record."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of a record, as `dateline code --format jsonl` writes it."""
    from dateline.render.schema import record_schema  # noqa: PLC0415 - loaded when asked for

    typer.echo(record_schema(), nl=False)

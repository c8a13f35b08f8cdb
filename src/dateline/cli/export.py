"""`dateline export`: coded records in the formats of other projects."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperCommand

from dateline.cli.lines import read_records
from dateline.errors import InputError

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter


class ExportCommand(TyperCommand):
    """The command, whose help lists the formats that are registered."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help, and under it the formats."""
        from dateline.export.write import exporters  # noqa: PLC0415 - loaded when asked for

        super().format_help(ctx, formatter)
        formats = exporters()
        width = max(map(len, formats))
        typer.echo(" Formats:\n")
        for name, exporter in formats.items():
            typer.echo(f"   {name:{width}}  {exporter.about}")
        typer.echo()


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="One of the formats below.")],
    records: Annotated[
        list[str],
        typer.Argument(
            metavar="RECORDS…",
            help="Files of records, as `dateline code --format jsonl` writes them, or "
            "stores; `-` is the input.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", help="A folder; or a file, of a format that is of one file."
        ),
    ],
) -> None:
    """Write the events of coded records in another project's format.

    A manifest beside the files counts what the format could not carry.
    """
    from dateline.export.write import exporters, write_export  # noqa: PLC0415

    known = exporters()
    if form not in known:
        raise InputError(f"no format `{form}` (there are: {', '.join(known)})")
    manifest = write_export(known[form], read_records(map(Path, records)), out)
    rows = ", ".join(f"{file.rows} rows of {file.name}" for file in manifest.files)
    left = sum(manifest.left_out.values())
    typer.echo(f"{manifest.events} events: {rows}; {left} left out", err=True)

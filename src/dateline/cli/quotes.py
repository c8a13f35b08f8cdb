"""`dateline quotes`: who says what, word for word."""

from __future__ import annotations

import csv
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.progress import counted
from dateline.cli.reading import Columns, Intake, Sources, iso_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.render.sayings import Saying


class QuoteFormat(StrEnum):
    """What quotes are written as."""

    CSV = "csv"
    JSONL = "jsonl"


def quotes(
    files: Sources = None,
    columns: Columns = None,
    published: Annotated[
        str | None,
        typer.Option(callback=iso_day, metavar="DAY", help="Day of publication, 2024-05-31."),
    ] = None,
    form: Annotated[
        QuoteFormat, typer.Option("--format", "-f", help="What to write.")
    ] = QuoteFormat.CSV,
    speaker: Annotated[
        list[str] | None,
        typer.Option(
            "--speaker", metavar="PARTY", help="Codes, RUS, RUS:MIL or :MIL, or part of a name."
        ),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
) -> None:
    """List what is said: speaker, sector, country, the words, and the text around them.

    Given the folder of a store, lists the quotes that it holds.
    """
    from dateline.render.sayings import sayings  # noqa: PLC0415 - loaded when asked for
    from dateline.store.manifest import is_store  # noqa: PLC0415

    if files and len(files) == 1 and is_store(Path(files[0])):
        from dateline.api import open_store  # noqa: PLC0415

        _write(sayings(open_store(files[0]).quoting(speaker), speaker), form)
        return
    from dateline.api import load  # noqa: PLC0415 - loads the coder

    intake = Intake(files or (), columns)
    records = load().pipe(intake.raws(), published=published, jobs=jobs)
    _write(sayings(counted(intake.watch(records), quiet=quiet), speaker), form)
    sys.stdout.flush()
    if intake.failed:
        raise typer.Exit(1)


def _write(found: Iterable[Saying], form: QuoteFormat) -> None:
    import msgspec  # noqa: PLC0415

    from dateline.render.sayings import Saying  # noqa: PLC0415

    if form is QuoteFormat.JSONL:
        for saying in found:
            sys.stdout.write(msgspec.json.encode(saying).decode() + "\n")
        return
    sheet = csv.DictWriter(sys.stdout, Saying.__struct_fields__, lineterminator="\n")
    sheet.writeheader()
    for saying in found:
        sheet.writerow({**msgspec.structs.asdict(saying), "sector": "|".join(saying.sector)})

"""`dateline code`: reports in, records out."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.output import Format, default_format, writer
from dateline.cli.progress import counted
from dateline.cli.reading import Columns, Intake, Sources, iso_day
from dateline.coding.confidence import LIKELY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.api import Coder
    from dateline.records.record import Record
    from dateline.records.report import Raw


class Layer(StrEnum):
    """Layers of the record that are left out unless asked for."""

    PREDICATES = "predicates"
    LINEAGE = "lineage"


def code(
    files: Sources = None,
    columns: Columns = None,
    published: Annotated[
        str | None,
        typer.Option(callback=iso_day, metavar="DAY", help="Day of publication, 2024-05-31."),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: table on a terminal, jsonl in a pipe."),
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="A spaCy English pipeline to parse with.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why each claim was coded as it was.")
    ] = False,
    layers: Annotated[
        list[Layer] | None, typer.Option("--with", help="A layer to write as well.")
    ] = None,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="A folder of data files to lay over the package's."),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Leave out claims below it; 0 for all.")
    ] = LIKELY,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
) -> None:
    """Code reports: write who did what to whom, when, where, and according to whom.

    Exit status: 0 if all reports were read, 1 if some were not, 2 for wrong use.
    """
    from dateline.api import load  # noqa: PLC0415 - loads the coder, which `--help` need not

    form = form or default_format()
    with_predicates = Layer.PREDICATES in (layers or ())
    coder = load(
        model=model,
        lexicon=lexicon or (),
        with_predicates=with_predicates or explain,
        min_confidence=min_confidence,
    )
    intake = Intake(files or (), columns)
    if explain:
        aside = form is not Format.TABLE
        records = _explained(coder, intake.raws(), published, aside=aside, keep=with_predicates)
    else:
        records = coder.pipe(intake.raws(), published=published, jobs=jobs)
    records = counted(intake.watch(records), quiet=quiet)
    if Layer.LINEAGE in (layers or ()):
        from dateline.link.spool import with_lineage  # noqa: PLC0415 - loaded when asked for

        records = with_lineage(records)
    writer(form)(records, sys.stdout)
    sys.stdout.flush()
    if intake.failed:
        raise typer.Exit(1)


def _explained(
    coder: Coder, raws: Iterable[Raw], published: str | None, *, aside: bool, keep: bool
) -> Iterator[Record]:
    """The records; after each is written, its reasons, to standard error if `aside`."""
    import msgspec  # noqa: PLC0415

    from dateline.render.explain import explain  # noqa: PLC0415

    for raw in raws:
        record, coded = coder.explain(raw, published)
        yield record if keep else msgspec.structs.replace(record, predicates=None)
        typer.echo(explain(record, coded), err=aside)

"""`dateline add`: reports into a store."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from time import monotonic
from typing import Annotated

import typer

from dateline.cli.reading import Columns, Sources, iso_day, named_columns, say


def add(
    store: Annotated[Path, typer.Argument(help="The folder of the store; made if need be.")],
    sources: Sources = None,
    columns: Columns = None,
    published: Annotated[
        str | None,
        typer.Option(callback=iso_day, metavar="DAY", help="Day of publication, 2024-05-31."),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
) -> None:
    """Add reports to a store, each once; copies of a text are kept and not coded again.

    May be stopped at any moment and run again.
    """
    from dateline.api import add_to_store, load  # noqa: PLC0415 - loads the coder
    from dateline.ingest.read import read_raws  # noqa: PLC0415
    from dateline.store.add import Added  # noqa: PLC0415

    raws = read_raws(sources or ["-"], sys.stdin.buffer, columns=named_columns(columns))
    began, added = monotonic(), Added()
    for added in add_to_store(load(), store, raws, published=published, jobs=jobs):
        done = added.copies + added.coded
        if not quiet:
            rate = done / (monotonic() - began)
            say(f"{done} reports, {added.claims} claims, {rate:.1f} reports a second")
    say(
        f"{added.coded} coded, {added.copies} copies, {added.claims} claims; "
        f"{added.refused} refused, {added.known} known before"
    )

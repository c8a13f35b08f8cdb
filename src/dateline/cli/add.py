"""`dateline add`: reports into a store."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.reading import Columns, Sources, iso_day, named_columns, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.ingest.meter import Meter
    from dateline.store.add import Added


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
    from dateline.ingest.meter import Meter  # noqa: PLC0415
    from dateline.ingest.read import read_raws  # noqa: PLC0415

    paths = sources or ["-"]
    meter = Meter(paths)
    raws = read_raws(paths, sys.stdin.buffer, columns=named_columns(columns), meter=meter)
    report(
        add_to_store(load(), store, raws, published=published, jobs=jobs), meter, quiet=quiet
    )


def report(counts: Iterable[Added], meter: Meter | None, *, quiet: bool) -> None:
    """Say what was done after each batch, and in the end."""
    from dateline.store.add import Added  # noqa: PLC0415

    began, added = monotonic(), Added()
    for added in counts:
        if not quiet:
            say(_so_far(added, monotonic() - began, meter.part if meter else None))
    read = added.coded + added.copies + added.refused + added.known
    say(
        f"{read} read: {added.coded} coded, {added.copies} copies, {added.refused} refused, "
        f"{added.known} known before; {added.claims} claims; {added.events} events found anew"
    )


def _so_far(added: Added, seconds: float, part: float | None) -> str:
    done = added.copies + added.coded
    words = f"{done} reports, {added.claims} claims, {done / seconds:.1f} reports a second"
    if part is None or not part:
        return words
    left = timedelta(seconds=round(seconds / part * (1 - part)))
    return f"{words}, about {left} left"

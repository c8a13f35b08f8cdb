"""`dateline plot`: the events of a store, drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.answers import StoreFolder
from dateline.cli.asking import Asked, asks_events
from dateline.store.counting import By, Every, On

plot = typer.Typer(no_args_is_help=True, help="Draw the events of a store, as SVG or PNG.")

_Out = Annotated[
    Path, typer.Option("--out", "-o", help="The file, .svg or .png.", metavar="FILE")
]


@plot.command()
@asks_events
def counts(
    store: StoreFolder,
    out: _Out,
    asked: Asked,
    every: Annotated[Every, typer.Option("--every", help="Length of the times.")] = Every.MONTH,
    on: Annotated[
        On, typer.Option("--on", help="The day that counts: occurred, or first reported.")
    ] = On.OCCURRED,
) -> None:
    """Draw how many events of which type there were over time."""
    from dateline.api import open_store  # noqa: PLC0415 - loaded when asked for
    from dateline.render.plots import counts_chart, save_chart  # noqa: PLC0415

    rows = open_store(store).counts(every, [By.TYPE], on=on, **asked)
    save_chart(counts_chart(rows, every), out)


@plot.command()
@asks_events
def dyads(store: StoreFolder, out: _Out, asked: Asked) -> None:
    """Draw which countries did how much to which, and how hostile it was."""
    from dateline.api import open_store  # noqa: PLC0415
    from dateline.render.plots import dyads_chart, save_chart  # noqa: PLC0415

    save_chart(dyads_chart(open_store(store).counts(None, [By.DYAD], **asked)), out)


@plot.command(name="map")
@asks_events
def map_(store: StoreFolder, out: _Out, asked: Asked) -> None:
    """Draw where events were on a map of the world."""
    from dateline.api import open_store  # noqa: PLC0415
    from dateline.render.plots import map_chart, save_chart  # noqa: PLC0415

    save_chart(map_chart(open_store(store).counts(None, [By.PLACE], **asked)), out)

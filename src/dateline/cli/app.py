"""The command `dateline`: its subcommands, its version, its exit status.

A command reads its arguments, calls the library and renders. Modules of weight are loaded
inside the commands, so that `--help` comes at once.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from dateline import __version__
from dateline.cli.add import add
from dateline.cli.ask import counts, explain, relations
from dateline.cli.code import code
from dateline.cli.events import events
from dateline.cli.export import ExportCommand, export
from dateline.cli.lexicon import lexicon
from dateline.cli.link import link
from dateline.cli.offices import offices
from dateline.cli.plot import plot
from dateline.cli.quotes import quotes
from dateline.cli.schema import schema
from dateline.cli.sql import sql
from dateline.cli.store import store
from dateline.errors import DatelineError

#: How many threads a library of numbers starts, read when it is loaded. The matrices of the
#: parser are so small that a second thread costs more than it does; `--jobs` is the better way.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")
#: Wrong use, as the shell knows it; 1 says that some reports were not read.
WRONG_USE = 2

app = typer.Typer(
    name="dateline",
    help="Turns news reports into event data: who did what to whom, when, where, "
    "and according to whom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(code)
app.command()(quotes)
app.command()(link)
app.command()(offices)
app.command(cls=ExportCommand)(export)
app.add_typer(lexicon, name="lexicon")
app.command()(schema)
app.command()(add)
app.add_typer(events, name="events")
app.command()(counts)
app.command()(relations)
app.command()(explain)
app.add_typer(plot, name="plot")
app.command()(sql)
app.add_typer(store, name="store")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Say the version."
        ),
    ] = False,
) -> None:
    """Nothing is set for all commands alike."""


def main() -> None:
    """Run the command line; errors of use are one line and status 2."""
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    try:
        app()
    except DatelineError as error:
        typer.echo(f"dateline: {error}", err=True)
        sys.exit(WRONG_USE)

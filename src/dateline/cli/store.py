"""`dateline store`: the care of stores."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.add import report
from dateline.cli.answers import StoreFolder

store = typer.Typer(no_args_is_help=True, help="Check, compact, compare and code anew stores.")

_New = Annotated[Path, typer.Argument(help="The folder of another store.", metavar="NEW")]
_Old = Annotated[Path, typer.Argument(help="The folder of a store.", metavar="OLD")]


@store.command()
def check(folder: StoreFolder) -> None:
    """Read all rows and say what is wrong; status 1 if anything is."""
    from dateline.store.check import faults  # noqa: PLC0415 - loaded when asked for

    found = list(faults(folder))
    for fault in found:
        typer.echo(fault)
    if found:
        raise typer.Exit(1)
    typer.echo(f"{folder} is whole")


@store.command()
def compact(folder: StoreFolder) -> None:
    """Bring the rows into few files; the old ones stay for a day, for those who read them."""
    from dateline.store.lock import locked  # noqa: PLC0415
    from dateline.store.reader import Reader  # noqa: PLC0415
    from dateline.store.tables import Tables  # noqa: PLC0415

    Reader(folder)  # or a store would be made where there is none
    with locked(folder):
        Tables(folder).compact()


@store.command()
def reindex(folder: StoreFolder) -> None:
    """Make the index of words anew."""
    from dateline.store.fulltext import reindex as index_anew  # noqa: PLC0415
    from dateline.store.lock import locked  # noqa: PLC0415
    from dateline.store.reader import Reader  # noqa: PLC0415

    reader = Reader(folder)
    with locked(folder):
        index_anew(reader)


@store.command()
def recode(
    old: _Old,
    new: _New,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option("--lexicon", metavar="DIR", help="Data files of your own, over ours."),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
) -> None:
    """Code the reports of a store anew into another; the old one stays as it is.

    May be stopped at any moment and run again.
    """
    from dateline.api import load, recode_store  # noqa: PLC0415

    report(recode_store(load(lexicon=lexicon or ()), old, new, jobs=jobs), None, quiet=quiet)


@store.command()
def diff(old: _Old, new: _New) -> None:
    """Say which claims two stores do not share, as JSON Lines; and how many."""
    import msgspec  # noqa: PLC0415

    from dateline.store.diff import changes  # noqa: PLC0415

    counts: Counter[str] = Counter()
    for change in changes(old, new):
        counts.update([change.change, *change.fields])
        sys.stdout.write(msgspec.json.encode(change).decode() + "\n")
    sys.stdout.flush()
    words = ", ".join(f"{count} {name}" for name, count in counts.most_common())
    typer.echo(f"dateline: {words or 'the claims are the same'}", err=True)

"""`dateline link`: coded records in, what they tell together out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.lines import read_lines
from dateline.cli.progress import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records.record import Record


def link(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="JSON Lines of `dateline code`; `-` is the input."),
    ] = None,
    events: Annotated[bool, typer.Option("--events", help="Write events instead.")] = False,
    relations: Annotated[
        bool, typer.Option("--relations", help="Write relations instead.")
    ] = False,
    decisions: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="JSON Lines of what people decided: verdict (split or merge), claim, other.",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
) -> None:
    """Link coded records: tell copies, and gather their claims into events.

    Writes the same records, with one `event` for the claims of one happening, or the
    events, or the relations that their ties attest. Nothing is written before all is read.
    """
    import msgspec  # noqa: PLC0415 - loaded when asked for

    from dateline.link.corpus import Corpus  # noqa: PLC0415
    from dateline.records.event import Decision  # noqa: PLC0415
    from dateline.records.record import Record  # noqa: PLC0415

    if events and relations:
        raise typer.BadParameter("ask for events or for relations", param_hint="--events")
    decided = read_lines([decisions], Decision) if decisions else iter(())
    read: Iterator[Record] = read_lines(files or [Path("-")], Record)
    corpus = Corpus(counted(read, quiet=quiet), decided)
    found: Iterable[object] = corpus.records()
    if events or relations:
        found = corpus.events() if events else corpus.relations()
    encode = msgspec.json.Encoder().encode
    for one in found:
        sys.stdout.write(encode(one).decode() + "\n")
    sys.stdout.flush()

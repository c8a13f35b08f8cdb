"""`dateline offices`: who held which office from when to when, as reports attest."""

from __future__ import annotations

import csv
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.lines import read_records
from dateline.cli.progress import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.link.offices import Term

#: The file of an overlay folder that holds terms of office, and its columns.
_LEADERS = Path("world") / "leaders.csv"
_COLUMNS = ("name", "country", "office", "from", "to", "variants", "alone")
#: Letters of an ISO day that say its month, as fine as that file goes.
_MONTH = 7


class TermFormat(StrEnum):
    """What terms of office are written as."""

    CSV = "csv"
    JSONL = "jsonl"


def offices(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="JSON Lines of `dateline code`, or stores; `-` is the input."),
    ] = None,
    texts: Annotated[
        int, typer.Option("--texts", min=1, help="Leave out what fewer texts attest.")
    ] = 1,
    form: Annotated[
        TermFormat, typer.Option("--format", "-f", help="What to write.")
    ] = TermFormat.CSV,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", help="Write them into a folder for `--lexicon`."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
) -> None:
    """List who held which office, with the days, the counts and a sentence that says so.

    With `--to` the coder knows them in later reports: `dateline code --lexicon DIR`.
    """
    from dateline.link.corpus import Corpus  # noqa: PLC0415 - loaded when asked for
    from dateline.link.offices import terms  # noqa: PLC0415

    read = read_records(files or [Path("-")])
    corpus = Corpus(counted(read, quiet=quiet))
    found = [term for term in terms(corpus.relations()) if term.texts >= texts]
    if to is None:
        _show(found, form)
    else:
        _write(found, to / _LEADERS)
        typer.echo(f"{len(found)} terms of office written to {to / _LEADERS}", err=True)


def _show(found: Sequence[Term], form: TermFormat) -> None:
    import msgspec  # noqa: PLC0415

    from dateline.link.offices import Term  # noqa: PLC0415

    if form is TermFormat.JSONL:
        for term in found:
            sys.stdout.write(msgspec.json.encode(term).decode() + "\n")
        return
    sheet = csv.DictWriter(sys.stdout, Term.__struct_fields__, lineterminator="\n")
    sheet.writeheader()
    sheet.writerows(msgspec.structs.asdict(term) for term in found)


def _write(found: Sequence[Term], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        sheet = csv.writer(stream, lineterminator="\n")
        sheet.writerow(_COLUMNS)
        for term in found:
            since, until = term.since[:_MONTH], term.until[:_MONTH]
            sheet.writerow([term.name, term.country, term.office, since, until, "", ""])

"""A record as tables for a terminal: claims gathered by event, ties, problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from dateline.render import wording
from dateline.render.events import by_event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from dateline.records.claim import Claim
    from dateline.records.record import Record

#: Colour by quad class: verbal and material cooperation, verbal and material conflict.
_COLOURS = {1: "cyan", 2: "green", 3: "yellow", 4: "red"}
_FADED = "dim"


def record_table(record: Record) -> Group:
    """All that a terminal shows of one record."""
    return Group(*_parts(record))


def _parts(record: Record) -> Iterator[RenderableType]:
    yield _heading(record)
    if record.claims:
        yield _claims(record)
        if any(c.occurred and c.occurred.basis == "published" for c in record.claims):
            yield Text("* the day of publication; the text does not say when", style=_FADED)
    else:
        yield Text("no claims", style=_FADED)
    for tie in record.ties:
        yield Text(f"tie: {wording.tie(tie)}")
    for problem in record.problems:
        yield Text(f"{problem.stage}: {problem.message}", style="red")
    yield Text()


def _heading(record: Record) -> Text:
    said = (record.id, record.report.published, record.report.title)
    return Text("  ".join(wording.flat(part) for part in said if part), style="bold")


def _claims(record: Record) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for name, share in (("who", 4), ("did what", 3), ("to whom", 4), ("when", 3), ("where", 3)):
        table.add_column(name, ratio=share, overflow="fold")
    table.add_column("status", ratio=2, overflow="fold")
    table.add_column("according to", ratio=3, overflow="fold")
    table.add_column("conf.", justify="right", no_wrap=True, min_width=5)
    for claims in by_event(record):
        for claim in claims:
            table.add_row(*_row(claim))
        table.add_section()
    return table


def _row(claim: Claim) -> tuple[Text, ...]:
    return (
        Text(wording.parties(claim.actors)),
        Text(wording.act(claim), style=_COLOURS.get(claim.quad_class or 0, "")),
        Text(wording.parties(claim.recipients)),
        Text(wording.when(claim.occurred)),
        Text(wording.where(claim.place)),
        Text(wording.status(claim), style="" if claim.status == "occurred" else "italic"),
        Text(wording.according_to(claim.attribution)),
        Text(f"{claim.confidence:.2f}", style=_FADED),
    )

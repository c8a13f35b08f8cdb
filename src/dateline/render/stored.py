"""Rows of a store as people read them: flat rows for sheets, tables for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from dateline.records.claim import Amount, Claim, EventPlace, Occurred
from dateline.records.entity import Party
from dateline.render import wording
from dateline.render.cells import bars, numbers, side
from dateline.render.wording import NOT_SAID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Row = dict[str, Any]
T = TypeVar("T")

_FADED = "dim"


def flat_event(row: Row) -> Row:
    """An event as a row of a sheet: one value a cell, many of them between bars."""
    occurred, place = row["occurred"] or {}, row["place"] or {}
    return {
        "event": row["id"],
        "type": row["type"],
        "mode": row["mode"],
        "contexts": bars(row["contexts"]),
        "cameo": row["cameo"],
        "quad_class": row["quad_class"],
        "plover_score": row["plover_score"],
        "goldstein": row["goldstein"],
        **side("actor", _all(row["actors"], Party)),
        **side("recipient", _all(row["recipients"], Party)),
        "first": occurred.get("first"),
        "last": occurred.get("last"),
        "time_basis": occurred.get("basis"),
        "reported": row["reported"],
        **{key: place.get(key) for key in ("name", "country", "latitude", "longitude")},
        "status": row["status"],
        **numbers(_all(row["amounts"], Amount)),
        "confidence": row["confidence"],
        **{key: row[key] for key in ("reports", "texts", "voices")},
        "claims": bars(merge["claim"] for merge in row["claims"]),
    }


def flat_row(row: Row) -> Row:
    """A row of anything else: parties by their names, lists between bars."""
    return {name: _flat(value) for name, value in row.items()}


def event_table(rows: Iterable[Row]) -> Table:
    """Events, a line or two each."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    shares = {"when": 3, "who": 4, "did what": 3, "to whom": 4, "where": 3, "status": 2}
    for name, share in {"event": 3, **shares}.items():
        table.add_column(name, ratio=share, overflow="fold")
    for name in ("voices", "conf."):
        table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*_event(row))
    return table


def plain_table(rows: Iterable[Row]) -> Table:
    """Rows of anything, a column for each field but those that hold rows themselves."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for whole in rows:
        row = flat_row({name: value for name, value in whole.items() if not _nested(value)})
        if not table.columns:
            for name, value in row.items():
                number = isinstance(value, int | float)
                table.add_column(name, justify="right" if number else "left", overflow="fold")
        table.add_row(*map(_cell, row.values()))
    return table


def explained(event: Row, claims: Iterable[Row]) -> Group:
    """An event, and below it each of its claims with its sentence and why it is here."""
    return Group(event_table([event]), *_statuses(event), *map(_claim, claims))


def _event(row: Row) -> tuple[Text, ...]:
    return (
        Text(row["id"], style=_FADED),
        Text(wording.when(_made(row["occurred"], Occurred))),
        Text(_parties(row["actors"])),
        Text(f"{row['type']} ({row['mode']})" if row["mode"] else row["type"]),
        Text(_parties(row["recipients"])),
        Text(wording.where(_made(row["place"], EventPlace))),
        Text(row["status"]),
        Text(str(row["voices"])),
        Text(f"{row['confidence']:.2f}", style=_FADED),
    )


def _statuses(event: Row) -> Iterator[Text]:
    counts = ", ".join(f"{one['voices']} say {one['status']}" for one in event["statuses"])
    words = ", ".join(f"{event[name]} {name}" for name in ("reports", "texts", "voices"))
    yield Text(f"{words}: {counts}")
    amounts = numbers(_all(event["amounts"], Amount))
    if told := ", ".join(f"{of} {best}" for of, best in amounts.items() if best is not None):
        yield Text(told)
    yield Text()


def _claim(row: Row) -> Group:
    claim = msgspec.convert(row, Claim)
    where = (row["report"], row["published"], row["publisher"], row["title"], row["url"])
    said = [wording.status(claim), f"confidence {claim.confidence:.2f}", f"rule {claim.rule}"]
    if claim.attribution:
        said.insert(0, f"according to {wording.according_to(claim.attribution)}")
    if len(row["carriers"]) > 1:
        said.append(f"text of {len(row['carriers'])} reports")
    return Group(
        Text("  ".join(wording.flat(part) for part in where if part), style="bold"),
        Text(f"  “{wording.flat(claim.evidence.text)}”"),
        Text(f"  {'; '.join(said)}"),
        Text(f"  claim {claim.id}: {row['reason']}", style=_FADED),
        Text(),
    )


def _flat(value: object) -> object:
    if isinstance(value, dict):
        return _name(value) if "text" in value else value
    if isinstance(value, list):
        return bars(str(_flat(one)) for one in value)
    return value


def _nested(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _name(party: Mapping[str, Any]) -> str:
    return party.get("name") or wording.flat(party["text"])


def _parties(parties: list[Row]) -> str:
    return wording.parties(_all(parties, Party))


def _all(rows: list[Row], kind: type[T]) -> list[T]:
    return [msgspec.convert(row, kind) for row in rows]


def _made(value: Row | None, kind: type[Any]) -> Any:  # noqa: ANN401 - of that kind
    return None if value is None else msgspec.convert(value, kind)


def _cell(value: object) -> str:
    if value is None:
        return NOT_SAID
    return f"{value:.2f}" if isinstance(value, float) else wording.flat(str(value))

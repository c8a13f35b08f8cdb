"""Values as cells of a sheet: those that are many stand between bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.render import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.records.claim import Amount
    from dateline.records.entity import Party

Cell = str | int | float | None
Row = dict[str, Cell]


def side(role: str, parties: Sequence[Party]) -> Row:
    """The cells of a side, `actor` or `recipient`: names, countries and sectors."""
    return {
        f"{role}s": bars(wording.flat(p.name or p.text) for p in parties),
        f"{role}_countries": bars(dict.fromkeys(p.country for p in parties if p.country)),
        f"{role}_sectors": bars(dict.fromkeys(s for p in parties for s in p.sector)),
    }


def numbers(amounts: Iterable[Amount]) -> Row:
    """The best number of each kind, or the lowest where the text gives a range."""
    found: Row = dict.fromkeys(("dead", "injured", "arrested", "participants"))
    for amount in amounts:
        if found.get(amount.of) is None:
            found[amount.of] = amount.best if amount.best is not None else amount.low
    return found


def bars(values: Iterable[str]) -> str | None:
    """Many values as one; None if there is none."""
    return "|".join(values) or None

"""Seats: the town or region of the police, court or governor who acts, where they act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.coding.located import BEFORE
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.coding.act import Act
    from dateline.records.entity import Party
    from dateline.records.parse import Parse
    from dateline.records.place import Place

#: Sectors of those who act where they are posted, and of those who govern a region.
_POSTED, _GOVERNING = frozenset({"COP", "JUD"}), "GOV"


def seat(
    parse: Parse, act: Act, named: Sequence[tuple[int, Place]], actors: Sequence[Party]
) -> Place | None:
    """The place by which the words for an actor say whose they are, finer than a country.

    `Texas police arrested a man`, `A Nairobi court jailed him`; of a government that of a
    region alone, as a capital stands for its state: `Ohio Governor Kovac declared`.
    """
    posted = any(not _POSTED.isdisjoint(party.sector) for party in actors)
    governing = any(_GOVERNING in party.sector for party in actors)
    for head, place in named:
        token = parse.tokens[head]
        while token.dep in BEFORE and token.head not in act.actors:
            token = parse.tokens[token.head]  # `Ohio` before the title of `Governor Kovac`
        fine = place.precision not in {Precision.COUNTRY, None}
        region = place.precision is Precision.REGION
        known = posted or (governing and region)
        if fine and known and token.dep in BEFORE and token.head in act.actors:
            return place
    return None

"""Dyads: the pairs of one actor and one recipient that other formats count events by.

Nowhere else in the project is an event taken apart into pairs.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.records.entity import Party
    from dateline.records.event import Event

#: Types whose parties, where there is no recipient, do the act with each other. Those who
#: fight each other cannot be told from those who fight side by side, so they make no pairs.
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: Of a visit the visitor's side has one code and the host's another.
_MIRRORED = {"042": "043", "043": "042"}


class Dyad(NamedTuple):
    """One pair of an event; `number` counts from 1. A side that nobody is on is None."""

    number: int
    actor: Party | None
    recipient: Party | None
    cameo: str


def dyads(event: Event) -> tuple[Dyad, ...]:
    """The pairs of an event, in the order of its parties; none if it has no party.

    Nobody makes a pair with itself, whatever an event says of itself. Each actor goes with
    each recipient; of parties that act with each other each pair both ways; of a visit also
    the host's side of it.
    """
    pairs = enumerate(_pairs(event), 1)
    return tuple(Dyad(number, *pair) for number, pair in pairs)


def _pairs(event: Event) -> Iterator[tuple[Party | None, Party | None, str]]:
    actors, recipients, cameo = event.actors, event.recipients, event.cameo or ""
    if event.type in _MUTUAL and not recipients and len(actors) > 1:
        yield from ((one, other, cameo) for one, other in permutations(actors, 2))
        return
    if not actors and not recipients:
        return
    for actor in actors or (None,):
        for recipient in recipients or (None,):
            if actor and recipient and _same(actor, recipient):
                continue
            yield actor, recipient, cameo
            if cameo in _MIRRORED and actor and recipient:
                yield recipient, actor, _MIRRORED[cameo]


def _same(one: Party, other: Party) -> bool:
    if one.entity or other.entity:
        return one.entity == other.entity
    return (one.name or one.text, one.country) == (other.name or other.text, other.country)

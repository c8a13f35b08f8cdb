"""Claims of one report to events: which claims tell of the same happening.

Two claims share an event if they are of one type, no party, place or day of one
contradicts the other, and at least one party is the same. Who vouches for a claim and
whether it denies the act makes no difference: the shelling that one side reports and
the other denies is one event with two claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.records.claim import Claim
    from dateline.records.entity import Party


def link_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims in the same order, those of one happening with one `event`.

    An event is named after the first claim that tells it.
    """
    linked: list[Claim] = []
    for claim in claims:
        first = next((c for c in linked if _same(c, claim)), None)
        event = first.event if first else claim.id
        linked.append(msgspec.structs.replace(claim, event=event))
    return tuple(linked)


def _same(one: Claim, other: Claim) -> bool:
    if one.type != other.type or not _agree(one.mode, other.mode):
        return False
    if not _same_days(one, other) or not _same_place(one, other):
        return False
    actors = _common(one.actors, other.actors)
    recipients = _common(one.recipients, other.recipients)
    return False not in {actors, recipients} and True in {actors, recipients}


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _common(ones: Sequence[Party], others: Sequence[Party]) -> bool | None:
    """Whether two sides have a party in common; None where one of them is unknown."""
    if not ones or not others:
        return None
    return not _names(ones).isdisjoint(_names(others))


def _names(parties: Sequence[Party]) -> set[str]:
    return {party.entity or (party.name or party.text).casefold() for party in parties}


def _same_days(one: Claim, other: Claim) -> bool:
    """Whether the two may be of one day: their intervals overlap, or one is open."""
    a, b = one.occurred, other.occurred
    if a is None or b is None or "published" in {a.basis, b.basis}:
        return True
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return a.value is None or b.value is None or a.value == b.value
    return a.first <= b.last and b.first <= a.last


def _same_place(one: Claim, other: Claim) -> bool:
    """Whether the two may be of one place: one within the other's country or name."""
    a, b = one.place, other.place
    if a is None or b is None:
        return True
    if not _agree(a.country, b.country):
        return False
    return "country" in {a.precision, b.precision} or _agree(a.name, b.name)

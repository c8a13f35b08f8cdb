"""Events: what really happened, gathered from the claims of many reports."""

from __future__ import annotations

import msgspec

from dateline.records.claim import Amount, EventPlace, Occurred, Status
from dateline.records.entity import Party


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """Why a claim belongs to an event.

    Attributes:
        claim: the id of the claim.
        with_: the id of an earlier claim of the event that it tells the same as; None for
            the first.
        reason: in plain words what the two share, or that a person joined them.
    """

    claim: str
    with_: str | None = msgspec.field(name="with", default=None)
    reason: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One happening, with what its claims say of it taken together.

    Attributes:
        id: the smallest id of its claims, so that it does not depend on their order.
        status: what most voices say, the surer one where they are even.
        amounts: the figures of the newest reports, those that say who gave them apart.
        reports: how many reports tell it, copies too.
        texts: how many different texts.
        voices: how many independent origins: publishers and agencies, copies counted once.
        merges: for each claim why it is here, in the order of the claims' ids.
    """

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str
    quad_class: int
    plover_score: float
    goldstein: float
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    occurred: Occurred | None = None
    place: EventPlace | None = None
    status: Status
    amounts: tuple[Amount, ...] = ()
    confidence: float
    reports: int
    texts: int
    voices: int
    merges: tuple[Merge, ...]

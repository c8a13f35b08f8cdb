"""Events: what really happened, gathered from the claims of many reports."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dateline.records.claim import Amount, EventPlace, Occurred, Status
from dateline.records.entity import Party


class Verdict(StrEnum):
    """What a person says of two claims."""

    SPLIT = "split"
    MERGE = "merge"


class Decision(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A person's word that two claims tell of one happening or of two; it overrides the rules.

    Attributes:
        claim: the id of one claim.
        other: the id of the other.
        note: why, in the person's words.
    """

    verdict: Verdict
    claim: str
    other: str
    note: str | None = None


class Merge(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Why a claim belongs to an event.

    Attributes:
        claim: the id of the claim.
        report: the id of its report.
        with_: the id of another claim of the event that it tells the same as; None for the
            one that the others are compared with.
        reason: in plain words what the two share, or that a person joined them.
    """

    claim: str
    report: str
    with_: str | None = msgspec.field(name="with", default=None)
    reason: str


class Event(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One happening, with what its claims say of it taken together.

    Attributes:
        id: the smallest id of its claims, so that it does not depend on their order.
        cameo: of its surest claim, as are quad class and scores.
        actors: each once; a span points into the report of the claim that named the party.
        occurred: the finest that a claim states; None if none says when.
        reported: the day on which its first text was published.
        place: the finest that a claim has.
        status: what most voices say, the surer one where they are even.
        statuses: how many voices say which.
        amounts: of each kind those of the newest report that gives it.
        confidence: that of its surest claim.
        reports: how many reports tell it, copies too.
        texts: how many different texts.
        voices: how many independent origins: publishers and agencies, copies counted once.
        merges: for each claim why it is here, in the order of the claims' ids.
    """

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad_class: int | None = None
    plover_score: float | None = None
    goldstein: float | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    occurred: Occurred | None = None
    reported: str | None = None
    place: EventPlace | None = None
    status: Status
    statuses: dict[Status, int]
    amounts: tuple[Amount, ...] = ()
    confidence: float
    reports: int
    texts: int
    voices: int
    merges: tuple[Merge, ...]

"""Claim and Tie: what a report says was done, and what it says holds."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dateline.records.attribution import Attribution
from dateline.records.entity import Party
from dateline.records.place import Precision
from dateline.records.span import Span


class Status(StrEnum):
    """Whether the act happened, as the text presents it."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DEMANDED = "demanded"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    UNKNOWN = "unknown"


#: Statuses of what is so.
HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})


class Polarity(StrEnum):
    """Whether the text affirms or negates."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Occurred(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """When the act happened.

    `basis`: `stated` in the act's own clause, `inferred` from the sentence or paragraph or
    from where else the report tells of it, `published` where only the report's own date is
    left. Words and offsets are None then.
    """

    value: str | None = None
    first: str | None = None
    last: str | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    basis: str | None = None


class EventPlace(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Where the act happened.

    `basis` says what that rests on: the act's `clause`, `sentence` or `paragraph`, the
    `dateline`, the country of each `actor`, or what the `report` says elsewhere: of the same
    act, or of the only country that it tells of.
    """

    text: str | None = None
    start: int | None = None
    end: int | None = None
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    precision: Precision | None = None
    basis: str | None = None


class Amount(Span, frozen=True, kw_only=True, gc=False):
    """A number of people in an act: `of` is dead, injured, arrested or participants."""

    of: str
    low: int | None = None
    best: int | None = None
    high: int | None = None
    attribution: tuple[Attribution, ...] = ()


class Claim(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One report's assertion of one act.

    `event` is shared by the claims of one happening. `mode` and `contexts` are PLOVER's;
    `cameo` is the finest CAMEO code that the words support. `confidence` is from 0 to 1.
    """

    id: str
    event: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad_class: int | None = None
    plover_score: float | None = None
    goldstein: float | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    trigger: Span
    occurred: Occurred | None = None
    place: EventPlace | None = None
    status: Status = Status.UNKNOWN
    polarity: Polarity = Polarity.POSITIVE
    attribution: tuple[Attribution, ...] = ()
    amounts: tuple[Amount, ...] = ()
    evidence: Span
    rule: str
    confidence: float


class TieEnd(Span, frozen=True, kw_only=True, gc=False):
    """One end of a tie: a mention with its entity."""

    name: str | None = None
    country: str | None = None
    sector: tuple[str, ...] = ()
    entity: str | None = None


class Tie(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One report's assertion that a relation holds.

    `since` and `until` are ISO dates, as fine as the text says.
    """

    subject: TieEnd
    predicate: str
    object: TieEnd
    office: str | None = None
    since: str | None = None
    until: str | None = None
    status: Status = Status.OCCURRED
    attribution: tuple[Attribution, ...] = ()
    evidence: Span
    rule: str


class Predicate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A verb or noun of an event, coded or not."""

    trigger: Span
    status: Status
    polarity: Polarity
    attribution: tuple[Attribution, ...] = ()

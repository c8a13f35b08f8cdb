"""Relations: what holds for some time, gathered from the ties of many reports."""

from __future__ import annotations

import msgspec

from dateline.records.claim import Status, TieEnd


class Attested(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A report's word for a relation.

    Attributes:
        published: the day of the report's text.
        voice: its independent origin.
        past: whether it tells of the relation as one that holds no more.
        since: the day from which it says that it holds, as fine as it says.
        until: the day until which.
        evidence: its sentence.
    """

    report: str
    published: str | None = None
    voice: str
    past: bool = False
    since: str | None = None
    until: str | None = None
    status: Status
    evidence: str


class Relation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """That somebody holds an office, belongs to something, leads it: once, with its dates.

    Attributes:
        id: made of what it is of, so that it is the same in every corpus.
        predicate: that of the ties; an office that was held is `holds_office` with an end.
        since: the day that most voices state; None if none does.
        until: the same for its end.
        holds_from: the first day on which a report told of it as holding.
        holds_to: the last such day.
        past_from: the first day from which on reports tell of it as past alone; None if
            the last report tells of it as holding.
        reports: how many reports attest it, copies too.
        texts: how many different texts.
        voices: how many independent origins.
    """

    id: str
    subject: TieEnd
    predicate: str
    object: TieEnd
    office: str | None = None
    since: str | None = None
    until: str | None = None
    holds_from: str | None = None
    holds_to: str | None = None
    past_from: str | None = None
    reports: int
    texts: int
    voices: int
    attested: tuple[Attested, ...]

"""Who held an office on a day, as reports attest."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records.claim import TieEnd
    from dateline.records.relation import Relation

#: For so many days after a report has said that somebody holds an office it is taken to be
#: so, if no report says otherwise: a quarter of a year, in which few offices change hands.
LASTING_DAYS = 90
#: Who held an office long ago may keep its title by courtesy. Of two who have it, one is the
#: holder if so many times as many texts say so.
_SURER = 3


class Offices:
    """The holders of offices, by country and office.

    Args:
        relations: relations of any kind; those of offices are kept.
    """

    def __init__(self, relations: Iterable[Relation]) -> None:
        self._holders: dict[tuple[str, str], list[Relation]] = {}
        for one in relations:
            if one.predicate == "holds_office" and one.office and one.object.country:
                self._holders.setdefault((one.object.country, one.office), []).append(one)

    def holder(self, country: str, office: str, day: str) -> TieEnd | None:
        """Who held an office on a day; None if nobody is attested, or more than one is.

        Args:
            country: ISO 3166-1 alpha-3.
            office: `president`, `defence minister`: as relations have it.
            day: an ISO day.
        """
        known = self._holders.get((country, office.casefold()), ())
        counted = [(_reports(one, day), one.subject) for one in known]
        held = sorted((one for one in counted if one[0]), key=_count, reverse=True)
        if not held or (len(held) > 1 and held[0][0] < _SURER * held[1][0]):
            return None
        return held[0][1]


def _count(counted: tuple[int, TieEnd]) -> int:
    return counted[0]


def _reports(relation: Relation, day: str) -> int:
    """How many reports of the days before one say that the office is held, if it still is."""
    over = (relation.until is not None and day > relation.until) or (
        relation.past_from is not None and day >= relation.past_from
    )
    first = (date.fromisoformat(day) - timedelta(LASTING_DAYS)).isoformat()
    days = {
        one.report
        for one in relation.attested
        if one.published and first <= one.published <= day and not one.past
    }
    return 0 if over else len(days)


class Term(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """That somebody held an office from one day to another, as reports attest.

    `since` and `until` are ISO days: as reports state them, else the first day on which
    one told of it, and the last day for which that may be taken to hold.
    """

    office: str
    country: str
    name: str
    since: str
    until: str
    reports: int
    texts: int
    voices: int
    evidence: str


def terms(relations: Iterable[Relation]) -> Iterator[Term]:
    """The terms of office that relations attest, by country, office and first day.

    Who is only told of as a former holder, or by reports without a day, has none.
    """
    found = (_term(one) for one in relations if one.predicate == "holds_office")
    yield from sorted(
        (term for term in found if term is not None),
        key=lambda term: (term.country, term.office, term.since, term.name),
    )


def _term(relation: Relation) -> Term | None:
    country, name = relation.object.country, relation.subject.name
    first, last = relation.holds_from, relation.holds_to
    if not (country and name and relation.office and first and last):
        return None
    lasting = (date.fromisoformat(last) + timedelta(LASTING_DAYS)).isoformat()
    return Term(
        office=relation.office,
        country=country,
        name=name,
        since=relation.since or first,
        until=relation.until or min(relation.past_from or lasting, lasting),
        reports=relation.reports,
        texts=relation.texts,
        voices=relation.voices,
        evidence=relation.attested[0].evidence,
    )

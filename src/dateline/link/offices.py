"""Who held an office on a day, as reports attest."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.records.claim import TieEnd
    from dateline.records.relation import Relation

#: For so many days after a report has said that somebody holds an office it is taken to be
#: so, if no report says otherwise: a quarter of a year, in which few offices change hands.
LASTING_DAYS = 90


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
        held = [one for one in known if _held(one, day)]
        return held[0].subject if len(held) == 1 else None


def _held(relation: Relation, day: str) -> bool:
    """Whether an office was held on a day, from the first day attested on."""
    first = relation.since if relation.since and len(relation.since) == 10 else None
    first = first or relation.holds_from
    if first is None or relation.holds_to is None or day < first:
        return False
    if relation.until is not None and day > relation.until:
        return False
    if relation.past_from is not None and day >= relation.past_from:
        return False
    last = date.fromisoformat(relation.holds_to) + timedelta(LASTING_DAYS)
    return day <= last.isoformat()

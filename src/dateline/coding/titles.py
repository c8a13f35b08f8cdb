"""Titles: the offices that a report gives to people by what it calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.coding.ends import end_of_entity, evidence
from dateline.records.claim import Status, Tie, TieEnd

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.coding.claims import Reading
    from dateline.coding.terms import Terms
    from dateline.records.claim import Claim
    from dateline.records.entity import Entity
    from dateline.records.parse import Token
    from dateline.resolve.entities import Entities
    from dateline.resolve.mention import Office


def titles(
    entities: Entities, reading: Reading, claims: Iterable[Claim], terms: Terms
) -> Iterator[Tie]:
    """A tie for each office that the words beside a name give its bearer.

    Whoever resigned, as a claim tells it, held the office until then.
    """
    claims = tuple(claims)
    by_id = {entity.id: entity for entity in entities.entities}
    for holder, office in entities.offices:
        if holder in by_id:
            yield _tie(by_id[holder], office, reading, claims, terms)


def _tie(
    holder: Entity, office: Office, reading: Reading, claims: Iterable[Claim], terms: Terms
) -> Tie:
    resigned = next((c for c in claims if _resigns(c, holder)), None)
    tokens = reading.parse.tokens
    first, last = tokens[office.first], tokens[office.last - 1]
    verb = tokens[last.head]
    said = (verb.i,) if last.dep == "attr" else ()
    term = terms.of(last.i, *said)
    until = resigned.occurred.value if resigned and resigned.occurred else term.until
    over = office.former or resigned or term.until or (said and _is_past(verb))
    held = "held_office" if over else "holds_office"
    return Tie(
        subject=end_of_entity(holder),
        predicate="candidate_for" if office.sought else held,
        object=TieEnd(
            text=reading.parse.text[first.start : last.end],
            start=first.start,
            end=last.end,
            country=office.country or holder.country,
        ),
        office=office.office,
        since=None if office.sought else term.since,
        until=None if office.sought else until,
        attribution=reading.attributions.of(first.i, verbatim=not said),
        evidence=evidence(reading.parse, first.i),
        rule="office",
    )


def _is_past(copula: Token) -> bool:
    """Whether somebody is told of as one who was: not in `said that she was mayor`."""
    return copula.tag == "VBD" and copula.dep != "ccomp"


def _resigns(claim: Claim, holder: Entity) -> bool:
    """Whether a claim tells that somebody gave up office."""
    if (claim.type, claim.mode) != ("RETREAT", "resign") or claim.status != Status.OCCURRED:
        return False
    return any(actor.entity == holder.id for actor in claim.actors)

"""What an event is: its claims taken together, with the reason for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.link.days import period
from dateline.link.decisions import Decisions
from dateline.link.parties import Likeness, likeness, who
from dateline.link.reasons import reason
from dateline.link.same import account
from dateline.records.claim import Status
from dateline.records.event import Event, Merge
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.link.days import Period
    from dateline.link.same import Account
    from dateline.link.told import Told
    from dateline.records.claim import Amount, Claim, EventPlace, Occurred
    from dateline.records.entity import Party

#: How fine places are, the finest first.
_FINENESS = (Precision.POINT, Precision.CITY, Precision.REGION, Precision.COUNTRY, None)

#: What counts where as many voices say one thing as another with one confidence.
_SURENESS = tuple(Status)


class Member(NamedTuple):
    """A telling that belongs to an event, with what it was compared by.

    Attributes:
        speaker: the telling that it is a copy of and that was compared in its place, or itself.
        account: of the speaker, as is the period.
    """

    told: Told
    speaker: Told
    account: Account
    period: Period


def day(members: Iterable[Member]) -> str:
    """The day of an event: that with which the period of its lead begins; empty if unknown."""
    return min(members, key=_lead_first).period.first


def taken_together(tellings: Iterable[Told]) -> Event:
    """The event of some tellings, at least one, that are known to be of one happening."""
    members = [Member(told, told, account(told), period(told)) for told in tellings]
    return outcome(members, Decisions())


def outcome(members: Iterable[Member], decisions: Decisions) -> Event:
    """The event of some tellings, the same in whatever order they come."""
    members = sorted(members, key=_lead_first)
    claims = sorted((c for m in members for c in m.told.claims), key=_surest_first)
    surest = next((c for c in claims if c.mode), claims[0])
    statuses = _statuses(members)
    sources = [member.told.source for member in members]
    return Event(
        id=min(claim.id for claim in claims),
        type=surest.type,
        mode=surest.mode,
        contexts=tuple(sorted({context for claim in claims for context in claim.contexts})),
        cameo=surest.cameo,
        quad_class=surest.quad_class,
        plover_score=surest.plover_score,
        goldstein=surest.goldstein,
        actors=_parties(claim.actors for claim in claims),
        recipients=_parties(claim.recipients for claim in claims),
        occurred=_occurred(members),
        reported=min((s.published for s in sources if s.published), default=None),
        place=_place(claims),
        status=next(iter(statuses)),
        statuses=statuses,
        amounts=_amounts(members),
        confidence=claims[0].confidence,
        reports=len({id_ for source in sources for id_ in (source.report, *source.copies)}),
        texts=len({source.text for source in sources}),
        voices=len({source.voice for source in sources}),
        merges=tuple(sorted(_merges(members, decisions), key=lambda merge: merge.claim)),
    )


def _lead_first(member: Member) -> tuple[object, ...]:
    """That of a stated day first, and of these the fullest."""
    dated = not member.period.is_day
    copied = member.told is not member.speaker
    richness = -member.account.richness
    keys = member.speaker.key, copied, member.told.key
    return dated, member.period, richness, member.account, *keys


def _surest_first(claim: Claim) -> tuple[float, str]:
    return -claim.confidence, claim.id


def _merges(members: Sequence[Member], decisions: Decisions) -> Iterator[Merge]:
    """Why each claim belongs to the event: compared with the first claim of the lead."""
    lead = members[0]
    for member in members:
        copied = member.told is not member.speaker
        with_ = (member.speaker if copied else lead.told).claims[0].id
        why = reason(lead, member, decisions)
        for claim in member.told.claims:
            first = member.told.claims[0].id
            if claim.id != first:
                said = "the same report tells it as one happening"
                yield _merge(member, claim, first, said)
            else:
                yield _merge(member, claim, None if member is lead else with_, why)


def _merge(member: Member, claim: Claim, with_: str | None, why: str) -> Merge:
    return Merge(claim=claim.id, report=member.told.source.report, with_=with_, reason=why)


def _statuses(members: Sequence[Member]) -> dict[Status, int]:
    """How many voices say which status, the most first, and the surer where they are even."""
    voices: dict[Status, set[str]] = {}
    surety: dict[Status, float] = {}
    for member in members:
        for claim in member.told.claims:
            voices.setdefault(claim.status, set()).add(member.told.source.voice)
            surety[claim.status] = max(surety.get(claim.status, 0.0), claim.confidence)
    order = sorted(voices, key=lambda s: (-len(voices[s]), -surety[s], _SURENESS.index(s)))
    return {status: len(voices[status]) for status in order}


def _parties(sides: Iterable[Sequence[Party]]) -> tuple[Party, ...]:
    """The parties that the surest claims name, each once."""
    found: list[Party] = []
    for side in sides:
        for party in side:
            known = [likeness(who(party), who(one)) for one in found]
            same = party.text in {one.text for one in found}
            if not same and max(known, default=Likeness.OTHER) <= Likeness.OPEN:
                found.append(party)
    return tuple(found)


def _occurred(members: Sequence[Member]) -> Occurred | None:
    """When it was, by the first claim that states the days of the lead."""
    lead = members[0].period
    times = [c.occurred for m in members for c in m.told.claims if c.occurred is not None]
    stated = [one for one in times if (one.first, one.last) == (lead.first, lead.last)]
    return next(iter((*stated, *times)), None)


def _place(claims: Sequence[Claim]) -> EventPlace | None:
    """The finest place; where the reporter stands only if nothing better is known."""
    places = [claim.place for claim in claims if claim.place is not None]
    return min(
        places,
        key=lambda place: (place.basis == "dateline", _FINENESS.index(place.precision)),
        default=None,
    )


def _amounts(members: Sequence[Member]) -> tuple[Amount, ...]:
    """Of each kind those of the newest report that gives it; of many of a day the highest."""
    newest: dict[str, tuple[tuple[str, int, str], tuple[Amount, ...]]] = {}
    for member in members:
        for claim in member.told.claims:
            for kind in {amount.of for amount in claim.amounts}:
                amounts = tuple(amount for amount in claim.amounts if amount.of == kind)
                rank = member.told.source.published or "", _most(amounts), claim.id
                if kind not in newest or rank > newest[kind][0]:
                    newest[kind] = rank, amounts
    return tuple(amount for kind in sorted(newest) for amount in newest[kind][1])


def _most(amounts: Sequence[Amount]) -> int:
    return max(amount.best or amount.low or 0 for amount in amounts)

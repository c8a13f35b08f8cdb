"""Why a telling belongs to an event, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.link.days import Basis
from dateline.link.parties import Likeness
from dateline.link.same import agreement

if TYPE_CHECKING:
    from dateline.link.days import Period
    from dateline.link.decisions import Decisions
    from dateline.link.outcome import Member
    from dateline.link.same import Account, Agreement
    from dateline.records.entity import Party

_ALIKE = {
    Likeness.COUNTRY: "of the same country",
    Likeness.SECTOR: "of the same country and sector",
    Likeness.NAME: "of the same name",
}


def reason(lead: Member, member: Member, decisions: Decisions) -> str:
    """Why a member belongs to the event of the lead, with which it was compared."""
    if member is lead:
        return "others are compared with this"
    if member.told is not member.speaker:
        return "the same sentence in a copy of the text"
    found = agreement(lead.account, member.account)
    together = lead.period == member.period or lead.period.first in member.period.days
    same_type = lead.told.claims[0].type == member.told.claims[0].type
    if found is None or not (together and same_type):
        return _decided(member, decisions)
    return "; ".join(
        [
            _act(lead, mode=found.mode),
            *_parties(lead, found),
            *_place(lead.account, found),
            _days(lead.period, member.period),
        ]
    )


def _decided(member: Member, decisions: Decisions) -> str:
    """What the person noted who joined it, or one that it goes with."""
    own = (one for claim in member.told.claims for one in decisions.joined(claim.id).values())
    note = next((one.note for one in own if one.note), None)
    return f"a person joined them: {note}" if note else "a person joined them"


def _act(lead: Member, *, mode: bool) -> str:
    words = lead.told.claims[0].type
    return f"both {words} ({lead.account.mode})" if mode else f"both {words}"


def _parties(lead: Member, found: Agreement) -> list[str]:
    """What the sides have in common, with the words of the lead."""
    claims = lead.told.claims
    sides = (
        ("actors", found.actors, [p for c in claims for p in c.actors]),
        ("recipients", found.recipients, [p for c in claims for p in c.recipients]),
    )
    return [
        f"{side} {_ALIKE[likeness]}{_named(parties)}"
        for side, likeness, parties in sides
        if likeness in _ALIKE
    ]


def _named(parties: list[Party]) -> str:
    names = sorted({party.name or party.text for party in parties})
    return f" ({', '.join(names)})" if names else ""


def _place(account: Account, found: Agreement) -> list[str]:
    if found.place:
        return [f"both in {account.place.name}"]
    return []


def _days(lead: Period, member: Period) -> str:
    if lead == member:
        if lead.basis is Basis.STATED:
            days = lead.first if lead.is_day else f"{lead.first} to {lead.last}"
            return f"both say {days}"
        return f"both published on {lead.first} and without a day of their own"
    if member.basis is Basis.STATED:
        return f"{lead.first} is within {member.first} to {member.last}"
    return f"{lead.first} is shortly before the report of {member.first}, which gives no day"

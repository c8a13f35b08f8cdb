"""Whether two tellings may be of one act, by their parties, days and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.coding.relevance import nationals
from dateline.resolve.pronouns import PERSONAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.coding.draft import Draft
    from dateline.records.claim import EventPlace, Occurred
    from dateline.records.entity import Party

#: Sectors of those who act for a state.
_OFFICIAL = frozenset({"COP", "MIL", "GOV", "JUD", "LEG", "SPY"})
#: Sectors of those who are known by the harm that they do.
_ARMED = frozenset({"UAF", "CRM"})
#: Bases of a time and of places that no words of the text give.
_UNSAID = "published"
_VAGUE = frozenset({"actor", "report"})


def differ(one: object, other: object) -> bool:
    """Whether two values are known and are not the same."""
    return one is not None and other is not None and one != other


def agree(one: Draft, other: Draft) -> bool:
    """Whether nothing that two tellings say speaks for two acts.

    What verbs say came of one act strikes many: `killed six and wounded two`; and many take
    part in talks, of whom each telling names some.
    """
    if differ(one.told.act.mode, other.told.act.mode):
        return False
    met = one.told.act.mutual and other.told.act.mutual
    acting = (one.actors, other.actors)
    if not met and all(acting) and not may_be_same(*acting):
        return False
    struck = (one.recipients, other.recipients)
    nouns = one.told.act.noun and other.told.act.noun
    if nouns and all(struck) and not same_side(*struck):
        return False
    return _same_days(one.occurred, other.occurred) and same_place(one.place, other.place)


def same_side(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether two sides have somebody in common, by name or by the same words."""
    return not _names(ones).isdisjoint(_names(others))


def same_parties(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether two sides have nobody that the other has not, by name or by the same words."""
    return _names(ones) == _names(others)


def is_official(party: Party) -> bool:
    """Whether a party acts for a state."""
    return not _OFFICIAL.isdisjoint(party.sector)


def is_armed(party: Party) -> bool:
    """Whether a party is known by the harm that it does: `the gunman`."""
    return not _ARMED.isdisjoint(party.sector)


def is_answer(one: Draft, other: Draft) -> bool:
    """Whether one telling is of who struck those who struck first, in the other."""
    if same_side(one.recipients, other.actors):
        return True
    struck = bool(one.recipients) and all(
        is_armed(party) or (party.text.lower() in PERSONAL and not party.entity)
        for party in one.recipients
    )
    guards = bool(one.actors) and all(map(is_official, one.actors))
    return struck and guards and not all(map(is_official, other.actors or one.actors))


def vouched(one: Draft, other: Draft) -> bool:
    """Whether whoever vouches for one telling may say of the other who did it.

    The report itself may, whoever vouches for the other too, and anybody of a nameless man.
    """
    voices = [layer.speaker for layer in one.told.attribution]
    if voices == [layer.speaker for layer in other.told.attribution][: len(voices)]:
        return True
    return not any(party.entity or party.name or is_official(party) for party in one.actors)


def _names(parties: Sequence[Party]) -> set[str]:
    return {party.entity or (party.name or party.text).casefold() for party in parties}


def may_be_same(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether somebody on one side may be somebody on the other."""
    return any(not _are_two(one, other) for one in ones for other in others)


def _are_two(one: Party, other: Party) -> bool:
    official = [is_official(p) for p in (one, other) if p.sector]
    named = not (nationals(one) or nationals(other))  # some Georgians are other Georgians
    return (
        (named and differ(one.entity, other.entity))
        or differ(one.country, other.country)
        or len(set(official)) > 1
    )


def _same_days(one: Occurred | None, other: Occurred | None) -> bool:
    """Whether two times may be one: they overlap, or one is open."""
    if one is None or other is None or _UNSAID in {one.basis, other.basis}:
        return True
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return not differ(one.value, other.value)
    return one.first <= other.last and other.first <= one.last


def same_place(one: EventPlace | None, other: EventPlace | None) -> bool:
    """Whether two places may be one: the same, or one inside the other."""
    if one is None or other is None:
        return True
    if differ(one.country, other.country):
        return False
    vague = "country" in {one.precision, other.precision}
    if vague or not _VAGUE.isdisjoint({one.basis, other.basis}):
        return True
    region = "region" in {one.precision, other.precision}
    return one.name == other.name or (region and not differ(one.admin1, other.admin1))

"""Whether two reports tell of one happening: by act, parties and place, never by words.

The day is not looked at here: only what may be of one day is compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.link.parties import Likeness, Who, best, keys, second_best, who
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.link.told import Told
    from dateline.records.claim import Claim, EventPlace
    from dateline.records.entity import Party

#: What a place in common weighs beside the likeness of parties: a city as much as a name.
_SAME_TOWN, _SAME_REGION = 3, 1
#: The quad classes of what is done in words. Who speaks says much in a day, so that both
#: sides have to be the same.
_WORDS = frozenset({1, 3})
_TOWNS = frozenset({Precision.POINT, Precision.CITY})
#: Where the report stands or whom the act is done by says little of where it was done.
_VAGUE_BASES = frozenset({"actor", "dateline"})


class Where(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """A place, as far as others can be compared with it. `town` is a point or city."""

    country: str = ""
    admin1: str = ""
    name: str = ""
    town: bool = False


class Account(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """What a report tells of a happening, as far as others can be compared with it.

    Attributes:
        speech: whether it was done in words.
        only: not empty where too little is said to know the happening again; then it is
            the id of the claim that says so, and no other tells the same.
        named: the ids of its claims that a person said to be apart from others.
    """

    mode: str = ""
    speech: bool = False
    actors: tuple[Who, ...] = ()
    recipients: tuple[Who, ...] = ()
    place: Where = Where()
    only: str = ""
    named: tuple[str, ...] = ()

    @property
    def keys(self) -> set[str]:
        """What to look it up by: accounts that agree have one of these in common."""
        town = {f"@{self.place.name}"} if self.place.town else set()
        return keys(self.actors) | keys(self.recipients) | town

    @property
    def richness(self) -> int:
        """How much it says, so that the fullest accounts come first."""
        return (
            len(self.actors)
            + len(self.recipients)
            + 2 * bool(self.place.country)
            + bool(self.mode)
        )


class Agreement(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What two accounts have in common; `weight` sums it up."""

    mode: bool
    actors: Likeness
    recipients: Likeness
    place: int

    @property
    def weight(self) -> int:
        """How much it is that they have in common."""
        return self.mode + self.actors + self.recipients + self.place


def account(told: Told, named: tuple[str, ...] = (), *, alone: bool = False) -> Account:
    """What is compared of what a report tells.

    Args:
        told: its claims.
        named: the claims, of this and its copies, that a person said to be apart from others.
        alone: whether it is not to be compared, for want of a day.
    """
    claims = told.claims
    made = Account(
        mode=next((claim.mode for claim in claims if claim.mode), None) or "",
        speech=claims[0].quad_class in _WORDS,
        actors=_parties(claim.actors for claim in claims),
        recipients=_parties(claim.recipients for claim in claims),
        place=_where(claims),
        named=named,
    )
    if not alone and agreement(made, made) is not None:
        return made
    return msgspec.structs.replace(made, only=claims[0].id)


def _parties(sides: Iterable[Sequence[Party]]) -> tuple[Who, ...]:
    return tuple(sorted({who(party) for side in sides for party in side}))


def _where(claims: Sequence[Claim]) -> Where:
    """The finest place that the claims have; where the reporter stands does not count."""
    places = [_as_where(c.place) for c in claims if c.place and c.place.country]
    known = [place for place in places if place is not None]
    return max(
        known, key=lambda place: (place.town, bool(place.admin1), place), default=Where()
    )


def _as_where(place: EventPlace) -> Where | None:
    if place.basis in _VAGUE_BASES:
        return None
    town = place.precision in _TOWNS
    region = town or place.precision is Precision.REGION
    return Where(
        country=place.country or "",
        admin1=(place.admin1 or "") if region else "",
        name=(place.name or "").casefold() if region else "",
        town=town,
    )


def agreement(one: Account, other: Account) -> Agreement | None:
    """What two accounts have in common; None if they are, or may well be, of two happenings."""
    if one.only or other.only:
        return None
    if one.mode and other.mode and one.mode != other.mode:
        return None
    place = _common_place(one.place, other.place)
    if place is None:
        return None
    actors, recipients = _sides(one, other)
    if Likeness.OTHER in {actors, recipients}:
        return None
    mode = bool(one.mode) and one.mode == other.mode
    found = Agreement(mode=mode, actors=actors, recipients=recipients, place=place)
    return found if _enough(found, speech=one.speech) else None


def _sides(one: Account, other: Account) -> tuple[Likeness, Likeness]:
    """The likeness of the two sides. Where an act is mutual its parties are one circle."""
    if _mutual(one) or _mutual(other):
        circles = (one.actors + one.recipients, other.actors + other.recipients)
        return best(*circles), second_best(*circles)
    return best(one.actors, other.actors), best(one.recipients, other.recipients)


def _mutual(account: Account) -> bool:
    return len(account.actors) > 1 and not account.recipients


def _enough(found: Agreement, *, speech: bool) -> bool:
    """Whether what is common tells a happening from others of its kind on the same day."""
    if found.actors > Likeness.OPEN and found.recipients > Likeness.OPEN:
        return True
    if speech:
        return False
    one_side = max(found.actors, found.recipients)
    if found.place == _SAME_TOWN:
        return one_side > Likeness.OPEN or found.mode
    return one_side is Likeness.NAME and found.mode


def _common_place(one: Where, other: Where) -> int | None:
    """What a place in common weighs: 0 if one says nothing of it, None if there are two."""
    if not one.country or not other.country:
        return 0
    if one.country != other.country:
        return None
    if not one.name or not other.name:
        return 0
    if one.admin1 and other.admin1 and one.admin1 != other.admin1:
        return None
    if one.town and other.town:
        return _SAME_TOWN if one.name == other.name else None
    if one.name == other.name or (one.admin1 and one.admin1 == other.admin1):
        return _SAME_REGION
    return 0 if one.town or other.town else None

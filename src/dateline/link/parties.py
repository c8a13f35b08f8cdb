"""Whether two parties of two reports may be, and are, one and the same."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.records.entity import Party

#: The sector of people at large: two of a country need not be the same people.
_PEOPLE = "CVL"
#: The kind, at the head of an entity's id, that is not told apart by its name.
_STATE = "state:"
_PERSON = "person:"


class Likeness(IntEnum):
    """How surely two parties are one."""

    OTHER = -1
    OPEN = 0
    COUNTRY = 1
    SECTOR = 2
    NAME = 3


class Who(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """A party, as far as parties of other reports can be compared with it.

    Attributes:
        entity: the id of what is called by a name of its own; None for states and phrases.
        country: ISO 3166-1 alpha-3.
        sector: PLOVER codes, sorted.
        words: the words of a name, or the last word of a phrase, in small letters.
    """

    entity: str = ""
    country: str = ""
    sector: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def who(party: Party) -> Who:
    """What a party is compared by."""
    entity = party.entity or ""
    named = bool(entity) and not entity.startswith(_STATE)
    words = (party.name or party.text).casefold().split()
    return Who(
        entity=entity if named else "",
        country=party.country or "",
        sector=tuple(sorted(party.sector)),
        words=tuple(words) if named or party.name else tuple(words[-1:]),
    )


def likeness(one: Who, other: Who) -> Likeness:
    """How surely two parties are one; a name decides where both have one."""
    if one.entity and other.entity:
        return Likeness.NAME if _same_name(one, other) else Likeness.OTHER
    if one.country and other.country:
        return _of_country(one, other)
    if one.sector and other.sector and not set(one.sector) & set(other.sector):
        return Likeness.OTHER
    alike = one.words == other.words and not one.country and not other.country
    return Likeness.COUNTRY if alike and one.words else Likeness.OPEN


def _same_name(one: Who, other: Who) -> bool:
    """Whether two names are one; a person may go by the family name alone."""
    if one.entity == other.entity:
        return True
    persons = one.entity.startswith(_PERSON) and other.entity.startswith(_PERSON)
    if not persons or (one.country and other.country and one.country != other.country):
        return False
    short, long = sorted((one.words, other.words), key=len)
    return len(short) == 1 and short[-1:] == long[-1:]


def _of_country(one: Who, other: Who) -> Likeness:
    """The likeness of two of which one at most has a name, by country and sector.

    The forces of a state and the state may be one; its forces and its courts are not.
    """
    if one.country != other.country:
        return Likeness.OTHER
    if not one.sector or not other.sector:
        return Likeness.COUNTRY
    shared = set(one.sector) & set(other.sector)
    if not shared:
        return Likeness.OTHER
    return Likeness.COUNTRY if shared == {_PEOPLE} else Likeness.SECTOR


def best(ones: Sequence[Who], others: Sequence[Who]) -> Likeness:
    """How surely two sides of an act have a party in common; open where one is empty."""
    if not ones or not others:
        return Likeness.OPEN
    return max(likeness(one, other) for one in ones for other in others)


def second_best(ones: Sequence[Who], others: Sequence[Who]) -> Likeness:
    """How surely two circles of parties have a second party in common.

    It is open if one circle has a single party, and other if the rest are not the same.
    """
    fewer, more = sorted((ones, others), key=len)
    if len(fewer) < 2:
        return Likeness.OPEN
    return sorted(best((one,), more) for one in fewer)[-2]


def keys(parties: Iterable[Who]) -> set[str]:
    """What to look parties up by: two that are alike for sure have one of these in common."""
    found: set[str] = set()
    for one in parties:
        found |= {one.country, *one.words[-1:]} - {""} if one.country else set(one.words[-1:])
    return found

"""Ground: what the place of an act says of who did it and to whom.

Police who arrest are those of the place, whoever is where shells fall is struck, and a
nameless crowd is of the country where it marches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.annotate import syntax
from dateline.records.entity import Party
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.coding.act import Act
    from dateline.coding.parties import Parties
    from dateline.records.claim import EventPlace

#: Sectors that belong to the country where they act.
_HOMEBOUND = frozenset({"COP", "CVL", "JUD", "LEG", "OPP", "LAB", "GOV", "EDU", "AGR", "MED"})
#: The word for those who are from elsewhere, if it is no minister's.
_FOREIGN = "foreign"
#: Sectors of bodies that are of no country.
_STATELESS = frozenset({"IGO", "NGO", "MNC", "IMG"})
#: Types of acts that are done to whoever is where they are done, if the text names nobody.
_ON_GROUND = frozenset(
    {"AID", "CONCEDE", "RETREAT", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)
#: Types of acts that are done to a town, where a capital is named.
_BY_FORCE = frozenset({"ASSAULT", "MOBILIZE", "PROTEST"})
_GOVERNMENT = ("GOV",)
#: Prepositions by which a thing is in a place, and not the place.
_LOCATING = frozenset({"in", "at", "near", "outside", "inside", "off", "on"})
#: Types of acts of words, and sectors of those whom they bring together from anywhere.
_OF_WORDS = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
_TRAVELLING: frozenset[str] = frozenset({"GOV", "LEG"})
#: The mode of a protest that is aimed at whoever runs the place: `a strike in the mine`.
_STOPPAGE = "strike"
#: The sector of a crowd that nobody names: it makes a protest whoever it is.
CROWD = "CVL"


def implied(act: Act, place: EventPlace | None) -> tuple[Party, ...]:
    """Who an act implies where nobody is named, by the place that the text names.

    The police who arrest and the court that sentences are those of the place of their own
    clause, a crowd is that of the state that the sentence names; without a place nobody is
    implied. A crowd in a town or at a palace is nobody in particular.
    """
    if act.implied is None or place is None or not place.country:
        return ()
    state = place.precision is Precision.COUNTRY
    if not state if act.implied == CROWD else place.basis != "clause":
        return ()
    return _named(place, country=place.country, sector=(act.implied,))


def is_listed(place: EventPlace, parties: Parties) -> bool:
    """Whether a place is one of several, whose police are all meant: `in Peru and Chile`."""
    if place.start is None or place.end is None:
        return False
    parse = parties.parse
    words = parse.between(place.start, place.end)
    return any(w.dep == "conj" or syntax.children(parse, w, "conj") for w in words)


def on_ground(
    act: Act,
    actors: Sequence[Party],
    recipients: tuple[Party, ...],
    place: EventPlace | None,
) -> tuple[Party, ...]:
    """The recipients of an act, by where it is done if no party is named.

    Where those are from who do it is no place that they do it to: `police in Lima`.
    """
    narrow = place is not None and place.precision is not Precision.COUNTRY
    struck = act.type in _ON_GROUND or (act.mode == _STOPPAGE and narrow)
    at_home = any(_holds(actor, place) for actor in actors)
    if struck and not (act.mutual or act.recipients or at_home):
        recipients = _struck(recipients, place, run=act.mode == _STOPPAGE)
    return _as_ground(recipients, place) if act.type in _BY_FORCE else recipients


def _struck(
    recipients: tuple[Party, ...], place: EventPlace | None, *, run: bool
) -> tuple[Party, ...]:
    """Whom an act on the ground is done to where nobody is named: its clause's place.

    `Shells fell in Basra`, `declared a truce in the valley`. A nameless thing that is struck
    is of the country of its place: `Shells fell on the market in Basra`; work that stops in
    a mine is stopped against who `run`s it.
    """
    if place is None or place.basis != "clause":
        return recipients
    struck = _named(place, name=place.name, country=place.country)
    things = tuple(r for r in recipients if not any(_is_place(r, s) for s in struck))
    if run or not things:
        return struck if not things else (*things, *struck)
    return tuple(
        thing
        if thing.country or not place.country or not _itself(thing, place).islower()
        else msgspec.structs.replace(thing, country=place.country, basis="inferred")
        for thing in things
    )


def _is_place(thing: Party, place: Party) -> bool:
    """Whether a thing is the place itself: `the town of Basra`, not `a bus in Basra`."""
    if not thing.overlaps(place):
        return False
    return _LOCATING.isdisjoint(_before(thing, place).split())


def _before(thing: Party, place: Party | EventPlace) -> str:
    """The words of a thing before the place that its phrase names."""
    if place.start is None or not thing.start <= place.start < thing.end:
        return thing.text
    return thing.text[: place.start - thing.start]


def _itself(thing: Party, place: EventPlace) -> str:
    """The words of a thing before those that say where it is: `a mine in the hills of`."""
    words = _before(thing, place).split(" ")
    first = next((n for n, word in enumerate(words) if word in _LOCATING), len(words))
    return " ".join(words[:first])


def _holds(party: Party, place: EventPlace | None) -> bool:
    """Whether a place stands in the words of a party: `nurses in Lima`."""
    at = None if place is None else place.start
    return at is not None and party.start <= at < party.end


def _as_ground(recipients: tuple[Party, ...], place: EventPlace | None) -> tuple[Party, ...]:
    """Recipients, a capital that is struck as a town and no government: `bombed Sanaa`."""
    if place is None or place.start is None:
        return recipients
    return tuple(
        msgspec.structs.replace(party, sector=())
        if party.sector == _GOVERNMENT and (party.start, party.end) == (place.start, place.end)
        else party
        for party in recipients
    )


def located(side: Sequence[Party], place: EventPlace | None, type_: str) -> tuple[Party, ...]:
    """The parties of a side, those of no country given that of the place of the act.

    Only nameless ones that belong where they act: `police`, `protesters`, `the mayor`. An
    act of words, of the `type_` given, may bring ministers together wherever they are from.
    """
    travelling = _TRAVELLING if type_ in _OF_WORDS else frozenset()
    if place is None or place.country is None:
        return tuple(side)
    if any(party.country not in {None, place.country} for party in side):
        return tuple(side)  # `Chadian and other troops` in Mali are all from elsewhere
    return tuple(
        msgspec.structs.replace(party, country=place.country, basis="inferred")
        if party.country is None
        and party.entity is None
        and _belongs(party)
        and travelling.isdisjoint(party.sector)
        else party
        for party in side
    )


def _belongs(party: Party) -> bool:
    """Whether a nameless party belongs to the country where it acts: no `foreign workers`."""
    if _FOREIGN in party.text.lower().split() and "GOV" not in party.sector:
        return False
    return bool(_HOMEBOUND & set(party.sector)) and not _STATELESS & set(party.sector)


def _named(
    place: EventPlace,
    *,
    name: str | None = None,
    country: str | None = None,
    sector: tuple[str, ...] = (),
) -> tuple[Party, ...]:
    """Those of a place, named by the words that name it, as the text does not name them."""
    if place.text is None or place.start is None or place.end is None:
        return ()
    return (
        Party(
            text=place.text,
            start=place.start,
            end=place.end,
            name=name,
            country=country,
            sector=sector,
            basis="inferred",
        ),
    )

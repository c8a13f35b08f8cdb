"""Sides: who acts and to whom, and whether that makes a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.annotate import syntax
from dateline.coding.act import FIRST_PERSON
from dateline.coding.relevance import public, relevant
from dateline.records.entity import Party
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.coding.act import Act
    from dateline.coding.parties import Parties
    from dateline.coding.settle import Told
    from dateline.records.attribution import Attribution
    from dateline.records.claim import EventPlace

#: Sectors that belong to the country where they act.
_HOMEBOUND = frozenset({"COP", "CVL", "JUD", "LEG", "OPP", "LAB", "GOV", "EDU", "AGR", "MED"})
#: Sectors of bodies that are of no country.
_STATELESS = frozenset({"IGO", "NGO", "MNC", "IMG"})
#: Types of acts that are done to whoever is where they are done, if the text names nobody.
_ON_GROUND = frozenset(
    {"AID", "CONCEDE", "RETREAT", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)
#: Types of acts that are done to a town, where a capital is named.
_BY_FORCE = frozenset({"ASSAULT", "MOBILIZE", "PROTEST"})
_GOVERNMENT = ("GOV",)
#: Types and modes of acts by which somebody comes to a place or leaves it.
_GOING = frozenset({"MOBILIZE", "visit", "withdraw"})
#: The mode of a protest that is aimed at whoever runs the place: `a strike in the mine`.
_STOPPAGE = "strike"
#: Types of acts that are done to people alone, whatever thing they are about.
_OF_PEOPLE = frozenset({"AID", "CONSULT", "REQUEST", "SUPPORT"})
#: Types of acts whose object is what is promised or given up, and so no party.
_OF_THINGS = frozenset({"AGREE", "CONCEDE"})
#: Rules of what somebody says that others must do.
_OF_OTHERS = frozenset({"stance.duty"})
#: The sector of a crowd that nobody names: it makes a protest whoever it is.
_CROWD = "CVL"
_PERSONAL = frozenset({"PRP", "PRP$"})
_OURS = frozenset({"our", "ours"})
_ADDRESSED = frozenset({"you", "your", "yourself", "yourselves"})


def sides_of(
    told: Told,
    attribution: Sequence[Attribution],
    place: EventPlace | None,
    parties: Parties,
    owners: Sequence[Party] = (),
) -> tuple[tuple[Party, ...], tuple[Party, ...]] | str:
    """Who acts and to whom, or why the act makes no claim.

    Args:
        told: the act as the report tells it.
        attribution: who says it, those too that act by saying it.
        place: where it was done, if the text says so.
        parties: the parties of the report.
        owners: whose the thing is that the act is done to, if an earlier sentence says so.
    """
    act = told.act
    actors = (*told.speakers, *_parties(act.actors, parties, attribution))
    recipients = _parties(act.recipients, parties, attribution)
    if act.bare is not None and _stands(act, act.bare, parties):
        thing = _ours(parties.bare(act.bare), act.bare, parties, attribution)
        recipients = (*recipients, *(_others(owners, actors) or (thing,)))
    implied = () if actors else _implied(act, place)
    actors = actors or (() if place and _is_listed(place, parties) else implied)
    if not _goes(act, recipients, place):
        actors = located(actors, place)
    recipients = located(recipients, place)
    narrow = place is not None and place.precision is not Precision.COUNTRY
    on_ground = act.type in _ON_GROUND or (act.mode == _STOPPAGE and narrow)
    at_home = any(_holds(actor, place) for actor in actors)
    on_ground = on_ground and not act.mutual and not implied and not at_home
    if on_ground and not act.recipients:
        recipients = _struck(recipients, place, run=act.mode == _STOPPAGE)
    if act.type in _BY_FORCE:
        recipients = _as_ground(recipients, place)
    if act.rule in _OF_OTHERS and not any(map(public, recipients)):
        return "asks nobody of public life"
    if told.speakers and all("JRN" in speaker.sector for speaker in told.speakers):
        return "is the word of the press"
    stated = [party for party in actors if party.entity or party.basis != "inferred"]
    recipients = tuple(r for r in recipients if not any(_same(r, a) for a in stated))
    crowd = act.implied == _CROWD and not actors
    if not told.speakers and not crowd and not relevant(act.type, actors, recipients):
        return "nothing is known of those who act"
    alone = act.mutual and len((*actors, *recipients)) == 1
    if alone and ((act.noun and not act.light) or not any(map(public, actors))):
        return "names only one of its sides"
    return actors, tuple(_placed(party, act.bare, parties) for party in recipients)


def _others(owners: Sequence[Party], actors: Sequence[Party]) -> tuple[Party, ...]:
    """Those of whom a thing is who do not act themselves, as inferred."""
    others = (o for o in owners if not any(_same(o, a) for a in actors))
    return tuple(msgspec.structs.replace(party, basis="inferred") for party in others)


def _stands(act: Act, thing: int, parties: Parties) -> bool:
    """Whether a thing stands for a recipient: not a bill, in `will withdraw the bill`."""
    token = parties.parse.tokens[thing]
    if _is_own(act, thing, parties):
        return False
    if token.tag.startswith("NNP"):
        return True
    given = act.type in _OF_THINGS and token.dep in syntax.PATIENTS
    return act.type not in _OF_PEOPLE and not given


def _is_own(act: Act, thing: int, parties: Parties) -> bool:
    """Whether a thing is the actor's own, and so nobody's: `tendered his resignation`."""
    possessors = (kid.i for kid in parties.parse.kids(thing) if kid.tag == "PRP$")
    owners = [parties.party(i) for i in parties.heads(*possessors)]
    acting = [parties.party(i) for i in act.actors]
    return any(o and a and _same(o, a) for o in owners for a in acting)


def _goes(act: Act, recipients: Sequence[Party], place: EventPlace | None) -> bool:
    """Whether whoever acts comes to a place or leaves it: `the minister visited Peru`."""
    if place is None or place.start is None:
        return False
    at = place.start
    goes = act.type in _GOING or act.mode in _GOING
    return goes and any(party.start <= at < party.end for party in recipients)


def _placed(party: Party, bare: int | None, parties: Parties) -> Party:
    """A party that stands for those of a place, with its name and country."""
    site = None if bare is None else parties.site(bare)
    if site is None or not party.overlaps(site):
        return party
    return msgspec.structs.replace(
        party, name=site.name, country=site.country, basis="inferred"
    )


def _same(one: Party, other: Party) -> bool:
    """Whether two parties are the same words, or named to be the same."""
    return (one.start, one.end) == (other.start, other.end) or (
        one.entity is not None and one.entity == other.entity
    )


def _implied(act: Act, place: EventPlace | None) -> tuple[Party, ...]:
    """Who an act implies where nobody is named, by the place that the text names.

    The police who arrest and the court that sentences are those of the place of their own
    clause, a crowd is that of the state that the sentence names; without a place nobody is
    implied. A crowd in a town or at a palace is nobody in particular.
    """
    if act.implied is None or place is None or not place.country:
        return ()
    state = place.precision is Precision.COUNTRY
    if not state if act.implied == _CROWD else place.basis != "clause":
        return ()
    return _named(place, country=place.country, sector=(act.implied,))


def _is_listed(place: EventPlace, parties: Parties) -> bool:
    """Whether a place is one of several, whose police are all meant: `in Peru and Chile`."""
    if place.start is None or place.end is None:
        return False
    parse = parties.parse
    words = parse.between(place.start, place.end)
    return any(w.dep == "conj" or syntax.children(parse, w, "conj") for w in words)


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
    things = tuple(r for r in recipients if not any(r.overlaps(s) for s in struck))
    if run or not things:
        return struck if not things else (*things, *struck)
    return tuple(
        thing
        if thing.country or not place.country or not thing.text.islower()
        else msgspec.structs.replace(thing, country=place.country, basis="inferred")
        for thing in things
    )


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


def located(side: Sequence[Party], place: EventPlace | None) -> tuple[Party, ...]:
    """The parties of a side, those of no country given that of the place of the act.

    Only nameless ones that belong where they act: `police`, `protesters`, `the mayor`.
    """
    if place is None or place.country is None:
        return tuple(side)
    if any(party.country not in {None, place.country} for party in side):
        return tuple(side)  # `Chadian and other troops` in Mali are all from elsewhere
    return tuple(
        msgspec.structs.replace(party, country=place.country, basis="inferred")
        if party.country is None and party.entity is None and _belongs(party)
        else party
        for party in side
    )


def _belongs(party: Party) -> bool:
    """Whether a nameless party belongs to the country where it acts."""
    return bool(_HOMEBOUND & set(party.sector)) and not _STATELESS & set(party.sector)


def _parties(
    heads: Sequence[int], parties: Parties, attribution: Sequence[Attribution]
) -> tuple[Party, ...]:
    """The parties named at the tokens, each span once.

    `I` and `we` in somebody's words are whoever says them; said by nobody, or said to
    the reader, they name no party.
    """
    found: dict[tuple[int, int], Party] = {}
    for head in heads:
        token = parties.parse.tokens[head]
        pronoun = token.tag in _PERSONAL  # `US` is none
        if pronoun and token.lower in _ADDRESSED:
            continue
        for party in parties.parties(head):
            named: Party | None = _ours(party, head, parties, attribution)
            if pronoun and token.lower in FIRST_PERSON:
                named = _speaking(party, attribution)
            if named is not None:
                found.setdefault((named.start, named.end), named)
    return _once(found.values())


def _ours(
    party: Party, head: int, parties: Parties, attribution: Sequence[Attribution]
) -> Party:
    """A party that its speaker calls `ours`, as of the speaker's country: `our troops`."""
    possessors = (kid.lower for kid in parties.parse.kids(head) if kid.tag == "PRP$")
    speaker = attribution[-1].speaker if attribution else None
    if speaker is None or party.country or party.entity or _OURS.isdisjoint(possessors):
        return party
    return msgspec.structs.replace(party, country=speaker.country)


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Parties without those named twice: `the king, who had himself been shot`."""
    kept: list[Party] = []
    for party in parties:
        if party.entity is None or party.entity not in {other.entity for other in kept}:
            kept.append(party)
    return tuple(kept)


def _speaking(pronoun: Party, attribution: Sequence[Attribution]) -> Party | None:
    """The speaker that a pronoun of the first person stands for."""
    speaker = attribution[-1].speaker if attribution else None
    if speaker is None:
        return None
    return msgspec.structs.replace(
        pronoun,
        name=speaker.name or speaker.text,
        country=speaker.country,
        sector=speaker.sector,
        entity=speaker.entity,
        basis=speaker.basis,
    )

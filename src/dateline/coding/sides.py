"""Sides: who acts and to whom, and whether that makes a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.annotate import syntax
from dateline.coding.act import FIRST_PERSON
from dateline.coding.ground import CROWD, implied, is_listed, located, on_ground
from dateline.coding.relevance import public, relevant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.coding.act import Act
    from dateline.coding.parties import Parties
    from dateline.coding.settle import Told
    from dateline.records.attribution import Attribution
    from dateline.records.claim import EventPlace
    from dateline.records.entity import Party
    from dateline.records.place import Place

#: Types and modes of acts by which somebody comes to a place or leaves it.
_GOING = frozenset({"MOBILIZE", "visit", "withdraw"})
#: Types of acts that are done to people alone, whatever thing they are about.
_OF_PEOPLE = frozenset({"AID", "CONSULT", "REQUEST", "SUPPORT"})
#: Types of acts whose object is what is promised or given up, and so no party.
_OF_THINGS = frozenset({"AGREE", "CONCEDE"})
#: The type of praise.
_PRAISE = "SUPPORT"
#: Rules of what somebody says that others must do.
_OF_OTHERS = frozenset({"stance.duty"})
#: The sector of people, of whom no state is one.
_PEOPLE = "CVL"
#: Words that name some of many.
_AMONG = frozenset({"including"})
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
    if act.type == _PRAISE and not recipients and _praises_own(act, parties):
        return "praises what the actor did"
    unnamed = () if actors else implied(act, place)
    actors = actors or (() if place and is_listed(place, parties) else unnamed)
    if not _goes(act, recipients, place):
        actors = located(actors, place, act.type)
    recipients = located(recipients, place, act.type)
    if not unnamed:
        recipients = on_ground(act, actors, recipients, place)
    if act.rule in _OF_OTHERS and not any(map(public, recipients)):
        return "asks nobody of public life"
    if told.speakers and all("JRN" in speaker.sector for speaker in told.speakers):
        return "is the word of the press"
    stated = [party for party in actors if party.entity or party.basis != "inferred"]
    spans = set() if unnamed else {(actor.start, actor.end) for actor in actors}
    recipients = tuple(
        r
        for r in recipients
        if (r.start, r.end) not in spans and not any(_same(r, a) for a in stated)
    )
    crowd = act.implied == CROWD and not actors
    if not told.speakers and not crowd and not relevant(act.type, actors, recipients, act.mode):
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
    if token.tag.startswith("NNP") or _site(thing, parties) is not None:
        return True
    given = act.type in _OF_THINGS and token.dep in syntax.PATIENTS
    return act.type not in _OF_PEOPLE and not given


def _is_own(act: Act, thing: int, parties: Parties) -> bool:
    """Whether a thing is the actor's own, and so nobody's: `tendered his resignation`."""
    acting = [parties.party(i) for i in act.actors]
    return any(a and _same(o, a) for o in parties.owners(thing) for a in acting)


def _praises_own(act: Act, parties: Parties) -> bool:
    """Whether somebody speaks up for their own doing: `the mayor defended her record`."""
    return act.bare is not None and _is_own(act, act.bare, parties)


def _goes(act: Act, recipients: Sequence[Party], place: EventPlace | None) -> bool:
    """Whether whoever acts comes to a place or leaves it: `the minister visited Peru`."""
    if place is None or place.start is None:
        return False
    at = place.start
    goes = act.type in _GOING or act.mode in _GOING
    return goes and any(party.start <= at < party.end for party in recipients)


def _placed(party: Party, bare: int | None, parties: Parties) -> Party:
    """A party that stands for those of a place, with its name and country."""
    site = None if bare is None else _site(bare, parties)
    if site is None or not party.overlaps(site):
        return party
    return msgspec.structs.replace(
        party, name=site.name, country=site.country, basis="inferred"
    )


def _site(thing: int, parties: Parties) -> Place | None:
    """The place that a noun is of the name of, or has under `of`: `the town of Goma`."""
    under = parties.propositions.at(thing).prepositions.get("of", ())
    return next((site for i in (thing, *under) if (site := parties.site(i))), None)


def _same(one: Party, other: Party) -> bool:
    """Whether two parties are the same words, or named to be the same."""
    words = (one.start, one.end, one.country) == (other.start, other.end, other.country)
    return words or (one.entity is not None and one.entity == other.entity)


def _parties(
    heads: Sequence[int], parties: Parties, attribution: Sequence[Attribution]
) -> tuple[Party, ...]:
    """The parties named at the tokens, each span once.

    `I` and `we` in somebody's words are whoever says them; said by nobody, or said to
    the reader, they name no party.
    """
    found: dict[tuple[int, int, str | None], Party] = {}
    for head in (i for h in heads for i in (h, *_included(h, parties))):
        token = parties.parse.tokens[head]
        pronoun = token.tag in _PERSONAL  # `US` is none
        if pronoun and token.lower in _ADDRESSED:
            continue
        for party in parties.parties(head):
            named: Party | None = _ours(party, head, parties, attribution)
            if pronoun and token.lower in FIRST_PERSON:
                named = _speaking(party, attribution)
            if named is not None:
                found.setdefault((named.start, named.end, named.country), named)
    return _once(found.values())


def _included(head: int, parties: Parties) -> tuple[int, ...]:
    """The states and bodies named among others: `many countries, including Chad and Mali`."""
    parse, many = parties.parse, parties.party(head)
    if parse.tokens[head].tag != "NNS" or many is None or _PEOPLE in many.sector:
        return ()
    near = (kid for i in parse.subtree(head) for kid in parse.kids(i))
    among = [kid for kid in near if kid.lower in _AMONG and kid.dep == "prep"]
    named = (syntax.expand(parse, syntax.children(parse, kid, "pobj")) for kid in among)
    return tuple(i for names in named for i in names if parties.is_body(i))


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

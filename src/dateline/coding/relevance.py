"""Relevance: which acts are of public life, by who takes part and what the sentence is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.coding.act import Act
    from dateline.coding.domains import Domain
    from dateline.records.entity import Party

#: Types that count whoever is struck.
_HARM = frozenset({"ASSAULT", "COERCE", "PROTEST"})
#: The mode of letting captives go.
_RELEASE = "release"
#: The type of those who rule, and sectors of those who set rules for customers alone.
_RULED = "COERCE"
_FIRMS = frozenset({"BUS", "MNC", "JRN"})
#: Sectors of private life (PLOVER's codes).
_PRIVATE = frozenset({"AGR", "BUS", "CVL", "EDU", "JRN", "MED", "MNC", "SOC"})
#: Sectors of schools and of health, and that of those who work.
_CARING = frozenset({"EDU", "MED"})
_WORK = frozenset({"LAB"})
_WORKING = frozenset({"LAB", "AGR"})
#: Sectors of government, armed groups and politics (PLOVER's codes).
_OFFICIAL = frozenset(
    {"GOV", "LEG", "JUD", "ELI", "MIL", "COP", "SPY", "PRM", "REB", "UAF", "IMG"}
    | {"PTY", "IGO", "CRM"}
)
#: Types whose acts anybody does every day.
_EVERYDAY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID"})
#: Those of them that private people do as often: they meet, help, thank and agree.
_PRIVATE_TOO = _EVERYDAY - {"CONCEDE"}
#: Sectors of private people whose trial, expulsion and the like are of public life.
_PRESSED = frozenset({"JRN", "SOC"})
#: The type of asking: what businesses and the press ask for is no matter of state.
_ASKING = "REQUEST"
#: How the entities of groups are named.
_GROUP = "group:"
#: The type of help.
_HELP = "AID"
#: Types that what is said to the press looks like.
_INTERVIEW = frozenset({"AGREE", "CONSULT"})


def relevant(
    type_: str,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    mode: str | None = None,
) -> bool:
    """Whether an act is between parties of public life, as far as the text says.

    Harm, coercion and protest count, and the release of captives, where anything is known
    of a party; what a business forbids its customers does not. All else counts where a
    party is known and not private, or done to the press and to civil society; of
    acts that anybody does every day it must be one that acts, and of a party of what
    private people do too more must be known than a name, and help of those of whom a place
    alone is known goes to somebody known. What is said to the press is an interview.
    """
    if mode == _RELEASE and any(party.sector for party in recipients):
        return True
    if type_ in _HARM:
        firms = bool(actors) and all(map(_is_firm, actors))
        judge = public if firms and type_ == _RULED else _known
        return any(map(judge, (*actors, *recipients)))
    if type_ == _ASKING and actors and all(map(_is_firm, actors)):
        return False  # a paper asks the minister for her view
    if type_ not in _EVERYDAY:
        judge = _placed if type_ == "MOBILIZE" else public
        pressed = any(_PRESSED & set(party.sector) for party in recipients)
        return pressed or any(map(judge, (*actors, *recipients)))
    if type_ in _INTERVIEW and any("JRN" in party.sector for party in (*actors, *recipients)):
        return False
    if type_ == _HELP and not any(map(_known, recipients)):
        actors = [party for party in actors if party.sector or party.name]
    placed = any(map(_placed, (*actors, *recipients)))
    if type_ not in _PRIVATE_TOO:  # parents allow, and nobody of public life takes part
        placed = placed or not recipients or not all(map(private, recipients))
        if any(_WORKING & set(party.sector) for party in actors):  # nurses call off a strike
            return True
    return placed and any(map(public, actors))


def stands_out(domain: Domain, act: Act, parties: Sequence[Party]) -> bool:
    """Whether an act counts in a sentence of sport, arts or the like.

    So it does where officials take part, but not `the captain` of a team, or a play's king.
    """
    bare = act.noun and not act.light
    officials = (
        party
        for party in parties
        if official(party) and set(party.text.lower().split()).isdisjoint(domain.lemmas)
    )
    return not domain.hard and not bare and any(officials)


def _is_firm(party: Party) -> bool:
    """Whether a party is a business, as far as is known."""
    return bool(party.sector) and _FIRMS.issuperset(party.sector)


def _known(party: Party) -> bool:
    return bool(party.country or party.sector or party.entity or party.name)


def _placed(party: Party) -> bool:
    """Whether more is told of a party of public life than its name."""
    told = party.country is not None and party.basis == "stated"
    return (told or bool(party.sector)) and public(party)


def official(party: Party) -> bool:
    """Whether a party is of government, of an armed group or of a political party."""
    return bool(_OFFICIAL & set(party.sector))


def public(party: Party) -> bool:
    """Whether a party is known, and not as a private person or a business."""
    return _known(party) and not private(party)


def nationals(party: Party) -> bool:
    """Whether people are named by their nation, as they are where others live: `Georgians`."""
    return party.entity is not None and party.entity.startswith(_GROUP)


def hurt_in_private(party: Party) -> bool:
    """Whether somebody comes to harm in private life or at work, as far as is known."""
    known = bool(party.sector) and not nationals(party)
    return known and (_PRIVATE | _WORK).issuperset(party.sector)


def private(party: Party) -> bool:
    """Whether a party is a private person, a business or the like, as far as is known.

    A teacher or nurse is; whoever else works may act as workers do together.
    """
    own = set() if nationals(party) else set(party.sector)
    if own & _CARING:
        own -= _WORK
    return bool(own) and _PRIVATE.issuperset(own)

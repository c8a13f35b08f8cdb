"""Which places of a report say where something is: `in Oslo`, `near the town of Kolva`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records.claim import EventPlace
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.records.parse import Parse, Token
    from dateline.records.place import Place

#: Labels by which a name is part of a larger phrase; of them, those by which it stands
#: before the noun and may say whose that is. The last is of towns after streets.
_INSIDE = frozenset({"conj", "appos", "compound", "nmod", "poss", "npadvmod"})
BEFORE = frozenset({"compound", "nmod", "poss"})
#: Prepositions under which a place says where an act was done. Under `on` a state is meant,
#: not its ground: `sanctions on Iran`. Before another noun a country's name says where only
#: under the last: `in US cities`, but `outside the US embassy`.
_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "outside",
        "inside",
        "across",
        "around",
        "off",
        "along",
        "throughout",
        "through",
    }
)
_REACHING = _WHERE | {"of", "by"}
_ON = frozenset({"on"})
#: Prepositions of what was done at another time, and so perhaps elsewhere.
_AHEAD = frozenset({"ahead", "until"})
DATING = _AHEAD | {"before", "since"}
_WITHIN = frozenset({"in", "across", "throughout"})


def is_located(parse: Parse, index: int, place: Place, ground: frozenset[str]) -> bool:
    """Whether a place, by its head token, stands where it says where.

    `in the resort of Sochi` says it of Sochi too. The name of a country beside another noun
    mostly says whose that is, unless it is one of `ground`: `in Chad's courts`, but not `in
    a Chad raid` or `in the history of Chad`. What stands inside an apposition describes its
    noun alone.
    """
    tokens = parse.tokens
    current = tokens[index]
    country = place.precision is Precision.COUNTRY
    where = _WHERE
    if country:
        where = _WITHIN if current.dep in BEFORE else _WHERE - _ON
    while current.head != current.i:
        above = tokens[current.head]
        if current.dep == "pobj" and above.lower in where:
            return not _is_described(parse, above)
        beside = current.dep in BEFORE or current.lower == "of"
        if country and beside and above.lemma.lower() not in ground:
            return False
        if current.dep not in _INSIDE and above.lower != "of" and current.lower != "of":
            return False
        current = above
    return False


def hangs_from(
    parse: Parse, index: int, goals: frozenset[int], through: frozenset[str] = frozenset()
) -> bool:
    """Whether a place says the where of one of some tokens, not of a noun beside it.

    `met at the seat of the union in Oslo`, `was hit by a strike in Mali`; before the verb
    under any preposition: `after a trial in Oslo, he was jailed`. It may stand `through`
    more prepositions than those of places.
    """
    tokens = parse.tokens
    current, reaches = tokens[index], True
    while current.i not in goals or current.i == index:
        nested = current.dep in {"pobj", "prep", "agent", *_INSIDE}
        while_doing = current.tag == "VBG" and current.dep == "advcl"
        if current.head == current.i or not (nested or while_doing):
            return False
        reaches &= current.dep != "prep" or current.lower in _REACHING | through
        current = tokens[current.head]
    return reaches or index < current.i


def is_another_time(parse: Parse, index: int, names: frozenset[str] = _AHEAD) -> bool:
    """Whether a noun only says until, since or ahead of what something was done.

    `arrested ahead of a rally in Lima`, `his first trip since the killing`. The prepositions
    are `names`.
    """
    token = parse.tokens[index]
    while token.dep in {"pobj", "conj"} and token.head != token.i:
        above = parse.tokens[token.head]
        if token.dep == "pobj":
            above = parse.tokens[above.head] if above.lower == "of" else above
            if above.lower in names:
                return True
            above = parse.tokens[above.head] if above.tag == "IN" else above
        token = above
    return False


def _is_described(parse: Parse, preposition: Token) -> bool:
    """Whether a preposition describes an apposition: `Ohio, a state on a lake`."""
    noun = parse.tokens[preposition.head]
    return noun.dep == "appos" and noun.tag.startswith("NN")


def smallest(places: Sequence[Place]) -> Place:
    """The finest place: a point or city before a region before a country."""
    order = {"point": 0, "city": 1, "region": 2, "country": 3, None: 4}
    return min(places, key=lambda p: order[p.precision])


def event_place(place: Place, basis: str) -> EventPlace:
    """A place of the text as that of an act."""
    return EventPlace(
        text=place.text,
        start=place.start,
        end=place.end,
        name=place.name,
        country=place.country,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        geonameid=place.geonameid,
        precision=place.precision,
        basis=basis,
    )

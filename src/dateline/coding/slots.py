"""When and where an act was done: which time and place of the text belong to it.

A place belongs to the nearest verb or event noun above it in the parse. Where the act's
own clause says nothing, the only one of its sentence may be taken, and says so in its
basis; a place of the sentence is never taken from another act's clause. For times see
`when`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records.claim import EventPlace
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.coding.when import When
    from dateline.lexicon.world import World
    from dateline.records.entity import Party
    from dateline.records.place import Place

#: Labels by which a name is part of a larger phrase.
_INSIDE = frozenset({"conj", "appos", "compound", "nmod", "poss"})
#: Prepositions under which a place says where an act was done.
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
    }
)


class Slots:
    """Times and places of one report, by the act that they belong to.

    Args:
        clauses: the clauses and acts of the report.
        when: when its acts were done.
        places: what the text says of where.
        world: the countries, for acts that are placed by their parties.
    """

    def __init__(
        self, clauses: Clauses, when: When, places: Iterable[Place], world: World
    ) -> None:
        self._parse = parse = clauses.parse
        self._clauses = clauses
        #: When an act was done, and how that was found.
        self.occurred = when
        places = tuple(places)
        self._places = self._clauses.by_sentence(places)
        self._world = world
        inside = (place for place in places if not parse.between(place.start, place.end))
        #: The place of the dateline, which the parse leaves out.
        self._scene = next((place for place in inside if place.country), None)

    def place(self, act: Act) -> tuple[EventPlace | None, str]:
        """Where the act was done, and how that was found, in plain words."""
        places = self._places[self._parse.sentence_of(act.head).number]
        own = [
            p
            for head, p in places
            if self._located(head) and self._clauses.owner(head) in {act.head, act.anchor}
        ]
        if own:
            return _where(_smallest(own), "clause"), f"`{_smallest(own).text}` in its clause"
        near = [
            p for head, p in places if self._located(head) and self._clauses.share(head, act)
        ]
        countries = {p.country for p in near}
        if near and len(countries) == 1:
            return _where(
                _smallest(near), "sentence"
            ), f"`{_smallest(near).text}` in its sentence"
        return None, "the text does not say where"

    def home(self, parties: Sequence[Party]) -> tuple[EventPlace | None, str]:
        """The country of the parties, if it is the same for all; else that of the dateline.

        Where the dateline's place lies in that country, that place; where none of the
        parties has a country it is all that the report says.
        """
        countries = {party.country for party in parties if party.country}
        scene = self._scene
        if scene is not None and countries <= {scene.country}:
            return _where(scene, "dateline"), f"`{scene.text}` in the dateline"
        if len(countries) != 1:
            return None, "the text does not say where"
        country = self._world.countries.get(countries.pop())
        if country is None:
            return None, "the text does not say where"
        place = EventPlace(
            name=country.name,
            country=country.code,
            latitude=country.latitude,
            longitude=country.longitude,
            geonameid=country.geonameid,
            precision=Precision.COUNTRY,
            basis="actor",
        )
        return place, "the country of the parties"

    def _located(self, index: int) -> bool:
        """Whether a place stands where it says where: under `in`, `at` and their like.

        `in the resort of Sochi` says it of Sochi too.
        """
        tokens = self._parse.tokens
        current = tokens[index]
        while current.head != current.i:
            above = tokens[current.head]
            if current.dep == "pobj" and above.lower in _WHERE:
                return True
            if current.dep not in _INSIDE and above.lower != "of" and current.lower != "of":
                return False
            current = above
        return False


def _smallest(places: Sequence[Place]) -> Place:
    """The finest place: a point or city before a region before a country."""
    order = {"point": 0, "city": 1, "region": 2, "country": 3, None: 4}
    return min(places, key=lambda p: order[p.precision])


def _where(place: Place, basis: str) -> EventPlace:
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

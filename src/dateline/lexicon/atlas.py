"""Atlas: all that a name may mean on a map, from states, regions and the gazetteer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dateline.lexicon.gazetteer import Gazetteer, PlaceKind, fold
from dateline.lexicon.phrases import Phrases
from dateline.lexicon.world import World
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.lexicon.gazetteer import Candidate
    from dateline.lexicon.library import Library

#: Prominence of what has no population, on the scale of log10 of people: a state is
#: likelier meant than any town of its name, a region than all but the largest.
_STATE_WEIGHT = 8.5
REGION_WEIGHT = 7.2
#: A division's people are counted town by town, and its name is also its main town's.
_DIVISION_DISCOUNT = 0.8
_SUBDIVISION_DISCOUNT = 1.2
#: Degrees within which a town of ours and one of the gazetteer are the same.
_SAME_TOWN = 0.3
#: A name that is not the place's own, among tens of names in many languages.
_ALTERNATE_DISCOUNT = 1.0
#: Of one that begins otherwise, as it was called once: `Salisbury` for Harare.
_FORMER_DISCOUNT = 1.0
#: Of a town that its full name calls `City`, by the name of its division.
_CITY_DISCOUNT = 0.2
#: A capital is named for its state's sake more often than a town of its size.
_CAPITAL_BONUS = 0.4


class Region(msgspec.Struct, frozen=True):
    """A row of `regions.csv`; the file says what each column holds."""

    name: str
    kind: str
    latitude: float
    longitude: float
    names: tuple[str, ...] = ()
    country: str | None = None


class Abbreviation(msgspec.Struct, frozen=True):
    """A row of `division_abbreviations.csv`."""

    short: tuple[str, ...]
    country: str
    division: str


class Referent(NamedTuple):
    """A place that a name may mean. `weight` is how prominent it is: log10 of people."""

    name: str
    country: str | None
    admin1: str | None
    latitude: float
    longitude: float
    geonameid: int | None
    precision: Precision
    kind: str
    weight: float


class Atlas:
    """Places by name. States and regions are compared with their case, towns without."""

    def __init__(self, library: Library, world: World | None = None) -> None:
        self.world = world or World(library)
        self._gazetteer = Gazetteer(library)
        regions = library.rows("world/regions.csv", Region)
        self._named = Phrases((*self._states(), *_region_names(regions)))
        self._short: dict[str, list[Abbreviation]] = {}
        for row in library.rows("lang/en/division_abbreviations.csv", Abbreviation):
            for short in row.short:
                self._short.setdefault(short, []).append(row)
        self._capitals = {
            (row.code, fold(row.capital))
            for row in self.world.countries.values()
            if row.capital
        }
        self._cache: dict[str, tuple[Referent, ...]] = {}

    def find(self, name: str) -> tuple[Referent, ...]:
        """All that the name may mean, the most prominent first."""
        found = self._cache.get(name)
        if found is None:
            if len(self._cache) > _CACHED_NAMES:
                self._cache.clear()
            found = self._cache[name] = self._find(name)
        return found

    def division_of_short(self, short: str) -> tuple[Referent, ...]:
        """The divisions that an abbreviation after a town may mean: `Ore.`, `NSW`."""
        return tuple(
            referent
            for row in self._short.get(short, ())
            for referent in self.find(row.division)
            if referent.country == row.country and referent.kind == "division"
        )

    def _find(self, name: str) -> tuple[Referent, ...]:
        named = self._named[name]
        if not named and len(name) > 3 and name.isupper():
            named = self._named[name.title()]
        taken = {r.country for r in named if r.precision is Precision.REGION}
        towns = [self._of_town(name, candidate) for candidate in self._gazetteer.find(name)]
        # A region of ours is put with more care than the division of its name.
        named = tuple(_as_known(referent, towns) for referent in named)
        kept = [town for town in towns if town.kind == "city" or town.country not in taken]
        return tuple(sorted((*named, *kept), key=lambda referent: -referent.weight))

    def _of_town(self, name: str, place: Candidate) -> Referent:
        """A place of the gazetteer; a capital by its own name weighs more than its people.

        `Kansas` is the state before it is Kansas City.
        """
        referent = _of_gazetteer(place)
        own = fold(name)
        if place.alternate and own[:1] != fold(place.name)[:1]:
            referent = referent._replace(weight=referent.weight - _FORMER_DISCOUNT)
        capital = own == fold(place.name) and (place.country, own) in self._capitals
        if capital and place.kind is PlaceKind.CITY:
            return referent._replace(weight=referent.weight + _CAPITAL_BONUS)
        if fold(place.name) == f"{own} city":
            return referent._replace(weight=referent.weight - _CITY_DISCOUNT)
        return referent

    def _states(self) -> Iterator[tuple[str, Referent]]:
        for row in self.world.countries.values():
            referent = Referent(
                name=row.name,
                country=row.code,
                admin1=None,
                latitude=row.latitude,
                longitude=row.longitude,
                geonameid=row.geonameid,
                precision=Precision.COUNTRY,
                kind="country",
                weight=_STATE_WEIGHT,
            )
            for name in (row.name, *row.names):
                yield name, referent
        for name, former in self.world.former.items():
            yield (
                name,
                Referent(
                    name=former.name,
                    country=former.country,
                    admin1=None,
                    latitude=former.latitude,
                    longitude=former.longitude,
                    geonameid=None,
                    precision=Precision.COUNTRY,
                    kind="country",
                    weight=_STATE_WEIGHT,
                ),
            )


#: Names looked up before that are kept.
_CACHED_NAMES = 65_536

_PRECISIONS = {"city": Precision.CITY, "point": Precision.POINT}


def _region_names(regions: list[Region]) -> Iterator[tuple[str, Referent]]:
    for row in regions:
        referent = Referent(
            name=row.name,
            country=row.country,
            admin1=None,
            latitude=row.latitude,
            longitude=row.longitude,
            geonameid=None,
            precision=_PRECISIONS.get(row.kind, Precision.REGION),
            kind="region",
            weight=REGION_WEIGHT,
        )
        for name in (row.name, *row.names):
            yield name, referent


def _as_known(region: Referent, places: list[Referent]) -> Referent:
    """A row of `regions.csv` with the number of the gazetteer's place that it is."""
    for place in places:
        if place.country != region.country or region.precision is Precision.POINT:
            continue
        if region.precision is Precision.REGION and place.kind == "division":
            return region._replace(
                admin1=place.admin1, geonameid=place.geonameid, kind="division"
            )
        near = abs(place.latitude - region.latitude) + abs(place.longitude - region.longitude)
        if region.precision is Precision.CITY and place.kind == "city" and near < _SAME_TOWN:
            return place._replace(weight=region.weight)
    return region


def _of_gazetteer(place: Candidate) -> Referent:
    weight = math.log10(place.population + 10)
    if place.kind is PlaceKind.DIVISION:
        weight -= _DIVISION_DISCOUNT
    elif place.kind is PlaceKind.SUBDIVISION:
        weight -= _SUBDIVISION_DISCOUNT
    if place.alternate:
        weight -= _ALTERNATE_DISCOUNT
    city = place.kind is PlaceKind.CITY
    return Referent(
        name=place.name,
        country=place.country,
        admin1=place.division,
        latitude=place.latitude,
        longitude=place.longitude,
        geonameid=place.geonameid,
        precision=Precision.CITY if city else Precision.REGION,
        kind=place.kind.name.lower(),
        weight=weight,
    )

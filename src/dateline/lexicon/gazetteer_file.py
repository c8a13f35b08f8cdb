"""The gazetteer's file: hashes of names sorted for bisection, and fixed-width records.

It is mapped into memory rather than read, so that opening it costs a millisecond and
look-ups touch only the pages they need. Layout, little-endian: the length of a JSON head,
the head (`Head`), then hashes (8 bytes each), postings (4 bytes, beside the hashes; the
highest bit marks a name that is not the place's own), records, and the names as UTF-8.
"""

from __future__ import annotations

import mmap
import struct
from bisect import bisect_left
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_LENGTH = struct.Struct("<Q")
#: latitude, longitude, population, geonameid, offset and length of name, country, admin1, kind
_RECORD = struct.Struct("<ffIIIBBHH")
_ALTERNATE = 1 << 31


class Head(msgspec.Struct, frozen=True):
    """Counts of what follows, and the strings that records share by number."""

    names: int
    records: int
    countries: tuple[str, ...]
    divisions: tuple[str, ...]


class Row(NamedTuple):
    """A place as it is stored. `kind` is a number that the gazetteer gives meaning to."""

    name: str
    kind: int
    country: str
    division: str
    latitude: float
    longitude: float
    population: int
    geonameid: int


def name_hash(key: str) -> int:
    """64 bits that stand for a folded name.

    Among a million names two meet by chance once in forty million files.
    """
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def write_gazetteer(
    path: Path, rows: Sequence[Row], names: Iterable[tuple[str, int, bool]]
) -> None:
    """Write `rows` and their `names`: folded name, number of the row, whether alternate."""
    countries = sorted({row.country for row in rows})
    divisions = sorted({row.division for row in rows})
    country_number = {code: n for n, code in enumerate(countries)}
    division_number = {name: n for n, name in enumerate(divisions)}
    postings = sorted(
        {
            (name_hash(key), number | (_ALTERNATE if other else 0))
            for key, number, other in names
        }
    )
    texts = bytearray()
    offsets: dict[str, int] = {}
    records = bytearray()
    for row in rows:
        encoded = row.name.encode()[:255]
        if row.name not in offsets:
            offsets[row.name] = len(texts)
            texts += encoded
        records += _RECORD.pack(
            row.latitude,
            row.longitude,
            row.population,
            row.geonameid,
            offsets[row.name],
            len(encoded),
            row.kind,
            country_number[row.country],
            division_number[row.division],
        )
    head = msgspec.json.encode(
        Head(len(postings), len(rows), tuple(countries), tuple(divisions))
    )
    head += b" " * (-len(head) % 8)
    with path.open("wb") as stream:
        stream.write(_LENGTH.pack(len(head)) + head)
        stream.write(struct.pack(f"<{len(postings)}Q", *(key for key, _ in postings)))
        stream.write(struct.pack(f"<{len(postings)}I", *(number for _, number in postings)))
        stream.write(records + texts)


class GazetteerFile:
    """A gazetteer's file, mapped into memory."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as stream:
            self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        (length,) = _LENGTH.unpack_from(self._map)
        start = _LENGTH.size + length
        self.head = msgspec.json.decode(self._map[_LENGTH.size : start], type=Head)
        view = memoryview(self._map)
        postings = start + 8 * self.head.names
        self._records = postings + 4 * self.head.names
        self._texts = self._records + _RECORD.size * self.head.records
        self._hashes = view[start:postings].cast("Q")
        self._postings = view[postings : self._records].cast("I")

    def find(self, key: str) -> list[tuple[int, bool]]:
        """The numbers of the rows of this folded name, and whether it is an alternate."""
        wanted = name_hash(key)
        index = bisect_left(self._hashes, wanted)
        found = []
        while index < self.head.names and self._hashes[index] == wanted:
            posting = self._postings[index]
            found.append((posting & ~_ALTERNATE, bool(posting & _ALTERNATE)))
            index += 1
        return found

    def row(self, number: int) -> Row:
        """The place of this number."""
        latitude, longitude, population, geonameid, offset, size, kind, country, division = (
            _RECORD.unpack_from(self._map, self._records + _RECORD.size * number)
        )
        start = self._texts + offset
        return Row(
            name=self._map[start : start + size].decode("utf-8", "ignore"),
            kind=kind,
            country=self.head.countries[country],
            division=self.head.divisions[division],
            latitude=latitude,
            longitude=longitude,
            population=population,
            geonameid=geonameid,
        )

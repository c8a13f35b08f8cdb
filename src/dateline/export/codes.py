"""Codes: how other projects write our states, sectors and acts."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from dateline.lexicon.ontology import Ontology
from dateline.lexicon.world import Country

if TYPE_CHECKING:
    from dateline.lexicon.library import Library
    from dateline.records.entity import Party
    from dateline.records.event import Event

#: Sectors that CAMEO puts before all else: the kinds of international actors.
_INTERNATIONAL = frozenset({"IGO", "IMG", "MNC", "NGM", "NGO"})
#: A code has at most five parts of three letters, of which three are roles.
_MOST_PARTS, _MOST_ROLES = 5, 3
#: Bits of an event's number: all that a double can count, since R reads numbers as doubles.
_NUMBER_BITS = 53


class CountryCodes(msgspec.Struct, frozen=True):
    """A row of `country_codes.csv`; the file says what each column holds."""

    code: str
    cameo: str = ""
    fips: str = ""
    cow: str = ""
    icews: str = ""


class SectorCodes(msgspec.Struct, frozen=True):
    """A row of `sector_codes.csv`."""

    sector: str
    cameo: str = ""
    icews: str = ""


class GroupCode(msgspec.Struct, frozen=True):
    """A row of `group_codes.csv`."""

    name: str
    code: str


class CameoActor(NamedTuple):
    """A CAMEO actor code and its parts; all are empty for nobody."""

    code: str = ""
    country: str = ""
    group: str = ""
    roles: tuple[str, ...] = ()


_UNKNOWN_COUNTRY, _UNKNOWN_SECTOR = CountryCodes(""), SectorCodes("")


class Codes:
    """Crosswalks from our codes to others; what has no counterpart is the empty string."""

    def __init__(self, library: Library) -> None:
        self.ontology = Ontology(library)
        self._names = {c.code: c.name for c in library.rows("world/countries.csv", Country)}
        rows = library.rows("crosswalk/country_codes.csv", CountryCodes)
        self._countries = {row.code: row for row in rows}
        sectors = library.rows("crosswalk/sector_codes.csv", SectorCodes)
        self._sectors = {row.sector: row for row in sectors}
        groups = library.rows("crosswalk/group_codes.csv", GroupCode)
        self._groups = {row.name: row.code for row in groups}

    def country_name(self, country: str | None) -> str:
        """The English name of a country."""
        return self._names.get(country or "", "")

    def fips(self, country: str | None) -> str:
        """FIPS 10-4."""
        return self._country(country).fips

    def cow(self, country: str | None) -> str:
        """The number in the Correlates of War state system."""
        return self._country(country).cow

    def icews_country(self, country: str | None) -> str:
        """The name in ICEWS."""
        return self._country(country).icews or self.country_name(country)

    def icews_sectors(self, sectors: tuple[str, ...]) -> tuple[str, ...]:
        """The names of the sectors in ICEWS, without those that have none."""
        names = (self._sectors.get(sector, _UNKNOWN_SECTOR).icews for sector in sectors)
        return tuple(dict.fromkeys(filter(None, names)))

    def icews_score(self, cameo: str) -> float:
        """The intensity that ICEWS gives a code."""
        row = self.ontology.cameo[cameo]
        return row.goldstein if row.icews is None else row.icews

    def cameo_actor(self, party: Party | None) -> CameoActor:
        """The CAMEO code of a party, from general to specific."""
        if party is None:
            return CameoActor()
        roles = [self._sectors.get(s, _UNKNOWN_SECTOR).cameo for s in party.sector]
        roles = list(dict.fromkeys(filter(None, roles)))
        kinds = [role for role in roles if role in _INTERNATIONAL]
        country = self._country(party.country).cameo
        group = self._groups.get(party.name or "", "")
        rest = [role for role in roles if role not in _INTERNATIONAL]
        named = [country] if country else []
        parts = [*kinds, *named, *([group] if group else []), *rest][:_MOST_PARTS]
        return CameoActor("".join(parts), country, group, tuple(kinds + rest)[:_MOST_ROLES])

    def without_code(self, event: Event, project: Literal["cameo", "icews"]) -> set[str]:
        """What of an event's parties a project has no code for: countries, sectors."""
        missing = set()
        for party in (*event.actors, *event.recipients):
            if project == "cameo" and party.country and not self._country(party.country).cameo:
                missing.add("country without a code")
            rows = (self._sectors.get(sector, _UNKNOWN_SECTOR) for sector in party.sector)
            if not all(getattr(row, project) for row in rows):
                missing.add("sector without a code")
        return missing

    def _country(self, country: str | None) -> CountryCodes:
        return self._countries.get(country or "", _UNKNOWN_COUNTRY)


def number_of(event: str, dyad: int = 0) -> int:
    """A number for an event, or a pair of it, where a format has no room for our ids."""
    digest = hashlib.blake2b(f"{event}/{dyad}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> (64 - _NUMBER_BITS)

"""Place: a name of a place and what it was resolved to."""

from __future__ import annotations

from enum import StrEnum

from dateline.records.span import Span


class Precision(StrEnum):
    """How fine a place is."""

    POINT = "point"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"


class Place(Span, frozen=True, kw_only=True, gc=False):
    """A place named in the text.

    `country` is ISO 3166-1 alpha-3 (`KOS` for Kosovo). Fields are None where the place is
    not resolved. `geonameid` is GeoNames' number, where the gazetteer has one.
    """

    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    precision: Precision | None = None

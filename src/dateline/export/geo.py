"""Places as GDELT writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records.place import Precision

if TYPE_CHECKING:
    from dateline.export.codes import Codes
    from dateline.export.exporter import Row
    from dateline.records.claim import EventPlace
    from dateline.records.place import Place

#: The fields of a place, in GDELT's order.
GEO_COLUMNS: dict[str, type] = {
    "Type": int,
    "FullName": str,
    "CountryCode": str,
    "ADM1Code": str,
    "ADM2Code": str,
    "Lat": float,
    "Long": float,
    "FeatureID": str,
}
NOWHERE: Row = {"Type": 0}
_COUNTRY = 1
#: GDELT's type of a place, in the United States and elsewhere. A point counts as a city.
_TYPES = {
    Precision.COUNTRY: (_COUNTRY, _COUNTRY),
    Precision.REGION: (2, 5),
    Precision.CITY: (3, 4),
    Precision.POINT: (3, 4),
}


def gdelt_geo(place: EventPlace | Place | None, codes: Codes) -> Row:
    """A place in GDELT's fields; those that ours does not have stay empty.

    The codes of first divisions and the numbers of features are those of gazetteers that
    ours does not follow, but for a country, whose own code stands in their place.
    """
    if place is None or place.precision is None or not place.country:
        return NOWHERE
    kind = _TYPES[place.precision][0 if place.country == "USA" else 1]
    fips = codes.fips(place.country)
    country = codes.country_name(place.country)
    name = country if kind == _COUNTRY else place.name or place.text or ""
    parts = [name, place.admin1 or "", country]
    return {
        "Type": kind,
        "FullName": ", ".join(dict.fromkeys(filter(None, parts))),
        "CountryCode": fips,
        "ADM1Code": fips if kind == _COUNTRY else "",
        "Lat": place.latitude,
        "Long": place.longitude,
        "FeatureID": fips if kind == _COUNTRY else "",
    }

"""ICEWS coded events: 20 columns under a header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.export.codes import number_of
from dateline.export.dyads import dyads
from dateline.export.exporter import Exporter, Form, Table
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.export.codes import Codes
    from dateline.export.dyads import Dyad
    from dateline.export.exporter import Corpus, Row
    from dateline.export.facts import Fact
    from dateline.records.claim import EventPlace
    from dateline.records.entity import Party

COLUMNS: dict[str, type] = {
    "Event ID": int,
    "Event Date": str,
    "Source Name": str,
    "Source Sectors": str,
    "Source Country": str,
    "Event Text": str,
    "CAMEO Code": str,
    "Intensity": float,
    "Target Name": str,
    "Target Sectors": str,
    "Target Country": str,
    "Story ID": int,
    "Sentence Number": int,
    "Publisher": str,
    "City": str,
    "District": str,
    "Province": str,
    "Country": str,
    "Latitude": float,
    "Longitude": float,
}


def rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each pair of an event."""
    for fact in corpus.facts:
        pairs = dyads(fact.event)
        corpus.count_codes(fact, "icews")
        if not pairs:
            corpus.losses.leave_out("no pair of parties")
        for pair in pairs:
            yield _row(fact, pair, corpus.codes)


def _row(fact: Fact, pair: Dyad, codes: Codes) -> Row:
    event, first = fact.event, fact.tellings[0].record
    return {
        "Event ID": number_of(event.id, pair.number),
        "Event Date": fact.day.isoformat(),
        **_party("Source", pair.actor, codes),
        "Event Text": codes.ontology.cameo[pair.cameo].label,
        "CAMEO Code": pair.cameo,
        "Intensity": f"{codes.icews_score(pair.cameo):.1f}",
        **_party("Target", pair.recipient, codes),
        "Story ID": number_of(first.id),
        "Publisher": first.report.publisher,
        **_place(event.place, codes),
    }


def _party(side: str, party: Party | None, codes: Codes) -> Row:
    if party is None:
        return {}
    country = codes.icews_country(party.country)
    name = party.name
    if name is None:  # a role: its country stands in brackets after it
        name = f"{party.text} ({country})" if country else party.text
    return {
        f"{side} Name": name,
        f"{side} Sectors": ",".join(codes.icews_sectors(party.sector)),
        f"{side} Country": country,
    }


def _place(place: EventPlace | None, codes: Codes) -> Row:
    if place is None:
        return {}
    name = place.name or place.text
    city = place.precision in {Precision.CITY, Precision.POINT}
    return {
        "City": name if city else None,
        "Province": name if place.precision is Precision.REGION else place.admin1,
        "Country": codes.icews_country(place.country),
        "Latitude": place.latitude,
        "Longitude": place.longitude,
    }


EXPORTER = Exporter(
    name="icews",
    about="ICEWS coded events, tab-separated under a header",
    tables=(Table("icews.tab", Form.HEADED_TAB, COLUMNS, rows),),
)

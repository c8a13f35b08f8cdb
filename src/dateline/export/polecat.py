"""POLECAT: 40 columns under a header, parties together as they act, no pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.export.exporter import Exporter, Form, Table
from dateline.export.gather import day_published
from dateline.records.entity import Kind
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.export.codes import Codes
    from dateline.export.exporter import Corpus, Row
    from dateline.export.facts import Fact
    from dateline.records.claim import EventPlace
    from dateline.records.entity import Entity, Party
    from dateline.records.record import Record

_PARTY = (
    *("{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors"),
    *("{} Title", "{} Name Raw", "Wikipedia {} ID"),
)
COLUMNS: dict[str, type] = {
    **dict.fromkeys(("Event ID", "Event Date", "Event Type", "Event Mode"), str),
    "Intensity": float,
    **dict.fromkeys(("Quad Code", "Contexts"), str),
    **dict.fromkeys((name.format("Actor") for name in _PARTY), str),
    **dict.fromkeys((name.format("Recipient") for name in _PARTY), str),
    **dict.fromkeys(("Placename", "City", "District", "Province", "Country"), str),
    **dict.fromkeys(("Latitude", "Longitude"), float),
    "GeoNames ID": int,
    **dict.fromkeys(("Raw Placename", "Feature Type", "Source", "Publication Date"), str),
    **dict.fromkeys(("Story People", "Story Organizations", "Story Locations"), str),
    **dict.fromkeys(("Language", "Version"), str),
}
#: The words of PLOVER's quad classes.
QUADS = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}
_JOIN = "; "


def rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each event that has a party."""
    for fact in corpus.facts:
        if fact.event.actors or fact.event.recipients:
            yield _row(fact, corpus.codes)
        else:
            corpus.losses.leave_out("no party")


def _row(fact: Fact, codes: Codes) -> Row:
    event, record = fact.event, fact.tellings[0].record
    titles = {e.id: e.titles[0] for t in fact.tellings for e in t.record.entities if e.titles}
    published = day_published(record)
    return {
        "Event ID": f"{record.id.replace('_', '-')}_{event.type}_{event.id}",
        "Event Date": fact.day.isoformat(),
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": event.plover_score,
        "Quad Code": QUADS.get(event.quad_class or 0),
        "Contexts": _JOIN.join(event.contexts),
        **_side("Actor", event.actors, titles, codes),
        **_side("Recipient", event.recipients, titles, codes),
        **_place(event.place, codes),
        "Source": record.report.publisher,
        "Publication Date": published.isoformat() if published else None,
        **_story(record),
        "Language": record.report.language,
        "Version": f"dateline-{record.version}",
    }


def _side(side: str, parties: tuple[Party, ...], titles: dict[str, str], codes: Codes) -> Row:
    sectors = dict.fromkeys(sector for party in parties for sector in party.sector)
    return {
        f"{side} Name": _joined(party.name for party in parties),
        f"{side} Country": _joined(party.country for party in parties),
        f"{side} COW": _joined(codes.cow(party.country) for party in parties),
        f"Primary {side} Sector": next(iter(sectors), None),
        f"{side} Sectors": _joined(sectors),
        f"{side} Title": _joined(titles.get(party.entity or "") for party in parties),
        f"{side} Name Raw": _joined(party.text for party in parties),
    }


def _place(place: EventPlace | None, codes: Codes) -> Row:
    if place is None:
        return {}
    city = place.precision in {Precision.CITY, Precision.POINT}
    return {
        "Placename": place.name,
        "City": place.name if city else None,
        "Province": place.name if place.precision is Precision.REGION else place.admin1,
        "Country": codes.country_name(place.country),
        "Latitude": place.latitude,
        "Longitude": place.longitude,
        "GeoNames ID": place.geonameid,
        "Raw Placename": place.text,
    }


def _story(record: Record) -> Row:
    organisations = [e for e in record.entities if e.kind is Kind.ORGANIZATION]
    return {
        "Story People": _names(e for e in record.entities if e.kind is Kind.PERSON),
        "Story Organizations": _names(organisations),
        "Story Locations": _joined(place.name or place.text for place in record.places),
    }


def _names(entities: Iterable[Entity]) -> str:
    return _joined(entity.name for entity in entities)


def _joined(values: Iterable[str | None]) -> str:
    """Each value once; what separates values is taken out of them."""
    kept = (value.replace(";", ",") for value in values if value)
    return _JOIN.join(dict.fromkeys(kept))


EXPORTER = Exporter(
    name="polecat",
    about="POLECAT, tab-separated under a header",
    tables=(Table("polecat.tab", Form.HEADED_TAB, COLUMNS, rows, empty="None"),),
    carries=frozenset({"mode", "contexts"}),
)

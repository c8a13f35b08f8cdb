"""PLOVER JSON: a record a line, parties together as they act, no pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.export.exporter import Exporter, Form, Table
from dateline.export.gather import day_published
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.export.codes import Codes
    from dateline.export.exporter import Corpus, Row
    from dateline.export.facts import Fact
    from dateline.records.claim import EventPlace
    from dateline.records.entity import Party

#: Sectors that stand in PLOVER's field of the country, where there is none.
_NON_STATES = ("IGO", "NGO", "ISM", "IMG", "MNC")
#: Organisations that have a code of their own there.
_OWN_CODES = {"United Nations": "UNO", "European Union": "EUR"}
#: PLOVER's numbers for how fine a place is.
_RESOLUTION = {
    Precision.POINT: 5,
    Precision.CITY: 4,
    Precision.REGION: 2,
    Precision.COUNTRY: 1,
}
_SIZES = frozenset({"dead", "injured", "arrested"})


def rows(corpus: Corpus) -> Iterator[Row]:
    """A record for each event that has an actor, which PLOVER requires."""
    for fact in corpus.facts:
        if fact.event.actors:
            yield _bare(_record(fact, corpus.codes))
        else:
            corpus.losses.leave_out("no actor")


def _record(fact: Fact, codes: Codes) -> Row:
    event, lead = fact.event, fact.tellings[0]
    last = event.occurred.last if event.occurred else None
    return {
        "id": event.id,
        "date": fact.day.isoformat(),
        "enddate": last if last and last > fact.day.isoformat() else None,
        "actor": [_party(party) for party in event.actors],
        "recipient": [_party(party) for party in event.recipients],
        "event": [event.type],
        "mode": [event.mode] if event.mode else [],
        "context": event.contexts,
        "quad_code": event.quad_class,
        "event_scale": event.plover_score,
        "event_loc": _place(event.place, codes),
        "event_text": list(dict.fromkeys(t.claim.trigger.text for t in fact.tellings)),
        "size": {a.of: a.best for a in event.amounts if a.of in _SIZES and a.best is not None},
        "text_info": {
            "start": lead.claim.evidence.start,
            "end": lead.claim.evidence.end,
            "text_story": [lead.claim.evidence.text],
        },
        "cite_info": _citation(fact),
        "coder": "dateline",
    }


def _party(party: Party) -> Row:
    sectors = [sector for sector in party.sector if sector not in _NON_STATES]
    kind = next((sector for sector in party.sector if sector in _NON_STATES), None)
    return _bare(
        {
            "code": party.country or _OWN_CODES.get(party.name or "") or kind,
            "sector": sectors,
            "entity_text": party.text,
            "identifier_text": party.name,
        }
    )


def _place(place: EventPlace | None, codes: Codes) -> Row | None:
    if place is None:
        return None
    name = place.name or place.text
    city = place.precision in {Precision.CITY, Precision.POINT}
    return _bare(
        {
            "extracted_place": place.text,
            "resolved_place": place.name,
            "geonameid": place.geonameid,
            "lat": place.latitude,
            "lon": place.longitude,
            "city": name if city else None,
            "province": name if place.precision is Precision.REGION else place.admin1,
            "country": codes.country_name(place.country),
            "country_code": place.country,
            "resolution": _RESOLUTION.get(place.precision) if place.precision else None,
        }
    )


def _citation(fact: Fact) -> Row:
    record = fact.tellings[0].record
    day = day_published(record)
    return _bare(
        {
            "citation": record.id,
            "url": record.report.url,
            "title": record.report.title,
            "language": record.report.language,
            "publication": record.report.publisher,
            "date": day.isoformat() if day else None,
            "coder": "dateline",
            "codebook": "PLOVER 2.0 draft",
            "version": record.version,
        }
    )


def _bare(row: Row) -> Row:
    """The row without keys that say nothing: absent is how PLOVER writes unknown."""
    return {key: value for key, value in row.items() if not _says_nothing(value)}


def _says_nothing(value: object) -> bool:
    return value is None or value == "" or (isinstance(value, _CONTAINERS) and not value)


_CONTAINERS: tuple[type[Iterable[object]], ...] = (list, tuple, dict)

EXPORTER = Exporter(
    name="plover",
    about="PLOVER records, JSON Lines",
    tables=(Table("plover.jsonl", Form.JSON_LINES, {}, rows),),
    carries=frozenset({"mode", "contexts", "time of more than a day", "amounts"}),
)

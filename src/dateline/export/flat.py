"""CSV and Parquet: every event and every claim as a flat row, whatever its status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.export.exporter import Exporter, Form, Table
from dateline.render.cells import bars, side
from dateline.render.frame import COLUMNS as CLAIMS
from dateline.render.frame import claim_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.export.exporter import Corpus, Row
    from dateline.export.gather import Happening

#: The columns of an event; many values in a cell stand between bars, as in claims.
EVENTS: dict[str, type] = {
    "event": str,
    **{
        name: CLAIMS[name]
        for name in CLAIMS
        if name
        not in {
            *("report", "published", "claim", "event", "polarity", "according_to"),
            *("trigger", "start", "end", "evidence", "rule", "confidence"),
        }
    },
    "confidence": float,
    "reports": int,
    "texts": int,
    "voices": int,
    "claims": str,
    "report_ids": str,
}


def event_rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each event."""
    return map(_row, corpus.happenings)


def _claim_rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each claim."""
    for row in claim_rows(corpus.records):
        yield dict(row)


def _row(told: Happening) -> Row:
    event, tellings = told
    time, place = event.occurred, event.place
    return {
        "event": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": bars(event.contexts),
        "cameo": event.cameo or None,
        "quad_class": event.quad_class or None,
        "plover_score": event.plover_score,
        "goldstein": event.goldstein if event.cameo else None,
        **side("actor", event.actors),
        **side("recipient", event.recipients),
        "first": time.first if time else None,
        "last": time.last if time else None,
        "time_basis": time.basis if time else None,
        "place": (place.name or place.text) if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geonameid": place.geonameid if place else None,
        "place_basis": place.basis if place else None,
        "status": str(event.status),
        **{a.of: a.best if a.best is not None else a.low for a in reversed(event.amounts)},
        "confidence": event.confidence,
        "reports": event.reports,
        "texts": event.texts,
        "voices": event.voices,
        "claims": bars(telling.claim.id for telling in tellings),
        "report_ids": bars(dict.fromkeys(telling.record.id for telling in tellings)),
    }


CSV = Exporter(
    name="csv",
    about="flat tables of events and claims, comma-separated",
    tables=(
        Table("events.csv", Form.CSV, EVENTS, event_rows),
        Table("claims.csv", Form.CSV, CLAIMS, _claim_rows),
    ),
    counts_itself=True,
)
PARQUET = Exporter(
    name="parquet",
    about="the tables of `csv` as Parquet",
    tables=(
        Table("events.parquet", Form.PARQUET, EVENTS, event_rows),
        Table("claims.parquet", Form.PARQUET, CLAIMS, _claim_rows),
    ),
    counts_itself=True,
)

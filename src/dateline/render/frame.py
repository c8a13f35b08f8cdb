"""Claims as flat rows: one row a claim, for CSV files and data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.render import wording
from dateline.render.cells import bars, numbers, side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd
    import polars as pl

    from dateline.records.claim import Claim
    from dateline.records.record import Record
    from dateline.render.cells import Row

#: The columns of `claim_rows`, with the type of each; many values in a cell stand
#: between bars.
COLUMNS: dict[str, type] = {
    "report": str,
    "published": str,
    "claim": str,
    "event": str,
    "type": str,
    "mode": str,
    "contexts": str,
    "cameo": str,
    "quad_class": int,
    "plover_score": float,
    "goldstein": float,
    "actors": str,
    "actor_countries": str,
    "actor_sectors": str,
    "recipients": str,
    "recipient_countries": str,
    "recipient_sectors": str,
    "first": str,
    "last": str,
    "time_basis": str,
    "place": str,
    "country": str,
    "latitude": float,
    "longitude": float,
    "geonameid": int,
    "place_basis": str,
    "status": str,
    "polarity": str,
    "according_to": str,
    "dead": int,
    "injured": int,
    "arrested": int,
    "participants": int,
    "trigger": str,
    "start": int,
    "end": int,
    "evidence": str,
    "rule": str,
    "confidence": float,
}


def claim_rows(records: Iterable[Record]) -> Iterator[Row]:
    """A row for each claim of the records; keys as in `COLUMNS`."""
    for record in records:
        for claim in record.claims:
            yield _row(record, claim)


def to_pandas(records: Iterable[Record]) -> pd.DataFrame:
    """A pandas frame of all claims; columns that may be empty have nullable types."""
    import pandas  # noqa: PLC0415, ICN001 - an extra, loaded where it is asked for

    kinds = {str: "string", int: "Int64", float: "Float64"}
    frame = pandas.DataFrame(list(claim_rows(records)), columns=list(COLUMNS))
    return frame.astype({name: kinds[kind] for name, kind in COLUMNS.items()})


def to_polars(records: Iterable[Record]) -> pl.DataFrame:
    """A polars frame of all claims."""
    import polars  # noqa: PLC0415, ICN001 - an extra, loaded where it is asked for

    return polars.DataFrame(list(claim_rows(records)), schema=COLUMNS)


def _row(record: Record, claim: Claim) -> Row:
    occurred, place = claim.occurred, claim.place
    return {
        "report": record.id,
        "published": record.report.published,
        "claim": claim.id,
        "event": claim.event,
        "type": claim.type,
        "mode": claim.mode,
        "contexts": bars(claim.contexts),
        "cameo": claim.cameo,
        "quad_class": claim.quad_class,
        "plover_score": claim.plover_score,
        "goldstein": claim.goldstein,
        **side("actor", claim.actors),
        **side("recipient", claim.recipients),
        "first": occurred.first if occurred else None,
        "last": occurred.last if occurred else None,
        "time_basis": occurred.basis if occurred else None,
        "place": (place.name or place.text) if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geonameid": place.geonameid if place else None,
        "place_basis": place.basis if place else None,
        "status": str(claim.status),
        "polarity": str(claim.polarity),
        "according_to": wording.according_to(claim.attribution) if claim.attribution else None,
        **numbers(claim.amounts),
        "trigger": wording.flat(claim.trigger.text),
        "start": claim.trigger.start,
        "end": claim.trigger.end,
        "evidence": wording.flat(claim.evidence.text),
        "rule": claim.rule,
        "confidence": claim.confidence,
    }

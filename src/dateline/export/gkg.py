"""GDELT's Global Knowledge Graph 2.1: 27 columns, one row a report, as far as ours carry it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.export.exporter import Exporter, Form, Table
from dateline.export.facts import is_told_as_done
from dateline.export.gather import Telling, day_published
from dateline.export.gdelt import CITATION, WEB, source_name, stamp
from dateline.export.geo import gdelt_geo
from dateline.records.attribution import QuoteKind
from dateline.records.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.export.codes import Codes
    from dateline.export.exporter import Corpus, Row
    from dateline.records.attribution import Quote
    from dateline.records.entity import Entity
    from dateline.records.record import Record
    from dateline.records.time import Time

#: The names that GDELT's tables in BigQuery have, in the order of its files.
COLUMNS: dict[str, type] = {
    "GKGRECORDID": str,
    "DATE": int,
    "SourceCollectionIdentifier": int,
    **dict.fromkeys(("SourceCommonName", "DocumentIdentifier", "Counts", "V2Counts"), str),
    **dict.fromkeys(("Themes", "V2Themes", "Locations", "V2Locations", "Persons"), str),
    **dict.fromkeys(("V2Persons", "Organizations", "V2Organizations", "V2Tone"), str),
    **dict.fromkeys(("Dates", "GCAM", "SharingImage", "RelatedImages"), str),
    **dict.fromkeys(("SocialImageEmbeds", "SocialVideoEmbeds", "Quotations"), str),
    **dict.fromkeys(("AllNames", "Amounts", "TranslationInfo", "Extras"), str),
}
#: GDELT's types of counts; of participants only those of protests have one.
_COUNTS = {"dead": "KILL", "injured": "WOUND", "arrested": "ARREST", "participants": "PROTEST"}
#: What separates values and their parts, so that no value may hold it.
_SEPARATORS = re.compile(r"[;,#|<>\s]+")
#: A year, a month, a day, and a day of no known year: GDELT's numbers for how fine a date is.
_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")
_YEAR, _MONTH, _DAY, _YEARLESS_DAY = 1, 2, 3, 4


def rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each report with a day, in order of day and id."""
    once = {record.id: record for record in corpus.records}
    dated = []
    for record in once.values():
        day = day_published(record)
        if day is None:
            corpus.losses.leave_out("report without a day")
        else:
            dated.append((stamp(day), record.id, record))
    for number, (time, _, record) in enumerate(sorted(dated, key=lambda row: row[:2])):
        _count_losses(record, corpus)
        yield {"GKGRECORDID": f"{time}-{number}", "DATE": time, **_row(record, corpus.codes)}


def _row(record: Record, codes: Codes) -> Row:
    people = [entity for entity in record.entities if entity.kind is Kind.PERSON]
    bodies = [entity for entity in record.entities if entity.kind is Kind.ORGANIZATION]
    counts = list(_counts(record, codes))
    places = [(place, gdelt_geo(place, codes)) for place in record.places if place.country]
    return {
        "SourceCollectionIdentifier": WEB if record.report.url else CITATION,
        "SourceCommonName": source_name(record),
        "DocumentIdentifier": record.report.url or record.id,
        "Counts": _list(count for count, _ in counts),
        "V2Counts": _list(f"{count}#{offset}" for count, offset in counts),
        "Locations": _list(dict.fromkeys(_joined(geo, adm2=False) for _, geo in places)),
        "V2Locations": _list(f"{_joined(geo)}#{place.start}" for place, geo in places),
        "Persons": _list(_plain(person.name).lower() for person in people),
        "V2Persons": _list(_mentions(people)),
        "Organizations": _list(_plain(body.name).lower() for body in bodies),
        "V2Organizations": _list(_mentions(bodies)),
        "Dates": _list(filter(None, map(_date, record.times))),
        "Quotations": "#".join(_quote(quote) for quote in record.quotes if _verbatim(quote)),
        "AllNames": _list(_mentions(record.entities)),
        "Extras": _extras(record),
    }


def _counts(record: Record, codes: Codes) -> Iterator[tuple[str, int]]:
    """The figures of acts told as done, each once, with their offsets."""
    seen: set[tuple[str, int]] = set()
    for claim in record.claims:
        for amount in claim.amounts if is_told_as_done(Telling(record, claim)) else ():
            kind = _COUNTS.get(amount.of)
            if kind is None or amount.best is None or (kind, amount.start) in seen:
                continue
            if kind == "PROTEST" and claim.type != "PROTEST":
                continue
            seen.add((kind, amount.start))
            where = _joined(gdelt_geo(claim.place, codes), adm2=False)
            yield f"{kind}#{amount.best}##{where}", amount.start


def _joined(geo: Row, *, adm2: bool = True) -> str:
    """The fields of a place between hashes."""
    names = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long"]
    if not adm2:
        names.remove("ADM2Code")
    values = [geo.get(name) for name in (*names, "FeatureID")]
    return "#".join("" if value is None else str(value).replace("#", " ") for value in values)


def _mentions(entities: Iterable[Entity]) -> Iterator[str]:
    for entity in entities:
        for mention in entity.mentions:
            yield f"{_plain(entity.name)},{mention.start}"


def _date(time: Time) -> str | None:
    """A date as GDELT resolves it; None for durations, seasons and weeks."""
    found = _DATE.fullmatch(time.value or "")
    if found is None:
        return None
    year, month, day = found[1], int(found[2] or 0), int(found[3] or 0)
    if year == "XXXX":
        return f"{_YEARLESS_DAY}#{month}#{day}#0#{time.start}" if day else None
    fineness = _DAY if day else _MONTH if month else _YEAR
    return f"{fineness}#{month}#{day}#{int(year)}#{time.start}"


def _verbatim(quote: Quote) -> bool:
    return quote.kind is not QuoteKind.INDIRECT


def _quote(quote: Quote) -> str:
    content = quote.content
    verb = _plain(quote.cue.text) if quote.cue else ""
    words = re.sub(r"[#|\s]+", " ", content.text).strip()
    return f"{content.start}|{content.end - content.start}|{verb}|{words}"


def _extras(record: Record) -> str:
    opening = record.report
    parts = {
        "PAGE_AUTHORS": ";".join(map(_plain, opening.authors)),
        "PAGE_TITLE": opening.title,
    }
    return "".join(
        f"<{tag}>{re.sub('[<>]', ' ', text)}</{tag}>" for tag, text in parts.items() if text
    )


def _plain(text: str) -> str:
    return _SEPARATORS.sub(" ", text).strip()


def _list(values: Iterable[str]) -> str:
    """The values, each ended by a semicolon."""
    return "".join(f"{value};" for value in values)


def _count_losses(record: Record, corpus: Corpus) -> None:
    unsaid = {
        "speaker of a quote": sum(q.speaker is not None for q in record.quotes if _verbatim(q)),
        "quote in other words": sum(not _verbatim(quote) for quote in record.quotes),
        "place without a country": sum(not place.country for place in record.places),
        "amount without a best figure": sum(
            amount.best is None for claim in record.claims for amount in claim.amounts
        ),
    }
    for feature, number in unsaid.items():
        for _ in range(number):
            corpus.losses.leave_unsaid(feature)


EXPORTER = Exporter(
    name="gkg",
    about="GDELT's Global Knowledge Graph 2.1: counts, places, people, dates, quotations",
    tables=(Table("gdelt.gkg.csv", Form.TAB, COLUMNS, rows),),
    counts_itself=True,
)

"""JSON-LD in the words of schema.org: reports, claims with their appearance, events."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from dateline.export.exporter import Exporter, Form, Table
from dateline.export.facts import is_told_as_done
from dateline.export.gather import day_published
from dateline.records.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.export.exporter import Corpus, Row
    from dateline.export.gather import Happening, Telling
    from dateline.records.attribution import Attribution
    from dateline.records.claim import EventPlace
    from dateline.records.entity import Party
    from dateline.records.record import Record

_HEAD = {"@context": ["https://schema.org", {"dateline": "urn:dateline:"}]}
_KINDS = {
    Kind.PERSON.value: "Person",
    Kind.ORGANIZATION.value: "Organization",
    Kind.GROUP.value: "Organization",
    Kind.STATE.value: "Country",
}


def nodes(corpus: Corpus) -> Iterator[Row]:
    """Reports in order of id, then each event with its claims.

    An act that nobody tells as done has claims and no event.
    """
    once = {record.id: record for record in corpus.records}
    for _, record in sorted(once.items()):
        yield _report(record)
    for told in corpus.happenings:
        if any(map(is_told_as_done, told.tellings)):
            yield _event(told)
        for telling in told.tellings:
            yield _claim(telling)


def _report(record: Record) -> Row:
    opening = record.report
    day = day_published(record)
    return _bare(
        {
            "@type": "NewsArticle",
            "@id": _report_id(record),
            "identifier": record.id,
            "headline": opening.title,
            "datePublished": day.isoformat() if day else None,
            "url": opening.url,
            "inLanguage": opening.language,
            "publisher": _named("Organization", opening.publisher),
            "author": [_named("Person", author) for author in opening.authors],
        }
    )


def _event(told: Happening) -> Row:
    event = told.event
    time = event.occurred
    return _bare(
        {
            "@type": "Event",
            "@id": f"urn:dateline:event:{event.id}",
            "identifier": event.id,
            "additionalType": f"dateline:{event.type}",
            "name": f"{event.type} ({event.mode})" if event.mode else event.type,
            "keywords": event.contexts,
            "startDate": time.first if time else None,
            "endDate": time.last if time else None,
            "location": _place(event.place),
            "performer": [_party(party) for party in event.actors],
            "dateline:recipient": [_party(party) for party in event.recipients],
            "dateline:cameo": event.cameo,
        }
    )


def _claim(telling: Telling) -> Row:
    record, claim = telling
    event = f"urn:dateline:event:{claim.event}"
    return _bare(
        {
            "@type": "Claim",
            "@id": f"urn:dateline:claim:{claim.id}",
            "identifier": claim.id,
            "text": claim.evidence.text,
            "appearance": {"@id": _report_id(record)},
            "about": {"@id": event} if is_told_as_done(telling) else None,
            "claimInterpreter": {"@type": "SoftwareApplication", "name": "dateline"},
            "author": [_speaker(layer) for layer in claim.attribution if layer.speaker],
            "dateline:event": claim.event,
            "dateline:type": claim.type,
            "dateline:mode": claim.mode,
            "dateline:status": str(claim.status),
            "dateline:polarity": str(claim.polarity),
            "dateline:actor": [_party(party) for party in claim.actors],
            "dateline:recipient": [_party(party) for party in claim.recipients],
            "dateline:confidence": claim.confidence,
            "dateline:start": claim.evidence.start,
            "dateline:end": claim.evidence.end,
        }
    )


def _report_id(record: Record) -> str:
    return record.report.url or f"urn:dateline:report:{quote(record.id)}"


def _speaker(layer: Attribution) -> Row | None:
    return _party(layer.speaker) if layer.speaker else None


def _party(party: Party) -> Row:
    kind = (party.entity or "").partition(":")[0]
    return _bare(
        {
            "@type": _KINDS.get(kind, "Thing"),
            "name": party.name or party.text,
            "dateline:country": party.country,
            "dateline:sector": party.sector,
        }
    )


def _place(place: EventPlace | None) -> Row | None:
    if place is None:
        return None
    geo = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    address: Row = {
        "@type": "PostalAddress",
        "addressRegion": place.admin1,
        "addressCountry": place.country,
    }
    number = place.geonameid
    return _bare(
        {
            "@type": "Place",
            "name": place.name or place.text,
            "geo": geo if place.latitude is not None else None,
            "address": _bare(address) if place.country else None,
            "sameAs": f"https://sws.geonames.org/{number}/" if number else None,
        }
    )


def _named(kind: str, name: str | None) -> Row | None:
    return {"@type": kind, "name": name} if name else None


def _bare(row: Row) -> Row:
    """The node without what is not known; a zero is known."""
    return {key: value for key, value in row.items() if value not in (None, "", [], ())}


EXPORTER = Exporter(
    name="jsonld",
    about="JSON-LD of schema.org: NewsArticle, Claim and Event",
    tables=(Table("events.jsonld", Form.JSON, {}, nodes, head=_HEAD),),
    counts_itself=True,
)

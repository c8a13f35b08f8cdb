"""GDELT 2.0: the tables Events (61 columns) and Mentions (16 columns)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline.export.codes import number_of
from dateline.export.dyads import dyads
from dateline.export.exporter import Exporter, Form, Table
from dateline.export.gather import day_published
from dateline.export.geo import GEO_COLUMNS, gdelt_geo
from dateline.records.report import Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dateline.export.codes import Codes
    from dateline.export.dyads import Dyad
    from dateline.export.exporter import Corpus, Row
    from dateline.export.facts import Fact
    from dateline.export.gather import Telling
    from dateline.records.entity import Party
    from dateline.records.record import Record

_ACTOR = {
    **dict.fromkeys(("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode"), str),
    **dict.fromkeys(("Religion1Code", "Religion2Code"), str),
    **dict.fromkeys(("Type1Code", "Type2Code", "Type3Code"), str),
}
EVENTS: dict[str, type] = {
    "GLOBALEVENTID": int,
    "SQLDATE": int,
    "MonthYear": int,
    "Year": int,
    "FractionDate": float,
    **{f"Actor1{name}": kind for name, kind in _ACTOR.items()},
    **{f"Actor2{name}": kind for name, kind in _ACTOR.items()},
    "IsRootEvent": int,
    "EventCode": str,
    "EventBaseCode": str,
    "EventRootCode": str,
    "QuadClass": int,
    "GoldsteinScale": float,
    "NumMentions": int,
    "NumSources": int,
    "NumArticles": int,
    "AvgTone": float,
    **{f"Actor1Geo_{name}": kind for name, kind in GEO_COLUMNS.items()},
    **{f"Actor2Geo_{name}": kind for name, kind in GEO_COLUMNS.items()},
    **{f"ActionGeo_{name}": kind for name, kind in GEO_COLUMNS.items()},
    "DATEADDED": int,
    "SOURCEURL": str,
}
MENTIONS: dict[str, type] = {
    "GLOBALEVENTID": int,
    "EventTimeDate": int,
    "MentionTimeDate": int,
    "MentionType": int,
    "MentionSourceName": str,
    "MentionIdentifier": str,
    "SentenceID": int,
    "Actor1CharOffset": int,
    "Actor2CharOffset": int,
    "ActionCharOffset": int,
    "InRawText": int,
    "Confidence": int,
    "MentionDocLen": int,
    "MentionDocTone": float,
    "MentionDocTranslationInfo": str,
    "Extras": str,
}
#: Kinds of mention: a page of the web by its address, else a citation.
WEB, CITATION = 1, 2
#: Tone is not measured; readers of GDELT refuse a row without a number, and this one leans to
#: no side.
NO_TONE = 0


def event_rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each pair of an event; GDELT has none without an actor on either side."""
    for fact in corpus.facts:
        pairs = dyads(fact.event)
        corpus.count_codes(fact, "cameo")
        if not pairs:
            corpus.losses.leave_out("no pair of parties")
        for pair in pairs:
            yield _event_row(fact, pair, corpus.codes)


def mention_rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each claim that tells of a pair's event."""
    for fact in corpus.facts:
        for pair in dyads(fact.event):
            for telling in fact.tellings:
                yield _mention_row(fact, pair, telling)


def source_name(record: Record) -> str:
    """The host of a report's address, else its publisher."""
    try:
        host = urlsplit(record.report.url or "").hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or record.report.publisher or ""


def stamp(day: date | None) -> str:
    """A day as the start of it in GDELT's times; the batch that we know no time of."""
    return f"{day:%Y%m%d}000000" if day else ""


def _event_row(fact: Fact, pair: Dyad, codes: Codes) -> Row:
    event, day = fact.event, fact.day
    code = codes.ontology.cameo[pair.cameo]
    first = fact.tellings[0].record
    return {
        "GLOBALEVENTID": number_of(event.id, pair.number),
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        # The formula that GDELT's rows follow; its codebook prints another.
        "FractionDate": f"{day.year + ((day.month - 1) * 30 + day.day) / 365:.4f}",
        **_actor("Actor1", pair.actor, codes),
        **_actor("Actor2", pair.recipient, codes),
        "IsRootEvent": int(any(_in_lead(telling) for telling in fact.tellings)),
        "EventCode": pair.cameo,
        "EventBaseCode": pair.cameo[:3],
        "EventRootCode": pair.cameo[:2],
        "QuadClass": code.quad_class,
        "GoldsteinScale": f"{code.goldstein:.1f}",
        "NumMentions": len(fact.tellings),
        "NumSources": len({source_name(telling.record) for telling in fact.tellings}),
        "NumArticles": event.reports,
        "AvgTone": NO_TONE,
        "Actor1Geo_Type": 0,
        "Actor2Geo_Type": 0,
        **{f"ActionGeo_{k}": v for k, v in gdelt_geo(event.place, codes).items()},
        "DATEADDED": stamp(_added(fact)),
        "SOURCEURL": first.report.url or first.id,
    }


def _actor(side: str, party: Party | None, codes: Codes) -> Row:
    actor = codes.cameo_actor(party)
    types = {f"{side}Type{n}Code": role for n, role in enumerate(actor.roles, 1)}
    return {
        f"{side}Code": actor.code,
        f"{side}Name": (party.name or party.text).upper() if party else "",
        f"{side}CountryCode": actor.country,
        f"{side}KnownGroupCode": actor.group,
        **types,
    }


def _added(fact: Fact) -> date:
    """The day of the first report, or that of the event where no report has one."""
    return day_published(fact.tellings[0].record) or fact.day


def _in_lead(telling: Telling) -> bool:
    """Whether the act is told in the headline or the first paragraph."""
    record, claim = telling
    lead = next((b.end for b in record.blocks if b.role is Role.BODY), 0)
    return claim.trigger.start < lead


def _mention_row(fact: Fact, pair: Dyad, telling: Telling) -> Row:
    record, claim = telling
    return {
        "GLOBALEVENTID": number_of(fact.event.id, pair.number),
        "EventTimeDate": stamp(_added(fact)),
        "MentionTimeDate": stamp(day_published(record) or _added(fact)),
        "MentionType": WEB if record.report.url else CITATION,
        "MentionSourceName": source_name(record),
        "MentionIdentifier": record.report.url or record.id,
        "Actor1CharOffset": _offset(pair.actor, claim.actors + claim.recipients),
        "Actor2CharOffset": _offset(pair.recipient, claim.recipients + claim.actors),
        "ActionCharOffset": claim.trigger.start,
        "InRawText": 1,
        "Confidence": _tens(claim.confidence),
        "MentionDocLen": len(record.text),
        "MentionDocTone": NO_TONE,
    }


def _offset(party: Party | None, told: tuple[Party, ...]) -> int:
    """Where this report names the party; -1 where it does not."""
    if party is None:
        return -1
    key = party.entity or party.name or party.text
    return next((p.start for p in told if (p.entity or p.name or p.text) == key), -1)


def _tens(confidence: float) -> int:
    """From 10 to 100 in steps of ten."""
    return max(10, min(100, round(confidence * 10) * 10))


EXPORTER = Exporter(
    name="gdelt",
    about="GDELT 2.0 Events and Mentions, tab-separated without header",
    tables=(
        Table("gdelt.export.CSV", Form.TAB, EVENTS, event_rows),
        Table("gdelt.mentions.CSV", Form.TAB, MENTIONS, mention_rows),
    ),
    carries=frozenset({"confidence", "voices"}),
)

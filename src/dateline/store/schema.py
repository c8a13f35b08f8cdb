"""The tables of a store. Columns of compound type have the fields of the record's own types.

`number` counts the reports of the store in their order of coming, from 0 on; it joins the
tables. Offsets are code points into `reports.text`.
"""

from __future__ import annotations

import pyarrow as pa

#: Rises when a table can no longer be read as before.
STORE_VERSION = 1

_TEXT = pa.string()
_TEXTS = pa.list_(pa.string())
_COUNT = pa.int64()
_REAL = pa.float64()


def _struct(**fields: pa.DataType) -> pa.DataType:
    return pa.struct(list(fields.items()))


def _schema(**fields: pa.DataType) -> pa.Schema:
    return pa.schema(list(fields.items()))


_SPAN = {"text": _TEXT, "start": _COUNT, "end": _COUNT}
SPAN = _struct(**_SPAN)
_ENTITY = {**_SPAN, "name": _TEXT, "country": _TEXT, "sector": _TEXTS, "entity": _TEXT}
END = _struct(**_ENTITY)
PARTY = _struct(**_ENTITY, basis=_TEXT)
PARTIES = pa.list_(PARTY)
ATTRIBUTION = _struct(speaker=PARTY, cue=SPAN, quote=_COUNT)
_PLACE = {
    **_SPAN,
    "name": _TEXT,
    "country": _TEXT,
    "admin1": _TEXT,
    "latitude": _REAL,
    "longitude": _REAL,
    "geonameid": _COUNT,
    "precision": _TEXT,
}
PLACE = _struct(**_PLACE, basis=_TEXT)
OCCURRED = _struct(value=_TEXT, first=_TEXT, last=_TEXT, **_SPAN, basis=_TEXT)
AMOUNT = _struct(
    **_SPAN,
    of=_TEXT,
    low=_COUNT,
    best=_COUNT,
    high=_COUNT,
    attribution=pa.list_(ATTRIBUTION),
)
_ACT = {
    "type": _TEXT,
    "mode": _TEXT,
    "contexts": _TEXTS,
    "cameo": _TEXT,
    "quad_class": _COUNT,
    "plover_score": _REAL,
    "goldstein": _REAL,
    "actors": PARTIES,
    "recipients": PARTIES,
}
MERGE = _struct(**{"claim": _TEXT, "report": _TEXT, "with": _TEXT, "reason": _TEXT})
ATTESTED = _struct(
    report=_TEXT,
    published=_TEXT,
    voice=_TEXT,
    past=pa.bool_(),
    since=_TEXT,
    until=_TEXT,
    status=_TEXT,
    evidence=_TEXT,
)
_COUNTS = {"reports": _COUNT, "texts": _COUNT, "voices": _COUNT}

#: What reports say, added to and never changed.
SAID: dict[str, pa.Schema] = {
    # What was read: `item` is the digest of the report as it came, the ledger of the store;
    # `copies` and `rewrites` are numbers of earlier reports; `prints` are the fingerprints of
    # its text; what copies a text without adding to it is not `coded`; `record` is the whole
    # record.
    "reports": _schema(
        number=_COUNT,
        item=_TEXT,
        id=_TEXT,
        version=_TEXT,
        title=_TEXT,
        published=_TEXT,
        published_basis=_TEXT,
        publisher=_TEXT,
        url=_TEXT,
        language=_TEXT,
        file=_TEXT,
        record_in_file=_COUNT,
        fetched=_TEXT,
        credits=_TEXTS,
        copies=pa.list_(_COUNT),
        rewrites=pa.list_(_COUNT),
        prints=pa.binary(),
        coded=pa.bool_(),
        text=_TEXT,
        record=_TEXT,
    ),
    # `serial` counts the claims of the store, with gaps.
    "claims": _schema(
        number=_COUNT,
        serial=_COUNT,
        id=_TEXT,
        event=_TEXT,
        **_ACT,
        trigger=SPAN,
        occurred=OCCURRED,
        place=PLACE,
        status=_TEXT,
        polarity=_TEXT,
        attribution=pa.list_(ATTRIBUTION),
        amounts=pa.list_(AMOUNT),
        evidence=SPAN,
        rule=_TEXT,
        confidence=_REAL,
    ),
    "ties": _schema(
        number=_COUNT,
        subject=END,
        predicate=_TEXT,
        object=END,
        office=_TEXT,
        since=_TEXT,
        until=_TEXT,
        status=_TEXT,
        attribution=pa.list_(ATTRIBUTION),
        evidence=SPAN,
        rule=_TEXT,
    ),
    "quotes": _schema(number=_COUNT, kind=_TEXT, content=SPAN, cue=SPAN, speaker=PARTY),
    "entities": _schema(
        number=_COUNT,
        id=_TEXT,
        name=_TEXT,
        kind=_TEXT,
        country=_TEXT,
        sector=_TEXTS,
        titles=_TEXTS,
        mentions=pa.list_(SPAN),
    ),
    "places": _schema(number=_COUNT, **_PLACE),
    # What could not be read. Of a refused item `number` is null, and `item` the ledger's entry.
    "problems": _schema(number=_COUNT, item=_TEXT, stage=_TEXT, message=_TEXT),
}

#: What the reports tell together; made of what they say, and made again where it changes.
FOUND: dict[str, pa.Schema] = {
    # What reports carry: `id` is the report that it goes by, `rewrites` the text that it was
    # made out of, `published` and `voice` the day and the origin of it, `reports` numbers.
    "texts": _schema(
        id=_TEXT,
        rewrites=_TEXT,
        origin=_TEXT,
        published=_TEXT,
        voice=_TEXT,
        reports=pa.list_(_COUNT),
    ),
    # `month` is that of the telling that leads, `claims` says why each belongs to the event.
    "events": _schema(
        month=_TEXT,
        id=_TEXT,
        **_ACT,
        occurred=OCCURRED,
        reported=_TEXT,
        place=PLACE,
        status=_TEXT,
        statuses=pa.list_(_struct(status=_TEXT, voices=_COUNT)),
        amounts=pa.list_(AMOUNT),
        confidence=_REAL,
        **_COUNTS,
        claims=pa.list_(MERGE),
    ),
    "relations": _schema(
        id=_TEXT,
        subject=END,
        predicate=_TEXT,
        object=END,
        office=_TEXT,
        since=_TEXT,
        until=_TEXT,
        holds_from=_TEXT,
        holds_to=_TEXT,
        past_from=_TEXT,
        **_COUNTS,
        attested=pa.list_(ATTESTED),
    ),
}

#: What people decided of claims; of two decisions on a pair the one of the higher serial holds.
DECIDED: dict[str, pa.Schema] = {
    "decisions": _schema(serial=_COUNT, verdict=_TEXT, claim=_TEXT, other=_TEXT, note=_TEXT),
}

TABLES: dict[str, pa.Schema] = {**SAID, **FOUND, **DECIDED}

#: The column by which a table is parted, so that a part is made again without the others.
PARTITIONS = {"events": "month"}

"""Phoenix: 26 columns without header, one row a day for a pair and what it did."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dateline.export.codes import number_of
from dateline.export.dyads import dyads
from dateline.export.exporter import Exporter, Form, Table
from dateline.records.place import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from dateline.export.codes import Codes
    from dateline.export.exporter import Corpus, Row
    from dateline.export.facts import Fact
    from dateline.records.claim import EventPlace

#: The names of the reader fetchPhoenix, but that the state stands before the country, as
#: the pipeline writes them; the reader has these two names the other way round.
COLUMNS: dict[str, type] = {
    **dict.fromkeys(("EventID", "Date", "Year", "Month", "Day"), str),
    **{
        f"{side}Actor{name}": str
        for side in ("Source", "Target")
        for name in ("Full", "Entity", "Role", "Attribute")
    },
    **dict.fromkeys(("EventCode", "EventRootCode"), str),
    "QuadClass": int,
    "GoldsteinScore": float,
    "Issues": str,
    "ActionLat": float,
    "ActionLong": float,
    **dict.fromkeys(("LocationName", "GeoStateName", "GeoCountryName"), str),
    **dict.fromkeys(("SentenceID", "URLs", "NewsSources"), str),
}
#: Phoenix's quad class of each CAMEO root: statements are 0.
_QUADS = {
    **dict.fromkeys(("01", "02"), 0),
    **dict.fromkeys(("03", "04", "05"), 1),
    **dict.fromkeys(("06", "07", "08"), 2),
    **dict.fromkeys(("09", "10", "11", "12", "13", "16"), 3),
    **dict.fromkeys(("14", "15", "17", "18", "19", "20"), 4),
}
_ROLES = frozenset(
    ["GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "CRM", "CVL"]
)


class _Key(NamedTuple):
    """What makes one row: the same pair, act and day."""

    day: date
    source: tuple[str, str, str, str]
    target: tuple[str, str, str, str]
    cameo: str


def rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each day, pair of codes and act; the facts of a row keep their addresses."""
    merged: dict[_Key, list[Fact]] = {}
    for fact in corpus.facts:
        pairs = dyads(fact.event)
        corpus.count_codes(fact, "cameo")
        if not pairs:
            corpus.losses.leave_out("no pair of parties")
        for pair in pairs:
            source = _actor(corpus.codes.cameo_actor(pair.actor).code)
            target = _actor(corpus.codes.cameo_actor(pair.recipient).code)
            if source[0] or target[0]:
                merged.setdefault(_Key(fact.day, source, target, pair.cameo), []).append(fact)
            else:
                corpus.losses.leave_out("no party of the pair has a code")
    for key, told in merged.items():
        yield _row(key, told, corpus.codes)


def _actor(code: str) -> tuple[str, str, str, str]:
    """A code, what it belongs to, its role, and the parts that are left."""
    parts = [code[i : i + 3] for i in range(0, len(code), 3)]
    root = parts[0] if parts and parts[0] not in _ROLES else ""
    rest = parts[1:] if root else parts
    role = next((part for part in rest if part in _ROLES), "")
    others = [part for part in rest if part != role]
    return code, root, role, ";".join(others)


def _row(key: _Key, told: Sequence[Fact], codes: Codes) -> Row:
    records = {t.record.id: t.record for fact in told for t in fact.tellings}
    issues = Counter(context for fact in told for context in fact.event.contexts)
    day = key.day
    number = number_of(f"{key.source[0]}/{key.target[0]}/{key.cameo}/{day}")
    version = next(iter(records.values())).version
    return {
        "EventID": f"{number}_{version}",
        "Date": f"{day:%Y%m%d}",
        "Year": f"{day:%Y}",
        "Month": f"{day:%m}",
        "Day": f"{day:%d}",
        **_side("Source", key.source),
        **_side("Target", key.target),
        "EventCode": key.cameo,
        "EventRootCode": key.cameo[:2],
        "QuadClass": _QUADS[key.cameo[:2]],
        "GoldsteinScore": f"{codes.ontology.cameo[key.cameo].goldstein:.1f}",
        "Issues": ";".join(f"{name},{number}" for name, number in sorted(issues.items())),
        **_place(next((f.event.place for f in told if f.event.place), None), codes),
        "URLs": _joined((r.report.url for r in records.values()), "%3B"),
        "NewsSources": _joined((r.report.publisher for r in records.values()), ","),
    }


def _joined(values: Iterable[str | None], semicolon: str) -> str:
    """Each value once, with something else for the semicolons, which part values here."""
    return ";".join(dict.fromkeys(v.replace(";", semicolon) for v in values if v))


def _side(side: str, actor: tuple[str, str, str, str]) -> Row:
    names = ("Full", "Entity", "Role", "Attribute")
    return {f"{side}Actor{name}": part for name, part in zip(names, actor, strict=True)}


def _place(place: EventPlace | None, codes: Codes) -> Row:
    if place is None:
        return {}
    country = place.precision is Precision.COUNTRY
    region = place.precision is Precision.REGION
    return {
        "ActionLat": place.latitude,
        "ActionLong": place.longitude,
        "LocationName": None if country or region else place.name,
        "GeoStateName": place.name if region else place.admin1,
        "GeoCountryName": codes.country_name(place.country),
    }


EXPORTER = Exporter(
    name="phoenix",
    about="Phoenix of the Open Event Data Alliance, tab-separated without header",
    tables=(Table("phoenix.txt", Form.TAB, COLUMNS, rows),),
    carries=frozenset({"contexts"}),
)

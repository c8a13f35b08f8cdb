"""What a store answers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.unit.store.made import claim, day, made_store, party, place, raw, tie

from dateline.api import open_store
from dateline.errors import StoreError
from dateline.records.attribution import Quote, QuoteKind
from dateline.records.claim import Status
from dateline.records.record import Record
from dateline.records.span import Span
from dateline.store.counting import By, Every, On
from dateline.store.open import Store

GUARD = party("coast guard", "NOR", "MIL")
MINISTER = party("Oskar Brandt", "SWE", "GOV")


def _quote(words: str) -> Quote:
    content = Span(text=words, start=0, end=len(words))
    return Quote(kind=QuoteKind.DIRECT, content=content, speaker=MINISTER)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Four events of three reports, the first of them told twice."""
    folder: Path = tmp_path_factory.mktemp("store")
    halden = place("Halden", "NOR")
    raid = {"occurred": day("2024-03-04"), "place": halden}
    said = {
        "a": [
            claim("a.0", **raid, confidence=0.9),
            claim(
                "a.1",
                type="CONSULT",
                mode="meet",
                contexts=("maritime",),
                actors=(MINISTER,),
                recipients=(GUARD,),
                occurred=day("2024-03-09"),
            ),
        ],
        "b": [
            claim(
                "b.0", **raid, evidence=Span(text="Officers hauled them off.", start=0, end=25)
            ),
            claim("b.1", actors=(GUARD,), place=halden, status=Status.PLANNED),
        ],
        "c": [claim("c.0", recipients=(), occurred=day("2024-04-01", "2024-04-05"))],
    }
    coded = {
        name: Record(id=name, version="made", claims=tuple(claims), quotes=(_quote(name * 3),))
        for name, claims in said.items()
    }
    ties = (tie("Nordland", "the Union", since="2019-05-01"),)
    coded["d"] = Record(id="d", version="made", ties=ties)
    made_store(folder, [raw(name, "2024-03-10") for name in "abcd"], coded)
    return open_store(folder)


def _ids(store: Store, **asked: Any) -> list[str]:  # noqa: ANN401 - whatever is asked
    return [event["id"] for event in store.events(**asked)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["a.0", "a.1", "b.1", "c.0"]),
        ({"type": "CONSULT"}, ["a.1"]),
        ({"mode": ("meet", "arrest")}, ["a.0", "a.1", "b.1", "c.0"]),
        ({"context": "maritime"}, ["a.1"]),
        ({"actor": "NOR:MIL"}, ["b.1"]),
        ({"actor": ":COP"}, ["a.0", "c.0"]),
        ({"actor": ["SWE", ":MIL"]}, ["a.1", "b.1"]),
        ({"actor": "brandt"}, ["a.1"]),
        ({"recipient": "NOR"}, ["a.0", "a.1", "b.1"]),
        ({"between": ("2024-03-05", "2024-04-02")}, ["a.1", "c.0"]),
        ({"where": "NOR"}, ["a.0", "b.1"]),
        ({"where": "halden"}, ["a.0", "b.1"]),
        ({"status": "planned"}, ["b.1"]),
        ({"voices": 2}, ["a.0"]),
        ({"min_confidence": 0.8}, ["a.0"]),
        ({"text": "officer hauling"}, ["a.0"]),
        ({"text": "zeppelin"}, []),
        ({"type": "COERCE", "actor": ":COP", "where": "NOR"}, ["a.0"]),
    ],
)
def test_events_are_found_by_what_is_asked(
    store: Store, asked: dict[str, Any], found: list[str]
) -> None:
    assert sorted(_ids(store, **asked)) == found


def test_events_come_by_day_those_without_one_by_that_of_their_report(store: Store) -> None:
    assert _ids(store) == ["a.0", "a.1", "b.1", "c.0"]


def test_the_first_events_are_those_of_the_first_days_and_all_are_counted(store: Store) -> None:
    assert _ids(store, first=2) == ["a.0", "a.1"]
    assert _ids(store, first=1, text="police") == _ids(store, text="police")[:1]
    assert store.count(text="police") == len(_ids(store, text="police"))
    assert store.count() == 4


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"type": "ASSULT"}, "no type `ASSULT`"),
        ({"status": "maybe"}, "no status `maybe`"),
        ({"colour": "red"}, "`colour`"),
        ({"between": ("2024-13-01", "2024-12-01")}, "two days"),
        ({"text": '"unclosed AND ('}, "cannot be looked for"),
    ],
)
def test_what_can_be_no_event_is_refused_in_a_line(
    store: Store, asked: dict[str, Any], words: str
) -> None:
    with pytest.raises(StoreError, match=words) as raised:
        store.events(**asked)
    assert "\n" not in str(raised.value)


def test_a_type_without_events_is_no_fault(store: Store) -> None:
    assert _ids(store, type="SANCTION") == []


def test_answers_come_as_arrow_polars_pandas_and_duckdb(store: Store) -> None:
    found = store.events(type="COERCE")
    rows = (found.arrow().num_rows, found.polars().height, len(found.pandas()))
    assert rows == (3, 3, 3)
    assert found.relation.aggregate("max(voices)").fetchall() == [(2,)]
    assert len(found) == 3


def _rows(store: Store, *columns: str, **asked: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
    return [tuple(row[c] for c in columns) for row in store.counts(**asked)]


def test_counts_are_of_what_happened(store: Store) -> None:
    counted = _rows(store, "month", "type", "events", "voices")
    assert counted == [
        ("2024-03", "COERCE", 1, 2),
        ("2024-03", "CONSULT", 1, 1),
        ("2024-04", "COERCE", 1, 1),
    ]
    assert _rows(store, "status", "events", every=None, by=[By.STATUS], status="planned") == [
        ("planned", 1)
    ]


def test_an_event_that_may_be_of_two_days_is_counted_on_none(store: Store) -> None:
    days = _rows(store, "day", "events", every=Every.DAY, by=[By.TYPE], type="COERCE")
    assert days == [("2024-03-04", 1), (None, 1)]
    assert _rows(store, "week", "events", every=Every.WEEK, by=[], type="COERCE") == [
        ("2024-03-04", 1),
        ("2024-04-01", 1),
    ]


def test_events_can_be_counted_on_the_day_of_their_first_report(store: Store) -> None:
    days = _rows(store, "day", "events", every=Every.DAY, by=[], on=On.REPORTED)
    assert days == [("2024-03-10", 3)]
    assert _ids(store, reported=("2024-03-11", "2024-03-12")) == []


def test_a_dyad_is_of_two_countries_and_an_unknown_one_is_null(store: Store) -> None:
    pairs = _rows(store, "actor", "recipient", "events", every=None, by=[By.DYAD])
    assert pairs == [("NOR", "NOR", 1), ("NOR", None, 1), ("SWE", "NOR", 1)]
    scores = _rows(store, "goldstein", every=None, by=[By.PLACE], where="NOR")
    assert scores == [(-5.0,)]


def test_quotes_are_found_by_speaker_and_words(store: Store) -> None:
    def words(**asked: Any) -> list[str]:  # noqa: ANN401 - whatever is asked
        return [row["words"] for row in store.quotes(**asked)]

    assert words(speaker="brandt") == ["aaa", "bbb", "ccc"]
    assert words(speaker="SWE:GOV", text="BB") == ["bbb"]
    assert words(speaker="NOR") == []
    assert words(between=("2024-03-11", "2024-03-12")) == []


def test_relations_are_found_by_their_ends_and_a_day(store: Store) -> None:
    def subjects(**asked: Any) -> list[str]:  # noqa: ANN401 - whatever is asked
        return [row["subject"]["name"] for row in store.relations(**asked)]

    assert subjects(object="union", on="2024-01-01") == ["Nordland"]
    assert subjects(on="2018-01-01") == []
    assert subjects(predicate="leads") == []


def test_an_event_is_explained_by_its_claims(store: Store) -> None:
    event, claims = store.explain("b.0")
    assert event["id"] == "a.0"
    assert [(row["id"], row["report"]) for row in claims] == [("a.0", "a"), ("b.0", "b")]
    assert "2024-03-04" in claims[1]["reason"]
    with pytest.raises(StoreError, match="no event"):
        store.explain("x")


@pytest.mark.parametrize("ask", [Store.events, Store.quotes, Store.relations])
def test_a_store_without_rows_answers_with_none(
    tmp_path: Path, ask: Callable[[Store], Any]
) -> None:
    made_store(tmp_path, [], {})
    assert len(ask(open_store(tmp_path))) == 0

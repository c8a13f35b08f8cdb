"""Speakers are the same ones whether files or a store are asked."""

import duckdb
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.store.made import made_store, party, raw

from dateline.records.attribution import Quote, QuoteKind
from dateline.records.entity import Party
from dateline.records.record import Record
from dateline.records.span import Span
from dateline.render.sayings import sayings
from dateline.store.open import Store
from dateline.store.wanted import is_asked, quote

SPEAKERS = {
    "a": party("Mira Brandt", "SWE", "GOV"),
    "b": party("İlkay Öz", "TUR", "MIL"),
    "c": Party(text="a  Swedish\nofficer", start=0, end=18, country="SWE", sector=("MIL",)),
    "d": None,
}


def _record(name: str, speaker: Party | None) -> Record:
    words = Span(text=f"they ran {name}", start=0, end=10)
    said = Quote(kind=QuoteKind.DIRECT, content=words, speaker=speaker)
    return Record(id=name, version="made", quotes=(said,))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("store")
    records = {name: _record(name, speaker) for name, speaker in SPEAKERS.items()}
    made_store(folder, [raw(name, "2024-03-05") for name in SPEAKERS], records)
    return Store(folder)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (None, "abcd"),
        (["SWE"], "ac"),
        ([":MIL"], "bc"),
        (["TUR:MIL"], "b"),
        (["brandt", "ilkay"], "ab"),
        (["ÖZ"], "b"),
        (["swedish"], "c"),
        (["FRA"], ""),
    ],
)
def test_a_store_and_its_records_give_the_same_rows(
    store: Store, asked: list[str] | None, found: str
) -> None:
    kept = list(sayings(store.quoting(asked), asked))
    assert kept == list(sayings(store.records(), asked))
    assert "".join(row.report for row in kept) == found
    assert sorted(row["words"] for row in store.quotes(speaker=asked)) == sorted(
        row.words for row in kept
    )


_NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6)
_CODES = st.sampled_from(["SWE", "SWE:MIL", ":MIL", "FRA", "Swe", ""])


@given(_NAMES, _NAMES | _CODES, st.sampled_from([None, "SWE"]), st.sampled_from(["", "MIL"]))
@settings(max_examples=300, deadline=None)
def test_sql_takes_a_speaker_for_one_who_is_asked_for_where_python_does(
    name: str, asked: str, country: str | None, sector: str
) -> None:
    speaker = Party(
        text="x", start=0, end=1, name=name, country=country, sector=(sector,) if sector else ()
    )
    wanted = quote(asked, None, None)
    found = _CONNECTION.execute(
        f"SELECT {wanted.sql} FROM (SELECT ?::{_PARTY} AS speaker) q",
        [*wanted.values, msgspec.to_builtins(speaker)],
    ).fetchone()
    assert found is not None
    assert bool(found[0]) == is_asked(speaker, [asked])


_CONNECTION = duckdb.connect()
_PARTY = "STRUCT(text VARCHAR, name VARCHAR, country VARCHAR, sector VARCHAR[])"

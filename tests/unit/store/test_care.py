"""Stores are checked, compacted, compared and coded anew."""

import json
from pathlib import Path
from shutil import rmtree

import pytest
from deltalake import DeltaTable
from tests.unit.store.made import adding, claim, day, made_store, party, raw

from dateline.api import open_store
from dateline.records.event import Decision, Verdict
from dateline.records.record import Record
from dateline.records.report import Problem, Refusal
from dateline.store.add import Adding, Given, add
from dateline.store.check import faults
from dateline.store.decide import decide
from dateline.store.diff import changes
from dateline.store.fulltext import FOLDER, reindex
from dateline.store.reader import Reader
from dateline.store.recode import recode
from dateline.store.schema import TABLES
from dateline.store.tables import Tables

MONDAY = day("2024-03-04")
RAWS = [raw(name, "2024-03-10") for name in "abc"]
CODED = {
    name: Record(id=name, version="made", claims=(claim(f"{name}.0", occurred=MONDAY),))
    for name in "abc"
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store that was made in three sittings."""
    for one in RAWS:
        made_store(tmp_path / "store", [one], CODED)
    return tmp_path / "store"


def test_a_whole_store_has_no_faults(folder: Path) -> None:
    assert list(faults(folder)) == []


def test_a_file_that_is_gone_is_a_fault(folder: Path) -> None:
    next((folder / "claims").glob("*.parquet")).unlink()
    (fault,) = faults(folder)
    assert "store/claims: " in fault
    assert "\n" not in fault


def test_a_file_that_is_broken_is_a_fault(folder: Path) -> None:
    file = next((folder / "claims").glob("*.parquet"))
    whole = file.read_bytes()
    file.write_bytes(whole[:60] + bytes(40) + whole[100:])
    assert list(faults(folder))


def test_rows_of_a_claim_that_are_there_twice_are_a_fault(folder: Path) -> None:
    tables = Tables(folder)
    row = next(Reader(folder).dicts("FROM claims"))
    tables.append({"claims": [row]})
    assert "1 claims are there twice" in list(faults(folder))


def test_an_index_of_words_that_is_gone_is_a_fault_and_made_anew(folder: Path) -> None:
    rmtree(folder / FOLDER)
    assert ["run `dateline store reindex`" in fault for fault in faults(folder)] == [True]
    reindex(Reader(folder))
    assert list(faults(folder)) == []
    assert len(open_store(folder).events(text="arrested students")) == 1


def test_words_are_found_where_nothing_can_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lock in (folder / FOLDER).glob("*.lock"):
        lock.unlink()
    before = sorted((folder / FOLDER).iterdir())
    monkeypatch.setattr("os.access", lambda *_: False)
    assert len(open_store(folder).events(text="arrested students")) == 1
    assert list(faults(folder)) == []
    assert sorted((folder / FOLDER).iterdir()) == before


def test_adding_compacts_when_there_are_many_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.store.tables._MANY", 2)
    for name in "abc":
        made_store(tmp_path / "store", [raw(name, "2024-03-04")], CODED)
    assert len(DeltaTable(tmp_path / "store" / "reports").file_uris()) == 1
    assert list(faults(tmp_path / "store")) == []


def test_compacting_changes_no_row_and_leaves_one_file(folder: Path) -> None:
    opened = Reader(folder)
    before = {name: sorted(opened.rows(f"FROM {name}"), key=repr) for name in TABLES}
    Tables(folder).compact()
    store = Reader(folder)
    assert {name: sorted(store.rows(f"FROM {name}"), key=repr) for name in TABLES} == before
    assert len(DeltaTable(folder / "claims").file_uris()) == 1
    assert len(list(opened.rows("FROM claims"))) == 3  # those who read it go on
    made_store(folder, [raw("d", "2024-03-10")], CODED)
    assert list(faults(folder)) == []


def _changed() -> dict[str, Record]:
    """The records of a later lexicon: another type, a claim less, a claim more."""
    later = dict(CODED)
    minister = (party("minister", "NOR", "GOV"),)
    later["a"] = _record(claim("a.9", type="ACCUSE", mode=None, occurred=MONDAY))
    later["b"] = _record()
    later["c"] = _record(CODED["c"].claims[0], claim("c.9", actors=minister))
    return later


def _record(*claims: object) -> Record:
    return Record(id="later", version="later", claims=claims)  # type: ignore[arg-type]  # claims


def test_a_store_coded_anew_leaves_the_old_one_and_says_what_changed(
    folder: Path, tmp_path: Path
) -> None:
    before = sorted(Reader(folder).rows("FROM claims"), key=repr)
    *_, added = recode(folder, tmp_path / "new", adding(_changed()))
    assert (added.coded, added.claims) == (3, 3)
    assert sorted(Reader(folder).rows("FROM claims"), key=repr) == before
    assert list(faults(tmp_path / "new")) == []
    found = list(changes(folder, tmp_path / "new"))
    assert sorted((one.report, one.change, one.fields) for one in found) == [
        ("a", "changed", ("type", "mode")),
        ("b", "removed", ()),
        ("c", "added", ()),
    ]


def test_coding_anew_goes_on_where_it_was_stopped_and_keeps_what_people_decided(
    folder: Path, tmp_path: Path
) -> None:
    decide(folder, Decision(verdict=Verdict.SPLIT, claim="a.0", other="b.0"))
    events = sorted(Reader(folder).rows("SELECT claims FROM events"), key=repr)
    new = tmp_path / "new"
    given: list[Given] = [RAWS[0]]
    list(add(new, given, adding(CODED)))
    for _ in range(2):
        *_, added = recode(folder, new, adding(CODED))
    assert (added.known, added.coded) == (3, 0)
    assert sorted(Reader(new).rows("SELECT claims FROM events"), key=repr) == events


def test_what_was_refused_stays_refused(tmp_path: Path) -> None:
    refusal = Refusal(id="x", where="x.txt", problem=Problem("ingest", "no text"))
    how: Adding = adding(CODED)
    list(add(tmp_path / "old", [refusal, *RAWS], how))
    *_, added = recode(tmp_path / "old", tmp_path / "new", how)
    assert (added.refused, added.coded) == (1, 3)
    asked = "SELECT item, stage, message FROM problems"
    assert list(Reader(tmp_path / "new").rows(asked)) == list(
        Reader(tmp_path / "old").rows(asked)
    )
    assert json.loads((tmp_path / "new" / "store.json").read_text())["linked"] == 3

"""The commands that ask a store and care for it."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.unit.store.made import claim, day, made_store, party, place, raw, tie
from typer.testing import CliRunner

from dateline.cli.app import app
from dateline.records.attribution import Quote, QuoteKind
from dateline.records.record import Record
from dateline.records.span import Span


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of two reports that tell of one arrest."""
    folder: Path = tmp_path_factory.mktemp("store")
    raid = {"occurred": day("2024-03-04"), "place": place("Halden", "NOR")}
    words = Span(text="they ran", start=0, end=8)
    quote = Quote(kind=QuoteKind.DIRECT, content=words, speaker=party("Brandt", "SWE", "GOV"))
    coded = {
        name: Record(
            id=name,
            version="made",
            claims=(claim(f"{name}.0", **raid),),
            ties=(tie("Nordland", "the Union", since="2019"),),
            quotes=(quote,),
        )
        for name in "ab"
    }
    made_store(folder, [raw(name, "2024-03-05") for name in "ab"], coded)
    return str(folder)


def _run(*args: str) -> str:
    done = CliRunner().invoke(app, args)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_events_are_listed_as_lines_sheets_tables_and_parquet(
    store: str, tmp_path: Path
) -> None:
    (line,) = _run("events", store, "--type", "COERCE").splitlines()
    assert json.loads(line)["voices"] == 2
    (row,) = csv.DictReader(io.StringIO(_run("events", store, "-f", "csv")))
    assert (row["actors"], row["name"], row["claims"]) == ("police", "Halden", "a.0|b.0")
    assert "Halden, NOR" in _run("events", store, "-f", "table")
    _run("events", store, "--out", str(tmp_path / "events.parquet"))
    assert pq.read_table(tmp_path / "events.parquet").num_rows == 1
    _run("events", store, "--out", str(tmp_path / "events.csv"), "--type", "SANCTION")
    assert (tmp_path / "events.csv").read_text().startswith("month,id,type")


def test_an_event_is_split_and_merged_again(store: str) -> None:
    assert _run("events", "split", store, "a.0", "b.0", "--note", "two raids") == "a.0\nb.0\n"
    assert len(_run("events", store).splitlines()) == 2
    assert _run("events", "merge", store, "a.0", "b.0", "--note", "one raid") == "a.0\n"
    shown = _run("explain", store, "b.0")
    assert "Police arrested students, says b.0." in shown
    assert "actors of the same name" in shown
    assert (
        json.loads(_run("explain", store, "a.0", "-f", "jsonl"))["claims"][0]["report"] == "a"
    )


def test_counts_relations_and_quotes_are_written(store: str) -> None:
    (row,) = csv.DictReader(
        io.StringIO(_run("counts", store, "--every", "week", "--by", "dyad", "-f", "csv"))
    )
    assert (row["week"], row["actor"], row["events"]) == ("2024-03-04", "NOR", "1")
    (relation,) = map(json.loads, _run("relations", store, "--subject", "nordl").splitlines())
    assert (relation["object"]["name"], relation["reports"]) == ("the Union", 2)
    quotes = list(csv.DictReader(io.StringIO(_run("quotes", store, "--speaker", "SWE"))))
    assert [(row["report"], row["words"]) for row in quotes] == [
        ("a", "they ran"),
        ("b", "they ran"),
    ]


def test_wrong_use_is_said_in_one_line(store: str, tmp_path: Path) -> None:
    for args, words in (
        (("events", store, "--type", "WAR"), "no type `WAR`"),
        (("events", store, "-f", "parquet"), "--out"),
        (("events", str(tmp_path)), "no store"),
        (("explain", store, "nothing"), "no event"),
        (("events", "merge", store, "a.0", "zzz"), "no claim"),
        (("store", "recode", store, store), "another folder"),
        (("store", "diff", store, str(tmp_path)), "no store"),
    ):
        done = CliRunner().invoke(app, args)
        assert done.exit_code != 0
        assert words in str(done.exception) + done.output


def test_a_store_is_checked_compacted_and_indexed_anew(store: str) -> None:
    _run("store", "compact", store)
    _run("store", "reindex", store)
    assert _run("store", "check", store).endswith("is whole\n")
    done = CliRunner().invoke(app, ["store", "diff", store, store])
    assert "the claims are the same" in done.stderr

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app
from dateline.errors import InputError

SHOT = "Police in Tallinn shot the lawyer Oskar Brandt on 2 May 2024."
TEXTS = {"a": f"President Liina Korv of Estonia condemned the police. {SHOT}", "b": SHOT}


def run(*arguments: str, given: str = "") -> str:
    result = CliRunner().invoke(app, arguments, input=given)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two coded reports that tell of one shooting."""
    reports = "".join(
        json.dumps({"id": name, "text": text, "published": "2024-05-04"}) + "\n"
        for name, text in TEXTS.items()
    )
    folder = tmp_path_factory.mktemp("coded")
    (folder / "reports.jsonl").write_text(reports, encoding="utf-8")
    records = folder / "records.jsonl"
    records.write_text(run("code", str(folder / "reports.jsonl"), "-q"), encoding="utf-8")
    return records


def test_records_come_back_with_one_event_for_one_happening(coded: Path) -> None:
    before, after = coded.read_text().splitlines(), run("link", str(coded), "-q").splitlines()
    assert [json.loads(line)["id"] for line in after] == ["a", "b"]
    shot = [c for line in after for c in json.loads(line)["claims"] if c["type"] == "ASSAULT"]
    assert len(shot) == 2
    assert len({claim["event"] for claim in shot}) == 1
    ids = [[[c["id"] for c in json.loads(x)["claims"]] for x in y] for y in (before, after)]
    assert ids[0] == ids[1]


def test_events_say_why_and_a_person_can_split_them(coded: Path, tmp_path: Path) -> None:
    events = [json.loads(line) for line in run("link", str(coded), "--events").splitlines()]
    (shot,) = (event for event in events if event["reports"] == 2)
    one, other = (merge["claim"] for merge in shot["merges"])
    assert any("of the same name (Oskar Brandt)" in merge["reason"] for merge in shot["merges"])
    file = tmp_path / "decisions.jsonl"
    file.write_text(json.dumps({"verdict": "split", "claim": one, "other": other}) + "\n")
    out = run("link", str(coded), "--events", "--decisions", str(file))
    assert all(json.loads(line)["reports"] == 1 for line in out.splitlines())


def test_relations_are_attested(coded: Path) -> None:
    out = run("link", "-", "--relations", given=coded.read_text())
    found = [json.loads(line) for line in out.splitlines()]
    assert any(one["subject"]["name"] == "Liina Korv" for one in found)


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text('{"no": "record"}\n')
    with pytest.raises(InputError, match=r"bad\.jsonl:1: no record"):
        run("link", str(file))
    with pytest.raises(InputError, match="cannot be read"):
        run("link", str(tmp_path / "none.jsonl"))

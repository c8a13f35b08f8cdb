import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.api import load
from dateline.cli.app import app

REPORTS = [
    ("2024-03-02", "President Liina Korv of Estonia met farmers in Tartu."),
    ("2024-05-04", "Estonian President Liina Korv condemned the police."),
    ("2024-06-01", "A ferry sank off Tallinn."),
]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offices")
    lines = [
        json.dumps({"id": str(n), "text": text, "published": day})
        for n, (day, text) in enumerate(REPORTS)
    ]
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    records = folder / "records.jsonl"
    records.write_text(run("code", str(folder / "reports.jsonl"), "-q"), encoding="utf-8")
    return records


def test_an_office_has_its_days_its_counts_and_its_sentence(coded: Path) -> None:
    (row,) = csv.DictReader(run("offices", str(coded), "-q").splitlines())
    assert (row["country"], row["office"], row["name"]) == ("EST", "president", "Liina Korv")
    assert (row["since"], row["until"]) == ("2024-03-02", "2024-08-02")
    assert (row["reports"], row["texts"]) == ("2", "2")
    assert row["evidence"] == REPORTS[0][1]


def test_what_too_few_texts_attest_is_left_out(coded: Path) -> None:
    assert run("offices", str(coded), "-q", "--texts", "3", "-f", "jsonl") == ""


def test_what_is_learned_helps_the_next_report(coded: Path, tmp_path: Path) -> None:
    run("offices", str(coded), "-q", "--to", str(tmp_path / "learned"))
    text = "Liina Korv condemned the strike of the nurses."
    known = load(lexicon=[tmp_path / "learned"])
    (claim,) = known.code(text, published="2024-07-01").claims
    assert [(p.country, p.sector) for p in claim.actors] == [("EST", ("GOV",))]
    later = known.code(text, published="2025-07-01").claims
    assert [p.sector for claim in later for p in claim.actors] != [("GOV",)]

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from dateline.cli.app import app

TEXT = "Police in Lyon arrested 12 students on Monday."


WORDS = ["Alba", "Bresk", "Corv", "Dolen", "Emmen", "Farsk", "Golm", "Hett", "Isker"]


def run(*arguments: str, given: str = TEXT) -> tuple[int, str]:
    result = CliRunner().invoke(app, arguments, input=given)
    return result.exit_code, result.stdout


def test_a_pipe_gets_one_json_object_a_report() -> None:
    status, out = run("code", "-", "-q")
    assert status == 0
    assert json.loads(out)["text"] == TEXT


def test_csv_has_a_row_for_each_claim() -> None:
    _, lines = run("code", "-", "-q")
    _, out = run("code", "-", "-q", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == len(json.loads(lines)["claims"])


def test_the_page_needs_nothing_from_elsewhere() -> None:
    status, out = run("code", "-", "-q", "--format", "html")
    assert status == 0
    assert "<link" not in out
    assert "src=" not in out


def test_a_bad_line_costs_itself_only(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"id": "good", "text": TEXT}) + "\nno json\n")
    status, out = run("code", str(path), "-q", "--format", "jsonl")
    assert status == 1
    assert json.loads(out.splitlines()[0])["id"] == "good"


def test_a_day_that_is_no_day_is_wrong_use() -> None:
    assert run("code", "-", "--published", "yesterday")[0] == 2


def test_columns_of_a_table_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("body,date\nPolice arrested two men.,2024-05-31\n")
    status, out = run("code", str(tmp_path), "-q", "--columns", "text=body, published=date")
    assert status == 0
    record = json.loads(out)
    assert record["report"]["published"] == "2024-05-31"
    assert record["provenance"] == {
        "file": str(tmp_path / "a.csv"),
        "record": 2,
        "fetched": None,
        "offset": None,
    }


def test_columns_of_no_field_are_wrong_use() -> None:
    for option in ("text", "body=text", "text=", ","):
        assert run("code", "-", "--columns", option)[0] == 2


def test_lineage_is_told_when_all_are_read(tmp_path: Path) -> None:
    text = " ".join(
        f"In village {word} the river rose and took a bridge away." for word in WORDS
    )
    (tmp_path / "a.jsonl").write_text(
        "\n".join(
            json.dumps({"id": day, "text": text, "published": f"2024-05-{day}"})
            for day in ("31", "30")
        )
    )
    status, out = run("code", str(tmp_path), "-q", "--with", "lineage")
    assert status == 0
    lineages = [json.loads(line)["lineage"] for line in out.splitlines()]
    assert [lineage["kind"] for lineage in lineages] == ["copy", "original"]
    assert {lineage["text"] for lineage in lineages} == {"30"}


def test_a_page_that_is_no_report_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.txt").write_text(
        "\n\n".join(f"{word} Village Cut Off by River" for word in WORDS)
    )
    assert run("code", str(tmp_path), "-q")[0] == 1


def test_the_published_schema_is_the_one_the_types_make() -> None:
    published = Path(__file__).parents[3] / "docs/record.schema.json"
    assert run("schema")[1] == published.read_text()


def test_the_module_runs_as_a_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("dateline ")

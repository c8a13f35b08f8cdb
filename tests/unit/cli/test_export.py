import json
from pathlib import Path

import msgspec
from typer.testing import CliRunner

from dateline.cli.app import app
from dateline.errors import InputError
from dateline.render.coded import CodedRecord


def test_records_of_the_coder_go_through_every_format(
    record: CodedRecord, tmp_path: Path
) -> None:
    line = msgspec.json.encode(record) + b"\n"
    for form in (
        "csv",
        "gdelt",
        "gkg",
        "icews",
        "jsonld",
        "parquet",
        "phoenix",
        "plover",
        "polecat",
    ):
        done = CliRunner().invoke(
            app, ["export", form, "-", "--out", str(tmp_path)], input=line
        )
        assert done.exit_code == 0, done.output
        manifest = json.loads((tmp_path / f"{form}.manifest.json").read_text())
        assert manifest["claims"] == len(record.claims)
        assert all(file["rows"] for file in manifest["files"])


def test_the_help_lists_the_formats() -> None:
    shown = CliRunner().invoke(app, ["export", "--help"]).stdout
    assert "ICEWS coded events" in shown


def test_a_format_that_is_none_and_a_line_that_is_no_record_are_said_in_a_line(
    tmp_path: Path,
) -> None:
    broken = tmp_path / "records.jsonl"
    broken.write_text('{"id": 1}\n')
    for arguments in (["acled", str(broken)], ["icews", str(broken)], ["icews", "nowhere"]):
        done = CliRunner().invoke(app, ["export", *arguments, "--out", str(tmp_path)])
        assert isinstance(done.exception, InputError)
        assert "\n" not in str(done.exception)

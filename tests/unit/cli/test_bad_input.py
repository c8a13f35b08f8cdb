"""What is no report costs itself only, and is told with its file and line."""

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app

GOOD = "Police in Lyon arrested 12 students on Monday, the ministry said.\n"
BAD = {
    "empty.txt": (b"", 1, "nothing to read"),
    "picture.png": (bytes((n * 7919) % 251 for n in range(4000)), 1, "not text"),
    "zeros.txt": (bytes(4000), 1, "not text"),
    "broken.txt": (GOOD.encode() + b"The \xe9\xff caf\xc3 closed in the caf\xc3\xa9.\n", 0, ""),
    "wide.txt": (GOOD.encode("utf-16-le"), 0, ""),
    "nul.txt": (GOOD.replace("12", "\0").encode(), 0, ""),
    "quotes.txt": (f'"{GOOD}"" “'.encode(), 0, ""),
    "script.html": (b"<html><script>var a = '<p>x';</script></html>", 1, "nothing to read"),
    "german.txt": (
        "Die Polizei hat am Montag in Bremen vierzehn Menschen festgenommen, teilte das "
        "Ministerium mit. Die Gewerkschaft forderte die Regierung auf, den Plan "
        "zurückzunehmen und die Löhne zu erhöhen.".encode(),
        1,
        "not English",
    ),
    "line.jsonl": (b'{"id": "1", "text": "Police arrested a man."}\nno json\n', 1, "jsonl:2"),
    "text.jsonl": (b'\n{"id": "1"}\n', 1, "text.jsonl:2: has neither"),
    "date.jsonl": (
        b'{"text": "Police arrested a man.", "published": "soon"}\n',
        0,
        "`soon` is no date",
    ),
}

REFUSED = {
    "page.rss": (b"<!DOCTYPE html><p>No feed.</p>", "RSS or Atom was expected"),
    "cut.txt.gz": (gzip.compress(GOOD.encode() * 99)[:60], "cut off"),
    "entities.rss": (
        b'<!DOCTYPE r [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss><title>&c;</title></rss>',
        "declares entities",
    ),
    "row.csv": (b"text\nPolice,left\nPolice arrested a man.\n", "row.csv:2"),
    "long.jsonl": (
        b'{"id": "1", "text": "' + b"x" * 33 * 2**20 + b'"}\n',
        "long.jsonl:1: it has more than 32 MB",
    ),
    "half.jsonl": (b'{"text": "A \\ud800 man."}\n', "half.jsonl:1: not a report"),
    "deep.jsonl": (b'{"a":' + b"[" * 100_000 + b"\n", "deep.jsonl:1: not a report"),
    "deep.html": (b"<div>" * 100_000 + GOOD.encode(), "nothing to read"),
    "empty.csv": (b"", "no column `text`"),
    "empty.rss": (b"", "RSS or Atom was expected"),
    "empty.warc": (b"", "WARC was expected"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_and_never_ends_the_run(name: str, tmp_path: Path) -> None:
    data, status, message = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz-good.txt").write_text(GOOD, encoding="utf-8")
    result = CliRunner().invoke(app, ["code", str(tmp_path), "--format", "jsonl"])
    assert result.exit_code == status, result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "zz-good.txt" in result.stdout.splitlines()[-1]
    assert message in result.stderr
    assert all(name in line for line in result.stderr.splitlines())


def test_each_refusal_is_one_line_with_its_reason(tmp_path: Path) -> None:
    for name, (data, _) in REFUSED.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "zz-good.txt").write_text(GOOD, encoding="utf-8")
    result = CliRunner().invoke(app, ["code", str(tmp_path), "--format", "jsonl"])
    assert result.exit_code == 1, result.stderr
    told = result.stderr.splitlines()
    for name, (_, message) in REFUSED.items():
        assert [message in line for line in told if name in line] == [True]
    assert "zz-good.txt" in result.stdout.splitlines()[-1]


def test_a_folder_that_holds_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "up").symlink_to("..")
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "a" / "good.txt").write_text(GOOD, encoding="utf-8")
    result = CliRunner().invoke(app, ["code", str(tmp_path), "--format", "jsonl"])
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1), result.stderr


def test_a_file_that_is_not_there_is_told() -> None:
    result = CliRunner().invoke(app, ["code", "no-such-file.txt"])
    assert (result.exit_code, "no-such-file.txt" in result.stderr) == (1, True)


def test_a_line_of_many_megabytes_is_read_in_part(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("x " * 10_000_000, encoding="utf-8")
    result = CliRunner().invoke(app, ["code", str(path), "--format", "csv"])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "characters were read" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["code", "--format", "nonsense"],
        ["code", "--published", "soon"],
        ["code", "--jobs", "0"],
        ["code", "--min-confidence", "2"],
        ["lexicon", "show", "NONSENSE"],
        ["nonsense"],
    ],
)
def test_wrong_use_has_status_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == 2


def test_a_page_of_two_stories_is_two_reports(tmp_path: Path) -> None:
    told = (
        "Police in Lyon arrested twelve students on Monday after a night of unrest in town.",
        "The ministry said that all of them had been in the street where a bank was burnt.",
        "A lawyer of the students said that none of them had been seen near to the bank.",
    )
    page = ("Students Arrested in Lyon After Unrest", "By Ann Bell", *told)
    (tmp_path / "a.txt").write_text("\n\n".join((*page, *page)).replace("Bell", "Hill", 1))
    result = CliRunner().invoke(app, ["code", str(tmp_path), "--format", "jsonl"])
    ids = [json.loads(line)["id"] for line in result.stdout.splitlines()]
    path = str(tmp_path / "a.txt")
    assert (result.exit_code, ids) == (0, [path, f"{path}#2"])
    assert "the page goes on with other stories; this is the first" in result.stderr

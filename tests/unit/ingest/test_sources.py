"""Whatever carries reports is known by its name or its first bytes."""

import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import pytest

from dateline.ingest import stream
from dateline.ingest.read import read_raws
from dateline.records.report import Raw, Refusal

FEED = b'<?xml version="1.0"?><rss><channel><item><title>Rain</title></item></channel></rss>'
PAGE = b"<!DOCTYPE html><html><body><p>Rain fell.</p></body></html>"
LINE = json.dumps({"id": "1", "text": "Rain fell."}).encode()


def _read(data: bytes) -> list[Raw | Refusal]:
    return list(read_raws(["-"], BytesIO(data)))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"Rain fell."),
        ("a.html", PAGE),
        ("a.jsonl", LINE),
        ("a.csv", b"text\nRain fell.\n"),
        ("a.rss", FEED),
        ("a.xml", FEED),
    ],
)
def test_every_format_may_be_zipped(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(data))
    plain, zipped = read_raws([str(tmp_path / name), str(tmp_path / f"{name}.gz")])
    assert isinstance(plain, Raw)
    assert isinstance(zipped, Raw)
    assert (plain.text, plain.html, plain.title) == (zipped.text, zipped.html, zipped.title)


def test_a_pattern_stands_for_all_files_that_match(tmp_path: Path) -> None:
    for name in ("2024/05/b.txt", "2024/06/a.txt", "2024/06/a.log"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Rain fell.")
    found = list(read_raws([str(tmp_path / "2024/**/*.txt")]))
    assert [Path(item.id).name for item in found] == ["b.txt", "a.txt"]
    (refusal,) = read_raws([str(tmp_path / "*.csv")])
    assert isinstance(refusal, Refusal)
    assert "no file matches" in refusal.problem.message


def test_a_name_with_brackets_is_a_name(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("Rain fell.")
    (raw,) = read_raws([str(tmp_path / "a[1].txt")])
    assert isinstance(raw, Raw)


def test_a_file_that_cannot_be_read_costs_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"Rain" * 100)[:-10])
    (tmp_path / "b.txt").write_text("Rain fell.")
    found = list(read_raws([str(tmp_path)]))
    assert [type(item) for item in found] == [Refusal, Raw]


def test_a_page_is_no_feed(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_bytes(PAGE)
    (refusal,) = read_raws([str(tmp_path / "a.rss")])
    assert isinstance(refusal, Refusal)
    assert "RSS or Atom was expected, and it begins like HTML" in refusal.problem.message


@pytest.mark.parametrize("name", ["a.parquet", "a.warc", "a.warc.gz"])
def test_a_file_of_another_kind_than_its_name_says_is_refused(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(b"Rain fell.")
    (refusal,) = read_raws([str(tmp_path / name)])
    assert isinstance(refusal, Refusal)
    assert "was expected" in refusal.problem.message


def test_a_stream_with_columns_that_are_named_is_a_table() -> None:
    data = b"body,nr\nRain fell.,7\n"
    (raw,) = read_raws(["-"], BytesIO(data), columns={"text": "body", "id": "nr"})
    assert isinstance(raw, Raw)
    assert (raw.id, raw.text) == ("7", "Rain fell.")


def test_lines_of_utf_16_are_read() -> None:
    (raw,) = _read(LINE.decode().encode("utf-16"))
    assert isinstance(raw, Raw)
    assert raw.text == "Rain fell."


def test_a_record_too_long_is_refused_and_the_rest_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stream, "MOST_BYTES", 100)
    first, second = _read(LINE[:-2] + b"x" * 200 + b'"}\n' + LINE)
    assert isinstance(first, Refusal)
    assert "more than" in first.problem.message
    assert isinstance(second, Raw)
    assert isinstance(_read(b"Rain. " * 50)[0], Refusal)
    assert isinstance(_read(PAGE * 5)[0], Refusal)


class _Answers(BaseHTTPRequestHandler):
    """Serves a feed, a page, and nothing else."""

    def do_GET(self) -> None:
        data = {"/feed": FEED, "/page": PAGE}.get(self.path)
        self.send_response(200 if data else 404)
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Answers) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


def test_a_feed_is_fetched_where_a_user_names_its_address(server: str) -> None:
    raw, page, gone = read_raws([f"{server}/feed", f"{server}/page", f"{server}/gone"])
    assert isinstance(raw, Raw)
    assert raw.title == "Rain"
    assert raw.provenance is not None
    assert raw.provenance.fetched is not None
    assert isinstance(page, Refusal)
    assert "RSS or Atom was expected" in page.problem.message
    assert isinstance(gone, Refusal)
    assert "404" in gone.problem.message


def test_a_server_that_is_not_there_is_told(server: str) -> None:
    port = int(server.rsplit(":", 1)[1])
    (refusal,) = read_raws([f"http://127.0.0.1:{port + 1 if port < 65000 else port - 1}/"])
    assert isinstance(refusal, Refusal)

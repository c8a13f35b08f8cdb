"""Web archives: each page that was fetched with success is a report."""

import gzip
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest import warc
from dateline.ingest.read import read_raws
from dateline.ingest.warc import read_warc
from dateline.records.report import Raw, Refusal

PAGE = b"<html><p>Rain fell on the harbour.</p></html>"


def _record(
    url: str,
    body: bytes = PAGE,
    status: str = "200 OK",
    kind: str = "text/html",
    more: str = "",
) -> bytes:
    """A response as crawlers write it."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{url[-1]}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def _read(data: bytes) -> list[Raw | Refusal]:
    return list(read_warc(io.BufferedReader(io.BytesIO(data)), "a.warc"))


def test_a_page_has_its_address_and_the_time_it_was_fetched() -> None:
    first, second = _read(_record("http://post.example/1") + _record("http://post.example/2"))
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert (first.html, first.url) == (PAGE.decode(), "http://post.example/1")
    assert first.provenance is not None
    assert second.provenance is not None
    assert (first.provenance.record, first.provenance.fetched) == (0, "2024-03-05T10:00:00Z")
    assert second.provenance.record == len(_record("http://post.example/1"))
    assert second.where == f"a.warc:{second.provenance.record}"


def test_what_is_no_page_is_left_out() -> None:
    other = [
        _record("http://post.example/1", status="404 Not Found"),
        _record("http://post.example/2", status="301 Moved", more="Location: /\r\n"),
        _record("http://post.example/3", kind="image/png"),
        _record("http://post.example/4").replace(b"Type: response", b"Type: resource"),
    ]
    assert _read(b"".join(other)) == []


def test_zipped_pages_and_other_character_sets_are_read() -> None:
    zipped = _record(
        "http://post.example/1", gzip.compress(PAGE), more="Content-Encoding: gzip\r\n"
    )
    latin = _record(
        "http://post.example/2",
        "<p>Café</p>".encode("latin-1"),
        kind="text/html; charset=latin-1",
    )
    first, second = _read(zipped + latin)
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert (first.html, second.html) == (PAGE.decode(), "<p>Café</p>")


def test_an_archive_cut_off_gives_what_stands_before() -> None:
    data = _record("http://post.example/1") + _record("http://post.example/2", PAGE * 50)
    first, second = _read(data[:-900])
    assert isinstance(first, Raw)
    assert isinstance(second, Refusal)
    assert "cut off" in second.problem.message


def test_a_zipped_archive_cut_off_gives_what_stands_before() -> None:
    parts = (_record("http://post.example/1"), _record("http://post.example/2"))
    data = b"".join(gzip.compress(part) for part in parts)
    first, second = read_raws(["-"], io.BytesIO(data[:-20]))
    assert isinstance(first, Raw)
    assert isinstance(second, Refusal)
    assert "cut off" in second.problem.message


def test_a_broken_archive_is_refused() -> None:
    found = _read(_record("http://post.example/1") + b"no archive\r\n\r\n")
    assert [type(item) for item in found] == [Raw, Refusal]


def test_a_page_too_long_is_refused_and_the_next_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MOST_BYTES", 100)
    long = _record("http://post.example/1", PAGE * 50)
    found = _read(long + _record("http://post.example/2"))
    assert [type(item) for item in found] == [Refusal, Raw]


@settings(max_examples=200)
@given(st.integers(0, 600), st.binary(max_size=12), st.integers(0, 12))
def test_a_fault_anywhere_is_no_crash(at: int, fault: bytes, over: int) -> None:
    data = _record("http://post.example/1") + _record("http://post.example/2")
    _read(data[:at] + fault + data[at + over :])

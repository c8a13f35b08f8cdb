"""Streams are read within bounds."""

import gzip
import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest import stream
from dateline.ingest.stream import TooLongError, Unzipped, lines, whole


def _unzipped(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(Unzipped(io.BytesIO(data)))


@given(st.lists(st.binary(max_size=2000), min_size=1, max_size=4), st.integers(0, 9))
def test_zipped_parts_come_out_whole(parts: list[bytes], zeros: int) -> None:
    data = b"".join(gzip.compress(part) for part in parts) + bytes(zeros)
    assert _unzipped(data).read() == b"".join(parts)


def test_what_stands_before_the_cut_is_given() -> None:
    data = gzip.compress(b"first\n" * 5000) + gzip.compress(b"second\n" * 5000)[:-9]
    reader, found = _unzipped(data), []
    with pytest.raises(OSError, match="cut off"):
        found.extend(iter(reader.readline, b""))
    assert found.count(b"first\n") == 5000


def test_a_broken_file_is_no_crash() -> None:
    with pytest.raises(OSError, match="broken"):
        _unzipped(gzip.compress(b"text" * 100)[:20] + b"\xff" * 40).read()


def test_a_bomb_is_refused_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_SMALL", 2**20)
    reader = _unzipped(gzip.compress(bytes(50 * 2**20)))
    tracemalloc.start()
    with pytest.raises(OSError, match="200 times"):
        for _ in iter(lambda: reader.read(2**16), b""):
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**20


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MOST_BYTES", 10)
    data = b"short\n" + b"x" * 500 + b"\nexactly10\nlast" + b"y" * 20
    assert list(lines(io.BytesIO(data))) == [b"short\n", None, b"exactly10\n", None]


def test_a_whole_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MOST_BYTES", 10)
    assert whole(io.BytesIO(b"x" * 10)) == b"x" * 10
    with pytest.raises(TooLongError):
        whole(io.BytesIO(b"x" * 11))

"""How much of some files is read."""

import gzip
from pathlib import Path

from dateline.ingest.meter import Meter
from dateline.ingest.read import read_raws


def test_the_part_that_is_read_grows_to_all(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Police arrested nine students in Lyon on Monday. " * 20)
    packed = gzip.compress(b'{"id": "x", "text": "Police arrested nine students."}\n')
    (tmp_path / "c.jsonl.gz").write_bytes(packed)
    meter = Meter([str(tmp_path)])
    parts = [meter.part for _ in read_raws([str(tmp_path)], meter=meter)]
    assert len(parts) == 3
    assert parts == sorted(parts, key=lambda part: part or 0.0)
    assert meter.part == 1.0


def test_nothing_is_said_of_streams_and_of_what_is_not_there(tmp_path: Path) -> None:
    assert Meter(["-"]).part is None
    assert Meter([str(tmp_path / "none.txt")]).part is None
    assert Meter(["https://example.org/feed", str(tmp_path)]).part is None

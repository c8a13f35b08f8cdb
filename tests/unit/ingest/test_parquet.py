"""Parquet: a row is a report."""

import io
from pathlib import Path

import duckdb
import pytest

from dateline.ingest import parquet
from dateline.ingest.read import read_raws
from dateline.records.report import Raw, Refusal


def _write(path: Path, query: str) -> Path:
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    return path


def test_columns_are_known_by_name_or_named(tmp_path: Path) -> None:
    query = "SELECT 7 AS id, 'Rain fell.' AS body, DATE '2024-05-31' AS date, NULL AS title"
    path = _write(tmp_path / "odd [1] name.parquet", query)
    (raw,) = read_raws([str(path)], columns={"text": "body", "published": "date"})
    assert isinstance(raw, Raw)
    assert (raw.id, raw.text, raw.published) == ("7", "Rain fell.", "2024-05-31")
    assert raw.title is None
    assert raw.where == f"{path}:1"


def test_many_rows_come_in_order(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "a.parquet", "SELECT range AS id, 'Rain.' AS text FROM range(1000)"
    )
    stream = io.BytesIO(path.read_bytes())
    found = list(read_raws(["-"], stream, columns={"text": "text"}))
    assert [item.id for item in found] == [str(number) for number in range(1000)]


def test_rows_without_text_and_too_long_ones_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "MOST_BYTES", 10)
    rows = "VALUES ('Rain.'), (NULL), (repeat('x', 11)), ('Fog.')"
    path = _write(tmp_path / "a.parquet", f"SELECT * FROM ({rows}) AS t(text)")
    found = list(read_raws([str(path)]))
    assert [type(item) for item in found] == [Raw, Refusal, Refusal, Raw]


def test_a_table_without_text_is_refused_with_the_names_it_has(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.parquet", "SELECT 'Rain.' AS body")
    (refusal,) = read_raws([str(path)])
    assert isinstance(refusal, Refusal)
    assert "it has `body`" in refusal.problem.message


def test_a_file_cut_off_is_refused(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.parquet", "SELECT 'Rain.' AS text FROM range(1000)")
    path.write_bytes(path.read_bytes()[:-30])
    (refusal,) = read_raws([str(path)])
    assert isinstance(refusal, Refusal)
    assert "not a Parquet file that can be read" in refusal.problem.message

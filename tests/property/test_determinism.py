"""The same report gives the same bytes, whatever is coded beside it."""

from pathlib import Path

import msgspec

from dateline.api import Coder, load
from dateline.records.report import Raw


def _raws(sample: str) -> list[Raw]:
    paragraphs = sample.split("\n\n")
    whole = Raw(id="ferry", text=sample, published="2024-05-16")
    return [whole] + [
        Raw(id=f"part-{n}", text=part, published="2024-05-16")
        for n, part in enumerate(paragraphs)
    ]


def test_order_and_number_of_processes_do_not_change_records(coder: Coder, sample: str) -> None:
    raws = _raws(sample)
    once = [msgspec.json.encode(record) for record in coder.pipe(raws)]
    twice = [msgspec.json.encode(record) for record in coder.pipe(raws)]
    backwards = [msgspec.json.encode(record) for record in coder.pipe(raws[::-1])][::-1]
    in_parallel = [msgspec.json.encode(record) for record in coder.pipe(raws, jobs=2)]
    assert once == twice == backwards == in_parallel


def test_the_version_changes_with_the_data(coder: Coder, tmp_path: Path) -> None:
    folder = tmp_path / "lang" / "en" / "acts"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text('type = "PROTEST"\n', encoding="utf-8")
    other = load(lexicon=[tmp_path])
    assert other.code("").version != coder.code("").version

"""Times of every kind that news writes, in sentences of our own kept as data."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline.annotate.time_feasts import feast_day
from dateline.annotate.times import FindTimes
from dateline.lexicon.library import Library
from dateline.records.report import Block, Opening, Report, Role

if TYPE_CHECKING:
    from dateline.annotate.parse import Parser

DATA = Path(__file__).parents[2] / "data" / "times.jsonl"
CASES = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def find_times() -> FindTimes:
    return FindTimes(Library())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['finds']} {case['text'][:30]}")
def test_a_phrase_has_its_value(
    case: dict[str, Any], find_times: FindTimes, parser: "Parser"
) -> None:
    block = Block(role=Role.BODY, start=0, end=len(case["text"]))
    opening = Opening(published=case["published"])
    report = Report(id="r", text=case["text"], opening=opening, blocks=(block,))
    times = [(t.text, t.value, t.type) for t in find_times(report, parser(report))]
    if case["finds"] is None:
        assert {kind for _, _, kind in times} <= {"DURATION"}
    else:
        assert (case["finds"], case["value"], case["type"]) in times


def test_there_are_phrases_enough() -> None:
    assert len(CASES) >= 120


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, "03-22"), (1943, "04-25"), (1954, "04-18"), (2000, "04-23"), (2024, "03-31")],
)
def test_easter_falls_where_the_calendar_has_it(year: int, day: str) -> None:
    assert feast_day("easter+0", year).isoformat() == f"{year}-{day}"

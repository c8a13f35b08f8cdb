"""Charts hold what was counted and are written as their files' endings say."""

import json
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.render.plots import counts_chart, dyads_chart, map_chart, save_chart

COUNTS = [
    {"month": "2024-03", "type": "COERCE", "events": 2},
    {"month": "2024-05", "type": "AID", "events": 1},
    {"month": None, "type": "AID", "events": 7},
]
DYADS = [
    {"actor": "NOR", "recipient": "SWE", "events": 3, "plover_score": 4.0},
    {"actor": None, "recipient": "SWE", "events": 9, "plover_score": -4.0},
]
PLACES = [
    {"latitude": 59.1, "longitude": 11.4, "events": 3, "plover_score": -7.0},
    {"latitude": None, "longitude": None, "events": 5, "plover_score": 1.0},
]


def test_what_has_no_time_country_or_place_is_left_out() -> None:
    held = [
        chart.to_dict()["data"]["values"]
        for chart in (counts_chart(COUNTS, "month"), dyads_chart(DYADS))
    ]
    assert held == [COUNTS[:2], DYADS[:1]]
    assert "59.1" in json.dumps(map_chart(PLACES).to_dict())
    assert '"latitude": null' not in json.dumps(map_chart(PLACES).to_dict())


def test_only_the_most_frequent_countries_are_drawn() -> None:
    many = [
        {"actor": f"A{n:02}", "recipient": "SWE", "events": n, "plover_score": 0.0}
        for n in range(1, 41)
    ]
    actors = {row["actor"] for row in dyads_chart(many).to_dict()["data"]["values"]}
    assert actors == {f"A{n:02}" for n in range(11, 41)}


def test_a_chart_is_written_as_svg_and_as_png(tmp_path: Path) -> None:
    for name, mark in (("a.svg", b"<svg"), ("a.png", b"\x89PNG")):
        save_chart(map_chart(PLACES), tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(mark)


def test_a_file_of_another_ending_or_in_no_folder_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "a.pdf", tmp_path / "none" / "a.svg"):
        with pytest.raises(InputError):
            save_chart(dyads_chart(DYADS), path)

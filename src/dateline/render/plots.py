"""Plots of counted events: over time, between countries, on a map. Each is one chart."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

import altair as alt

from dateline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Row = dict[str, Any]
Chart: TypeAlias = alt.Chart | alt.LayerChart | alt.FacetChart

_WIDTH, _HEIGHT = 760, 380
#: What PLOVER's scores go from and to, and the colours that say so: conflict, cooperation.
_SCORES = alt.Scale(domain=[-10, 0, 10], range=["#c4412d", "#dcdad4", "#1f7fb5"])
#: More countries than this on a side cannot be told apart; the most frequent are shown.
_MOST = 30
#: What altair takes the times for.
_UNITS = {
    "day": "utcyearmonthdate",
    "week": "utcyearmonthdate",
    "month": "utcyearmonth",
    "year": "utcyear",
}
_SCORE = "mean PLOVER score"
#: Dots for a screen, on which an image is about as sharp as the page around it.
_SHARPNESS = 2


def counts_chart(rows: Iterable[Row], every: str) -> Chart:
    """How many events of which type there were in each time.

    Args:
        rows: counts by type; those of no time are left out.
        every: the column of the times: day, week, month or year.
    """
    told = [_plain(row, (every, "type", "events")) for row in rows if row[every]]
    chart: Chart = (
        alt.Chart(_data(told))
        .mark_bar()
        .encode(
            x=alt.X(f"{every}:T", timeUnit={"unit": _UNITS[every]}, title=every),
            y=alt.Y("sum(events):Q", title="events"),
            color=alt.Color("type:N", scale=alt.Scale(scheme="tableau20")),
            order=alt.Order("type:N"),
        )
        .properties(width=_WIDTH, height=_HEIGHT)
    )
    return chart


def dyads_chart(rows: Iterable[Row]) -> Chart:
    """Who did how much to whom: a circle for each pair, coloured by the mean score.

    Args:
        rows: counts by dyad; pairs of which a country is not known are left out.
    """
    fields = ("actor", "recipient", "events", "plover_score")
    told = [_plain(row, fields) for row in rows if row["actor"] and row["recipient"]]
    for side in ("actor", "recipient"):
        most = _most_frequent(told, side)
        told = [row for row in told if row[side] in most]
    chart: Chart = (
        alt.Chart(_data(told))
        .mark_circle(opacity=0.9)
        .encode(
            x=alt.X("recipient:N", sort="ascending"),
            y=alt.Y("actor:N", sort="ascending"),
            size=alt.Size("events:Q", scale=alt.Scale(range=[20, 420])),
            color=alt.Color("plover_score:Q", scale=_SCORES, title=_SCORE),
        )
        .properties(width=alt.Step(24), height=alt.Step(24))
    )
    return chart


def map_chart(rows: Iterable[Row]) -> Chart:
    """Where events were: a circle for each place, coloured by the mean score.

    Args:
        rows: counts by place; those without coordinates are left out.
    """
    fields = ("latitude", "longitude", "events", "plover_score")
    told = [_plain(row, fields) for row in rows if row["latitude"] is not None]
    lands = alt.Chart(_lands()).mark_geoshape(fill="#ecebe6", stroke="#ffffff", strokeWidth=0.6)
    marks = (
        alt.Chart(_data(told))
        .mark_circle(opacity=0.75, stroke="#22242a", strokeWidth=0.4)
        .encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            size=alt.Size("events:Q", scale=alt.Scale(range=[15, 500])),
            color=alt.Color("plover_score:Q", scale=_SCORES, title=_SCORE),
        )
    )
    layers = alt.layer(lands, marks).project("equalEarth")
    return layers.properties(width=_WIDTH, height=_HEIGHT)


def save_chart(chart: Chart, path: Path) -> None:
    """Write a chart as SVG or PNG, as the file's ending says.

    Raises:
        InputError: it has another ending, or cannot be written.
    """
    form = path.suffix.removeprefix(".").lower()
    if form not in {"svg", "png"}:
        raise InputError(f"`{path}`: a plot is written as .svg or .png")
    styled = chart.configure_view(stroke=None).configure_axis(grid=False, domain=False)
    try:
        if form == "png":
            styled.save(path, format="png", scale_factor=_SHARPNESS)
        else:
            styled.save(path, format="svg")
    except OSError as error:
        raise InputError(f"`{path}` cannot be written: {error.strerror or error}") from error


def _lands() -> alt.Data:
    """The countries' borders at 1:110 million, of Natural Earth."""
    file = files("dateline").joinpath("data/world/countries-110m.json")
    shapes = json.loads(file.read_text(encoding="utf-8"))
    return _data(shapes, format={"type": "topojson", "feature": "countries"})


def _data(values: object, **more: object) -> alt.Data:
    return alt.Data(values=values, **more)  # type: ignore[no-untyped-call]  # altair's own gap


def _plain(row: Mapping[str, Any], fields: tuple[str, ...]) -> Row:
    return {field: row[field] for field in fields}


def _most_frequent(rows: list[Row], side: str) -> set[str]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row[side]] = counts.get(row[side], 0) + row["events"]
    return set(sorted(counts, key=lambda name: (-counts[name], name))[:_MOST])

import csv
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from dateline.export.icews import COLUMNS
from dateline.export.write import Manifest
from dateline.records.claim import Claim
from dateline.records.entity import Party
from dateline.records.record import Record

PUBLISHED = [
    *("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country"),
    *("Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors"),
    *("Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District"),
    *("Province", "Country", "Latitude", "Longitude"),
]


def test_the_columns_are_those_of_the_project_in_their_order() -> None:
    assert list(COLUMNS) == PUBLISHED


def test_an_event_comes_back_as_it_was_told(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
    tab: Callable[..., list[dict[str, str]]],
) -> None:
    folder, _ = export("icews", [report(shelling())])
    (row,) = tab(folder / "icews.tab", COLUMNS, header=True)
    assert row["Event Date"] == "2024-05-13"
    assert (row["Source Name"], row["Source Country"]) == ("Free Hill Army", "Georgia")
    assert row["Source Sectors"] == "Insurgents"
    assert row["Target Name"] == "the army (United Kingdom)"
    assert (row["CAMEO Code"], row["Intensity"]) == ("194", "-10.0")
    assert (row["City"], row["Province"], row["Country"]) == ("Sumi", "Imereti", "Georgia")
    assert (row["Publisher"], row["Sentence Number"]) == ("Hill Post", "")


def test_a_meeting_is_written_from_both_sides(
    shelling: Callable[..., Claim],
    rebels: Party,
    army: Party,
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
    tab: Callable[..., list[dict[str, str]]],
) -> None:
    meeting = shelling(type="CONSULT", cameo="040", actors=(rebels, army), recipients=())
    folder, _ = export("icews", [report(meeting)])
    rows = tab(folder / "icews.tab", COLUMNS, header=True)
    assert [(row["Source Country"], row["Target Country"]) for row in rows] == [
        ("Georgia", "United Kingdom"),
        ("United Kingdom", "Georgia"),
    ]
    assert len({row["Event ID"] for row in rows}) == 2


def test_pandas_reads_it_with_the_published_types(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    folder, _ = export("icews", [report(shelling(), shelling("c2", event="e2", place=None))])
    kinds = {int: "Int64", float: "Float64", str: "string"}
    frame = pd.read_csv(
        folder / "icews.tab",
        sep="\t",
        dtype={name: kinds[kind] for name, kind in COLUMNS.items()},
        quoting=csv.QUOTE_NONE,
        parse_dates=["Event Date"],
    )
    assert list(frame["CAMEO Code"]) == ["194", "194"]
    assert frame["Event Date"].dt.day.tolist() == [13, 13]

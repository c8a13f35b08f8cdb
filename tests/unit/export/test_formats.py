"""PLOVER, POLECAT, Phoenix, CSV, Parquet and JSON-LD, read back."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from dateline.export import flat, phoenix, polecat
from dateline.export.write import Manifest
from dateline.records.claim import Claim, Status
from dateline.records.record import Record

POLECAT = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|"
    "Actor Country|Actor COW|Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|"
    "Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|"
    "Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|"
    "Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|"
    "GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|"
    "Story Organizations|Story Locations|Language|Version"
)
PHOENIX = (
    "EventID Date Year Month Day SourceActorFull SourceActorEntity SourceActorRole "
    "SourceActorAttribute TargetActorFull TargetActorEntity TargetActorRole "
    "TargetActorAttribute EventCode EventRootCode QuadClass GoldsteinScore Issues ActionLat "
    "ActionLong LocationName GeoStateName GeoCountryName SentenceID URLs NewsSources"
)


def test_plover_keeps_parties_together_and_leaves_unknown_keys_out(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    folder, manifest = export("plover", [report(shelling(place=None))])
    row = json.loads((folder / "plover.jsonl").read_text())
    assert (row["id"], row["date"], row["event"]) == ("e1", "2024-05-13", ["ASSAULT"])
    assert row["actor"][0] == {
        "code": "GEO",
        "sector": ["REB"],
        "entity_text": "Free Hill Army",
        "identifier_text": "Free Hill Army",
    }
    assert (row["mode"], row["context"]) == (["heavy-weapons"], ["military"])
    assert row["size"] == {"dead": 2}
    assert "event_loc" not in row
    assert manifest.not_carried == {"attribution": 1, "confidence": 1}


def test_plover_needs_an_actor(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    _, manifest = export("plover", [report(shelling(actors=()))])
    assert manifest.left_out == {"no actor": 1}


def test_polecat_comes_back_as_it_was_told(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
    tab: Callable[..., list[dict[str, str]]],
) -> None:
    assert list(polecat.COLUMNS) == POLECAT.split("|")
    folder, _ = export("polecat", [report(shelling(), id="r_1")])
    (row,) = tab(folder / "polecat.tab", polecat.COLUMNS, header=True)
    assert row["Event ID"] == "r-1_ASSAULT_e1"
    assert (row["Event Mode"], row["Contexts"]) == ("heavy-weapons", "military")
    assert row["Quad Code"] == "MATERIAL CONFLICT"
    assert (row["Actor COW"], row["Recipient COW"]) == ("372", "200")
    assert (row["Recipient Name"], row["Recipient Name Raw"]) == ("None", "the army")
    assert (row["City"], row["GeoNames ID"], row["Country"]) == ("Sumi", "7", "Georgia")


def test_phoenix_has_one_row_a_day_for_a_pair_and_its_act(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
    tab: Callable[..., list[dict[str, str]]],
) -> None:
    assert list(phoenix.COLUMNS) == PHOENIX.split()
    records = [
        report(shelling("c1", event="e1")),
        report(shelling("c2", event="e2"), id="r2"),
    ]
    folder, _ = export("phoenix", records)
    (row,) = tab(folder / "phoenix.txt", phoenix.COLUMNS, header=False)
    source = [row[f"SourceActor{name}"] for name in ("Full", "Entity", "Role", "Attribute")]
    assert source == ["GEOREB", "GEO", "REB", ""]
    assert (row["Date"], row["EventRootCode"], row["QuadClass"]) == ("20240513", "19", "4")
    assert row["Issues"] == "military,2"
    assert row["URLs"] == "https://www.hill.example/r1;https://www.hill.example/r2"


def test_csv_and_parquet_hold_the_same_events_of_every_status(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    told = [
        shelling(f"c{n}", event=f"e{n}", status=status) for n, status in enumerate(Status, 1)
    ]
    folder, manifest = export("csv", [report(*told)])
    assert manifest.left_out == {}
    export("parquet", [report(*told)])
    with (folder / "events.csv").open(newline="") as stream:
        plain = list(csv.DictReader(stream))
    assert list(plain[0]) == list(flat.EVENTS)
    assert [row["status"] for row in plain] == [str(status) for status in Status]
    with duckdb.connect() as connection:
        table = connection.execute(
            "SELECT * FROM read_parquet(?)", [f"{folder}/events.parquet"]
        )
        names = [column[0] for column in table.description]
        rows = [dict(zip(names, row, strict=True)) for row in table.fetchall()]
    assert names == list(flat.EVENTS)
    for text, typed in zip(plain, rows, strict=True):
        assert text == {name: "" if v is None else str(v) for name, v in typed.items()}
    assert (rows[0]["dead"], rows[0]["latitude"]) == (2, 42.5)


def test_json_ld_says_no_event_of_what_nobody_tells_as_done(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    denied = shelling("c2", event="e2", status=Status.DENIED)
    folder, _ = export("jsonld", [report(shelling(), denied)])
    document = json.loads((folder / "events.jsonld").read_text())
    assert document["@context"][0] == "https://schema.org"
    article, event, claim, denial = document["@graph"]
    assert [node["@type"] for node in document["@graph"]] == [
        *("NewsArticle", "Event", "Claim", "Claim"),
    ]
    assert claim["appearance"] == denial["appearance"] == {"@id": article["@id"]}
    assert claim["about"] == {"@id": event["@id"]}
    assert "about" not in denial
    assert denial["dateline:status"] == "denied"


@pytest.mark.parametrize(
    "name", ["gdelt", "gkg", "icews", "jsonld", "phoenix", "plover", "polecat"]
)
def test_the_same_records_in_any_order_give_the_same_bytes(
    name: str,
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    records = [report(shelling("c1")), report(shelling("c2", event="e2"), id="r2")]
    folder, _ = export(name, records)
    files = [path for path in folder.iterdir() if path.is_file()]
    first = {path.name: path.read_bytes() for path in files}
    export(name, records[::-1])
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first


def test_phoenix_parts_addresses_by_semicolons_that_no_address_has(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
    tab: Callable[..., list[dict[str, str]]],
) -> None:
    records = [report(shelling("c1"), id="a;b"), report(shelling("c2", event="e2"), id="c")]
    folder, _ = export("phoenix", records)
    (row,) = tab(folder / "phoenix.txt", phoenix.COLUMNS, header=False)
    assert row["URLs"].split(";") == [
        "https://www.hill.example/a%3Bb",
        "https://www.hill.example/c",
    ]

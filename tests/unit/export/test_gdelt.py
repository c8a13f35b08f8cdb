import csv
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import msgspec
import pandas as pd

from dateline.export.gdelt import EVENTS, MENTIONS
from dateline.export.write import Manifest
from dateline.records.claim import Claim, EventPlace, Status
from dateline.records.entity import Party
from dateline.records.place import Precision
from dateline.records.record import Record

#: The columns as the GDELT project publishes them, checked whole: a file without header is
#: read by position alone.
PUBLISHED = (
    "GLOBALEVENTID SQLDATE MonthYear Year FractionDate "
    "Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode "
    "Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code "
    "Actor2Code Actor2Name Actor2CountryCode Actor2KnownGroupCode Actor2EthnicCode "
    "Actor2Religion1Code Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code "
    "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions "
    "NumSources NumArticles AvgTone "
    "Actor1Geo_Type Actor1Geo_FullName Actor1Geo_CountryCode Actor1Geo_ADM1Code "
    "Actor1Geo_ADM2Code Actor1Geo_Lat Actor1Geo_Long Actor1Geo_FeatureID "
    "Actor2Geo_Type Actor2Geo_FullName Actor2Geo_CountryCode Actor2Geo_ADM1Code "
    "Actor2Geo_ADM2Code Actor2Geo_Lat Actor2Geo_Long Actor2Geo_FeatureID "
    "ActionGeo_Type ActionGeo_FullName ActionGeo_CountryCode ActionGeo_ADM1Code "
    "ActionGeo_ADM2Code ActionGeo_Lat ActionGeo_Long ActionGeo_FeatureID DATEADDED SOURCEURL"
)
PUBLISHED_MENTIONS = (
    "GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName "
    "MentionIdentifier SentenceID Actor1CharOffset Actor2CharOffset ActionCharOffset "
    "InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras"
)
_DTYPES = {int: "Int64", float: "Float64", str: "string"}


def test_the_columns_are_those_of_the_project_in_their_order() -> None:
    assert list(EVENTS) == PUBLISHED.split()
    assert list(MENTIONS) == PUBLISHED_MENTIONS.split()
    assert (len(EVENTS), len(MENTIONS)) == (61, 16)


def test_an_event_comes_back_as_it_was_told(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
    tab: Callable[..., list[dict[str, str]]],
) -> None:
    folder, _ = export("gdelt", [report(shelling())])
    (row,) = tab(folder / "gdelt.export.CSV", EVENTS, header=False)
    assert {name: row[name] for name in ("SQLDATE", "MonthYear", "Year")} == {
        "SQLDATE": "20240513",
        "MonthYear": "202405",
        "Year": "2024",
    }
    assert row["FractionDate"] == "2024.3644"
    assert (row["Actor1Code"], row["Actor1Name"]) == ("GEOREB", "FREE HILL ARMY")
    assert (row["Actor1CountryCode"], row["Actor1Type1Code"]) == ("GEO", "REB")
    assert (row["Actor2Code"], row["Actor2Type1Code"]) == ("GBRMIL", "MIL")
    codes = [row[f"Event{name}"] for name in ("Code", "BaseCode", "RootCode")]
    assert codes == ["194", "194", "19"]
    assert (row["QuadClass"], row["GoldsteinScale"], row["IsRootEvent"]) == ("4", "-10.0", "1")
    assert row["ActionGeo_Type"] == "4"
    assert row["ActionGeo_FullName"] == "Sumi, Imereti, Georgia"
    assert (row["ActionGeo_CountryCode"], row["ActionGeo_ADM1Code"]) == ("GG", "")
    assert (row["ActionGeo_Lat"], row["ActionGeo_Long"]) == ("42.5", "43.25")
    assert (row["Actor1Geo_Type"], row["AvgTone"]) == ("0", "0")
    assert row["DATEADDED"] == "20240514000000"
    assert row["SOURCEURL"] == "https://www.hill.example/r1"


def test_each_report_of_an_event_is_a_mention_and_no_event(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
    tab: Callable[..., list[dict[str, str]]],
) -> None:
    records = [report(shelling("c1")), report(shelling("c2"), id="r2", day="2024-05-15")]
    folder, _ = export("gdelt", records)
    (event,) = tab(folder / "gdelt.export.CSV", EVENTS, header=False)
    mentions = tab(folder / "gdelt.mentions.CSV", MENTIONS, header=False)
    assert (event["NumMentions"], event["NumArticles"], event["NumSources"]) == ("2", "2", "1")
    assert {row["GLOBALEVENTID"] for row in mentions} == {event["GLOBALEVENTID"]}
    assert [row["MentionTimeDate"][:8] for row in mentions] == ["20240514", "20240515"]
    assert {row["EventTimeDate"] for row in mentions} == {event["DATEADDED"]}
    assert {row["MentionSourceName"] for row in mentions} == {"hill.example"}
    offsets = [f"{name}CharOffset" for name in ("Actor1", "Actor2", "Action")]
    assert [mentions[0][name] for name in offsets] == ["0", "15", "7"]
    assert (mentions[0]["Confidence"], mentions[0]["MentionType"]) == ("70", "1")


def test_pandas_reads_both_tables_with_their_published_types(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    nowhere = shelling("c2", event="e2", place=None, recipients=())
    folder, manifest = export("gdelt", [report(shelling(), nowhere)])
    for file, columns in (("gdelt.export.CSV", EVENTS), ("gdelt.mentions.CSV", MENTIONS)):
        frame = pd.read_csv(
            folder / file,
            sep="\t",
            header=None,
            names=list(columns),
            dtype={name: _DTYPES[kind] for name, kind in columns.items()},
            quoting=csv.QUOTE_NONE,
        )
        assert len(frame) == 2
    assert [file.rows for file in manifest.files] == [2, 2]


def test_a_country_repeats_its_code_and_has_no_division(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
    tab: Callable[..., list[dict[str, str]]],
) -> None:
    place = EventPlace(text="Iraq", name="Iraq", country="IRQ", precision=Precision.COUNTRY)
    folder, _ = export("gdelt", [report(shelling(place=place))])
    (row,) = tab(folder / "gdelt.export.CSV", EVENTS, header=False)
    geo = [row[f"ActionGeo_{name}"] for name in ("Type", "FullName", "ADM1Code", "FeatureID")]
    assert geo == ["1", "Iraq", "IZ", "IZ"]


def test_what_did_not_happen_is_left_out_and_counted(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    told = [
        shelling(f"c{n}", event=f"e{n}", status=status) for n, status in enumerate(Status, 1)
    ]
    _, manifest = export("gdelt", [report(*told)])
    assert [file.rows for file in manifest.files] == [2, 2]
    assert manifest.left_out == {
        "status demanded": 1,
        "status denied": 1,
        "status hypothetical": 1,
        "status planned": 1,
        "status unknown": 1,
    }


def test_a_denial_of_what_others_report_is_no_mention_but_counted(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    denied = report(shelling("c2", status=Status.DENIED), id="r2")
    _, manifest = export("gdelt", [report(shelling()), denied])
    assert [file.rows for file in manifest.files] == [1, 1]
    assert manifest.not_carried["denied by others"] == 1


def test_the_numbers_of_events_can_be_told_apart_by_programs_that_count_in_doubles(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
    tab: Callable[..., list[dict[str, str]]],
) -> None:
    told = [shelling(f"c{n}", event=f"e{n}") for n in range(50)]
    folder, _ = export("gdelt", [report(*told)])
    rows = tab(folder / "gdelt.export.CSV", EVENTS, header=False)
    numbers = sorted(int(row["GLOBALEVENTID"]) for row in rows)
    assert all(float(a) != float(b) for a, b in pairwise(numbers))


def test_parties_that_cameo_has_no_code_for_are_counted(
    shelling: Callable[..., Claim],
    army: Party,
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    pretender = msgspec.structs.replace(army, country="KOS", sector=("PRE",))
    _, manifest = export("gdelt", [report(shelling(actors=(pretender,)))])
    assert manifest.not_carried["country without a code"] == 1
    assert manifest.not_carried["sector without a code"] == 1

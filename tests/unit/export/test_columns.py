"""Every column of every tab-separated format: its type, and what may stand in it."""

import csv
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pandas as pd
import pytest

from dateline.export import gdelt, icews, phoenix, polecat
from dateline.export.write import Manifest
from dateline.lexicon.library import Library
from dateline.records.claim import Claim, EventPlace
from dateline.records.place import Precision
from dateline.records.record import Record
from dateline.render.coded import CodedRecord

NUMBER = r"\d+"
DAY = r"(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"
ISO = r"(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
CODE = r"(0[1-9]|1\d|20)\d{0,2}"
ROLE = r"[A-Z]{3}|"
ACTOR = r"([A-Z]{3}){1,5}|"
TEN = r"-?(10\.0|\d\.\d)"
LATITUDE = r"(-?([1-8]?\d(\.\d+)?|90(\.0+)?))?"
LONGITUDE = r"(-?(1?[0-7]?\d(\.\d+)?|180(\.0+)?))?"
WORDS = r"[^\t\r\n]*"
NONE = ""

_GEO = {
    "Type": "[0145]",
    "FullName": WORDS,
    "CountryCode": "([A-Z]{2})?",
    "ADM1Code": "([A-Z]{2})?",
    "ADM2Code": NONE,
    "Lat": LATITUDE,
    "Long": LONGITUDE,
    "FeatureID": "([A-Z]{2}|-?\\d+)?",
}
_ACTOR = {
    "Code": ACTOR,
    "Name": r"[^\ta-z]*",
    "CountryCode": ROLE,
    "KnownGroupCode": ROLE,
    "EthnicCode": NONE,
    "Religion1Code": NONE,
    "Religion2Code": NONE,
    "Type1Code": ROLE,
    "Type2Code": ROLE,
    "Type3Code": ROLE,
}
GDELT = {
    "GLOBALEVENTID": NUMBER,
    "SQLDATE": DAY,
    "MonthYear": r"(19|20)\d\d(0[1-9]|1[0-2])",
    "Year": r"\d{4}",
    "FractionDate": r"\d{4}\.\d{4}",
    **{f"Actor{n}{name}": said for n in (1, 2) for name, said in _ACTOR.items()},
    "IsRootEvent": "[01]",
    "EventCode": CODE,
    "EventBaseCode": r"(0[1-9]|1\d|20)\d?",
    "EventRootCode": r"0[1-9]|1\d|20",
    "QuadClass": "[1-4]",
    "GoldsteinScale": TEN,
    **dict.fromkeys(("NumMentions", "NumSources", "NumArticles"), r"[1-9]\d*"),
    "AvgTone": "0",
    **{f"Actor{n}Geo_{name}": said for n in (1, 2) for name, said in _GEO.items()},
    **{f"ActionGeo_{name}": said for name, said in _GEO.items()},
    "DATEADDED": DAY + "0{6}",
    "SOURCEURL": r"[^\t]+",
}
MENTIONS = {
    "GLOBALEVENTID": NUMBER,
    "EventTimeDate": DAY + "0{6}",
    "MentionTimeDate": DAY + "0{6}",
    "MentionType": "[12]",
    "MentionSourceName": WORDS,
    "MentionIdentifier": r"[^\t]+",
    "SentenceID": NONE,
    **dict.fromkeys(("Actor1CharOffset", "Actor2CharOffset"), r"-1|\d+"),
    "ActionCharOffset": NUMBER,
    "InRawText": "[01]",
    "Confidence": "[1-9]0|100",
    "MentionDocLen": NUMBER,
    "MentionDocTone": "0",
    "MentionDocTranslationInfo": NONE,
    "Extras": NONE,
}
_ICEWS_PARTY = {"Name": WORDS, "Sectors": WORDS, "Country": r"[^\t\d]*"}
ICEWS = {
    "Event ID": NUMBER,
    "Event Date": ISO,
    **{f"Source {name}": said for name, said in _ICEWS_PARTY.items()},
    "Event Text": r"[A-Z][^\t]+",
    "CAMEO Code": CODE,
    "Intensity": TEN,
    **{f"Target {name}": said for name, said in _ICEWS_PARTY.items()},
    "Story ID": NUMBER,
    "Sentence Number": NONE,
    "Publisher": WORDS,
    "City": WORDS,
    "District": NONE,
    "Province": WORDS,
    "Country": WORDS,
    "Latitude": LATITUDE,
    "Longitude": LONGITUDE,
}
_LIST = r"None|[^\t;]+(; [^\t;]+)*"
_SECTORS = r"None|[A-Z]{3}(; [A-Z]{3})*"
_POLECAT_PARTY = {
    "{} Name": _LIST,
    "{} Country": _SECTORS,
    "{} COW": r"None|\d{1,3}(; \d{1,3})*",
    "Primary {} Sector": "None|[A-Z]{3}",
    "{} Sectors": _SECTORS,
    "{} Title": _LIST,
    "{} Name Raw": _LIST,
    "Wikipedia {} ID": "None",
}
POLECAT = {
    "Event ID": r"[^_\t]+_[A-Z]+_\w+",
    "Event Date": ISO,
    "Event Type": "[A-Z]+",
    "Event Mode": r"None|[a-z-]+",
    "Intensity": rf"None|{TEN}",
    "Quad Code": "(VERBAL|MATERIAL) (COOPERATION|CONFLICT)",
    "Contexts": _LIST,
    **{k.format("Actor"): said for k, said in _POLECAT_PARTY.items()},
    **{k.format("Recipient"): said for k, said in _POLECAT_PARTY.items()},
    **dict.fromkeys(("Placename", "City", "Province", "Country", "Raw Placename"), WORDS),
    **dict.fromkeys(("District", "Feature Type"), "None"),
    "Latitude": rf"None|{LATITUDE}",
    "Longitude": rf"None|{LONGITUDE}",
    "GeoNames ID": r"None|\d+",
    "Source": WORDS,
    "Publication Date": rf"None|{ISO}",
    **dict.fromkeys(("Story People", "Story Organizations", "Story Locations"), _LIST),
    "Language": "None|[a-z]{2}",
    "Version": r"dateline-\S+",
}
_PHOENIX_ACTOR = {"Full": ACTOR, "Entity": ROLE, "Role": ROLE, "Attribute": r"([A-Z]{3}(;|$))*"}
PHOENIX = {
    "EventID": r"\d+_\S+",
    "Date": DAY,
    "Year": r"\d{4}",
    "Month": r"0[1-9]|1[0-2]",
    "Day": r"0[1-9]|[12]\d|3[01]",
    **{f"SourceActor{name}": said for name, said in _PHOENIX_ACTOR.items()},
    **{f"TargetActor{name}": said for name, said in _PHOENIX_ACTOR.items()},
    "EventCode": CODE,
    "EventRootCode": r"0[1-9]|1\d|20",
    "QuadClass": "[0-4]",
    "GoldsteinScore": TEN,
    "Issues": r"([^\t,;]+,\d+(;|$))*",
    "ActionLat": LATITUDE,
    "ActionLong": LONGITUDE,
    **dict.fromkeys(("LocationName", "GeoStateName", "GeoCountryName"), WORDS),
    "SentenceID": NONE,
    "URLs": r"([^\t;]+(;|$))*",
    "NewsSources": WORDS,
}
FILES = [
    ("gdelt", "gdelt.export.CSV", gdelt.EVENTS, GDELT, False),
    ("gdelt", "gdelt.mentions.CSV", gdelt.MENTIONS, MENTIONS, False),
    ("icews", "icews.tab", icews.COLUMNS, ICEWS, True),
    ("polecat", "polecat.tab", polecat.COLUMNS, POLECAT, True),
    ("phoenix", "phoenix.txt", phoenix.COLUMNS, PHOENIX, False),
]
_DTYPES = {int: "Int64", float: "Float64", str: "string"}


@pytest.fixture
def records(
    shelling: Callable[..., Claim], report: Callable[..., Record], record: CodedRecord
) -> list[Record]:
    """Claims with and without places and parties, and a coded report."""
    iraq = EventPlace(text="Iraq", name="Iraq", country="IRQ", precision=Precision.COUNTRY)
    region = msgspec.structs.replace(iraq, name="Anbar", precision=Precision.REGION)
    told: dict[str, dict[str, Any]] = {
        "c1": {},
        "c2": {"place": None, "recipients": ()},
        "c3": {"place": iraq, "actors": ()},
        "c4": {"place": region, "confidence": 0.02},
        "c5": {"type": "CONSULT", "mode": "visit", "cameo": "042", "contexts": ()},
    }
    claims = [shelling(name, event=f"e{name}", **other) for name, other in told.items()]
    return [report(*claims), report(*claims, id="r2", day="2024-05-15"), record]


@pytest.mark.parametrize(("name", "file", "columns", "said", "header"), FILES)
def test_each_column_holds_what_its_format_says(
    name: str,
    file: str,
    columns: Mapping[str, type],
    said: Mapping[str, str],
    header: bool,  # noqa: FBT001
    records: list[Record],
    export: Callable[..., tuple[Path, Manifest]],
    tab: Callable[..., list[dict[str, str]]],
) -> None:
    assert said.keys() == columns.keys()
    folder, _ = export(name, records)
    rows = tab(folder / file, columns, header=header)
    assert len(rows) >= 5
    false = {k: v for row in rows for k, v in row.items() if not re.fullmatch(said[k], v)}
    assert false == {}


@pytest.mark.parametrize(("name", "file", "columns", "said", "header"), FILES)
def test_pandas_reads_each_column_in_its_type(
    name: str,
    file: str,
    columns: Mapping[str, type],
    said: Mapping[str, str],
    header: bool,  # noqa: FBT001
    records: list[Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    folder, manifest = export(name, records)
    frame = pd.read_csv(
        folder / file,
        sep="\t",
        header=0 if header else None,
        names=list(columns),
        dtype={column: _DTYPES[kind] for column, kind in columns.items()},
        quoting=csv.QUOTE_NONE,
    )
    assert len(frame) in [each.rows for each in manifest.files]
    filled = [k for k in columns if not any(re.fullmatch(said[k], v) for v in ("", "None"))]
    assert not frame[filled].isna().any().any()


def test_numbers_and_codes_of_countries_are_each_of_one_country(library: Library) -> None:
    table = library.folders[-1] / "crosswalk" / "country_codes.csv"
    rows = pd.read_csv(table, comment="#", dtype="string", keep_default_na=False)
    for column in ("code", "cameo", "fips", "cow", "icews"):
        known = rows[column][rows[column] != ""]
        assert known.is_unique
    assert rows["cow"].str.fullmatch(r"([2-9]|[1-9]\d{1,2})?").all()
    assert rows["fips"].str.fullmatch(r"([A-Z]{2})?").all()
    assert rows["cameo"].str.fullmatch(r"([A-Z]{3})?").all()

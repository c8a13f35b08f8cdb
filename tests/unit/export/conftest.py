"""Records made by hand, and readers that hold files to the letter of their formats."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from dateline.export.write import Manifest, exporters, write_export
from dateline.lexicon.library import Library
from dateline.records.attribution import Attribution
from dateline.records.claim import Amount, Claim, EventPlace, Occurred, Status
from dateline.records.entity import Party
from dateline.records.place import Precision
from dateline.records.record import Record
from dateline.records.report import Block, Opening, Role
from dateline.records.span import Span

TEXT = "Rebels shelled\tthe army near Sumi on Monday. The army said so."

Make = Callable[..., Claim]


def party(name: str, country: str | None, *sector: str) -> Party:
    return Party(text=name, start=0, end=6, name=name, country=country, sector=sector)


@pytest.fixture(scope="session")
def rebels() -> Party:
    return party("Free Hill Army", "GEO", "REB")


@pytest.fixture(scope="session")
def army() -> Party:
    return Party(text="the army", start=15, end=23, country="GBR", sector=("MIL",))


@pytest.fixture
def shelling(rebels: Party, army: Party) -> Make:
    """Makes a claim of a shelling; keywords replace what it says."""

    def make(name: str = "c1", **other: object) -> Claim:
        said: dict[str, Any] = {
            "id": name,
            "event": "e1",
            "type": "ASSAULT",
            "mode": "heavy-weapons",
            "contexts": ("military",),
            "cameo": "194",
            "quad_class": 4,
            "plover_score": -9.5,
            "goldstein": -10.0,
            "actors": (rebels,),
            "recipients": (army,),
            "trigger": Span(text="shelled", start=7, end=14),
            "occurred": Occurred(
                value="2024-05-13", first="2024-05-13", last="2024-05-13", basis="stated"
            ),
            "place": EventPlace(
                text="Sumi",
                name="Sumi",
                country="GEO",
                admin1="Imereti",
                latitude=42.5,
                longitude=43.25,
                geonameid=7,
                precision=Precision.CITY,
            ),
            "status": Status.OCCURRED,
            "amounts": (Amount(of="dead", text="two", start=0, end=3, best=2),),
            "attribution": (Attribution(speaker=army),),
            "evidence": Span(text=TEXT[:45], start=0, end=45),
            "rule": "assault.shell",
            "confidence": 0.74,
        }
        return Claim(**{**said, **other})

    return make


def record(
    *claims: Claim,
    id: str = "r1",  # noqa: A002 - the record's own word
    day: str | None = "2024-05-14",
) -> Record:
    opening = Opening(
        published=day,
        publisher="Hill Post",
        url=f"https://www.hill.example/{id}",
        language="en",
    )
    blocks = (Block(role=Role.BODY, start=0, end=len(TEXT)),)
    return Record(
        id=id, version="1+abc", report=opening, text=TEXT, blocks=blocks, claims=claims
    )


@pytest.fixture(scope="session")
def report() -> Callable[..., Record]:
    return record


Export = Callable[..., tuple[Path, Manifest]]


@pytest.fixture
def export(tmp_path: Path, library: Library) -> Export:
    """Writes records in a format to a fresh folder."""

    def write(name: str, records: Iterable[Record]) -> tuple[Path, Manifest]:
        return tmp_path, write_export(exporters()[name], records, tmp_path, library)

    return write


def read_tab(path: Path, columns: Iterable[str], *, header: bool) -> list[dict[str, str]]:
    """The rows of a tab-separated file, whose every line must have all columns."""
    content = path.read_bytes().decode("utf-8")
    assert "\r" not in content
    assert content == "" or content.endswith("\n")
    lines = content.split("\n")[:-1]
    names = list(columns)
    if header:
        assert lines.pop(0).split("\t") == names
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines]


@pytest.fixture(scope="session")
def tab() -> Callable[..., list[dict[str, str]]]:
    return read_tab

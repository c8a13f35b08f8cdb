"""Whatever stands in a record, every line of an export has its columns."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.export.write import exporters, write_export
from dateline.lexicon.library import Library
from dateline.records.claim import Claim, EventPlace, Occurred, Status
from dateline.records.entity import Entity, Kind, Party
from dateline.records.place import Precision
from dateline.records.record import Record
from dateline.records.report import Opening
from dateline.records.span import Span

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | texts
LIBRARY = Library()


@st.composite
def records(draw: st.DrawFn) -> Record:
    span = Span(text=draw(texts), start=0, end=1)
    someone = Party(
        text=draw(texts),
        start=0,
        end=1,
        name=draw(maybe),
        country=draw(maybe),
        sector=tuple(draw(st.lists(texts, max_size=2))),
    )
    place = EventPlace(
        text=draw(maybe),
        name=draw(maybe),
        country=draw(st.sampled_from(["GEO", "USA", "??", None])),
        admin1=draw(maybe),
        precision=draw(st.none() | st.sampled_from(list(Precision))),
    )
    claim = Claim(
        id=draw(texts),
        event=draw(texts),
        type="CONSULT",
        mode=draw(maybe),
        contexts=tuple(draw(st.lists(texts, max_size=2))),
        cameo=draw(st.sampled_from(["042", "194", "9", None])),
        actors=(someone,) * draw(st.integers(0, 2)),
        recipients=(someone,) * draw(st.integers(0, 1)),
        trigger=span,
        occurred=draw(st.none() | st.builds(Occurred, first=maybe, last=maybe)),
        place=draw(st.none() | st.just(place)),
        status=draw(st.sampled_from(list(Status))),
        evidence=span,
        rule="",
        confidence=draw(st.floats(0, 1)),
    )
    opening = Opening(
        published=draw(maybe | st.just("2024-05-13")),
        title=draw(maybe),
        url=draw(maybe),
        publisher=draw(maybe),
    )
    entity = Entity(id="e", name=draw(texts), kind=draw(st.sampled_from(list(Kind))))
    return Record(
        id=draw(texts), version="1", report=opening, entities=(entity,), claims=(claim,)
    )


@pytest.mark.parametrize("name", sorted(set(exporters()) - {"parquet"}))
@settings(max_examples=25, deadline=None)
@given(given=st.lists(records(), max_size=2))
def test_any_record_can_be_exported(name: str, given: list[Record]) -> None:
    exporter = exporters()[name]
    with tempfile.TemporaryDirectory() as folder:
        manifest = write_export(exporter, given, folder, LIBRARY)
        for table, file in zip(exporter.tables, manifest.files, strict=True):
            content = (Path(folder) / file.name).read_bytes().decode("utf-8")
            if table.form.endswith("tab"):
                lines = content.split("\n")[:-1]
                assert len(lines) == file.rows + (table.form == "headed-tab")
                assert {line.count("\t") + 1 for line in lines} <= {len(table.columns)}
                assert content.splitlines() == lines

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema
import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.records.record import Record
from dateline.records.report import Raw

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/record.schema.json").read_text())
WORDS = (
    "police",
    "Minister",
    "said",
    "on Monday",
    "shelled",
    "“",
    "”",
    ".",
    "\n\n",
    "\0",
    "<b>",
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
)
REPORTS = (
    Raw(id="a", text="Police in Lyon arrested 12 students on Monday.", published="2024-05-16"),
    Raw(id="b", text="“We will not sign,” the minister said."),
    Raw(id="c", text=""),
)


@cache
def coder() -> dateline.Coder:
    return dateline.load(with_predicates=True)


def spans(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_gives_a_record_that_fits_its_schema_and_quotes_its_text(text: str) -> None:
    record = coder().code(text, published="2024-05-16")
    written = msgspec.json.encode(record)
    made = json.loads(written)
    jsonschema.validate(made, SCHEMA)
    assert msgspec.json.encode(msgspec.json.decode(written, type=Record)) == written
    for span in spans(made):
        if span["start"] is not None:
            assert span["text"] == made["text"][span["start"] : span["end"]]


def test_records_are_the_same_twice_in_another_order_and_with_two_processes() -> None:
    once = {r.id: msgspec.json.encode(r) for r in coder().pipe(REPORTS)}
    turned = {r.id: msgspec.json.encode(r) for r in coder().pipe(reversed(REPORTS))}
    split = {r.id: msgspec.json.encode(r) for r in coder().pipe(REPORTS, jobs=2)}
    assert once == turned == split
    assert list(split) == ["a", "b", "c"]

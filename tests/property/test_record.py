"""What holds of the record of any text."""

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.api import Coder
from dateline.records.record import Record
from dateline.render.frame import COLUMNS
from dateline.render.schema import record_schema

_PIECES = (
    "Police arrested 14 people in Tallinn on Wednesday",
    "MINSK, Nov 10 (Reuters) -",
    "“We will not leave",
    '" said Anna Berg',
    "the minister denied that soldiers had shelled the village",
    "According to the ministry",
    "By Liina Korv",
    "\n\n",
    "\n",
    ", ",
    ". ",
    "…",
    "(Reporting by Liina Korv)",
    "\x00",
    "\u2028",
    "’s",
    "''",
    "<p>",
    "on Tuesday",
    "next week",
    "the United Nations (UN)",
    "3 May 2024",
    "𝔘𝔫𝔦",
    "\u202e",
    "Latvia sent food to Lithuania",
)

#: Any text at all, and text that stages find something in.
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=4)), max_size=14).map(
        "".join
    ),
)

#: Stages whose problems are about the text; those of others are faults of ours.
ABOUT_TEXT = {"ingest", "clean"}
VALIDATOR = jsonschema.Draft202012Validator(json.loads(record_schema()))


def _spans(value: object) -> Iterator[dict[str, Any]]:
    """All objects in the record with `text`, `start` and `end`, as deep as they stand."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys() and value["start"] is not None:
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _spans(inner)


many = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@many
@given(text=TEXTS)
def test_any_text_gives_a_sound_record(coder: Coder, text: str) -> None:
    record = coder.code(text, published="2024-05-16")
    assert not [p for p in record.problems if p.stage not in ABOUT_TEXT]
    assert record.text == text
    for span in _spans(msgspec.to_builtins(record)):
        assert text[span["start"] : span["end"]] == span["text"]
    ends = [(block.start, block.end) for block in record.blocks]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in ends)


@many
@given(text=TEXTS)
def test_records_survive_json_and_keep_the_schema(coder: Coder, text: str) -> None:
    record = coder.code(text)
    written = msgspec.json.encode(record)
    again = msgspec.json.decode(written, type=Record)
    assert msgspec.json.encode(again) == written
    VALIDATOR.validate(json.loads(written))


@settings(parent=many, max_examples=40)
@given(text=TEXTS)
def test_records_show_themselves(coder: Coder, text: str) -> None:
    record = coder.code(text)
    assert repr(record)
    assert record._repr_html_()
    assert all(list(row) == list(COLUMNS) for row in record.rows())


@pytest.mark.parametrize("published", [None, "2024-05-16", "no date"])
def test_records_keep_the_schema_whatever_is_given(
    coder: Coder, sample: str, published: str | None
) -> None:
    for text in (sample, "", "Police arrested a man.", sample * 3, "Der Hund schläft. " * 20):
        written = msgspec.json.encode(coder.code(text, published=published))
        VALIDATOR.validate(json.loads(written))


def test_ids_that_claims_name_are_in_the_record(record: Record) -> None:
    entities = {entity.id for entity in record.entities}
    for claim in record.claims:
        for party in (*claim.actors, *claim.recipients):
            assert party.entity is None or party.entity in entities
        for layer in claim.attribution:
            assert layer.quote is None or layer.quote < len(record.quotes)

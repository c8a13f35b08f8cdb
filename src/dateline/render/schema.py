"""The JSON Schema of the record, made from its types."""

from __future__ import annotations

import msgspec

from dateline.records.record import Record


def record_schema() -> str:
    """The schema as indented JSON with a newline at its end."""
    made = msgspec.json.schema(Record)
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "dateline record",
        **made,
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"

"""Halves of characters, which no encoding writes: from file names and from other programs."""

from __future__ import annotations

import re

import msgspec

from dateline.records.report import Problem, Raw

_HALF = re.compile("[\ud800-\udfff]")


def whole(raw: Raw) -> Raw:
    """The item with each lone surrogate replaced by \ufffd; lengths stay as they are."""
    fields = {name: getattr(raw, name) for name in raw.__struct_fields__}
    broken = {
        name: _HALF.sub("\ufffd", value)
        for name, value in fields.items()
        if isinstance(value, str) and _HALF.search(value)
    }
    provenance = raw.provenance
    if provenance is not None and _HALF.search(provenance.file):
        file = _HALF.sub("\ufffd", provenance.file)
        raw = msgspec.structs.replace(
            raw, provenance=msgspec.structs.replace(provenance, file=file)
        )
    if not broken:
        return raw
    problem = Problem(
        "ingest", f"halves of characters in {', '.join(broken)} replaced by \ufffd"
    )
    return msgspec.structs.replace(raw, **broken, problems=(*raw.problems, problem))

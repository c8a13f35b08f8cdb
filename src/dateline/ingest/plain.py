"""Plain text: one file is one report."""

from __future__ import annotations

from dateline.ingest.sniff import decode
from dateline.records.report import Provenance, Raw


def read_plain(data: bytes, name: str) -> Raw:
    """The report in a file of plain text; its id is the name of the file."""
    text, problems = decode(data)
    return Raw(
        id=name, text=text, where=name, provenance=Provenance(file=name), problems=problems
    )

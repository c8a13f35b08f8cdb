"""HTML: one page is one report."""

from __future__ import annotations

import re

from dateline.ingest.sniff import HEAD_BYTES, decode
from dateline.records.report import Provenance, Raw

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def read_html(data: bytes, name: str, charset: str | None = None) -> Raw:
    """The page in a file; its id is the name of the file.

    Args:
        data: the page.
        name: the file.
        charset: the character set that the server named.
    """
    found = _CHARSET.search(data[:HEAD_BYTES])
    declared = charset or (found[1].decode("ascii", errors="replace") if found else None)
    html, problems = decode(data, declared)
    return Raw(
        id=name, html=html, where=name, provenance=Provenance(file=name), problems=problems
    )

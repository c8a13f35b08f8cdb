"""Lineage: which text a report carries, and whose it is."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Descent(StrEnum):
    """How a report came by its text."""

    ORIGINAL = "original"
    COPY = "copy"
    REWRITE = "rewrite"


class Lineage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The place of a report among all that carry its text.

    Attributes:
        text: the id of the original; reports with one `text` carry the same text.
        kind: original, also of a report that stands alone; copy; or rewrite, a text of its
            own that was made out of another.
        of: the id of the report that it copies or rewrites; None for an original.
        origin: the agency that the text is owed to, by the credits of its carriers.
    """

    text: str
    kind: Descent
    of: str | None = None
    origin: str | None = None

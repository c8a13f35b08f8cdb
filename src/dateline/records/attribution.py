"""Quote and Attribution: who says it, by which words, and what is said."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dateline.records.entity import Party
from dateline.records.span import Span


class QuoteKind(StrEnum):
    """Whether the content is verbatim: wholly, partly, or not."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Quote(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something said. `cue` is None for continued speech, `speaker` where nobody is named."""

    kind: QuoteKind
    content: Span
    cue: Span | None = None
    speaker: Party | None = None


class Attribution(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One layer of according to whom. `quote` is the number of a quote of the record."""

    speaker: Party | None = None
    cue: Span | None = None
    quote: int | None = None

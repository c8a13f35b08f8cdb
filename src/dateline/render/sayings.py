"""Quotes as flat rows, each with its speaker and the paragraph it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.render import wording
from dateline.store.wanted import is_asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.records.attribution import Quote
    from dateline.records.record import Record


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """One quote. `words` are verbatim; `start` and `end` are code points in the report.

    `speaker` is the name where one is known, else the words of the text; None where nobody
    is named. `context` is the paragraph on one line.
    """

    report: str
    published: str | None
    publisher: str | None
    url: str | None
    speaker: str | None
    sector: tuple[str, ...]
    country: str | None
    kind: str
    cue: str | None
    words: str
    context: str
    start: int
    end: int


def sayings(
    records: Iterable[Record], parties: Sequence[str] | None = None
) -> Iterator[Saying]:
    """A row for each quote of the records.

    Args:
        records: of files or of a store.
        parties: the speakers asked for, all if there are none: codes, `RUS`, `RUS:MIL` or
            `:MIL`, or parts of names.
    """
    for record in records:
        for quote in record.quotes:
            if not parties or (quote.speaker and is_asked(quote.speaker, parties)):
                yield _saying(record, quote)


def _saying(record: Record, quote: Quote) -> Saying:
    speaker, content = quote.speaker, quote.content
    return Saying(
        report=record.id,
        published=record.report.published,
        publisher=record.report.publisher,
        url=record.report.url,
        speaker=(speaker.name or wording.flat(speaker.text)) if speaker else None,
        sector=speaker.sector if speaker else (),
        country=speaker.country if speaker else None,
        kind=str(quote.kind),
        cue=quote.cue.text if quote.cue else None,
        words=content.text,
        context=_paragraph(record, content.start, content.end),
        start=content.start,
        end=content.end,
    )


def _paragraph(record: Record, start: int, end: int) -> str:
    around = (b for b in record.blocks if b.start < end and start < b.end)
    return wording.flat(" ".join(record.text[block.start : block.end] for block in around))

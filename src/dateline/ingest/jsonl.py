"""JSON Lines: one object a line is one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.ingest.refused import place, refused
from dateline.ingest.sniff import decode
from dateline.ingest.stream import TooLongError
from dateline.records.report import Provenance, Raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records.report import Refusal


class _Line(msgspec.Struct):
    """What a line may hold; other keys are left aside."""

    id: str | int | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None


_DECODER = msgspec.json.Decoder(_Line)


def read_jsonl(lines: Iterable[bytes | None], name: str) -> Iterator[Raw | Refusal]:
    """The reports of a stream of lines, one at a time; a bad line is refused, not raised.

    A line without an id has the file and the line number for one.
    """
    for number, line in enumerate(lines, 1):
        if line is None:
            yield refused(name, str(TooLongError()), record=number)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _read_line(line, name, number)


def _read_line(line: bytes, file: str, number: int) -> Raw | Refusal:
    text, problems = decode(line)
    try:
        item = _DECODER.decode(text.lstrip("\ufeff"))
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        return refused(file, f"not a report: {error}", record=number)
    where = place(file, number)
    name = where if item.id is None else str(item.id)
    if item.text is None and item.html is None:
        return refused(file, "has neither `text` nor `html`", record=number, name=name)
    return Raw(
        id=name,
        text=item.text,
        html=item.html if item.text is None else None,
        title=item.title,
        published=item.published,
        url=item.url,
        publisher=item.publisher,
        language=item.language,
        where=where,
        provenance=Provenance(file=file, record=number),
        problems=problems,
    )

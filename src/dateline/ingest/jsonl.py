"""JSON Lines: one object a line is one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.ingest.sniff import decode
from dateline.records.report import Problem, Raw, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


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


def read_jsonl(lines: Iterable[bytes], name: str) -> Iterator[Raw | Refusal]:
    """The reports of a stream of lines, one at a time; a bad line is refused, not raised.

    A line without an id has the file and the line number for one.
    """
    for number, line in enumerate(lines, 1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _read_line(line, f"{name}:{number}")


def _read_line(line: bytes, where: str) -> Raw | Refusal:
    text, problems = decode(line)
    try:
        item = _DECODER.decode(text.lstrip("\ufeff"))
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        return _refused(where, where, f"not a report: {error}")
    name = where if item.id is None else str(item.id)
    if item.text is None and item.html is None:
        return _refused(name, where, "has neither `text` nor `html`")
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
        problems=problems,
    )


def _refused(name: str, where: str, message: str) -> Refusal:
    return Refusal(id=name, where=where, problem=Problem("ingest", f"{where}: {message}"))

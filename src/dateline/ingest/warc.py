"""WARC: of a web archive, each page that was fetched with success is a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.ingest.html import read_html
from dateline.ingest.refused import place, refused
from dateline.ingest.stream import MOST_BYTES, TooLongError
from dateline.records.report import Provenance, Raw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from fastwarc.warc import WarcRecord

    from dateline.records.report import Refusal

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_FETCHED = 200


class _Reading:
    """A stream as fastwarc wants it: it reads on, and says how far it is.

    What stands before a fault is given before the fault is raised.
    """

    def __init__(self, stream: BufferedReader[Any]) -> None:
        self._stream = stream
        self._read = 0

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes, as many as there are at once."""
        data = self._stream.read1(size)
        self._read += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._read


def read_warc(stream: BufferedReader[Any], name: str) -> Iterator[Raw | Refusal]:
    """The pages of an archive, one at a time; redirects, pictures and errors are left out.

    Args:
        stream: the archive, unzipped.
        name: the file, for messages.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - when needed

    records = ArchiveIterator(
        _Reading(stream),  # type: ignore[arg-type]  # it is neither closed nor sought in
        record_types=WarcRecordType.response,
        parse_http=True,
        auto_decode="all",
    )
    at = 0
    try:
        for record in records:
            at = record.stream_pos
            if _is_page(record):
                yield _read_page(record, name)
    except (OSError, ValueError) as error:
        yield refused(name, f"the archive cannot be read on from here: {error}", record=at)


def _is_page(record: WarcRecord) -> bool:
    return (
        record.is_http
        and record.http_headers.status_code == _FETCHED
        and (record.http_content_type or "").lower() in _PAGES
    )


def _read_page(record: WarcRecord, name: str) -> Raw | Refusal:
    at, url = record.stream_pos, record.headers.get("WARC-Target-URI")
    announced = None if record.http_headers.get("Content-Encoding") else record.content_length
    data = record.reader.read(MOST_BYTES + 1)
    number = record.record_id or place(name, at)
    if len(data) > MOST_BYTES:
        return refused(name, str(TooLongError()), record=at, name=number)
    if announced is not None and len(data) < announced:
        return refused(name, "the archive is cut off in this page", record=at, name=number)
    page = read_html(data, name, record.http_charset)
    return Raw(
        id=number,
        html=page.html,
        url=url.strip("<>") if url else None,
        where=place(name, at),
        provenance=Provenance(file=name, record=at, fetched=record.headers.get("WARC-Date")),
        problems=page.problems,
    )

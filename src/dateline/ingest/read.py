"""Files, folders, addresses and streams to raw items, one at a time, in a fixed order."""

from __future__ import annotations

from io import BufferedReader, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from dateline.ingest.feed import read_feed
from dateline.ingest.files import files
from dateline.ingest.html import read_html
from dateline.ingest.jsonl import read_jsonl
from dateline.ingest.parquet import read_parquet
from dateline.ingest.plain import read_plain
from dateline.ingest.refused import refused
from dateline.ingest.sheet import read_sheet
from dateline.ingest.sniff import HEAD_BYTES, Format, decode, format_of, is_binary, is_wide
from dateline.ingest.stream import GZIP_MARK, Unzipped, lines, whole
from dateline.ingest.warc import read_warc
from dateline.ingest.web import fetch, is_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.ingest.meter import Meter
    from dateline.records.report import Raw, Refusal

#: What endings of names say; files of other endings are looked into.
_ENDINGS = {
    ".txt": Format.PLAIN,
    ".text": Format.PLAIN,
    ".md": Format.PLAIN,
    ".htm": Format.HTML,
    ".html": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".parquet": Format.PARQUET,
    ".warc": Format.WARC,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
}

#: Formats whose files begin alike: one that begins otherwise is none of them.
_MARKED = frozenset({Format.PARQUET, Format.WARC, Format.FEED})
#: And those that no text can be mistaken for.
_BINARY = frozenset({Format.PARQUET})
_BUFFER = 64 * 2**10


class _Source(msgspec.Struct, frozen=True):
    """What is known of a stream before it is read.

    Attributes:
        name: its file or address.
        columns: of a table, the columns that have other names than the fields of a report.
        form: its format, as its name says it.
        fetched: when it was fetched from the web.
    """

    name: str
    columns: Mapping[str, str]
    form: Format | None = None
    fetched: str | None = None


def read_raws(
    paths: Iterable[str],
    stdin: BinaryIO | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    meter: Meter | None = None,
) -> Iterator[Raw | Refusal]:
    """The reports that paths hold, in order; what cannot be read is refused, never raised.

    Args:
        paths: files, folders (read with all below them, sorted), patterns like `2024/*.gz`,
            addresses of feeds, or `-` for standard input. Any of them may be gzipped.
        stdin: the stream that `-` stands for.
        columns: where columns of tables have other names than the fields of a report, the
            name of the column for the field.
        meter: told of each file, so that it knows how much is read.
    """
    columns = columns or {}
    for path in paths:
        try:
            if path == "-":
                yield from _read(stdin or BytesIO(), _Source("-", columns))
            elif is_address(path):
                stream, fetched = fetch(path)
                yield from _read(stream, _Source(path, columns, Format.FEED, fetched))
            else:
                for file in files(path):
                    yield from _read_file(file, columns, meter)
        except OSError as error:
            yield refused(path, _reason(error))


def _read_file(
    path: Path, columns: Mapping[str, str], meter: Meter | None
) -> Iterator[Raw | Refusal]:
    ending = Path(path.name.lower().removesuffix(".gz")).suffix
    try:
        with path.open("rb") as stream:
            if meter:
                meter.watch(stream)
            yield from _read(stream, _Source(str(path), columns, _ENDINGS.get(ending)))
            if meter:
                meter.done()
    except OSError as error:
        yield refused(str(path), _reason(error))


def _read(stream: BinaryIO, source: _Source) -> Iterator[Raw | Refusal]:
    """The reports of an open stream, gzipped or not."""
    opened = BufferedReader(stream, _BUFFER)  # type: ignore[type-var]  # any stream will do
    try:
        if opened.peek().startswith(GZIP_MARK):
            unzipped = BufferedReader(Unzipped(opened), _BUFFER)
            yield from _read_format(unzipped, source)
        else:
            yield from _read_format(opened, source)
    except OSError as error:
        yield refused(source.name, _reason(error))
    finally:
        opened.detach()  # or the stream would be closed with it


def _read_format(stream: BufferedReader[Any], source: _Source) -> Iterator[Raw | Refusal]:
    head = stream.peek()[:HEAD_BYTES]
    found = format_of(head)
    if found is Format.PLAIN and source.columns and source.form is None:
        found = Format.CSV  # the user says that it is a table
    form = source.form or found
    if found is not form and (form in _MARKED or found in _BINARY):
        yield refused(source.name, f"{form} was expected, and it begins like {found}")
    elif form is Format.PARQUET:
        yield from read_parquet(stream, source.name, source.columns)
    elif form is Format.WARC:
        yield from read_warc(stream, source.name)
    elif form is Format.JSONL:
        yield from read_jsonl(_lines(stream, head), source.name)
    elif is_binary(head):
        yield refused(source.name, "not text: it is full of control characters")
    elif form is Format.CSV:
        yield from read_sheet(_lines(stream, head), source.name, source.columns)
    elif form is Format.FEED:
        yield from read_feed(whole(stream), source.name, source.fetched)
    else:
        read_one = read_html if form is Format.HTML else read_plain
        yield read_one(whole(stream), source.name)


def _lines(stream: BufferedReader[Any], head: bytes) -> Iterator[bytes | None]:
    """The lines of a stream as bytes of UTF-8, or of a set with the same line feed."""
    if is_wide(head):
        return iter(decode(whole(stream))[0].encode().splitlines(keepends=True))
    return lines(stream)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)

"""Files, folders and standard input to raw items, one at a time, in a fixed order."""

from __future__ import annotations

import codecs
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dateline.ingest.html import read_html
from dateline.ingest.jsonl import read_jsonl
from dateline.ingest.plain import read_plain
from dateline.ingest.sniff import HEAD_BYTES, Format, decode, format_of, is_binary
from dateline.records.report import Problem, Raw, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
}

#: Marks of character sets in which a line feed is more than one byte.
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_raws(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Raw | Refusal]:
    """The reports that paths hold, in order; what cannot be read is refused, never raised.

    Args:
        paths: files, folders (read with all below them, sorted), or `-` for standard input.
        stdin: the stream that `-` stands for.
    """
    for path in paths:
        if path == "-":
            yield from _read_stream(stdin or BytesIO(), "-", None)
        else:
            for file in _files(Path(path)):
                yield from _read_file(file)


def _files(path: Path) -> Iterator[Path]:
    """The path itself, or all files below it that are not hidden."""
    if not path.is_dir():
        yield path
        return
    for below in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in below.relative_to(path).parts)
        if below.is_file() and not hidden:
            yield below


def _read_file(path: Path) -> Iterator[Raw | Refusal]:
    name = str(path)
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, name, _ENDINGS.get(path.suffix.lower()))
    except OSError as error:
        yield _refused(name, error.strerror or str(error))


def _read_stream(stream: BinaryIO, name: str, known: Format | None) -> Iterator[Raw | Refusal]:
    """The reports of an open stream; JSON Lines are read line by line, the rest whole."""
    first = list(_to_first_word(stream))
    head = b"".join(first)
    form = known or format_of(decode(head)[0])
    if form is Format.JSONL and not head.startswith(_WIDE_MARKS):
        yield from read_jsonl(chain(first, stream), name)
        return
    data = head + stream.read()
    if is_binary(data[:HEAD_BYTES]):
        yield _refused(name, "not text: it is full of control characters")
    elif form is Format.JSONL:
        yield from read_jsonl(decode(data)[0].encode().splitlines(), name)
    else:
        yield read_html(data, name) if form is Format.HTML else read_plain(data, name)


def _to_first_word(stream: BinaryIO) -> Iterator[bytes]:
    """The first lines of a stream, up to the first that is not blank."""
    for line in stream:
        yield line
        if line.strip():
            return


def _refused(name: str, message: str) -> Refusal:
    return Refusal(id=name, where=name, problem=Problem("ingest", f"{name}: {message}"))

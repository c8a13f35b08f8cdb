"""JSON Lines that our own commands wrote, read back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from dateline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dateline.records.record import Record


def read_records(paths: Iterable[Path]) -> Iterator[Record]:
    """The records of files of JSON Lines, and of stores.

    Raises:
        InputError: a file cannot be read, or a line is no record.
        StoreError: a store cannot be read.
    """
    from dateline.records.record import Record  # noqa: PLC0415
    from dateline.store.linked import linked_records  # noqa: PLC0415
    from dateline.store.manifest import is_store  # noqa: PLC0415
    from dateline.store.reader import Reader  # noqa: PLC0415

    for path in paths:
        if is_store(path):
            yield from linked_records(Reader(path))
        else:
            yield from read_lines([path], Record)


def read_lines(paths: Iterable[Path], kind: type[Any]) -> Iterator[Any]:
    """The records of files of JSON Lines.

    Raises:
        InputError: a file cannot be read, or a line is no such record.
    """
    import msgspec  # noqa: PLC0415

    decode = msgspec.json.Decoder(kind).decode
    for path in paths:
        try:
            with sys.stdin.buffer if str(path) == "-" else path.open("rb") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        yield _decoded(decode, line, f"{path}:{number}")
        except OSError as error:
            raise InputError(f"`{path}` cannot be read: {error.strerror}") from error


def _decoded(decode: Any, line: bytes, where: str) -> object:  # noqa: ANN401 - a decoder of any record
    import msgspec  # noqa: PLC0415

    try:
        return decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{where}: no record of `dateline code`: {error}") from error

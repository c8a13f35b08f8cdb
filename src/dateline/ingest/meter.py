"""How much of some sources is read, so that long work can say how long it will go on."""

from __future__ import annotations

from os import SEEK_END
from typing import TYPE_CHECKING, BinaryIO

from dateline.ingest.files import files
from dateline.ingest.web import is_address

if TYPE_CHECKING:
    from collections.abc import Iterable


class Meter:
    """Counts the bytes that are read of files.

    Args:
        paths: as `read_raws` takes them.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self._total = _total(paths)
        self._before = 0
        self._stream: BinaryIO | None = None

    def watch(self, stream: BinaryIO) -> None:
        """Count a file that has just been opened."""
        self._stream = stream

    def done(self) -> None:
        """Count the file as read in full."""
        if self._stream is not None:
            self._before += self._stream.seek(0, SEEK_END)
            self._stream = None

    @property
    def part(self) -> float | None:
        """The part of all bytes that is read, 0 to 1; None where their number is not known."""
        if not self._total:
            return None
        now = self._stream.tell() if self._stream else 0
        return min((self._before + now) / self._total, 1.0)


def _total(paths: Iterable[str]) -> int | None:
    """The bytes of all files; None if there is a stream or an address among them."""
    total = 0
    for path in paths:
        if path == "-" or is_address(path):
            return None
        try:
            total += sum(file.stat().st_size for file in files(path))
        except OSError:
            continue  # it is refused when it is read
    return total

"""Streams of bytes, read within bounds: unzipped, by line, or whole."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer

#: The most bytes of one record: a page, a line, a row, a feed. The heaviest pages of news
#: sites have some 10 MB, pictures written into them included.
MOST_BYTES = 32 * 2**20
#: A zipped file may grow to this many times its size. Text grows three- to tenfold, and the
#: logs of one page over and over a hundredfold; a bomb of zeros grows a thousandfold.
MOST_GROWTH = 200
#: Growth is not looked at below this size, which does no harm.
_SMALL = 2 * MOST_BYTES
#: How a gzipped file begins.
GZIP_MARK = b"\x1f\x8b"
_PIECE = 64 * 2**10
#: To zlib: a gzip header, and the largest window.
_GZIP = 16 + zlib.MAX_WBITS


class TooLongError(OSError):
    """A record has more bytes than are read."""

    def __init__(self) -> None:
        super().__init__(f"it has more than {MOST_BYTES // 2**20} MB, which no report has")


class Unzipped(io.RawIOBase):
    """What a gzipped stream holds, read in constant memory.

    All that stands before a fault is given before the fault is raised.

    Args:
        stream: the zipped bytes; several zipped parts may follow each other.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._part = zlib.decompressobj(_GZIP)
        self._read = self._given = 0
        self._rest = b""

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer as far as the next piece goes; 0 at the end.

        Raises:
            OSError: the file is cut off, broken, or grows beyond measure.
        """
        view = memoryview(buffer).cast("B")
        piece = self._next_piece(len(view))
        view[: len(piece)] = piece
        return len(piece)

    def _next_piece(self, size: int) -> bytes:
        while True:
            if not self._rest:
                self._rest = self._stream.read(_PIECE)
                self._read += len(self._rest)
            if self._part.eof:
                self._rest = self._rest.lstrip(b"\0")  # some programs fill the last block
                if not self._rest:
                    return b""
                self._part = zlib.decompressobj(_GZIP)
            at_end = not self._rest
            piece = self._unzip(size)
            if piece:
                return piece
            if at_end and not self._part.eof:
                raise OSError("the zipped file is cut off")

    def _unzip(self, size: int) -> bytes:
        try:
            piece = self._part.decompress(self._rest, size)
        except zlib.error as error:
            raise OSError(f"the zipped file is broken: {error}") from error
        self._rest = self._part.unused_data if self._part.eof else self._part.unconsumed_tail
        self._given += len(piece)
        if self._given > max(_SMALL, MOST_GROWTH * self._read):
            raise OSError(f"the zipped file grows to more than {MOST_GROWTH} times its size")
        return piece


def whole(stream: BinaryIO) -> bytes:
    """All that is left of a stream.

    Raises:
        TooLongError: it has more than `MOST_BYTES`.
    """
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise TooLongError
    return data


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream, with their ends; None in place of one longer than `MOST_BYTES`."""
    while line := stream.readline(MOST_BYTES + 1):
        if len(line) <= MOST_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_PIECE)
        yield None

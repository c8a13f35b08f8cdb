"""CSV: a row is a report, and a broken row costs itself."""

from __future__ import annotations

import csv
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from dateline.ingest.refused import refused
from dateline.ingest.rows import columns_of, raw_of_row
from dateline.ingest.sniff import decode
from dateline.ingest.stream import MOST_BYTES, TooLongError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.records.report import Problem, Raw, Refusal

#: Marks that part columns; the one that the first line has most of is taken.
_DELIMITERS = ",;\t|"
#: A row has no more lines; the longest reports have some thousands.
_MOST_LINES = 10_000
#: After so many broken rows on end the file is no table of reports.
_MOST_BROKEN = 1000


class _Lines:
    """Lines of a file, to be given once more where they turn out to be no row.

    Attributes:
        first: the number of the first line of the row that is being read.
        problems: what was wrong with the bytes of its lines.
    """

    def __init__(self, lines: Iterator[bytes | None]) -> None:
        self._lines = lines
        self._again: deque[bytes | None] = deque()
        self._taken: list[bytes | None] = []
        self._size = 0
        self.first = 1
        self.problems: tuple[Problem, ...] = ()

    def begin(self) -> None:
        """Begin a row."""
        self.first += len(self._taken)
        self._taken, self._size, self.problems = [], 0, ()

    def take_back(self) -> None:
        """Give all lines of the row but its first once more."""
        self._again.extendleft(reversed(self._taken[1:]))
        self._taken = self._taken[:1]

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._taken.append(line)
        self._size += len(line or b"")
        if line is None or self._size > MOST_BYTES:
            raise csv.Error(str(TooLongError()))
        if len(self._taken) > _MOST_LINES:
            raise csv.Error(f"a quotation mark is not closed within {_MOST_LINES} lines")
        text, problems = decode(line)
        self.problems += problems
        return text


def read_sheet(
    lines: Iterator[bytes | None], name: str, columns: Mapping[str, str]
) -> Iterator[Raw | Refusal]:
    """The reports of a table, whose first line names the columns.

    A row that is broken, because a quotation mark is not closed or a field is missing, is
    refused with the line that it begins on, and reading goes on with the next line.

    Args:
        lines: the lines of the file, None in place of one too long.
        name: the file, for messages.
        columns: for fields of a report the columns that hold them under another name.
    """
    head = next(lines, None)
    titles, delimiter = _head(head or b"")
    try:
        fields = columns_of(titles, columns)
    except ValueError as error:
        yield refused(name, str(error))
        return
    places = {field: titles.index(column) for field, column in fields.items()}
    source = _Lines(lines)
    broken = 0
    for row in _rows(source, delimiter, len(titles)):
        line = source.first + 1
        broken = broken + 1 if isinstance(row, str) else 0
        if broken > _MOST_BROKEN:
            message = f"{_MOST_BROKEN} rows on end are broken; the rest is not read"
            yield refused(name, message, record=line)
            return
        if isinstance(row, str):
            yield refused(name, row, record=line)
        elif any(row):
            said = {field: row[at] for field, at in places.items()}
            yield raw_of_row(said, name, line, source.problems)


def _head(line: bytes) -> tuple[list[str], str]:
    """The names of the columns and the mark between them."""
    text = decode(line)[0].lstrip("\ufeff").strip("\r\n")
    delimiter = max(_DELIMITERS, key=text.count)
    names = next(csv.reader([text], delimiter=delimiter), [])
    return [name.strip() for name in names], delimiter


def _rows(source: _Lines, delimiter: str, width: int) -> Iterator[list[str] | str]:
    """The rows with `width` fields; for each other one the reason why it is none."""
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    while True:
        source.begin()
        try:
            row = next(islice(reader, 1), None)
        except csv.Error as error:
            message = f"no row of the table: {error}"
        else:
            if row is None:
                return
            if not row or len(row) == width:
                yield row
                continue
            message = f"a row of {len(row)} fields in a table of {width} columns"
        source.take_back()
        yield message
        reader = csv.reader(source, delimiter=delimiter, strict=True)

"""Records that wait on disk until all have come, when it is known whose text each carries."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import InputError
from dateline.link.carrier import carrier
from dateline.link.lineage import Lineages
from dateline.records.record import Record
from dateline.records.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Spool:
    """Records on disk, to be read again as often as need be; gone when nobody holds it.

    Args:
        records: taken at once.

    Raises:
        InputError: there is no room for the records to wait in.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self._known = Lineages()
        self._waiting = TemporaryFile()  # noqa: SIM115 - closed with the spool
        encode = msgspec.json.Encoder().encode
        for record in records:
            self._known.add(carrier(_report(record)))
            try:
                self._waiting.write(encode(record) + b"\n")
            except OSError as error:
                raise InputError(f"no room for records to wait in: {error}") from error

    def __iter__(self) -> Iterator[Record]:
        """The records in their order, each with its lineage among them."""
        decode = msgspec.json.Decoder(Record).decode
        self._waiting.seek(0)
        for number, line in enumerate(self._waiting):
            yield msgspec.structs.replace(decode(line), lineage=self._known.lineage(number))


def with_lineage(records: Iterable[Record]) -> Iterator[Record]:
    """The records in their order, each with its lineage; none comes before all are read.

    Only their fingerprints are held in memory.

    Raises:
        InputError: there is no room for the records to wait in.
    """
    yield from Spool(records)


def _report(record: Record) -> Report:
    """The report of a record."""
    return Report(id=record.id, text=record.text, opening=record.report, blocks=record.blocks)

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


def with_lineage(records: Iterable[Record]) -> Iterator[Record]:
    """The records in their order, each with its lineage; none comes before all are read.

    Only their fingerprints are held in memory.

    Raises:
        InputError: there is no room for the records to wait in.
    """
    known = Lineages()
    encode = msgspec.json.Encoder().encode
    decode = msgspec.json.Decoder(Record).decode
    with TemporaryFile() as waiting:
        for record in records:
            known.add(carrier(_report(record)))
            try:
                waiting.write(encode(record) + b"\n")
            except OSError as error:
                raise InputError(f"no room for records to wait in: {error}") from error
        waiting.seek(0)
        for number, line in enumerate(waiting):
            yield msgspec.structs.replace(decode(line), lineage=known.lineage(number))


def _report(record: Record) -> Report:
    """The report of a record."""
    return Report(id=record.id, text=record.text, opening=record.report, blocks=record.blocks)

"""Records that wait until their lineage is known."""

from dateline.link.spool import with_lineage
from dateline.records.lineage import Descent
from dateline.records.record import Record
from dateline.records.report import Opening


def test_records_come_back_in_order_and_as_they_were_but_for_the_lineage(
    ferry: str, strike: str
) -> None:
    records = [
        Record(id="late", version="1", text=ferry, report=Opening(published="2024-03-06")),
        Record(id="other", version="1", text=strike),
        Record(id="early", version="1", text=ferry, report=Opening(published="2024-03-05")),
    ]
    found = list(with_lineage(iter(records)))
    assert [(record.id, record.text, record.report) for record in found] == [
        (record.id, record.text, record.report) for record in records
    ]
    lineages = [record.lineage for record in found]
    assert [lineage.text for lineage in lineages if lineage] == ["early", "other", "early"]
    assert [lineage.kind for lineage in lineages if lineage] == [
        Descent.COPY,
        Descent.ORIGINAL,
        Descent.ORIGINAL,
    ]


def test_no_records_are_none() -> None:
    assert list(with_lineage([])) == []

from collections.abc import Callable
from itertools import permutations

import msgspec

from dateline.export.gather import gather
from dateline.records.claim import Claim, Occurred, Status
from dateline.records.lineage import Descent, Lineage
from dateline.records.record import Record


def test_claims_of_one_event_are_one_whatever_the_order(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    records = [
        report(shelling("c1"), id="r1"),
        report(shelling("c2", confidence=0.9), id="r2", day="2024-05-13"),
        report(shelling("c3", event="e2"), id="r3", day=None),
    ]
    found = {msgspec.json.encode(gather(order)) for order in permutations(records)}
    assert len(found) == 1
    first, second = gather(records)
    assert [telling.claim.id for telling in first.tellings] == ["c2", "c1"]
    assert (first.event.reports, second.event.reports) == (2, 1)
    assert first.event.confidence == 0.9


def test_a_record_that_comes_twice_counts_once(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    (told,) = gather([report(shelling()), report(shelling())])
    assert (len(told.tellings), told.event.reports) == (1, 1)


def test_copies_are_one_text_and_one_voice(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    copy = Lineage(text="r1", kind=Descent.COPY, of="r1", origin="Hill Wire")
    original = Lineage(text="r1", kind=Descent.ORIGINAL, origin="Hill Wire")
    records = [
        msgspec.structs.replace(report(shelling("c1")), lineage=original),
        msgspec.structs.replace(report(shelling("c2"), id="r2"), lineage=copy),
    ]
    (told,) = gather(records)
    assert (told.event.reports, told.event.texts, told.event.voices) == (2, 1, 1)


def test_a_stated_day_is_taken_before_the_day_of_the_report(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    published = Occurred(first="2024-05-14", last="2024-05-14", basis="published")
    (told,) = gather([report(shelling("c0", occurred=published), shelling("c1"))])
    assert told.event.occurred.first == "2024-05-13"


def test_where_voices_are_even_the_surer_status_holds(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    denied = report(shelling("c2", status=Status.DENIED), id="r2")
    (told,) = gather([denied, report(shelling())])
    assert told.event.status is Status.OCCURRED

from collections import Counter
from collections.abc import Callable

import msgspec

from dateline.export.facts import facts
from dateline.export.gather import gather
from dateline.export.losses import Losses
from dateline.records.claim import Claim, Occurred, Polarity, Status
from dateline.records.record import Record
from dateline.records.report import Opening

KNOWN = {"194", "036", "060"}


def _facts(*records: Record) -> tuple[list[str], Counter[str]]:
    losses = Losses()
    days = [fact.day.isoformat() for fact in facts(gather(records), losses, KNOWN)]
    return days, losses.left_out


def test_a_promise_is_a_fact_of_the_day_it_was_made(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    ahead = Occurred(first="2024-06-01", last="2024-06-01", basis="stated")
    promise = shelling(type="AGREE", cameo="036", status=Status.PLANNED, occurred=ahead)
    assert _facts(report(promise)) == (["2024-05-14"], {})


def test_other_plans_are_no_facts(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    plan = shelling(type="COOPERATE", cameo="060", status=Status.PLANNED)
    assert _facts(report(plan)) == ([], {"status planned": 1})


def test_what_is_said_not_to_have_happened_is_no_fact(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    claim = shelling(polarity=Polarity.NEGATIVE)
    assert _facts(report(claim)) == ([], {"negated": 1})


def test_a_day_without_a_year_is_not_guessed(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    yearless = shelling("c2", event="e2", occurred=Occurred(value="XXXX-05-13"))
    assert _facts(report(yearless)) == ([], {"no day": 1})


def test_what_has_no_day_goes_under_that_of_its_first_report(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    assert _facts(report(shelling(occurred=None))) == (["2024-05-14"], {})
    unpublished = msgspec.structs.replace(report(shelling(occurred=None)), report=Opening())
    assert _facts(unpublished) == ([], {"no day": 1})


def test_a_month_is_not_written_under_its_first_day(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    month = Occurred(value="2024-05", first="2024-05-01", last="2024-05-31", basis="stated")
    assert _facts(report(shelling(occurred=month))) == ([], {"time longer than a week": 1})


def test_a_code_of_another_table_is_left_out(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    assert _facts(report(shelling(cameo="999")))[1] == {"no known CAMEO code": 1}


def test_days_that_are_no_days_cost_their_event_only(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    broken = shelling("c2", event="e2", occurred=Occurred(first="2024-02-31"))
    assert _facts(report(shelling(), broken, day="soon"))[0] == ["2024-05-13"]

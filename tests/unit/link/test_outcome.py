"""What an event is: its statuses, its tolls, and what counts for it."""

from tests.unit.link.made import MONDAY, TUESDAY, WEDNESDAY, day, events, gathered, telling

from dateline.records.claim import Amount, Status


def test_reported_and_denied_versions_stay_side_by_side() -> None:
    on = {"occurred": day(MONDAY)}
    told = [telling("a", **on), telling("b", **on), telling("c", status=Status.DENIED, **on)]
    (event,) = events(told)
    assert event.status is Status.OCCURRED
    assert event.statuses == {Status.OCCURRED: 2, Status.DENIED: 1}


def test_what_is_planned_without_a_day_is_not_what_was_done() -> None:
    told = [telling("a", occurred=day(MONDAY)), telling("b", status=Status.PLANNED)]
    assert gathered(told) == [["a"], ["b"]]
    told[1] = telling("b", status=Status.PLANNED, occurred=day(MONDAY))
    assert gathered(told) == [["a", "b"]]


def test_a_rising_toll_revises_the_event() -> None:
    def toll(best: int) -> tuple[Amount, ...]:
        return (Amount(text=str(best), start=0, end=1, of="arrested", best=best),)

    told = [
        telling("a", TUESDAY, occurred=day(MONDAY), amounts=toll(12)),
        telling("b", WEDNESDAY, occurred=day(MONDAY), amounts=toll(20)),
        telling("c", MONDAY, occurred=day(MONDAY), amounts=toll(30)),
    ]
    (event,) = events(told)
    assert [amount.best for amount in event.amounts] == [20]


def test_a_report_told_again_counts_once() -> None:
    (event,) = events(telling(name, occurred=day(MONDAY)) for name in ("a", "b", "b"))
    assert (event.reports, len(event.merges)) == (2, 2)

"""What people decide of claims is heeded."""

from tests.unit.link.made import MONDAY, TUESDAY, claim, day, events, gathered, telling

from dateline.link.told import Source, Told
from dateline.records.event import Decision, Verdict


def test_a_person_can_split_and_merge_and_is_heeded_whatever_comes_first() -> None:
    told = [telling(n, occurred=day(MONDAY)) for n in "ab"] + [telling("c", "2024-06-01")]
    split = Decision(verdict=Verdict.SPLIT, claim="b", other="a")
    merge = Decision(verdict=Verdict.MERGE, claim="c", other="a", note="the same night")
    assert gathered(told, split, merge) == [["a", "c"], ["b"]]
    assert gathered(told[::-1], merge, split) == [["a", "c"], ["b"]]
    joined = next(event for event in events(told, merge) if event.reports == 3)
    assert joined.merges[-1].reason == "a person joined them: the same night"


def test_the_later_of_two_decisions_holds() -> None:
    told = [telling(n, occurred=day(MONDAY)) for n in "ab"]
    split, merge = (Decision(verdict=v, claim="a", other="b") for v in Verdict)
    assert gathered(told, split, merge) == [["a", "b"]]
    assert gathered(told, merge, split) == [["a"], ["b"]]


def test_claims_that_one_report_links_can_be_split() -> None:
    source = Source(report="r", published=TUESDAY, text="r", voice="r")
    told = Told(source=source, claims=(claim("a", event="a"), claim("b", event="a")))
    assert gathered([told]) == [["a", "b"]]
    split = Decision(verdict=Verdict.SPLIT, claim="a", other="b")
    assert gathered([told], split) == [["a"], ["b"]]

"""Times: every rule's own examples, and what holds of any text."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.time_grammar import RULES, Case, Grammar, RuleFile
from dateline.annotate.times import FindTimes
from dateline.lexicon.library import Library
from dateline.records.parse import Parse
from dateline.records.report import Block, Opening, Report, Role

if TYPE_CHECKING:
    from dateline.annotate.parse import Parser
    from dateline.records.time import Time

LIBRARY = Library()
RULE_LIST = [rule for _, file in LIBRARY.tables(RULES, RuleFile) for rule in file.rule]
YES = [pytest.param(case, id=rule.name) for rule in RULE_LIST for case in rule.yes]
NO = [pytest.param(case, id=rule.name) for rule in RULE_LIST for case in rule.no]


@pytest.fixture(scope="module")
def find_times() -> FindTimes:
    return FindTimes(LIBRARY)


def report_of(text: str, published: str | None = None) -> Report:
    block = Block(role=Role.BODY, start=0, end=len(text))
    return Report(id="r", text=text, opening=Opening(published=published), blocks=(block,))


def times_of(
    find_times: FindTimes, parser: "Parser", text: str, published: str | None = None
) -> tuple["Time", ...]:
    report = report_of(text, published)
    return find_times(report, parser(report))


@pytest.mark.parametrize("case", YES)
def test_a_rule_reads_its_examples(case: Case, find_times: FindTimes, parser: "Parser") -> None:
    times = times_of(find_times, parser, case.text, case.published)
    assert (case.finds, case.value) in [(time.text, time.value) for time in times]


@pytest.mark.parametrize("case", NO)
def test_a_rule_leaves_its_counterexamples(
    case: Case, find_times: FindTimes, parser: "Parser"
) -> None:
    assert times_of(find_times, parser, case.text, case.published) == ()


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in RULE_LIST if not rule.yes] == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.dates().map(str) | st.none())
def test_any_text_gives_times_that_stand_where_they_say(
    find_times: FindTimes, parser: "Parser", text: str, published: str | None
) -> None:
    for time in times_of(find_times, parser, text, published):
        assert time.text == text[time.start : time.end]


WORDS = [*sorted(Grammar(LIBRARY).vocabulary), "2019", "12", "3:30", "May", "Monday", "-", ","]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join), st.dates().map(str))
def test_any_medley_of_words_of_time_can_be_read(
    find_times: FindTimes, parser: "Parser", text: str, published: str
) -> None:
    for time in times_of(find_times, parser, text, published):
        assert time.text == text[time.start : time.end]
        assert (time.first or "") <= (time.last or "")


def test_a_report_without_blocks_has_no_times(find_times: FindTimes) -> None:
    assert find_times(Report(id="r", text="May 1, 2020"), Parse("May 1, 2020", (), ())) == ()


def test_a_duration_up_to_now_ends_with_the_day_of_publication(
    find_times: FindTimes, parser: "Parser"
) -> None:
    text = "Marches have gone on for the past three months."
    (time,) = times_of(find_times, parser, text, "2020-11-10")
    assert (time.type, time.first, time.last) == ("DURATION", "2020-08-10", "2020-11-10")
    assert time.basis == "published"


def test_nothing_is_counted_from_a_day_of_publication_that_is_not_known(
    find_times: FindTimes, parser: "Parser"
) -> None:
    text = "Last week, on Friday and yesterday, they met; two weeks ago they did not."
    times = times_of(find_times, parser, text)
    assert [time.value for time in times] == [
        "XXXX-WXX",
        "XXXX-WXX-5",
        "XXXX-XX-XX",
        "XXXX-WXX",
    ]
    assert all(time.first is None and time.basis is None for time in times)


def test_both_ends_of_a_range_are_times(find_times: FindTimes, parser: "Parser") -> None:
    for text in ("It rained from 9 to 12 May 2019.", "It rained from May 9 to 12, 2019."):
        times = times_of(find_times, parser, text)
        assert [time.value for time in times] == ["2019-05-09", "2019-05-12"]


def test_a_fiscal_year_has_no_days_because_each_company_has_its_own(
    find_times: FindTimes, parser: "Parser"
) -> None:
    (time,) = times_of(find_times, parser, "Profit fell in fiscal 2012.")
    assert (time.value, time.first, time.last) == ("FY2012", None, None)

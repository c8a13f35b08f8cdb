"""Periods: names, first and last days, and steps from one to the next."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.time_periods import add_months, length_value, open_period, period, step

DAY = date(2020, 11, 10)
GRAINS = ("D", "W", "WE", "M", "Q", "H", "Y", "FY", "DE", "SP", "SU", "FA", "WI")


@pytest.mark.parametrize(
    ("grain", "value", "first", "last"),
    [
        ("D", "2020-11-10", "2020-11-10", "2020-11-10"),
        ("W", "2020-W46", "2020-11-09", "2020-11-15"),
        ("WE", "2020-W46-WE", "2020-11-14", "2020-11-15"),
        ("M", "2020-11", "2020-11-01", "2020-11-30"),
        ("Q", "2020-Q4", "2020-10-01", "2020-12-31"),
        ("H", "2020-H2", "2020-07-01", "2020-12-31"),
        ("Y", "2020", "2020-01-01", "2020-12-31"),
        ("FY", "FY2020", "2020-01-01", "2020-12-31"),
        ("DE", "202", "2020-01-01", "2029-12-31"),
        ("CE", "20", "2000-01-01", "2099-12-31"),
        ("WI", "2020-WI", "2020-12-01", "2021-02-28"),
    ],
)
def test_a_period_has_its_name_and_days(grain: str, value: str, first: str, last: str) -> None:
    found = period(grain, DAY)
    assert (found.value, str(found.first), str(found.last)) == (value, first, last)


def test_the_first_days_of_january_may_belong_to_a_week_of_the_year_before() -> None:
    assert period("W", date(2021, 1, 2)).value == "2020-W53"


@pytest.mark.parametrize("grain", GRAINS)
def test_a_step_back_ends_before_the_period_begins(grain: str) -> None:
    here, before = period(grain, DAY), step(period(grain, DAY), -1)
    assert before.last
    assert here.first
    assert before.last < here.first


@given(st.sampled_from(GRAINS[:9]), st.dates(date(1000, 1, 1), date(3000, 1, 1)))
def test_a_period_holds_its_day(grain: str, day: date) -> None:
    found = period(grain, day)
    assert found.first
    assert found.last
    if grain != "WE":
        assert found.first <= day <= found.last


def test_an_open_period_has_no_days() -> None:
    assert open_period("M").value == "XXXX-XX"
    assert open_period("M").first is None
    assert step(open_period("M"), -1) == open_period("M")


def test_months_are_added_within_the_month() -> None:
    assert add_months(date(2020, 1, 31), 1) == date(2020, 2, 29)


def test_quarters_are_counted_in_months() -> None:
    assert length_value("Q", "2") == "P6M"
    assert length_value("TH", "2") == "PT2H"
    assert length_value("D", "X") == "PXD"

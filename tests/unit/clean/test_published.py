"""Dates of publication as carriers, addresses and lines of a page write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.published import ReadDates, published_in_url
from dateline.lexicon.library import Library

DATES = ReadDates(Library())


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2020-11-10", "2020-11-10"),
        ("2020-11-10T12:00:00Z", "2020-11-10T12:00:00Z"),
        ("20201110", "2020-11-10"),
        ("November 10, 2020", "2020-11-10"),
        ("Tuesday, 10 Nov. 2020", "2020-11-10"),
        ("Tue, 10 Nov 2020 12:00:00 GMT", "2020-11-10T12:00:00+00:00"),
        ("2020-02-30", None),
        ("31 June 2020", None),
        ("November 10", None),
        ("lately", None),
    ],
)
def test_dates_that_are_given(value: str, read: str | None) -> None:
    assert DATES.given(value) == read


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2020/11/10/river.html", "2020-11-10"),
        ("https://news.example/2020-11-10-river", "2020-11-10"),
        ("https://news.example/2020/13/10/river", None),
        ("https://news.example/120201/11/10", None),
    ],
)
def test_dates_in_addresses(url: str, day: str | None) -> None:
    assert published_in_url(url) == day


def test_a_line_must_be_a_date_and_nothing_else() -> None:
    assert DATES.whole("Friday, January 4, 2019") == "2019-01-04"
    assert DATES.whole("The river rose on January 4, 2019") is None
    assert DATES.within("Posted January 4, 2019 at noon") == "2019-01-04"


@given(st.text(max_size=60))
def test_no_value_raises(value: str) -> None:
    DATES.given(value)
    DATES.within(value)
    published_in_url(value)

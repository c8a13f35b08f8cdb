"""Pages that go on with other whole stories."""

import pytest

from dateline.clean.stage import clean
from dateline.records.report import Raw, Report, Role

FLOOD = (
    "The river rose by two metres on Monday and flooded the lower streets of the town.",
    "Officials said that boats had carried some forty people out of their houses by noon.",
    "“We have not seen it like this since I was a child,” said the owner of the old mill.",
    "The dam above the town was built ninety years ago and was to be repaired this spring.",
)
STRIKE = (
    "Teachers in the county walked out on Tuesday over a plan to close nine village schools.",
    "Head teacher Ines Dahl told a crowd that her pupils would have to leave home before six.",
    "The county says that classes of fewer than ten cannot be paid for any longer than May.",
    "Talks are to go on next Monday with a mediator whom both sides know from another strike.",
)
GOES_ON = "the page goes on with other stories; this is the first"


def _read(*lines: str) -> Report:
    return clean(Raw(id="a", text="\n\n".join(lines)))


def _body(report: Report) -> list[str]:
    return [report.text[b.start : b.end] for b in report.blocks if b.role is Role.BODY]


@pytest.mark.parametrize("below", ["By Liina Korv", "March 5, 2024 at 6:12 am"])
def test_of_two_stories_the_first_is_read(below: str) -> None:
    report = _read(
        "Halden Flooded", *FLOOD, "Teachers Walk Out Over School Plan", below, *STRIKE
    )
    assert _body(report) == list(FLOOD)
    assert [problem.message for problem in report.problems] == [GOES_ON]


@pytest.mark.parametrize(
    "between",
    [
        ["Who is to pay for it"],
        ["Water in the lower streets of Halden", "Picture: Liina Korv"],
        ["Watch how the boats came in the morning", "02:41 - Source: Halden TV"],
        ["Teachers Walk Out Over School Plan"],
    ],
)
def test_a_heading_or_a_picture_begins_no_story(between: list[str]) -> None:
    report = _read("Halden Flooded", "By Liina Korv", *FLOOD, *between, *STRIKE)
    assert [line for line in _body(report) if line in STRIKE] == list(STRIKE)
    assert report.problems == ()


def test_the_teaser_of_another_story_is_no_story() -> None:
    report = _read("Halden Flooded", *FLOOD, "Teachers Walk Out", "By Ann Bell", STRIKE[0])
    assert GOES_ON not in [problem.message for problem in report.problems]

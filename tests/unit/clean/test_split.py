"""Pages of many stories, split into one item a story."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean.split import split
from dateline.clean.stage import clean
from dateline.records.report import Problem, Provenance, Raw, Refusal, Report, Role

FLOOD = (
    "The river rose by two metres on Monday and flooded the lower streets of the town.",
    "Officials said that boats had carried some forty people out of their houses by noon.",
    "The dam above the town was built ninety years ago and was to be repaired this spring.",
)
STRIKE = (
    "Teachers in the county walked out on Tuesday over a plan to close nine village schools.",
    "Head teacher Ines Dahl told a crowd that her pupils would have to leave home before six.",
    "The county says that classes of fewer than ten cannot be paid for any longer than May.",
)
FERRY = (
    "A ferry with sixty people on board ran onto a sand bank off the old lighthouse at dawn.",
    "The coast guard took off all passengers, two of whom were treated for broken bones.",
    "The company said that the captain had twenty years of service and knew the bank well.",
)
STORIES = (
    ("River Floods Lower Streets of Halden", "By Liina Korv", FLOOD),
    ("Teachers Walk Out Over School Plan", "March 5, 2024 at 6:12 am", STRIKE),
    ("Ferry Runs Aground Near Old Lighthouse", "By Ann Bell", FERRY),
)
TEXT = "\n\n".join(line for title, below, story in STORIES for line in (title, below, *story))


def _reports(**fields: str) -> list[Report]:
    items = split([Raw(id="a", provenance=Provenance(file="a"), **fields)])
    return [clean(item) for item in items if isinstance(item, Raw)]


def _body(report: Report) -> tuple[str, ...]:
    return tuple(report.text[b.start : b.end] for b in report.blocks if b.role is Role.BODY)


def test_each_story_of_a_text_is_a_report_with_its_own_title_day_and_place() -> None:
    reports = _reports(text=TEXT, published="2024-03-07")
    assert [report.id for report in reports] == ["a", "a#2", "a#3"]
    assert [_body(report) for report in reports] == [story for _, _, story in STORIES]
    assert [r.opening.title for r in reports[1:]] == [title for title, _, _ in STORIES[1:]]
    days = [report.opening.published for report in reports]
    assert days == ["2024-03-07", "2024-03-05", "2024-03-07"]
    assert reports[2].opening.authors == ("Ann Bell",)
    for report, (title, _, _) in zip(reports[1:], STORIES[1:], strict=True):
        assert report.provenance is not None
        assert report.provenance.offset == TEXT.index(title)
        assert TEXT.startswith(report.text, report.provenance.offset)


def test_the_first_keeps_the_text_of_its_page() -> None:
    first = _reports(text=TEXT)[0]
    assert (first.text, first.provenance) == (TEXT, Provenance(file="a"))


def _article(title: str, below: str, story: tuple[str, ...]) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    return f"<article><h2>{title}</h2><p>{below}</p>{body}</article>"


@pytest.mark.parametrize("between", ["", "<hr>", "<div><a>Share</a> <a>Print</a></div>"])
def test_each_story_of_a_page_is_a_report(between: str) -> None:
    menu = "<nav><ul><li><a>Home</a></li><li><a>World</a></li></ul></nav>"
    articles = between.join(_article(*story) for story in STORIES)
    reports = _reports(html=f"<html><body>{menu}<main>{articles}</main></body></html>")
    assert [_body(report) for report in reports[1:]] == [story for _, _, story in STORIES[1:]]
    assert set(_body(reports[0])) == set(FLOOD)


@pytest.mark.parametrize(
    "after",
    [
        ("Who is to pay for it", *STRIKE),
        ("Teachers Walk Out Over School Plan", "By Ann Bell", STRIKE[0]),
        ("Comments", "Anna of the Old Mill says", "March 5, 2024 at 6:12 am", *STRIKE),
        tuple(line for title, below, story in STORIES for line in (title, below, story[0])),
    ],
    ids=["a heading", "a teaser", "readers", "an index"],
)
def test_what_is_no_other_story_makes_no_report(after: tuple[str, ...]) -> None:
    text = "\n\n".join(("River Floods Lower Streets of Halden", *FLOOD, *after))
    assert len(_reports(text=text)) == 1


def test_a_live_page_is_not_split() -> None:
    entries = [
        line
        for hour, (_, _, story) in enumerate(STORIES * 2)
        for line in (f"1{hour}:30 GMT", *story)
    ]
    assert len(_reports(text="\n\n".join(entries))) == 1


def test_a_teaser_between_two_stories_begins_none() -> None:
    stories = (STORIES[0], (*STORIES[1][:2], STRIKE[:1]), STORIES[2])
    lines = [line for title, below, story in stories for line in (title, below, *story)]
    first, second = _reports(text="\n\n".join(lines))
    assert (_body(first)[:3], _body(second)) == (FLOOD, FERRY)


def test_a_refusal_passes() -> None:
    refusal = Refusal(id="a", where="a", problem=Problem("ingest", "empty"))
    assert list(split([refusal])) == [refusal]


@given(st.text(), st.booleans())
@settings(max_examples=60)
def test_any_text_is_split_without_a_crash(text: str, is_html: bool) -> None:  # noqa: FBT001
    raw = Raw(id="a", html=text) if is_html else Raw(id="a", text=text)
    assert next(split([raw])) is raw

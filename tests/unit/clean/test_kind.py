"""Pages that are no report, or no more than the beginning of one."""

import pytest

from dateline.clean.stage import clean
from dateline.records.report import READ_ROLES, Raw, Report

STORIES = (
    (
        "Mayor of Halden Resigns After Flood",
        "The mayor of Halden stepped down on Monday night.",
    ),
    ("Ferry Runs Aground Near Old Lighthouse", "Two people were hurt when a ferry hit a bank."),
    ("Teachers Walk Out Over School Plan", "Nine village schools are to be closed by autumn."),
    ("Court Clears Former Harbour Master", "Judges said that there was no proof against him."),
    ("Miners Return to Work in the North", "The union accepted an offer after eleven days."),
    ("Army Clears Mines From River Bank", "Soldiers found forty mines below the broken dam."),
    ("Bank Raises Rates for a Third Time", "The central bank said that prices rose too fast."),
    (
        "Rain Delays Harvest Across the Plain",
        "Farmers said that half of the wheat had been lost.",
    ),
)
BODY = (
    "The river rose by two metres on Monday and flooded the lower streets of the town.",
    "Officials said that boats had carried some forty people out of their houses.",
    "“We have not seen it like this since I was a child,” said the owner of a mill.",
    "The dam above the town was built ninety years ago and was to be repaired this spring.",
)


def _read(*lines: str) -> Report:
    return clean(Raw(id="a", text="\n\n".join(lines)))


def _refused(report: Report) -> str | None:
    """Why a page is not coded, None if it is."""
    said = [
        problem.message for problem in report.problems if "no report but" in problem.message
    ]
    assert bool(said) is not any(block.role in READ_ROLES for block in report.blocks)
    return said[0] if said else None


def test_headlines_with_teasers_are_an_index() -> None:
    lines = [line for story in STORIES[:6] for line in story]
    assert "an index: 6 headlines" in (_refused(_read("News", *lines)) or "")


def test_headlines_with_teasers_and_times_are_an_index() -> None:
    lines = [line for story in STORIES[:6] for line in (*story, "2 hours ago")]
    assert "an index" in (_refused(_read("Home", "World", *lines)) or "")


def test_bare_headlines_are_an_index() -> None:
    assert "an index: 8 headlines" in (_refused(_read(*(head for head, _ in STORIES))) or "")


@pytest.mark.parametrize("clock", ["14:{}2", "2.{}5pm", "08:{}0 GMT -", "[17:{}1]"])
def test_entries_by_the_clock_are_a_live_page(clock: str) -> None:
    entries = [
        line
        for minute, (_, teaser) in zip("54321", STORIES, strict=False)
        for line in (clock.format(minute), teaser, BODY[0])
    ]
    page = _read("Flood in Halden: latest updates", *entries)
    assert "a live page: 5 entries" in (_refused(page) or "")


def test_headlines_by_the_clock_are_a_ticker() -> None:
    lines = [f"1{n}:05 {head}" for n, (head, _) in enumerate(STORIES)]
    assert "a ticker: 8 entries" in (_refused(_read(*lines)) or "")


def test_a_wall_without_a_report_is_refused() -> None:
    page = _read(
        "Mayor of Halden Resigns", "The mayor stepped down.", "Subscribe to continue reading"
    )
    assert "a wall" in (_refused(page) or "")


def test_the_beginning_of_a_report_before_a_wall_is_read_and_said_to_be_one() -> None:
    page = _read("Halden Flooded", *BODY, "To read the full story, subscribe or sign in.")
    assert _refused(page) is None
    assert [problem.message for problem in page.problems] == [
        "the page shows only the beginning, before a wall"
    ]


@pytest.mark.parametrize(
    "beside",
    [
        [line for story in STORIES[:2] for line in story],
        [head for head, _ in STORIES],
        [f"1{n}:05 {head}" for n, (head, _) in enumerate(STORIES)],
        ["Sign up for our newsletter"],
    ],
)
def test_a_report_with_other_headlines_beside_it_is_a_report(beside: list[str]) -> None:
    assert _refused(_read("Halden Flooded After Days of Rain", *BODY, *beside)) is None


def test_a_report_with_a_chronology_is_a_report() -> None:
    clock = [f"0{hour}:15 Water reaches street {hour}" for hour in range(6)]
    assert _refused(_read("Halden Flooded After Days of Rain", *BODY, *clock)) is None


def test_a_report_with_headings_is_a_report() -> None:
    parts = [
        line
        for heading, text in zip(("What happened", "Who is to blame"), BODY[::2], strict=True)
        for line in (heading, text, BODY[1])
    ]
    assert _refused(_read("Halden Flooded After Days of Rain", *BODY, *parts)) is None


@pytest.mark.parametrize("text", ["Police arrested the mayor.", "", "Mayor Resigns", "14:05"])
def test_a_short_text_is_not_told_from_a_report(text: str) -> None:
    assert not any("no report but" in problem.message for problem in _read(text).problems)


def _page(*parts: str) -> Report:
    menu = "<nav><ul><li><a>Home</a></li><li><a>World</a></li></ul></nav>"
    return clean(
        Raw(id="a", html=f"<html><body>{menu}<main>{''.join(parts)}</main></body></html>")
    )


def test_an_index_is_known_by_what_its_page_shows() -> None:
    parts = [
        f"<article><h2><a>{head}</a></h2><p>{teaser}</p><time>1 hour ago</time></article>"
        for head, teaser in STORIES
    ]
    assert "an index" in (_refused(_page(*parts)) or "")


def test_a_live_page_is_known_by_what_its_page_shows() -> None:
    parts = [
        f"<div><time>14:{minute}0</time><h3>{head}</h3><p>{teaser}</p><p>{BODY[0]}</p></div>"
        for minute, (head, teaser) in zip("543210", STORIES, strict=False)
    ]
    assert "a live page" in (_refused(_page("<h1>Flood</h1>", *parts)) or "")


def test_a_page_with_a_report_and_headlines_beside_it_is_a_report() -> None:
    report = "<h1>Halden Flooded</h1>" + "".join(f"<p>{text}</p>" for text in BODY * 2)
    beside = "".join(f"<h4><a>{head}</a></h4>" for head, _ in STORIES)
    assert _refused(_page(report, f"<aside>{beside}</aside>")) is None

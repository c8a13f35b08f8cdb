"""Pages are told apart line by line: the report, its headings, and what is furniture."""

import pytest

from dateline.clean.layout import Layout, ReadLayout
from dateline.clean.published import ReadDates
from dateline.lexicon.library import Library

LEAD = "The river rose by two metres on Monday and flooded the lower streets of the town."
BODY = (
    LEAD,
    "Officials said that boats had carried some forty people out of their houses.",
    "“We have not seen it like this since I was a child,” said the owner of a mill.",
    "The mayor asked for help from the army, which is to send engineers on Wednesday.",
)


@pytest.fixture(scope="module")
def read(library: Library) -> ReadLayout:
    return ReadLayout(library, ReadDates(library))


def roles(read: ReadLayout, *lines: str, title: str | None = None) -> dict[str, str]:
    text = "\n".join(lines)
    layout = read(text, len(text), title)
    return {text[block.start : block.end]: block.role.value for block in layout.blocks}


def opening(read: ReadLayout, *lines: str) -> Layout:
    text = "\n".join(lines)
    return read(text, len(text), None)


def test_readers_comments_are_not_the_report_however_many(read: ReadLayout) -> None:
    comments = [
        line
        for number in range(12)
        for line in (
            f"hillfarmer{number} says:",
            f"November 11, 2020 at 6:{number + 10} am",
            f"I have told them {number} times that the dam was too low and nobody listened.",
        )
    ]
    found = roles(read, *BODY, "12 responses to “River floods town”", *comments)
    assert {found[line] for line in BODY} == {"body"}
    assert {found[line] for line in comments} == {"chrome"}


def test_teasers_of_other_reports_below_the_last_paragraph_are_chrome(read: ReadLayout) -> None:
    teasers = (
        "Mill burns down in the hills",
        "3 hours ago",
        "Firefighters could not save the oldest mill of the valley, the owner said.",
        "Schools to open later in winter",
        "5 hours ago",
        "Parents had asked for it since the buses were cut, the council said.",
    )
    found = roles(read, *BODY, "More from The Valley News", *teasers)
    assert {found[line] for line in BODY} == {"body"}
    assert {found[line] for line in teasers} == {"chrome"}


def test_a_list_of_other_reports_inside_the_report_is_chrome(read: ReadLayout) -> None:
    others = ("Mill Burns Down In The Hills At Night", "Schools To Open Later In Winter Months")
    first, last = " ".join(BODY[:2]), " ".join(BODY[2:])
    found = roles(read, first, BODY[0], "Related", *others, last, BODY[3])
    assert [found[line] for line in (first, BODY[0], last, BODY[3])] == ["body"] * 4
    assert {found[line] for line in others} == {"chrome"}


def test_a_heading_between_paragraphs_is_a_subhead(read: ReadLayout) -> None:
    assert roles(read, *BODY[:2], "Help on its way", *BODY[2:])["Help on its way"] == "subhead"


def test_items_below_a_colon_belong_to_the_report(read: ReadLayout) -> None:
    items = ("the lower bridge", "the road to the mill", "the school by the river")
    found = roles(
        read, *BODY[:2], "The council has closed these until Friday:", *items, *BODY[2:]
    )
    assert {found[item] for item in items} == {"body"}


def test_a_notice_on_cookies_is_chrome_though_it_reads_like_prose(read: ReadLayout) -> None:
    notice = "We and our partners use cookies to show you what you like; see our cookie policy."
    assert roles(read, notice, "River Floods Town", *BODY)[notice] == "chrome"


def test_prose_that_uses_a_word_of_furniture_once_is_prose(read: ReadLayout) -> None:
    line = (
        "Under the law of the valley a mayor is limited to two terms of service, but members "
        "of the council may stand again as often as they like, and many of them do so."
    )
    assert roles(read, *BODY, line)[line] == "body"


def test_the_headline_is_the_line_that_tells_what_the_lead_tells(read: ReadLayout) -> None:
    page = ("The Valley News Online Edition", "River floods lower streets of town", "Copy Link")
    found = roles(read, *page, *BODY)
    assert [found[line] for line in page] == ["chrome", "headline", "chrome"]


def test_a_title_that_is_given_names_the_headline(read: ReadLayout) -> None:
    found = roles(read, "Water", "Some other line of words", *BODY, title="Water | Valley News")
    assert found["Water"] == "headline"


@pytest.mark.parametrize(
    ("start", "place", "date"),
    [
        ("MILLTOWN, Nov 10 (Reuters) - ", "MILLTOWN", "Nov 10"),
        ("MILLTOWN (AP) — ", "MILLTOWN", None),
        ("OLD MILLTOWN — ", "OLD MILLTOWN", None),
        ("MILLTOWN. Nov 10 (Interfax) - ", "MILLTOWN", "Nov 10"),
        ("Milltown, 10 November 2020 (UNIAN) – ", "Milltown", "10 November 2020"),
        ("(Reuters) - ", None, None),
    ],
)
def test_datelines(read: ReadLayout, start: str, place: str | None, date: str | None) -> None:
    dateline = opening(read, start + LEAD, *BODY[1:]).dateline
    assert dateline is not None
    assert dateline.text == start.strip()
    assert (dateline.place, dateline.date) == (place, date)


def test_a_short_lead_after_an_agency_is_the_report(read: ReadLayout) -> None:
    """The agency in a dateline is no furniture of the page."""
    text = "MILLTOWN, Nov 10 (Reuters) - Police arrested two men."
    blocks = opening(read, text, "They were charged on Tuesday.").blocks
    assert [block.role for block in blocks] == ["dateline", "body", "body"]


@pytest.mark.parametrize("start", ["NATO - ", "U.S. - ", "BREAKING — ", "The town - ", "- "])
def test_what_is_no_dateline(read: ReadLayout, start: str) -> None:
    assert opening(read, start + LEAD, *BODY[1:]).dateline is None


@pytest.mark.parametrize(
    ("line", "authors", "agencies"),
    [
        ("By Ann Bell and Jo Reed, Reuters", ("Ann Bell", "Jo Reed"), ("Reuters",)),
        ("(Reporting by Ann Bell in Milltown; editing by Max Orr)", ("Ann Bell",), ()),
        ("With reporting by TASS, Interfax, and AFP", (), ("TASS", "Interfax", "AFP")),
        ("Ann Bell contributed to this report.", ("Ann Bell",), ()),
        (
            "Written by Ann Bell based on reporting by RFE/RL's Russian Service",
            ("Ann Bell",),
            ("RFE/RL",),
        ),
    ],
)
def test_bylines_and_credits(
    read: ReadLayout, line: str, authors: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    layout = opening(read, *((line, *BODY) if line.startswith("By") else (*BODY, line)))
    assert (layout.authors, layout.credits) == (authors, agencies)


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Ann Bell (left) shakes hands with soldiers in Milltown on November 10.",
        "A man walks past a ruined house in Milltown, Nov. 9, 2020. (AP Photo/Jo Reed)",
    ],
)
def test_captions(read: ReadLayout, line: str) -> None:
    assert roles(read, line, *BODY)[line] == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "The talks ended without a deal on November 10.",
        "Mayor Ann Bell said she visits the dam each year, the last time on November 10.",
    ],
)
def test_a_lead_in_the_past_is_no_caption(read: ReadLayout, line: str) -> None:
    assert roles(read, line, *BODY)[line] == "body"


def test_a_text_by_itself_keeps_its_last_line_without_a_stop(read: ReadLayout) -> None:
    line = "More rain is on its way to the valley"
    assert roles(read, *BODY, line)[line] == "body"


def test_the_only_line_above_the_text_is_its_headline_however_short(read: ReadLayout) -> None:
    assert (
        roles(read, "Mayor resigns", "He gave no reason.", *BODY)["Mayor resigns"] == "headline"
    )


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ann Bell", "byline"),
        ("BY ANN BELL", "byline"),
        ("By Valley News Staff", "byline"),
        ("By road and by boat", "body"),
    ],
)
def test_a_byline_names_who_may_write(read: ReadLayout, line: str, role: str) -> None:
    assert roles(read, BODY[0], line, *BODY[1:])[line] in (role, "subhead")

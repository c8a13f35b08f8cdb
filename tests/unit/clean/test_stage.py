"""Raw items become reports: blocks with roles, and what the report says of itself."""

import time

from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.stage import LONGEST, LONGEST_PAGE, clean
from dateline.records.report import Raw, Report, Role

BODY = (
    "The river rose by two metres on Monday and flooded the lower streets of the town.",
    "Officials said that boats had carried some forty people out of their houses.",
    "“We have not seen it like this since I was a child,” said the owner of a mill.",
)


def read(text: str, **fields: str) -> Report:
    return clean(Raw(id="a", text=text, **fields))


def roles(report: Report) -> list[tuple[str, str]]:
    return [(block.role.value, report.text[block.start : block.end]) for block in report.blocks]


def test_a_text_of_prose_alone_is_body_and_stays_unchanged() -> None:
    text = "\r\n" + "\r\n\r\n".join(BODY) + "\x00\r\n"
    report = read(text)
    assert report.text == text
    assert roles(report) == [("body", line) for line in BODY]


def test_a_page_beyond_measure_is_not_read() -> None:
    report = clean(Raw(id="a", html="<p>Rain fell. " * (LONGEST_PAGE // 10)))
    assert "the page has more than" in report.problems[0].message
    assert report.text == ""


def test_one_sentence_is_body() -> None:
    assert roles(read("Police arrested the mayor.")) == [("body", "Police arrested the mayor.")]


def test_a_headline_and_menus_stand_apart_from_the_report() -> None:
    page = ["Home", "World", "Sign in", "River Floods Lower Town After Week Of Rain", *BODY]
    page += ["Most Read", "Mill burns down in the hills", "© 2020 The Valley News"]
    report = read("\n".join(page))
    assert [role for role, _ in roles(report)] == [
        *["chrome"] * 3,
        "headline",
        *["body"] * 3,
        *["chrome"] * 3,
    ]
    assert report.opening.title == "River Floods Lower Town After Week Of Rain"


def test_an_agency_dateline_is_cut_off_the_lead() -> None:
    report = read("\n".join(["MILLTOWN, Nov 10 (Reuters) - " + BODY[0], *BODY[1:]]))
    assert roles(report)[:2] == [
        ("dateline", "MILLTOWN, Nov 10 (Reuters) -"),
        ("body", BODY[0]),
    ]
    assert report.opening.dateline is not None
    assert report.opening.dateline.place == "MILLTOWN"
    assert report.opening.dateline.date == "Nov 10"
    assert report.opening.credits == ("Reuters",)


def test_a_credit_names_agencies_and_people() -> None:
    report = read("\n".join([*BODY, "(Reporting by Ann Bell and Jo Reed; editing by Max Orr)"]))
    assert report.blocks[-1].role is Role.CREDIT
    assert report.opening.authors == ("Ann Bell", "Jo Reed")
    assert read("\n".join([*BODY, "With reporting by TASS and AFP"])).opening.credits == (
        "TASS",
        "AFP",
    )


def test_a_caption_tells_in_the_present_what_happened_on_a_day() -> None:
    caption = "Mayor Ann Bell inspects a dam above the town of Milltown on November 10."
    report = read("\n\n".join([caption, *BODY]))
    assert roles(report)[0] == ("caption", caption)


def test_a_first_line_that_is_a_date_gives_the_day_of_publication() -> None:
    report = read("\n\n".join(["Friday, January 4, 2019", *BODY]))
    assert report.blocks[0].role is Role.DATELINE
    assert (report.opening.published, report.opening.published_basis) == (
        "2019-01-04",
        "dateline",
    )


def test_the_user_knows_the_day_better_than_the_item_and_the_item_better_than_its_address() -> (
    None
):
    raw = Raw(
        id="a",
        text=BODY[0],
        published="10 November 2020",
        url="https://news.example/2020/11/09/river",
    )
    assert clean(raw, published="2020-11-11").opening.published == "2020-11-11"
    assert clean(raw).opening.published == "2020-11-10"
    assert (
        read(BODY[0], url="https://news.example/2020/11/09/x").opening.published == "2020-11-09"
    )


def test_a_date_that_is_none_is_a_problem_and_nothing_is_guessed() -> None:
    report = read(BODY[0], published="soon")
    assert report.opening.published is None
    assert [problem.message for problem in report.problems] == [
        "`soon` is no date of publication"
    ]


def test_a_text_in_another_language_is_not_read() -> None:
    text = (
        "Die Regierung hat am Dienstag beschlossen, die Brücke über den Fluss zu sperren. "
        "Ein Sprecher sagte, die Arbeiten würden wohl noch bis zum Frühling dauern."
    )
    report = read(text)
    assert report.opening.language == "de"
    assert {block.role for block in report.blocks} == {Role.CHROME}
    assert "not English" in report.problems[0].message
    assert read("Наводнение затопило город.").opening.language != "en"


def test_an_empty_text_says_that_there_is_nothing_to_read() -> None:
    assert read(" \n").problems[0].message == "nothing to read"


def test_a_page_gives_its_text_with_the_headline_first() -> None:
    prose = "".join(f"<p>{line} {line}</p>" for line in BODY)
    html = (
        "<html><head><title>River floods town | The Valley News</title>"
        '<meta property="article:published_time" content="2020-11-10T10:00:00Z"></head>'
        "<body><nav><ul><li>Home</li></ul></nav><article><h1>River floods town</h1>"
        f"{prose}</article></body></html>"
    )
    report = clean(Raw(id="a", html=html))
    assert roles(report)[0] == ("headline", "River floods town")
    assert report.opening.published == "2020-11-10"
    assert report.opening.published_basis == "markup"
    assert [role for role, _ in roles(report)[1:]] == ["body"] * 3


def test_a_very_long_line_is_read_to_a_bound_within_seconds() -> None:
    text = "It was said that the river had flooded the town, and " * 400_000
    before = time.perf_counter()
    report = read(text)
    assert time.perf_counter() - before < 2
    assert report.blocks[-1].end <= LONGEST
    assert any("first 400000" in problem.message for problem in report.problems)


def test_a_page_without_prose_has_nothing_to_read() -> None:
    report = read("Subscribe\nSign in\n© 2020 The Valley News")
    assert {block.role for block in report.blocks} == {Role.CHROME}
    assert report.problems[0].message == "nothing to read"


def test_a_stamp_above_the_lead_gives_the_day_of_publication() -> None:
    page = ["River Floods Lower Town", "By Ann Bell", "November 10, 2020 7:04 pm ET", *BODY]
    report = read("\n".join(page))
    assert report.opening.published == "2020-11-10"
    assert report.opening.authors == ("Ann Bell",)
    assert [role for role, _ in roles(report)] == [
        "headline",
        "byline",
        "chrome",
        *["body"] * 3,
    ]


@given(st.text(max_size=300))
def test_no_text_raises_and_blocks_are_sorted_and_disjoint(text: str) -> None:
    report = read(text)
    assert report.text == text
    ends = 0
    for block in report.blocks:
        assert ends <= block.start < block.end <= len(text)
        ends = block.end


@given(st.text(alphabet="<>/pdivah1 =\"'&;bodytmlx\x00\n", max_size=200))
def test_no_page_raises(html: str) -> None:
    assert isinstance(clean(Raw(id="a", html=html)), Report)

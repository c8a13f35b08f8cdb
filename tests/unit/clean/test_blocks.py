"""Text falls into paragraphs, and lines wrapped by hand are joined."""

from dateline.clean.blocks import paragraphs

WRAPPED = (
    "The river rose by two metres on Monday and flooded the lower\n"
    "streets of the town, where boats carried people out of their\n"
    "houses until late at night."
)


def texts(text: str, limit: int = 10_000) -> list[str]:
    return [text[found.start : found.end] for found in paragraphs(text, limit)]


def test_lines_are_paragraphs_without_the_blanks_around_them() -> None:
    assert texts("  One.\r\n\r\n\tTwo. \x00\n\u2028Three") == ["One.", "Two.", "Three"]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert texts(f"{WRAPPED}\n\n{WRAPPED}\n") == [WRAPPED, WRAPPED]


def test_headlines_below_each_other_are_not_wrapped() -> None:
    lines = [
        "River Floods Lower Town After Week Of Rain, Boats Sent In",
        "Mill Burns Down In The Hills And Nobody Knows The Reason",
        "Schools To Open Later In Winter Months, Council Has Said",
    ]
    assert texts("\n".join(lines)) == lines


def test_nothing_behind_the_limit_is_read() -> None:
    assert texts("One.\nTwo.", limit=6) == ["One.", "T"]

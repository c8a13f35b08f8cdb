"""HTML to plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.fragment import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Rain <b>fell</b>.</p><p>All day.</p>", "Rain fell.\n\nAll day."),
        ("Rain fell.<br>All\n day.", "Rain fell.\n\nAll day."),
        (
            "<div>Rain<script>var a;</script> fell.<style>p {}</style></div>after",
            "Rain fell.\n\nafter",
        ),
        ("A &amp; B &lt; C &#233;", "A & B < C é"),
        ("<!-- not this -->Rain", "Rain"),
        ("On <time>Monday</time> rain fell.", "On Monday rain fell."),
        ("plain", "plain"),
        ("", ""),
        ("<html><head><title>T</title></head><body>Rain</body></html>", "Rain"),
        ('<?xml version="1.0" encoding="utf-16"?><p>Café</p>', "Café"),
        ("a\0b", "a b"),
    ],
)
def test_what_is_shown_is_kept_paragraph_by_paragraph(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_a_page_without_bottom_is_empty() -> None:
    assert plain_text("<div>" * 100_000 + "Rain") == ""


@given(st.text(), st.text(alphabet="<>/!-p&;#x'\"= \0", max_size=60))
def test_any_text_is_no_crash(text: str, marks: str) -> None:
    plain_text(text)
    plain_text(marks)
    plain_text(f"<p>{marks}")

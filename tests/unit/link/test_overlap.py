"""Copies and rewrites told from reports that only share something."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.fingerprints import fingerprints
from dateline.link.overlap import relation
from dateline.records.lineage import Descent

_DAY = ("2024-03-05", "2024-03-05")


def _relation(
    one: str, other: str, days: tuple[str | None, str | None] = _DAY
) -> Descent | None:
    found = relation(fingerprints(one), fingerprints(other), days)
    assert relation(fingerprints(other), fingerprints(one), days[::-1]) is found
    return found


def _paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def test_a_text_is_a_copy_of_itself(ferry: str) -> None:
    assert _relation(ferry, ferry) is Descent.COPY


def test_a_text_that_repeats_itself_is_a_copy_of_itself() -> None:
    line = "The gates of the dam are open, and the road along the river is closed. "
    assert _relation(line * 40, line * 40) is Descent.COPY


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_are_compared_and_either_way_round(one: str, other: str) -> None:
    _relation(one, other)


def test_truncated_text_is_a_copy(ferry: str) -> None:
    assert _relation(ferry, _paragraphs(ferry)[0]) is Descent.COPY


def test_text_with_a_local_lead_is_a_copy(ferry: str) -> None:
    lead = "People in our town followed the news on the radio and some drove down to the shore."
    assert _relation(ferry, f"{lead}\n\n{ferry}") is Descent.COPY


def test_truncated_text_with_a_local_lead_is_a_copy(ferry: str) -> None:
    lead = "People in our town followed the news on the radio."
    assert _relation(ferry, f"{lead}\n\n{_paragraphs(ferry)[0]}") is Descent.COPY


def test_lightly_edited_text_is_a_copy(ferry: str) -> None:
    edited = ferry.replace("early on\nTuesday", "before dawn").replace(
        "said Marta", "recalled Marta"
    )
    without = [p for p in _paragraphs(edited) if not p.startswith("Transport")]
    assert _relation(ferry, "\n\n".join(without)) is Descent.COPY


def test_updated_figures_make_a_copy(ferry: str) -> None:
    assert _relation(ferry, re.sub(r"\d+", "77", ferry)) is Descent.COPY


def test_text_read_badly_by_a_scanner_is_a_copy(ferry: str) -> None:
    noisy = "".join("l" if place % 40 == 39 else char for place, char in enumerate(ferry))
    assert _relation(ferry, noisy) is Descent.COPY


def test_reports_that_share_background_are_no_copies(
    ferry: str, strike: str, background: str
) -> None:
    assert _relation(f"{ferry}\n\n{background}", f"{strike}\n\n{background}") is None


def test_a_brief_that_is_mostly_background_is_no_copy(ferry: str, background: str) -> None:
    brief = (
        "The older of the two ferries will be laid up for a week from Monday, its owner said."
    )
    assert _relation(f"{ferry}\n\n{background}", f"{brief}\n\n{background}") is None


def test_a_report_in_the_middle_of_a_roundup_is_no_copy_of_it(
    ferry: str, strike: str, background: str
) -> None:
    roundup = f"{background}\n\n{ferry}\n\n{strike}"
    assert _relation(roundup, strike) is None


def test_reports_made_by_one_form_are_no_copies() -> None:
    assert _relation(_interview("river"), _interview("school")) is not Descent.COPY


def test_a_bulletin_with_new_figures_days_later_is_no_copy(ferry: str) -> None:
    later = re.sub(r"\d+", "77", ferry)
    assert _relation(ferry, later, ("2024-03-05", "2024-03-12")) is None
    assert _relation(ferry, ferry, ("2024-03-05", "2024-03-12")) is Descent.COPY


def test_text_with_the_opening_of_another_and_a_body_of_its_own_is_a_rewrite(
    ferry: str, strike: str
) -> None:
    rewritten = f"{ferry[:450]}\n\n{strike}"
    assert _relation(ferry, rewritten) is Descent.REWRITE
    assert _relation(ferry, rewritten, (None, "2024-03-05")) is None
    assert _relation(ferry, rewritten, ("2024-03-05", "2024-03-25")) is None


@pytest.mark.parametrize("line", ["", "Read more.", "Video", "12"])
def test_a_line_or_two_are_no_text_to_be_copied(line: str) -> None:
    assert _relation(line, line) is None


def test_a_short_text_is_a_copy_only_if_it_is_the_same_on_the_same_day() -> None:
    alert = "An explosion was heard in the centre of Halden."
    assert _relation(alert, alert) is Descent.COPY
    assert _relation(alert, alert, ("2024-03-05", "2024-03-06")) is None
    assert _relation(alert, alert, (None, None)) is None


def _interview(subject: str) -> str:
    """Answers about a subject to questions that are always the same."""
    questions = (
        "Why did you decide to stand for the county council in this election?",
        "What would you do first if the voters of the county gave you a seat?",
        "How would you pay for the repair of roads and bridges in the villages?",
        "What do you say to those who think that the council has too many seats?",
    )
    answers = {
        "river": "The river has been dirty for as long as I remember, and nobody cleans it up. "
        "Boats, fish, nets, mills and the water itself matter more to me than another road.",
        "school": "My own children walk an hour to school, because the old bus no longer runs. "
        "Books, teachers, warm rooms and a lunch are cheaper than many people would believe.",
    }
    return "\n\n".join(f"{question}\n\n{answers[subject]}" for question in questions)

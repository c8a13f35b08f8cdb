"""Ties hold from and until when the text says, and only where it says that they do."""

import pytest

from dateline.api import Coder
from dateline.records.report import Raw


def told(coder: Coder, text: str) -> list[tuple[str | None, ...]]:
    """The ties of a text: subject, predicate, object or office, since, until, status."""
    record = coder.code_raw(Raw(id="x", text=text, published="2020-08-04"))
    return [
        (
            tie.subject.name or tie.subject.text,
            tie.predicate,
            tie.office or tie.object.name or tie.object.text,
            tie.since,
            tie.until,
            tie.status.value,
        )
        for tie in record.ties
    ]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Ana Moss was elected mayor of Lublin in June.",
            ("Ana Moss", "holds_office", "mayor", "2020-06", None, "occurred"),
        ),
        (
            "Ana Moss became president of Chad in 2012.",
            ("Ana Moss", "held_office", "president", "2012", None, "occurred"),
        ),
        (
            "President Ana Moss, who became president in 2012, spoke.",
            ("Ana Moss", "holds_office", "president", "2012", None, "occurred"),
        ),
        (
            "Ana Moss served as president of Mali from 2004 to 2012.",
            ("Ana Moss", "held_office", "president", "2004", "2012", "occurred"),
        ),
        (
            "Ana Moss, president of Mali since 2015, spoke.",
            ("Ana Moss", "holds_office", "president", "2015", None, "occurred"),
        ),
        (
            "Ana Moss was president of Mali between 2004 and 2012.",
            ("Ana Moss", "held_office", "president", "2004", "2012", "occurred"),
        ),
        (
            "Michael Bell, formerly the mayor of Lublin, spoke.",
            ("Michael Bell", "held_office", "mayor", None, None, "occurred"),
        ),
        (
            "Ana Moss resigned as mayor in 2012.",
            ("Ana Moss", "held_office", "mayor", None, "2012", "occurred"),
        ),
        (
            "Ana Moss will become prime minister.",
            ("Ana Moss", "holds_office", "prime minister", None, None, "planned"),
        ),
        (
            "Ana Moss is running for president.",
            ("Ana Moss", "candidate_for", "president", None, None, "ongoing"),
        ),
        (
            "Mali has been a member of the African Union since 2002.",
            ("Mali", "member_of", "African Union", "2002", None, "occurred"),
        ),
        (
            "Chad left the African Union in 2016.",
            ("Chad", "member_of", "African Union", None, "2016", "occurred"),
        ),
        (
            "Chad threatened to leave the African Union.",
            ("Chad", "member_of", "African Union", None, None, "occurred"),
        ),
        (
            "Chad never joined the African Union.",
            ("Chad", "member_of", "African Union", None, None, "denied"),
        ),
    ],
)
def test_a_tie_is_told_with_its_term(
    coder: Coder, text: str, tie: tuple[str | None, ...]
) -> None:
    assert told(coder, text) == [tie]


@pytest.mark.parametrize(
    "text",
    [
        "The victims included Ana Moss.",
        "Ana Moss is a student leader.",
        "Ana Moss was a member of the Socialist Party.",
        "Ana Moss ran for mayor in 2009.",
        "Chad left the African Union.",
    ],
)
def test_what_is_no_tie_or_over_nobody_says_when_is_none(coder: Coder, text: str) -> None:
    assert told(coder, text) == []


def test_indirect_speech_lends_no_speaker_to_a_title(coder: Coder) -> None:
    text = (
        "The envoy said that Mayor Ana Moss was ill. The envoy said Mali is a member of NATO."
    )
    title, said = coder.code_raw(Raw(id="x", text=text)).ties
    assert title.attribution == ()
    assert [a.speaker.text for a in said.attribution if a.speaker] == ["The envoy"]

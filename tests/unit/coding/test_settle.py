"""What an act is by its status and its speaker."""

import pytest

from dateline.api import Coder


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Mali said it would attack Chad if its guards were hurt.", "THREATEN", "violence"),
        ("Mali said it would expel Chad's envoy unless he apologised.", "THREATEN", "expel"),
        ("Mali said it would attack Chad.", "ASSAULT", None),
    ],
)
def test_hostility_on_a_condition_is_the_threat_of_who_says_it(
    coder: Coder, text: str, type_: str, mode: str | None
) -> None:
    claim = coder.code(text, id="a").claims[0]
    assert (claim.type, claim.mode) == (type_, mode)


def test_talks_refused_are_refused_to_the_other_side(coder: Coder) -> None:
    claim = coder.code("Chad and Mali will not negotiate with the rebels.", id="a").claims[0]
    assert [party.text for party in claim.actors] == ["Chad", "Mali"]
    assert [party.text for party in claim.recipients] == ["the rebels"]


def test_what_has_a_day_to_come_is_planned(coder: Coder) -> None:
    text = "The opposition in Lima said it would go ahead with a march on Friday."
    march = coder.code(text, published="2024-05-16", id="a").claims[0]
    assert (march.type, march.status, march.occurred.value) == (
        "PROTEST",
        "planned",
        "2024-05-17",
    )

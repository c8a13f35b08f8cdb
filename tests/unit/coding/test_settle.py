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


def test_who_warns_of_what_they_will_do_threatens(coder: Coder) -> None:
    text = "The army of Chad warned that it would shoot looters."
    (claim,) = coder.code(text, published="2024-05-16").claims
    assert (claim.type, claim.mode, claim.status) == ("THREATEN", "violence", "occurred")
    others = "The mayor of Moundou in Chad warned that gangs would attack the town."
    types = {claim.type for claim in coder.code(others, published="2024-05-16").claims}
    assert "THREATEN" not in types

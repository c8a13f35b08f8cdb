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

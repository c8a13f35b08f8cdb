"""The noun by which a clause names what its verb tells, and what it says of how."""

import pytest

from dateline.api import Coder


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("The army killed three rebels in an airstrike.", {"aerial"}),
        ("The army carried out the airstrike at dawn.", {"aerial"}),
        ("Two guards were killed and six were wounded in a car bombing.", {"explosives"}),
        ("The shooting wounded two guards.", {"firearms"}),
        ("Rebels stabbed a guard during the shooting.", {"primitive"}),
        ("Rebels killed a guard in a fight over an airstrike.", {None}),
        ("The minister discussed trade with the envoy during a visit.", {None}),
    ],
)
def test_a_verb_of_harm_has_the_mode_of_the_noun_that_names_it(
    coder: Coder, text: str, modes: set[str | None]
) -> None:
    claims = coder.code(text, published="2020-11-10", id="a").claims
    assert {claim.mode for claim in claims if claim.actors or claim.recipients} == modes

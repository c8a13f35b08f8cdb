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


def test_whoever_struck_is_who_killed(coder: Coder) -> None:
    text = "Twelve guards were killed and 30 wounded when rebels shelled a bus in Chad."
    killed = next(c for c in coder.code(text, id="a").claims if c.rule == "assault.kill:kill")
    assert [party.text for party in killed.actors] == ["rebels"]
    assert killed.mode == "heavy-weapons"


def test_nobody_is_lent_to_a_harm_that_others_suffered_in_a_fight(coder: Coder) -> None:
    text = "Twelve guards were killed when rebels clashed with police in Chad."
    killed = next(c for c in coder.code(text, id="a").claims if c.rule == "assault.kill:kill")
    assert killed.actors == ()

"""One claim for an act that its sentence tells more than once, and two for two acts."""

import pytest

from dateline.api import Coder


@pytest.mark.parametrize(
    ("text", "trigger", "recipients", "amounts"),
    [
        (
            "A truck bombing killed nine guards and wounded 40 clerks.",
            "killed",
            ["nine guards", "40 clerks"],
            [("dead", 9), ("injured", 40)],
        ),
        (
            "Six guards were killed and two clerks were hurt in the attack.",
            "killed",
            ["Six guards", "two clerks"],
            [("dead", 6), ("injured", 2)],
        ),
        (
            "The general was killed by a Turkish airstrike in Gabon.",
            "killed",
            ["The general"],
            [],
        ),
        ("The mayor was shot and killed by police in Lagos.", "shot", ["The mayor"], []),
    ],
)
def test_harm_that_noun_and_verbs_tell_is_one_claim(
    coder: Coder, text: str, trigger: str, recipients: list[str], amounts: list[object]
) -> None:
    (claim,) = coder.code(text, published="2020-11-12").claims
    assert claim.trigger.text == trigger
    assert [party.text for party in claim.recipients] == recipients
    assert [(amount.of, amount.best) for amount in claim.amounts] == amounts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Hundreds of nurses rallied in Lagos to protest against the ministry.", 1),
        ("The ministers met and held talks in Oslo.", 1),
        ("Police arrested 20 nurses in Lagos and detained 14 clerks in Abuja.", 2),
        ("Rebels seized a village and fired rockets at the airport.", 2),
        ("The minister criticised Ghana and praised Togo.", 2),
        ("Rebels killed six guards on Monday and killed two clerks on Tuesday.", 2),
    ],
)
def test_as_many_claims_as_acts(coder: Coder, text: str, count: int) -> None:
    assert len(coder.code(text, published="2020-11-12").claims) == count


def test_what_a_crowd_demands_says_at_whom_it_marches(coder: Coder) -> None:
    text = "Nurses marched in Lagos, calling on the ministry to resign."
    (claim,) = coder.code(text, published="2020-11-12").claims
    assert claim.type == "PROTEST"
    assert [party.text for party in claim.recipients] == ["the ministry"]

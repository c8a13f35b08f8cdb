"""Whose a thing is that a sentence names and gives to nobody."""

import pytest

from dateline.api import Coder


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (
            "The prince commuted a sentence. The Orchard Union criticized the commutation.",
            ["The prince"],
        ),
        (
            "Chad argued that the port was its own. Judge Ana Bell rejected this argument.",
            ["Chad"],
        ),
        ("Chad's decision came late. Peru criticized the decision.", ["Chad"]),
        ("Chad asked the embassy of Peru to pay. Peru declined the request.", ["Chad"]),
        (
            "Chad's decision came late. Peru criticized the decision in Lyon.",
            ["the decision in Lyon"],
        ),
        ("Chad would not commute it. Peru criticized the commutation.", ["the commutation"]),
        ("Peru's decision came late. Peru criticized the decision.", ["the decision"]),
    ],
)
def test_a_thing_that_is_pointed_back_to_is_theirs_who_did_it(
    coder: Coder, text: str, recipients: list[str]
) -> None:
    last = coder.code(text, published="2020-11-10").claims[-1]
    assert [party.text for party in last.recipients] == recipients


def test_a_thing_of_another_paragraph_is_nobodys(coder: Coder) -> None:
    text = "Chad's decision came late.\n\nPeru criticized the decision."
    last = coder.code(text, published="2020-11-10").claims[-1]
    assert [party.text for party in last.recipients] == ["the decision"]

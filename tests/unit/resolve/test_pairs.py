"""The two whom a report has just told of, and those who are of another state."""

import pytest

from dateline.api import Coder

_MET = "Peru's premier met Chile's president in Oslo."


def _countries(coder: Coder, text: str, trigger: str) -> list[list[str | None]]:
    claims = coder.code(text, published="2020-11-12").claims
    claim = next(c for c in claims[::-1] if trigger in c.trigger.text)
    return [[party.country for party in side] for side in (claim.actors, claim.recipients)]


@pytest.mark.parametrize(
    ("text", "trigger", "sides"),
    [
        (f"{_MET} The two leaders agreed to resume talks.", "agreed", [["PER", "CHL"], []]),
        (
            f"{_MET} Kenya urged both sides to free the guards.",
            "urged",
            [["KEN"], ["PER", "CHL"]],
        ),
        (
            f"{_MET} The envoys of the two countries met on Monday.",
            "met",
            [["PER", "CHL"], []],
        ),
        (f"{_MET} Rebels attacked both countries.", "attacked", [[None], ["PER", "CHL"]]),
        (
            "Peru, Chile and Kenya met. Chad praised the two countries.",
            "praised",
            [["TCD"], [None]],
        ),
    ],
)
def test_the_two_are_those_told_of_before(
    coder: Coder, text: str, trigger: str, sides: list[list[str | None]]
) -> None:
    assert _countries(coder, text, trigger) == sides


@pytest.mark.parametrize(
    ("text", "trigger", "country"),
    [
        ("Peru accused its neighbour of lying.", "accused", None),
        ("Peru's premier criticised his Chilean counterpart.", "criticised", "CHL"),
    ],
)
def test_allies_and_rivals_are_of_another_state(
    coder: Coder, text: str, trigger: str, country: str | None
) -> None:
    assert _countries(coder, text, trigger)[1] == [country]

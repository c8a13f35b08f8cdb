"""What the tellings of one act in a report lend each other, and what keeps acts apart."""

import pytest

from dateline.api import Coder
from dateline.records.claim import Claim

_ATTACK = "Masked gunmen stabbed six farmers in Lagos on Monday."


def _claim(coder: Coder, text: str, trigger: str) -> Claim:
    claims = coder.code(text, published="2020-11-12", id="a").claims
    return next(c for c in claims[::-1] if trigger in c.trigger.text)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        (f"{_ATTACK}\n\nThe attack wounded two guards.", "wounded", "Masked gunmen"),
        (f"{_ATTACK} A guard died. The guard was wounded at home.", "wounded", "Masked gunmen"),
        (f"{_ATTACK} Two other farmers were wounded.", "wounded", "Masked gunmen"),
        (f"{_ATTACK}\n\nTwo women were wounded, doctors said.", "wounded", "Masked gunmen"),
        ("Police arrested two men. A third man was arrested on Monday.", "arrested", "Police"),
    ],
)
def test_who_did_it_is_told_before(coder: Coder, text: str, trigger: str, actor: str) -> None:
    claim = _claim(coder, text, trigger)
    assert [(p.text, p.basis) for p in claim.actors] == [(actor, "inferred")]


def test_time_place_and_mode_are_told_before(coder: Coder) -> None:
    claim = _claim(coder, f"{_ATTACK}\n\nThe attack wounded two guards.", "wounded")
    assert claim.mode == "primitive"
    assert claim.place is not None
    assert (claim.place.name, claim.place.basis) == ("Lagos", "event")
    assert claim.occurred is not None
    assert (claim.occurred.value, claim.occurred.basis) == ("2020-11-09", "inferred")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (f"{_ATTACK}\n\nA second attack wounded two guards.", "wounded"),
        (f"{_ATTACK}\n\nThe second attack wounded two guards.", "wounded"),
        (f"{_ATTACK}\n\nThe attack in Lima wounded two guards.", "wounded"),
        (f"{_ATTACK}\n\nThe shooting wounded two guards.", "wounded"),
        (f"{_ATTACK} Soldiers shelled a village.\n\nThe attack wounded two guards.", "wounded"),
        (f"{_ATTACK} The gunman was wounded by a stone.", "wounded"),
        ("Gunmen shot a nurse in Lagos.\n\nThe shooting of Ada Obi began.", "shooting"),
        ("Soldiers killed two men. A farmer was killed on Monday.", "killed"),
    ],
)
def test_another_act_lends_nobody(coder: Coder, text: str, trigger: str) -> None:
    assert _claim(coder, text, trigger).actors == ()


def test_a_place_told_later_is_lent_too(coder: Coder) -> None:
    text = "The army killed a general in an airstrike. The army made the airstrike in Bamako."
    claim = _claim(coder, text, "killed")
    assert claim.place is not None
    assert claim.place.name == "Bamako"

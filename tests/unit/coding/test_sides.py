"""Who acts and to whom, over the ways that sentences lead from an act to its parties."""

import json
from pathlib import Path

import pytest

from dateline.api import Coder
from dateline.records.claim import Claim

_SENTENCES = Path(__file__).parents[2] / "data" / "sides.jsonl"
_CASES = [json.loads(line) for line in _SENTENCES.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", _CASES, ids=[case["text"] for case in _CASES])
def test_the_claim_of_a_word_has_the_parties_that_its_sentence_names(
    coder: Coder, case: dict[str, object]
) -> None:
    found = coder.code(str(case["text"]), published="2020-11-10").claims
    assert [_sides(c) for c in found if str(case["trigger"]) in c.trigger.text.split()] == [
        (case["actors"], case["recipients"])
    ]


def _sides(claim: Claim) -> tuple[list[str], list[str]]:
    """The words of both sides of a claim."""
    return [p.text for p in claim.actors], [p.text for p in claim.recipients]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Arrests were made in Peru on Monday.", ["Peru"]),
        ("Arrests were made in Peru, Chile and Spain on Monday.", []),
    ],
)
def test_the_police_of_several_places_are_not_those_of_one(
    text: str, actors: list[str], coder: Coder
) -> None:
    found = coder.code(text, published="2020-11-10").claims
    assert [party.text for claim in found for party in claim.actors] == actors


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Miners threatened to block roads unless the government met them.", "the government"),
        ("Chad refused to open the border until Mali freed the guards.", "Mali"),
    ],
)
def test_who_must_act_first_is_whom_a_threat_or_refusal_is_aimed_at(
    coder: Coder, text: str, recipient: str
) -> None:
    claim = coder.code(text, id="a").claims[0]
    assert [party.text for party in claim.recipients] == [recipient]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The bishop called for the general to be tried.", []),
        ("The mayor of Lima criticised the Chad war.", ["the Chad war"]),
        ("The king of Nepal refused to give up power.", []),
        ("The mayor of Lima condemned the decision to cut aid.", ["the decision"]),
        ("The mayor of Lima criticised the Chad election.", ["the Chad election"]),
    ],
)
def test_nobody_is_struck_who_is_only_spoken_of(
    coder: Coder, text: str, recipients: list[str]
) -> None:
    claims = coder.code(text, id="a").claims
    assert [p.text for claim in claims for p in claim.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Police fired tear gas to disperse protesters in Nairobi.", ["protesters in Nairobi"]),
        ("Thousands marched in Lima to demand the removal of the mayor.", ["the mayor"]),
        ("Israel sealed off the West Bank.", ["the West Bank"]),
        ("Rebels shelled the Chadian town of Bongor.", ["Bongor"]),
        ("Gangs fought with sticks in Oslo.", []),
    ],
)
def test_whom_force_and_marches_are_aimed_at(
    coder: Coder, text: str, recipients: list[str]
) -> None:
    claim = coder.code(text, published="2024-05-16", id="a").claims[0]
    assert [party.text for party in claim.recipients] == recipients


def test_a_group_is_what_its_members_are(coder: Coder) -> None:
    claim = coder.code("A band of soldiers attacked a village in Chad.", id="a").claims[0]
    assert claim.actors[0].sector == ("MIL",)


def test_the_head_of_a_union_is_no_head_of_state(coder: Coder) -> None:
    text = "The president of the teachers' union accused the ministry of lying."
    assert coder.code(text, id="a").claims[0].actors[0].sector == ("LAB",)

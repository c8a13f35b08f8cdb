"""Types: what agencies write every day, in sentences of our own kept as data."""

from pathlib import Path

from dateline.api import Coder

DATA = Path(__file__).parents[2] / "data" / "types.txt"
#: Share of sentences in which one of the types that they tell is found.
_LEAST = 0.8


def test_four_of_five_sentences_have_their_type(coder: Coder) -> None:
    lines = [line for line in DATA.read_text("utf-8").splitlines() if line[:1] != "#"]
    missed = []
    for line in lines:
        types, _, text = line.partition("|")
        found = {claim.type for claim in coder.code(text, published="2020-11-10").claims}
        if not found & set(types.split("/")) and (found or types != "NONE"):
            missed.append(line)
    assert len(missed) <= (1 - _LEAST) * len(lines), missed


def test_names_are_asked_to_do_what_follows(coder: Coder) -> None:
    text = "The envoy pressed Chad on Monday to free the pilots."
    (claim,) = coder.code(text, published="2024-05-16").claims
    assert (claim.type, claim.mode) == ("REQUEST", "yield")
    pleaded = "The families pleaded with Chad to free the pilots."
    (claim,) = coder.code(pleaded, published="2024-05-16").claims
    assert (claim.type, claim.mode) == ("REQUEST", "yield")


def test_what_a_force_is_wanted_for_has_not_happened(coder: Coder) -> None:
    text = "Haiti asked Kenya to send a force to fight gangs."
    claims = coder.code(text, published="2024-05-16").claims
    assert {claim.type for claim in claims} == {"REQUEST"}

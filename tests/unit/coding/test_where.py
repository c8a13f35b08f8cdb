"""Where acts were done: by their own words, their paragraph, or the whole report."""

from itertools import groupby
from pathlib import Path

import msgspec

from dateline.api import Coder
from dateline.records.claim import Claim

_SENTENCES = Path(__file__).parents[2] / "data" / "claim_places.jsonl"


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act of a text by its trigger, and where it was done as far as the text says."""

    text: str
    trigger: str
    place: str | None
    basis: str | None


def test_acts_are_placed_by_what_the_text_says(coder: Coder) -> None:
    lines = _SENTENCES.read_text(encoding="utf-8").splitlines()
    cases = [msgspec.json.decode(line, type=Case) for line in lines]
    faults = []
    for text, group in groupby(cases, key=lambda case: case.text):
        claims = coder.code(text, published="2020-11-12", id="a").claims
        faults += [f"{text} {fault}" for case in group if (fault := _fault(case, claims))]
    assert not faults, "\n".join(faults)


def _fault(case: Case, claims: tuple[Claim, ...]) -> str:
    """What is wrong with the act's place, empty where nothing is."""
    found = [claim.place for claim in claims if case.trigger in claim.trigger.text]
    places = {(one.name, one.basis) if one else (None, None) for one in found}
    if places == {(case.place, case.basis)}:
        return ""
    return f"`{case.trigger}`: {case.place} {case.basis}, found {places or 'no such act'}"


def test_who_comes_to_a_place_is_not_taken_to_be_from_there(coder: Coder) -> None:
    for text in ("The president visited Lima.", "The government withdrew troops from Lima."):
        (claim,) = coder.code(text, published="2020-11-12", id="a").claims
        assert [party.country for party in claim.actors] == [None]
        assert claim.place is not None
        assert claim.place.country == "PER"

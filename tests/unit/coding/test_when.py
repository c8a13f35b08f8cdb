"""When acts were done: their own time, their paragraph's, or none, in sentences of our own."""

from itertools import groupby
from pathlib import Path

import msgspec

from dateline.api import Coder
from dateline.records.claim import Claim

_SENTENCES = Path(__file__).parents[2] / "data" / "claim_times.jsonl"
#: Share of acts to be dated without a fault.
_LEAST = 0.95


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act of a text by its trigger, and when it was done as far as the text says."""

    text: str
    trigger: str
    value: str | None
    basis: str | None
    published: str | None = None


def test_nineteen_of_twenty_acts_have_their_own_time(coder: Coder) -> None:
    lines = _SENTENCES.read_text(encoding="utf-8").splitlines()
    cases = [msgspec.json.decode(line, type=Case) for line in lines]
    faults = []
    for (text, published), group in groupby(
        cases, key=lambda case: (case.text, case.published)
    ):
        claims = coder.code(text, published=published, id="a").claims
        faults += [f"{text} {fault}" for case in group if (fault := _fault(case, claims))]
    assert len(cases) >= 60
    assert len(faults) <= (1 - _LEAST) * len(cases), "\n".join(faults)


def _fault(case: Case, claims: tuple[Claim, ...]) -> str:
    """What is wrong with the act's time, empty where nothing is."""
    found = [claim.occurred for claim in claims if case.trigger in claim.trigger.text]
    times = {(one.value, one.basis) if one else (None, None) for one in found}
    if times == {(case.value, case.basis)}:
        return ""
    return f"`{case.trigger}`: {case.value} {case.basis}, found {times or 'no such act'}"


def test_a_range_has_the_days_of_both_its_ends(coder: Coder) -> None:
    text = "Police arrested 40 people between 3 and 6 November."
    (claim,) = coder.code(text, published="2020-11-12", id="a").claims
    assert claim.occurred is not None
    assert (claim.occurred.first, claim.occurred.last) == ("2020-11-03", "2020-11-06")
    assert claim.occurred.text == "3 and 6 November"


def test_what_went_on_since_a_day_goes_on_to_that_of_the_report(coder: Coder) -> None:
    text = "Police have arrested 40 people since Monday."
    (claim,) = coder.code(text, published="2020-11-12", id="a").claims
    assert claim.occurred is not None
    assert (claim.occurred.first, claim.occurred.last) == ("2020-11-09", "2020-11-12")


def test_a_paragraph_goes_on_from_its_time(coder: Coder) -> None:
    text = "The army entered the town on Monday. Soldiers arrested ten men."
    claims = coder.code(text, published="2020-11-12", id="a").claims
    times = {claim.trigger.text: claim.occurred for claim in claims}
    found = times["arrested"]
    assert found is not None
    assert (found.value, found.basis) == ("2020-11-09", "inferred")


def test_a_paragraph_of_long_ago_has_nothing_of_today(coder: Coder) -> None:
    text = "Rebels seized the port in 2014. Soldiers arrested ten ministers."
    claims = coder.code(text, published="2020-11-12", id="a").claims
    times = {claim.trigger.text: claim.occurred for claim in claims}
    assert times["arrested"] is None

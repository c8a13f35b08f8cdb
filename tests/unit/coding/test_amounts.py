"""Amounts: numbers of people, with the act that they belong to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dateline.coding.figures import BoundWords

if TYPE_CHECKING:
    from dateline.api import Coder
    from dateline.lexicon.library import Library

_DATA = Path(__file__).parents[2] / "data" / "amounts.jsonl"
#: Share of the sentences that must be read rightly.
_RIGHT = 0.9


def _amounts(coder: Coder, text: str, trigger: str) -> list[list[object]]:
    """What and how many, by the claims that the word `trigger` makes."""
    claims = coder.code(text, published="2024-05-16").claims
    mine = [claim for claim in claims if claim.trigger.text == trigger]
    return [[a.of, a.low, a.best, a.high] for claim in mine for a in claim.amounts]


def test_nine_in_ten_sentences_are_read_rightly(coder: Coder) -> None:
    rows = [json.loads(line) for line in _DATA.read_text(encoding="utf-8").splitlines()]
    wrong = []
    for row in rows:
        got = _amounts(coder, row["text"], row["trigger"])
        right = [row["of"], *row["bounds"]] in got if row["of"] else not got
        if not right:
            wrong.append(f"{row['text']} {row['of']} {row['bounds']}: {got}")
    assert len(wrong) <= (1 - _RIGHT) * len(rows), "\n".join(wrong)


def test_every_bound_reads_its_example_as_it_says(coder: Coder, library: Library) -> None:
    known = {"least": 0, "over": 0, "most": 2, "under": 2, "about": 1}
    for row in library.rows("lang/en/bounds.csv", BoundWords):
        ((_, *bounds),) = _amounts(coder, row.example, row.example.split()[1]) or [[None]]
        given = [place for place, bound in enumerate(bounds) if bound is not None]
        assert given == [known[row.sense]], row


@pytest.mark.parametrize("text", ["", "1.", "1.5 million", "more than", "tens of", "to 3 to"])
def test_odd_text_costs_nothing(coder: Coder, text: str) -> None:
    assert coder.code(text).claims == ()

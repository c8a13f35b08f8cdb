"""Modes come from weapons and from what is asked for, where rules leave them open."""

import pytest

import dateline


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Rebel drones hit a tanker off Chad.", "drone"),
        ("Jets of the Chadian army bombed the depot.", "aerial"),
        ("Nine villagers in Chad were killed in a mortar attack by rebels.", "heavy-weapons"),
        ("Two soldiers were killed in a shootout in Chad.", "firearms"),
        ("Chad called for a meeting of the council.", "meet"),
        ("Chad appealed for help after the dam broke.", "assist"),
        ("The union of Chad called for a ceasefire.", "yield"),
        ("The junta of Chad rebuffed calls to free the poet.", None),
    ],
)
def test_a_mode_is_found_beside_the_verb(
    coder: dateline.Coder, text: str, mode: str | None
) -> None:
    claims = coder.code(text, published="2024-05-16").claims
    assert [claim.mode for claim in claims[:1]] == [mode]

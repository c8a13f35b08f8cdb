"""Confidence: how likely it is that a claim is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.coding.act import Act
    from dateline.records.attribution import Attribution
    from dateline.records.entity import Party

#: Share of claims right in type where nothing else is known of them.
_BASE = 0.55
_BOTH_SIDES = 0.12
_SPECIFIC = 0.03
_BARE_NOUN = -0.15
_ONE_SIDE = -0.05
_LOWEST, _HIGHEST = 0.05, 0.95


def confidence(
    act: Act,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    attribution: Sequence[Attribution],  # noqa: ARG001 - kept for calibration by voice
) -> float:
    """The chance, 0 to 1, that the claim's type and parties are right."""
    score = _BASE + _SPECIFIC * min(act.weight, 6)
    if actors and (recipients or act.mutual):
        score += _BOTH_SIDES
    elif not actors or not recipients:
        score += _ONE_SIDE
    if act.noun and not act.light:
        score += _BARE_NOUN
    return round(min(_HIGHEST, max(_LOWEST, score)), 2)

"""Confidence: how likely it is that a claim is right, from what its coding rests on."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import LexiconError
from dateline.records.claim import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.coding.act import Act
    from dateline.lexicon.library import Library
    from dateline.records.attribution import Attribution
    from dateline.records.entity import Party

_FILE = "confidence.csv"
_SUPPOSED = frozenset({Status.HYPOTHETICAL, Status.DEMANDED, Status.UNKNOWN})
#: Types whose words everyday dealings share: people agree, meet, help, ask and refuse.
_DEALINGS = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID"}
    | {"RETREAT", "REQUEST", "REJECT", "THREATEN"}
)
_STANCES = ("stance", "faulted", "blamed", "praised")


class Term(msgspec.Struct, frozen=True):
    """A row of `confidence.csv`: what a thing known of a claim adds, in log odds."""

    term: str
    weight: float
    meaning: str


class Confidence:
    """Gives claims their confidence.

    Raises:
        LexiconError: the table lacks a term.
    """

    def __init__(self, library: Library) -> None:
        self._weights = {row.term: row.weight for row in library.rows(_FILE, Term)}
        missing = _TERMS - self._weights.keys()
        if missing:
            raise LexiconError(_FILE, None, f"no term `{min(missing)}`")

    def __call__(
        self,
        act: Act,
        status: Status,
        actors: Sequence[Party],
        recipients: Sequence[Party],
        attribution: Sequence[Attribution],
    ) -> float:
        """The chance, 0 to 1, that the claim's type is right."""
        terms = _terms(act, status, actors, recipients, attribution)
        odds = sum(self._weights[term] for term in terms)
        return round(1 / (1 + math.exp(-odds)), 2)


_TERMS = frozenset(
    {"any", "dealings", "unknown", "no_actor", "noun", "stance", "supposed", "attributed"}
)


def _terms(
    act: Act,
    status: Status,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    attribution: Sequence[Attribution],
) -> Iterator[str]:
    """The terms that hold of a claim."""
    yield "any"
    if act.type in _DEALINGS:
        yield "dealings"
    if not any(party.country or party.sector for party in (*actors, *recipients)):
        yield "unknown"
    if not actors:
        yield "no_actor"
    if act.noun and not act.light:
        yield "noun"
    if act.rule.startswith(_STANCES):
        yield "stance"
    if status in _SUPPOSED:
        yield "supposed"
    if attribution:
        yield "attributed"

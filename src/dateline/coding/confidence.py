"""Confidence: how likely it is that a claim is right, from what its coding rests on."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from dateline.coding.relevance import official
from dateline.errors import LexiconError
from dateline.records.claim import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.coding.settle import Told
    from dateline.lexicon.library import Library
    from dateline.records.entity import Party
    from dateline.records.parse import Parse

#: A claim below it is more likely wrong than right.
LIKELY = 0.5

_FILE = "confidence.csv"
_SUPPOSED = frozenset({Status.HYPOTHETICAL, Status.DEMANDED, Status.UNKNOWN})
#: Types whose words everyday dealings share: people agree, meet, help, ask and refuse.
_DEALINGS = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID"}
    | {"RETREAT", "REQUEST", "REJECT", "THREATEN"}
)
_STANCES = ("stance", "faulted", "blamed", "praised")
#: Labels of clauses that describe a noun or say how and when something else was done.
_ASIDE = frozenset({"relcl", "acl", "advcl"})


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
        self, told: Told, actors: Sequence[Party], recipients: Sequence[Party], parse: Parse
    ) -> float:
        """The chance, 0 to 1, that the claim's type is right."""
        terms = _terms(told, actors, recipients, parse)
        odds = sum(self._weights[term] for term in terms)
        return round(1 / (1 + math.exp(-odds)), 2)


_TERMS = frozenset(
    {"any", "official", "dealings", "unknown", "noun", "stance"}
    | {"supposed", "attributed", "aside"}
)


def _terms(
    told: Told, actors: Sequence[Party], recipients: Sequence[Party], parse: Parse
) -> Iterator[str]:
    """The terms that hold of a claim."""
    act = told.act
    yield "any"
    if any(map(official, actors)):
        yield "official"
    if act.type in _DEALINGS:
        yield "dealings"
    if not any(party.country or party.sector for party in (*actors, *recipients)):
        yield "unknown"
    if act.noun and not act.light:
        yield "noun"
    if act.rule.startswith(_STANCES):
        yield "stance"
    if told.status in _SUPPOSED:
        yield "supposed"
    if told.attribution:
        yield "attributed"
    if _is_aside(parse, act.anchor):
        yield "aside"


def _is_aside(parse: Parse, index: int) -> bool:
    """Whether an act is told in passing, in a clause below the one that tells the news.

    `The ship, which attacked the port, is back`, `He was at sea when they met`.
    """
    token = parse.tokens[index]
    while token.dep not in _ASIDE and token.head != token.i:
        token = parse.tokens[token.head]
    return token.dep in _ASIDE

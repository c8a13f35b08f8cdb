"""Word classes, light verbs and operators: the tables that rules share."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import LexiconError

if TYPE_CHECKING:
    from dateline.lexicon.library import Library


class ClassesFile(msgspec.Struct, frozen=True):
    """`classes.toml`: a list of lemmas under each name."""

    classes: dict[str, tuple[str, ...]]


class Lightness(StrEnum):
    """How a verb binds the arguments of an event noun."""

    DO = "do"  # its subject acts: `hold talks`
    UNDERGO = "undergo"  # its subject is acted on: `come under attack`
    HAPPEN = "happen"  # the noun is its subject: `fighting broke out`


class LightVerb(msgspec.Struct, frozen=True):
    """A verb that says no more of an act than that it is done."""

    lemma: str
    kind: Lightness
    example: str
    via: tuple[str, ...] = ("object",)


class Operator(msgspec.Struct, frozen=True):
    """A verb or noun that takes an act and makes another of it.

    `via` says where the act stands: `to`, `that`, `ing`, `object`, or a preposition.
    """

    lemma: str
    operator: str
    via: tuple[str, ...]
    example: str
    pos: str = "verb"
    recipient: tuple[str, ...] = ()


class Outcome(msgspec.Struct, frozen=True):
    """What an operator makes of an act of a type.

    `inner` is a type, a type and mode (`COERCE/arrest`), `*` any act, `-` a clause that
    no rule knows, `thing` a noun that is no act.

    `type` `=` keeps the act's own type; `keep` says whether the inner act is coded beside.
    """

    operator: str
    inner: str
    type: str
    mode: str | None = None
    status: str | None = None
    keep: bool = False
    cameo: str | None = None


class Words:
    """Noun classes, light verbs, operators and what operators make of acts."""

    def __init__(self, library: Library) -> None:
        self.classes: dict[str, frozenset[str]] = {}
        for _, file in library.tables("lang/en/classes.toml", ClassesFile):
            self.classes |= {k: frozenset(v) for k, v in file.classes.items()}
        self.light: dict[str, list[LightVerb]] = defaultdict(list)
        for verb in library.rows("lang/en/light_verbs.csv", LightVerb):
            self.light[verb.lemma].append(verb)
        #: Verbs that say no more of their subject than that it is so: `take place`.
        self.happening = frozenset(
            lemma.split()[0]
            for lemma, verbs in self.light.items()
            if any(verb.kind is Lightness.HAPPEN for verb in verbs)
        )
        self.operators: dict[tuple[str, str], list[Operator]] = defaultdict(list)
        for row in library.rows("lang/en/operators.csv", Operator):
            self.operators[row.lemma, row.pos].append(row)
        self.outcomes = {
            (row.operator, inner): row
            for row in library.rows("lang/en/operator_outcomes.csv", Outcome)
            for inner in row.inner.split("|")
        }
        known = {operator for operator, _ in self.outcomes}
        for rows in self.operators.values():
            for row in rows:
                if row.operator not in known:
                    raise LexiconError(
                        "lang/en/operators.csv", None, f"`{row.operator}` has no outcomes"
                    )

    def outcome(self, operator: str, *inner: str) -> Outcome | None:
        """What the operator makes of an act, described from the finest word to the coarsest."""
        found = (self.outcomes.get((operator, word)) for word in inner)
        return next(filter(None, found), None)

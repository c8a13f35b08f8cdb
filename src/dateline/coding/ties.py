"""Ties: who belongs to what, holds which office, stands for it or leads it.

Rules tell of them (`joined the union in 2012`, `was elected mayor`), and so do the titles
that people are called by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.coding.offices import Offices
from dateline.coding.ruled_ties import HOLDS, RuledTies
from dateline.coding.tie_rules import TIE_FILES, TieRules
from dateline.coding.titles import titles
from dateline.lexicon.acts import ActLexicon

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dateline.annotate.predicates import Propositions
    from dateline.coding.claims import Reading
    from dateline.coding.terms import Terms
    from dateline.lexicon.library import Library
    from dateline.lexicon.words import Words
    from dateline.records.claim import Claim, Tie
    from dateline.resolve.entities import Entities


class FindTies:
    """Finds the ties that a report asserts.

    Args:
        library: the data files.
        words: noun classes.
    """

    def __init__(self, library: Library, words: Words) -> None:
        self._rules = TieRules(ActLexicon(library, TIE_FILES), words)
        self._offices = Offices(library)

    def __call__(
        self,
        propositions: Propositions,
        reading: Reading,
        entities: Entities,
        claims: Iterable[Claim],
        terms: Terms,
        day: date | None,
    ) -> tuple[Tie, ...]:
        """The ties of a report published on a day, each subject and object apart, each once."""
        called = list(titles(entities, reading, claims, terms))
        holding = {(t.subject.entity, t.office) for t in called if t.predicate == HOLDS}
        teller = RuledTies(reading, terms, self._offices, holding, day)
        ruled = (tie for f in self._rules(propositions, reading.parties) for tie in teller(f))
        unique: dict[tuple[str | None, ...], Tie] = {}
        for tie in (*called, *ruled):
            known = unique.get(_key(tie))
            unique[_key(tie)] = tie if known is None else _dated(known, tie)
        return tuple(unique.values())


def _key(tie: Tie) -> tuple[str | None, ...]:
    """What two ties that say the same have alike."""
    end = tie.object.country if tie.office else tie.object.entity or tie.object.text
    return tie.subject.entity or tie.subject.text, tie.predicate, end, tie.office, tie.status


def _dated(known: Tie, tie: Tie) -> Tie:
    """A tie with the dates that another telling of it adds."""
    return replace(known, since=known.since or tie.since, until=known.until or tie.until)

"""Ruled ties: the ties that the verbs and nouns of one report tell of.

A rule of mode `begins` or `ends` tells of the change: with it comes since or until when.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.ends import end_of_party, evidence
from dateline.coding.terms import Term
from dateline.records.claim import HAPPENED, Polarity, Status, Tie, TieEnd

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from dateline.coding.claims import Reading
    from dateline.coding.offices import Offices
    from dateline.coding.terms import Terms
    from dateline.coding.tie_rules import Found
    from dateline.records.entity import Party
    from dateline.records.parse import Parse, Token

#: Predicates whose object is an office: that it is held, is over, is stood for.
HOLDS, HELD, SEEKS = "holds_office", "held_office", "candidate_for"
#: Modes of rules.
_BEGINS, _ENDS = "begins", "ends"
#: What a report tells of as begun within a year is taken to hold.
_YEAR = timedelta(366)


@dataclass(frozen=True, slots=True)
class RuledTies:
    """Makes ties of what rules find in one report.

    Attributes:
        holding: persons and the offices by whose title the report calls them.
    """

    reading: Reading
    terms: Terms
    offices: Offices
    holding: set[tuple[str | None, str | None]]
    day: date | None

    def __call__(self, found: Found) -> Iterator[Tie]:
        """One tie for each subject and object, none where the rule tells of none."""
        told = self._of_office if found.entry.type in {HOLDS, SEEKS} else self._of_body
        status, so = self._status(found)
        term = self._term(found, so=so)
        if so and self._is_lost(found, term):
            return
        for subject, end, office in told(found):
            if subject.entity and subject.start != end.start:
                yield self._tie(found, subject, end, office, term, status)

    def _is_lost(self, found: Found, term: Term) -> bool:
        """Whether a tie is over at a time that nobody says, and its predicate cannot say so."""
        if found.entry.type == HOLDS:
            return False
        if found.entry.type == SEEKS:
            begun = found.entry.mode == _BEGINS and self._is_recent(term.since)
            return not begun and self._is_past(found)
        if found.entry.mode == _BEGINS:
            return False
        return not term.until and (found.entry.mode == _ENDS or self._is_past(found))

    def _tie(
        self,
        found: Found,
        subject: Party,
        end: TieEnd,
        office: str | None,
        term: Term,
        status: Status,
    ) -> Tie:
        seeks = found.entry.type == SEEKS
        return Tie(
            subject=end_of_party(subject),
            predicate=self._predicate(found, subject, office, term, so=status in HAPPENED),
            object=end,
            office=office,
            since=None if seeks else term.since,
            until=None if seeks else term.until,
            status=Status.OCCURRED if found.entry.mode == _ENDS else status,
            attribution=self.reading.attributions.of(found.at, verbatim=found.said is None),
            evidence=evidence(self.reading.parse, found.at),
            rule=found.entry.id,
        )

    def _status(self, found: Found) -> tuple[Status, bool]:
        """The status of a tie, and whether it is told as so."""
        at = found.at if found.said is None else found.said
        status, polarity = self.reading.statuses.of(at)
        if polarity == Polarity.NEGATIVE and status in HAPPENED:
            status = Status.DENIED
        return status, status in HAPPENED

    def _term(self, found: Found, *, so: bool) -> Term:
        """Since when and until when; what did not begin or end has no day for it."""
        words = (found.at, *found.objects, *(() if found.said is None else (found.said,)))
        term = self.terms.of(*words)
        if found.entry.mode == _BEGINS:
            return Term(since=term.since or term.at if so else None, until=term.until)
        if found.entry.mode == _ENDS:
            return Term(until=term.at if so else None)
        return term

    def _predicate(
        self, found: Found, subject: Party, office: str | None, term: Term, *, so: bool
    ) -> str:
        if found.entry.type != HOLDS:
            return found.entry.type
        if (subject.entity, office) in self.holding and found.entry.mode != _ENDS:
            return HOLDS
        if found.entry.mode == _BEGINS:
            return HOLDS if not so or self._is_recent(term.since) else HELD
        over = so if found.entry.mode == _ENDS else self._is_past(found)
        return HELD if over or term.until else HOLDS

    def _is_recent(self, since: str | None) -> bool:
        if since is None or self.day is None:
            return since is None
        return since >= (self.day - _YEAR).isoformat()[: len(since)]

    def _is_past(self, found: Found) -> bool:
        """Whether it is told of as what was: `served as mayor`, `had been a member`.

        A verb that is not finite is as far back as the one above it; a noun without a verb
        is of the report's own day.
        """
        if found.said is None:
            return False
        parse = self.reading.parse
        verb = parse.tokens[found.said]
        while not _is_finite(parse, verb):
            above = syntax.governing_verb(parse, verb)
            if above is None:
                return False
            verb = above
        helping = [kid for kid in parse.kids(verb.i) if kid.dep in syntax.AUXILIARIES]
        return (helping[0] if helping else verb).tag == "VBD"

    def _of_body(self, found: Found) -> Iterator[tuple[Party, TieEnd, str | None]]:
        for subject in self._named(found.subjects):
            for object_ in self._named(found.objects, bodies=True):
                yield subject, end_of_party(object_), None

    def _of_office(self, found: Found) -> Iterator[tuple[Party, TieEnd, str | None]]:
        parse = self.reading.parse
        for head in found.objects:
            office = self.offices.at(parse, head)
            if office is None:
                continue
            whose = self.reading.parties.party(head)
            first, last = parse.tokens[office.first], parse.tokens[office.last - 1]
            for subject in self._named(found.subjects):
                country = (whose.country if whose else None) or subject.country
                end = TieEnd(
                    text=parse.text[first.start : last.end],
                    start=first.start,
                    end=last.end,
                    country=country,
                )
                yield subject, end, office.office

    def _named(self, heads: Iterable[int], *, bodies: bool = False) -> Iterator[Party]:
        """The parties that stand at the tokens or inside their phrases.

        With `bodies` those alone that have a name or are a body: no `student leader`.
        """
        parties = self.reading.parties
        for index in (index for head in heads for index in parties.heads(head)):
            party = parties.party(index)
            if party is not None and (not bodies or party.entity or parties.is_body(index)):
                yield party


def _is_finite(parse: Parse, verb: Token) -> bool:
    kids = parse.kids(verb.i)
    finite = any(kid.tag in syntax.FINITE for kid in kids if kid.dep in syntax.AUXILIARIES)
    return finite or verb.tag in syntax.FINITE

"""Tellings of many reports gathered into events, each happening once.

What copies of a text tell with the same words is one telling (`bundles.py`). Tellings of one
type and one period form a cell, and a cell is parted into groups (`cells.py`). A group whose
day nobody states, or whose claims give a few days, joins the one group of a stated day that
it agrees with. It joins none where it may as well belong to two: a day that is not known
never brings two days together.

What is gathered is a function of the tellings and the decisions of people, in whatever order
they come. It depends on those of some days around alone (`days.REACH`), so that what is past
is finished and forgotten, and a store need not hand over more than the days it asks about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.link.cells import FIRM, Address, Cell
from dateline.link.days import REACH, Basis, period, shifted
from dateline.link.outcome import day, outcome
from dateline.link.same import account
from dateline.records.event import Event  # noqa: TC001 - a field of Dated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.link.bundles import Bundle
    from dateline.link.cells import Group
    from dateline.link.decisions import Decisions
    from dateline.link.outcome import Member

#: After the last day that there is.
_NEVER = "~"


class Dated(NamedTuple):
    """An event with the day of its lead, the telling with which the others are compared.

    The day is that with which the period of the lead begins; it is empty if nobody knows one.
    """

    day: str
    event: Event


def gather(bundles: Iterable[Bundle], decisions: Decisions) -> Iterator[Dated]:
    """The events of bundles, those of a month when what comes is past all that they reach.

    No more is held than the bundles of a month and some weeks, and those that a person joined
    with others, whose events come last.

    Args:
        bundles: in order of their `day`.
        decisions: what people said of their claims.
    """
    gathering = Gathering(decisions)
    joined: list[list[Member]] = []
    month = ""
    for bundle in bundles:
        if bundle.day[:7] != month:
            month = bundle.day[:7]
            yield from _dated(gathering.finish(shifted(bundle.day, -REACH), joined), decisions)
        gathering.add(bundle)
    yield from _dated(gathering.finish(_NEVER, joined), decisions)
    yield from _dated(_joined(joined, decisions), decisions)


def gather_between(
    bundles: Iterable[Bundle], decisions: Decisions, first: str = "", end: str = _NEVER
) -> Iterator[Dated]:
    """The events of some days; all if these are not given.

    Args:
        bundles: in any order, those of `days.REACH` days before and after, at the least, and
            as many around each claim that a person joined with one of theirs.
        decisions: what people said of their claims.
        first: the first of the days; empty for those of no day too.
        end: the day after the last.
    """
    gathering = Gathering(decisions)
    for bundle in bundles:
        gathering.add(bundle)
    joined: list[list[Member]] = []
    alone = list(gathering.finish(_NEVER, joined))
    events = (*alone, *_joined(joined, decisions))
    yield from _dated((one for one in events if first <= day(one) < end), decisions)


def _dated(events: Iterable[list[Member]], decisions: Decisions) -> Iterator[Dated]:
    for members in events:
        yield Dated(day(members), outcome(members, decisions))


class Gathering:
    """The bundles of the days that matter still."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._cells: dict[Address, Cell] = {}
        self._finished = ""

    def add(self, bundle: Bundle) -> None:
        """Take in a bundle."""
        lead = bundle.lead
        when = period(lead)
        named = self._decisions.named(c for told in bundle.tellings for c in told.claims)
        made = account(lead, named, alone=when.basis is Basis.ALONE)
        address = Address(lead.claims[0].type, when, made.only)
        if address not in self._cells:
            self._cells[address] = Cell(address, self._decisions.allowed)
        self._cells[address].add(made, bundle)

    def finish(self, end: str, joined: list[list[Member]]) -> Iterator[list[Member]]:
        """The members of each event of a day before `end`, of which no more is told.

        Those that a person joined with others are put aside in `joined` instead.
        """
        for first, members in self._gathered():
            if self._finished <= first < end:
                decided = any(self._decisions.joined(claim) for claim in _ids(members))
                if decided:
                    joined.append(members)
                else:
                    yield members
        self._finished = max(self._finished, end)
        if end != _NEVER:
            kept = shifted(end, -REACH)
            self._cells = {a: c for a, c in self._cells.items() if a.period.first >= kept}

    def _gathered(self) -> Iterator[tuple[str, list[Member]]]:
        """The members of each event with its day."""
        events: dict[int, list[tuple[Cell, Group]]] = {}
        loose: list[tuple[Cell, Group, Group]] = []
        for address in sorted(self._cells):
            cell = self._cells[address]
            for group in cell.groups.all:
                host = self._host(cell, group)
                if host is None:
                    events[id(group)] = [(cell, group)]
                else:
                    loose.append((cell, group, host))
        for cell, group, host in loose:
            self._take_in(events, (cell, group), host)
        for groups in events.values():
            members = [member for cell, group in groups for member in cell.members(group)]
            yield groups[0][0].address.period.first, members

    def _host(self, cell: Cell, group: Group) -> Group | None:
        """The one group of a stated day that a loose group has most in common with."""
        most = FIRM
        best: list[Group] = []
        for near in filter(None, map(self._cells.get, cell.hosts)):
            for other in near.groups.find(group.keys):
                weight = other.weight(group.accounts, self._decisions.allowed)
                if weight is not None and weight >= most:
                    best = [*(best if weight == most else ()), other]
                    most = weight
        return best[0] if len(best) == 1 else None

    def _take_in(
        self,
        events: dict[int, list[tuple[Cell, Group]]],
        loose: tuple[Cell, Group],
        host: Group,
    ) -> None:
        """Let a loose group join its host, if it agrees with those that joined before it."""
        event, group = events[id(host)], loose[1]
        allowed = self._decisions.allowed
        if all(one.weight(group.accounts, allowed) is not None for _, one in event):
            event.append(loose)
        else:
            events[id(group)] = [loose]


def _joined(events: list[list[Member]], decisions: Decisions) -> Iterator[list[Member]]:
    """Events, those made one that a person joined."""
    at = {claim: event for event in events for claim in _ids(event)}
    for claim in sorted(at):
        for other in sorted(decisions.joined(claim).keys() & at.keys()):
            one, two = at[claim], at[other]
            if one is not two and not decisions.claims_apart(_ids(one), _ids(two)):
                one += two
                at.update((c, one) for c, event in tuple(at.items()) if event is two)
                two.clear()
    yield from filter(None, events)


def _ids(members: list[Member]) -> list[str]:
    return [claim.id for member in members for claim in member.told.claims]

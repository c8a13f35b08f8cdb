"""Tellings of many reports gathered into events, each happening once.

Tellings of one type and one period form a cell, and a cell is parted into groups
(`cells.py`). A group whose day nobody states, or whose claims give a few days, joins the
one group of a stated day that it agrees with. It joins none where it may as well belong to
two: a day that is not known never brings two days together.

What is gathered is a function of the tellings and the decisions of people, in whatever order
they come. It depends on those of some days around alone, so a store need not hand over more
than these, and keeps no links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.link.cells import FIRM, LEAST, Address, Cell
from dateline.link.days import Basis, Period, period
from dateline.link.decisions import Decisions
from dateline.link.outcome import Member, outcome
from dateline.link.same import account

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.link.cells import Group
    from dateline.link.same import Account
    from dateline.link.told import Told
    from dateline.records.event import Decision, Event


class Gathering:
    """All tellings so far.

    Args:
        decisions: what people said of claims, the latest last.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._decisions = Decisions(decisions)
        self._cells: dict[Address, Cell] = {}
        self._hosting: dict[Address, tuple[Address, ...]] = {}
        self._loose: dict[Address, list[Address]] = {}
        self._known: dict[tuple[str, str], tuple[Address, Account]] = {}
        self._decided: dict[str, Address] = {}
        self._changed: set[Address] = set()
        self._version = 0
        self._last: dict[str, int] = {}

    def add(self, told: Told) -> None:
        """Take in a telling, in place of what was told of the same claims before."""
        for part in self._decisions.parted(told):
            self.remove(part.key)
            when = period(part)
            alone = when.basis is Basis.ALONE
            made = account(part, self._decisions.named(part), alone=alone)
            address = Address(part.claims[0].type, when, made.only)
            self._version += 1
            self._cell(address).add(made, part, self._version)
            self._known[part.key] = address, made
            for claim in part.claims:
                if self._decisions.joined(claim.id):
                    self._decided[claim.id] = address
            self._changed.add(address)

    def _cell(self, address: Address) -> Cell:
        """The cell of an address, made when it is first asked for."""
        if address not in self._cells:
            least = FIRM if address.period.is_long else LEAST
            self._cells[address] = Cell(address.period, self._decisions.allowed, least)
            days = () if address.only else address.period.days
            self._hosting[address] = tuple(
                Address(address.type, Period(first=day, last=day, basis=Basis.STATED))
                for day in days
            )
            for host in self._hosting[address]:
                self._loose.setdefault(host, []).append(address)
        return self._cells[address]

    def remove(self, key: tuple[str, str]) -> None:
        """Give up a telling, if it is known."""
        if key in self._known:
            address, made = self._known.pop(key)
            self._cells[address].remove(made, key)
            self._changed.add(address)

    def changes(self) -> Iterator[Event]:
        """The events that are new or other than when this was last asked.

        An event that was told before is no more once all its claims have come in others.
        """
        addresses, self._changed = self._around(self._changed), set()
        for members in self._gathered(addresses):
            first = min(member.told.claims[0].id for member in members)
            versions = hash(tuple(sorted(member.version for member in members)))
            if self._last.get(first) != versions:
                for member in members:
                    self._last.pop(member.told.claims[0].id, None)
                self._last[first] = versions
                yield outcome(members, self._decisions)

    def _around(self, changed: set[Address]) -> set[Address]:
        """The cells whose groups may end in other events where some have changed.

        A loose group may choose another host, which may then take in others or fewer.
        """
        reached = set(changed)
        for _ in range(2):
            near = {host for one in reached for host in self._hosting[one]}
            reached |= near & self._cells.keys()
            reached |= {loose for one in reached for loose in self._loose.get(one, ())}
        joined = {
            address
            for claim, where in self._decided.items()
            if where in reached
            for other in (claim, *self._decisions.joined(claim))
            if (address := self._decided.get(other)) is not None
        }
        return reached if joined <= changed else self._around(changed | joined)

    def _gathered(self, addresses: set[Address]) -> Iterator[list[Member]]:
        """The members of each event that may be another since cells around have changed."""
        events: dict[int, list[Group]] = {}
        loose: list[tuple[Group, Group]] = []
        for address in sorted(addresses):
            for group in self._cells[address].groups.all:
                host = self._host(address, group)
                if host is None:
                    events[id(group)] = [group]
                elif host[0] in addresses:
                    loose.append((group, host[1]))
        for group, taker in loose:
            self._take_in(events, group, taker)
        gathered = [self._members(groups) for groups in events.values()]
        yield from self._joined(gathered)

    def _host(self, address: Address, group: Group) -> tuple[Address, Group] | None:
        """The one group of a stated day that a loose group has most in common with."""
        near = [one for one in self._hosting[address] if one in self._cells]
        stamp = tuple(self._cells[one].stamp for one in near)
        if group.host is None or group.host[0] != stamp:
            group.host = stamp, self._find_host(near, group)
        return group.host[1]

    def _find_host(self, near: list[Address], group: Group) -> tuple[Address, Group] | None:
        most = FIRM
        best: list[tuple[Address, Group]] = []
        for address in near:
            for other in self._cells[address].groups.find(group.keys):
                weight = other.weight(group.accounts, self._decisions.allowed)
                if weight is not None and weight >= most:
                    best = [*(best if weight == most else ()), (address, other)]
                    most = weight
        return best[0] if len(best) == 1 else None

    def _take_in(self, events: dict[int, list[Group]], group: Group, host: Group) -> None:
        """Let a loose group join its host, if it agrees with those that joined before it."""
        event = events[id(host)]
        allowed = self._decisions.allowed
        if all(one.weight(group.accounts, allowed) is not None for one in event):
            event.append(group)
        else:
            events[id(group)] = [group]

    def _members(self, groups: list[Group]) -> list[Member]:
        """The tellings of some groups."""
        return [
            Member(told, version, account, group.period)
            for group in groups
            for account in group.accounts
            for told, version in group.tellings(account)
        ]

    def _joined(self, gathered: list[list[Member]]) -> Iterator[list[Member]]:
        """Events, those made one that a person joined."""
        at = {
            claim.id: event
            for event in gathered
            for member in event
            for claim in member.told.claims
            if claim.id in self._decided
        }
        for claim in sorted(at):
            for other in sorted(self._decisions.joined(claim).keys() & at.keys()):
                one, two = at[claim], at[other]
                if one is not two and not self._decisions.claims_apart(_ids(one), _ids(two)):
                    one += two
                    at.update((c, one) for c, event in tuple(at.items()) if event is two)
                    two.clear()
        yield from filter(None, gathered)


def _ids(members: list[Member]) -> list[str]:
    return [claim.id for member in members for claim in member.told.claims]

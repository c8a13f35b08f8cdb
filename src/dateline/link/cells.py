"""Tellings of one type and period, parted into groups that each tell of one happening.

The tellings are few against all there are, and those that say the same of it are compared
once. A group takes in an account only if it agrees with every one that is there, so that a
vague account never brings two happenings together. What a group holds depends on the
accounts alone and not on their order of coming.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.link.days import Basis, Period
from dateline.link.outcome import Member
from dateline.link.same import agreement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dateline.link.bundles import Bundle
    from dateline.link.same import Account

    Allowed = Callable[[Account, Account], bool]

#: Tellings of one day that agree have this much in common at the least.
LEAST = 2
#: Tellings that only share a period of many days, or a day that one of them does not state,
#: need this much in common: the names of both sides, or a name and a town.
FIRM = 4


class Address(NamedTuple):
    """Which cell it is; copies of a text that says little have one of their own."""

    type: str
    period: Period
    only: str = ""


class Group:
    """Accounts of one happening, the fullest first, of one cell.

    Attributes:
        accounts: they all agree with each other.
        keys: what the group is looked up by.
    """

    __slots__ = ("accounts", "keys")

    def __init__(self, first: Account) -> None:
        self.accounts = [first]
        self.keys = first.keys

    def add(self, account: Account) -> None:
        """Take in one more account."""
        self.accounts.append(account)
        self.keys |= account.keys

    def weight(self, others: Iterable[Account], allowed: Allowed) -> int | None:
        """The most that one of its accounts has in common with others.

        None if any of them disagree.
        """
        most = 0
        for other in others:
            for account in self.accounts:
                found = agreement(account, other)
                if found is None or not allowed(account, other):
                    return None
                most = max(most, found.weight)
        return most


class Groups:
    """Groups that can be looked up by what they have in common with an account."""

    def __init__(self) -> None:
        self.all: list[Group] = []
        self._by_key: dict[str, list[Group]] = {}

    def add(self, group: Group) -> None:
        """Note one more group."""
        self.all.append(group)
        self.note(group, group.keys)

    def note(self, group: Group, keys: Iterable[str]) -> None:
        """Let a group be found by these keys too."""
        for key in keys:
            groups = self._by_key.setdefault(key, [])
            if group not in groups:
                groups.append(group)

    def find(self, keys: Iterable[str]) -> list[Group]:
        """The groups that have one of the keys, each once."""
        found = {id(g): g for key in sorted(keys) for g in self._by_key.get(key, ())}
        return list(found.values())


class Cell:
    """The bundles of one type and period.

    Args:
        address: which cell it is.
        allowed: whether a person lets two accounts be of one happening.

    Attributes:
        hosts: the cells of stated days whose groups its own may join.
    """

    __slots__ = ("_allowed", "_bundles", "_groups", "address", "hosts")

    def __init__(self, address: Address, allowed: Allowed) -> None:
        self.address = address
        self.hosts = () if address.only else tuple(_hosts(address))
        self._allowed = allowed
        self._bundles: dict[Account, list[Bundle]] = {}
        self._groups: Groups | None = None

    def add(self, account: Account, bundle: Bundle) -> None:
        """Take in a bundle, by what its lead says."""
        if account not in self._bundles:
            self._bundles[account] = []
            self._groups = None
        self._bundles[account].append(bundle)

    def members(self, group: Group) -> Iterator[Member]:
        """The tellings of one of its groups."""
        for account in group.accounts:
            for bundle in self._bundles[account]:
                for told in bundle.tellings:
                    yield Member(told, bundle.lead, account, self.address.period)

    @property
    def groups(self) -> Groups:
        """The groups that the accounts form now."""
        if self._groups is None:
            self._groups = Groups()
            for account in sorted(self._bundles, key=lambda one: (-one.richness, one)):
                self._place(account, self._groups)
        return self._groups

    def _place(self, account: Account, groups: Groups) -> None:
        """Put an account in the group that it has most in common with, or in one of its own."""
        least = FIRM if self.address.period.is_long else LEAST
        best, most = None, least - 1
        for group in () if account.only else groups.find(account.keys):
            weight = group.weight((account,), self._allowed)
            if weight is not None and weight > most:
                best, most = group, weight
        if best is None:
            groups.add(Group(account))
        else:
            best.add(account)
            groups.note(best, account.keys)


def _hosts(address: Address) -> Iterator[Address]:
    for day in address.period.days:
        yield Address(address.type, Period(first=day, last=day, basis=Basis.STATED))

"""Tellings of one type and period, parted into groups that each tell of one happening.

The tellings are few against all there are, and those that say the same of it are compared
once. A group takes in an account only if it agrees with every one that is there, so that a
vague account never brings two happenings together. What a group holds depends on the
accounts alone and not on their order of coming.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.link.days import Period  # noqa: TC001 - a field of Address
from dateline.link.same import agreement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dateline.link.same import Account
    from dateline.link.told import Told

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
        host: the group of a stated day that it belongs to, with the stamps of the cells
            among which that was found; None if it was not looked for.
    """

    def __init__(self, cell: Cell, first: Account) -> None:
        self._cell = cell
        self.accounts = [first]
        self.keys = first.keys
        self.host: tuple[tuple[int, ...], tuple[Address, Group] | None] | None = None

    @property
    def period(self) -> Period:
        """When the tellings say that it was."""
        return self._cell.period

    def tellings(self, account: Account) -> Iterable[tuple[Told, int]]:
        """What reports tell in one of its accounts, each with its version."""
        return self._cell.tellings(account)

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
    """The tellings of one type and period.

    Args:
        period: when the tellings say that their act was.
        allowed: whether a person lets two accounts be of one happening.
        least: how much two accounts need in common.

    Attributes:
        stamp: another one whenever its groups may have become others.
    """

    def __init__(self, period: Period, allowed: Allowed, least: int) -> None:
        self.period = period
        self._allowed = allowed
        self._least = least
        self._told: dict[Account, dict[tuple[str, str], tuple[Told, int]]] = {}
        self._groups: Groups | None = None
        self.stamp = 0

    def add(self, account: Account, told: Told, version: int) -> None:
        """Take in a telling; its version tells it from what was told so before."""
        if account not in self._told:
            self._told[account] = {}
            self._part_again()
        self._told[account][told.key] = told, version

    def remove(self, account: Account, key: tuple[str, str]) -> None:
        """Give up a telling."""
        del self._told[account][key]
        if not self._told[account]:
            del self._told[account]
            self._part_again()

    def tellings(self, account: Account) -> Iterable[tuple[Told, int]]:
        """What reports tell in one account, each with its version."""
        return self._told[account].values()

    def _part_again(self) -> None:
        self._groups = None
        self.stamp += 1

    @property
    def groups(self) -> Groups:
        """The groups that the accounts form now."""
        if self._groups is None:
            self._groups = Groups()
            for account in sorted(self._told, key=lambda one: (-one.richness, one)):
                self._place(account, self._groups)
        return self._groups

    def _place(self, account: Account, groups: Groups) -> None:
        """Put an account in the group that it has most in common with, or in one of its own."""
        best, most = None, self._least - 1
        for group in () if account.only else groups.find(account.keys):
            weight = group.weight((account,), self._allowed)
            if weight is not None and weight > most:
                best, most = group, weight
        if best is None:
            groups.add(Group(self, account))
        else:
            best.add(account)
            groups.note(best, account.keys)

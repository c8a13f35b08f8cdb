"""Numbers gathered into groups, two of which may turn out to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dateline.link.fingerprints import Numbers


class Groups:
    """Groups of the numbers from 0 on; each group goes by one of its numbers.

    A group is joined to a larger one by renaming its members, so that it can be looked up
    for many numbers at once.
    """

    def __init__(self) -> None:
        self._names: Numbers = np.zeros(1024, np.uint32)
        #: Of the groups that have several; the others are most.
        self._members: dict[int, list[int]] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self) -> int:
        """The next number, in a group of its own."""
        number = self._count
        if number == len(self._names):
            self._names = np.concatenate((self._names, np.zeros_like(self._names)))
        self._names[number] = number
        self._count += 1
        return number

    def of(self, number: int) -> int:
        """The group of a number."""
        return int(self._names[number])

    def of_all(self, numbers: Numbers) -> Numbers:
        """The group of each number."""
        return self._names[numbers]

    def members(self, group: int) -> list[int]:
        """The numbers of a group."""
        return self._members.get(group, [group])

    def join(self, one: int, other: int) -> tuple[int, int]:
        """Make the groups of two numbers one: the group there is now, and the one that was."""
        kept, lost = self.of(one), self.of(other)
        if len(self.members(kept)) < len(self.members(lost)):
            kept, lost = lost, kept
        if kept != lost:
            members = self._members.pop(lost, [lost])
            self._names[members] = kept
            self._members.setdefault(kept, [kept]).extend(members)
        return kept, lost

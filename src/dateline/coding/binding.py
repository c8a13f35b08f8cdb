"""Binding: what fills the slots of a pattern, and by what it was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.lexicon.pattern import Slot


@dataclass(slots=True)
class Binding:
    """What fills the slots of a pattern; numbers are tokens, as the sentence has them."""

    slots: dict[Slot, list[int]] = field(default_factory=dict)
    how: dict[Slot, str] = field(default_factory=dict)

    def add(self, slot: Slot, heads: Iterable[int], how: str) -> None:
        """Note that `heads` fill a slot, and by what."""
        known = self.slots.setdefault(slot, [])
        known.extend(head for head in heads if head not in known)
        self.how.setdefault(slot, how)

    def get(self, slot: Slot) -> tuple[int, ...]:
        """What fills a slot, in order."""
        return tuple(self.slots.get(slot, ()))

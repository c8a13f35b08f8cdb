"""Actors: the rows of the tables of agent nouns and of organisations."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.records.entity import Kind  # noqa: TC001 - msgspec reads it at run time

#: Sectors of bodies that belong to no state, or work in many.
STATELESS = frozenset({"IGO", "NGO", "JRN", "MNC"})


class AgentNoun(msgspec.Struct, frozen=True):
    """A row of `agents.csv`; the file says what each column holds."""

    noun: str
    kind: Kind
    example: str
    sector: tuple[str, ...] = ()
    whose: Literal["body", "of", "state"] | None = None


class Organisation(msgspec.Struct, frozen=True):
    """A row of `organisations.csv`."""

    name: str
    kind: Kind
    sector: tuple[str, ...] = ()
    country: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def stateless(self) -> bool:
        """Whether the body belongs to no state, or works in many."""
        return bool(STATELESS & set(self.sector))

"""The words that say whether an act happened: `status.csv`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from dateline.lexicon.library import Library


class Effect(StrEnum):
    """What a word does to the act that it governs: a status, or one of the last five.

    `negative`: it did not happen (`failed to`). `refused`: as that, but possible where the
    refusal is denied (`did not rule out`). `same`: it is as real as what the word tells
    (`managed to`). `ability`: done where the word is told in the past, else possible (`able
    to`). `claim`: told as it stands, denied where the word is (`rejected claims that`).
    """

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DEMANDED = "demanded"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    UNKNOWN = "unknown"
    NEGATIVE = "negative"
    REFUSED = "refused"
    SAME = "same"
    ABILITY = "ability"
    CLAIM = "claim"


class StatusCue(msgspec.Struct, frozen=True):
    """A row of `status.csv`, which explains its columns."""

    lemma: str
    pos: str
    via: tuple[str, ...]
    effect: Effect
    example: str


class StatusCues:
    """The rows of `status.csv`, found by word, part of speech and where the act stands."""

    def __init__(self, library: Library) -> None:
        self.rows = tuple(library.rows("lang/en/status.csv", StatusCue))
        self._effects = {
            (row.lemma, row.pos, via): row.effect for row in self.rows for via in row.via
        }

    def effect(self, word: str, pos: str, via: str) -> Effect | None:
        """What the word does to an act that stands there."""
        return self._effects.get((word, pos, via))

"""Phrases: look-up of the longest of many names that starts at a token.

Names are compared without white space and with plain apostrophes, so that a look-up does
not depend on how a tokenizer cuts `Bosnia-Herzegovina` or `Côte d'Ivoire`. Case counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")

_PIECE = re.compile(r"[^\W_]+|[\W_]")
_SPACE = re.compile(r"\s+")


def phrase_key(text: str) -> str:
    """The form names are compared in: no white space, plain apostrophes."""
    return _SPACE.sub("", text).replace("’", "'")


class Phrases(Generic[T]):
    """Names and what each may mean.

    Args:
        entries: pairs of a name and one meaning of it, in order of preference.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._meanings: dict[str, list[T]] = defaultdict(list)
        self._beginnings: set[str] = set()
        for name, meaning in entries:
            self._meanings[phrase_key(name)].append(meaning)
            self._beginnings |= _beginnings(name)

    def __getitem__(self, name: str) -> tuple[T, ...]:
        """The meanings of exactly this name, none if it is unknown."""
        return tuple(self._meanings.get(phrase_key(name), ()))

    def longest(
        self, words: Sequence[str], start: int, stop: int | None = None
    ) -> tuple[int, tuple[T, ...]] | None:
        """The end (exclusive) and meanings of the longest name from `words[start]` on.

        `stop` bounds the end. None where no name starts here.
        """
        found = None
        key = ""
        for index in range(start, len(words) if stop is None else stop):
            key += words[index].replace("’", "'")
            meanings = self._meanings.get(key)
            if meanings:
                found = (index + 1, tuple(meanings))
            if key not in self._beginnings:
                break
        return found


def _beginnings(name: str) -> set[str]:
    """The keys of what stands before each boundary inside `name`."""
    pieces = _PIECE.findall(name.replace("’", "'"))
    return {_SPACE.sub("", "".join(pieces[:n])) for n in range(1, len(pieces))}

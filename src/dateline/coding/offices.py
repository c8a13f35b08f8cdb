"""Offices: the nouns that name one, wherever they stand: `became prime minister of Mali`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.lexicon.phrases import phrase_key
from dateline.resolve.knowledge import Title
from dateline.resolve.roles import singular

if TYPE_CHECKING:
    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse

#: Words of the longest office before and after its head: `permanent deputy prime minister`,
#: `secretary of state`.
_BEFORE, _AFTER = 3, 2


class OfficeName(NamedTuple):
    """An office in the text: tokens `first` to `last` (exclusive)."""

    office: str
    first: int
    last: int


class Offices:
    """The titles of `titles.csv` that are offices."""

    def __init__(self, library: Library) -> None:
        rows = library.rows("lang/en/titles.csv", Title)
        self._offices = {phrase_key(row.title): row.office for row in rows if row.office}

    def at(self, parse: Parse, head: int) -> OfficeName | None:
        """The longest office whose head is this token, None if it is no office."""
        tokens = parse.tokens
        stop = min(len(tokens), head + _AFTER + 1)
        spans = [
            (head, stop),
            *((first, head + 1) for first in range(max(0, head - _BEFORE), head + 1)),
        ]
        for first, last in spans:
            words = [singular(t) if t.i == head else t.lower for t in tokens[first:last]]
            office = self._offices.get(phrase_key("".join(words)))
            if office:
                return OfficeName(office, first, last)
        return None

"""Spelling: which names are parts of longer ones, and which are another misspelt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.records.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.resolve.mention import Mention

#: The words of a name, joined ones whole.
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BODIES = frozenset({Kind.ORGANIZATION})
_PERSONS = frozenset({Kind.PERSON, None})
#: Words of the shortest name that a part of another is told by.
_SHORTEST = 2
#: After a name they make it that of another.
_SONS = frozenset({"jr", "sr", "ii", "iii"})


class Wholes:
    """Finds the longer name that a name of several words is the end or beginning of.

    `Moss Bell` is the end of `Ana Moss Bell`, `Ana Moss` its beginning, `Coast Guard` the
    end of `Chadian Coast Guard`; only where one longer name fits.

    Args:
        mentions: the names of a report.
    """

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._names: dict[tuple[bool, str], dict[tuple[str, ...], Mention]] = {}
        for mention in mentions:
            words = _words(mention)
            if mention.kind not in _PERSONS | _BODIES or mention.place or not words:
                continue
            for word in {words[0], words[-1]}:
                names = self._names.setdefault((mention.kind in _BODIES, word), {})
                names.setdefault(words, mention)

    def __call__(self, mention: Mention) -> str | None:
        """The longer name, None if there is none or several."""
        words, body = _words(mention), mention.kind in _BODIES
        named = mention.kind in _PERSONS | _BODIES and not (mention.known or mention.place)
        if not named or len(words) < _SHORTEST:
            return None
        found = {
            longer.name
            for word in (words[0], words[-1])
            for whole, longer in self._names.get((body, word), {}).items()
            if len(whole) > len(words) and self._is_part(mention, words, longer, whole)
        }
        return found.pop() if len(found) == 1 else None

    def _is_part(
        self, mention: Mention, words: tuple[str, ...], longer: Mention, whole: tuple[str, ...]
    ) -> bool:
        countries = {mention.country, longer.country} - {None}
        if len(countries) > 1:
            return False
        if whole[-len(words) :] == words:
            return True
        begun = whole[: len(words)] == words and longer.first < mention.first
        persons = Kind.PERSON in {mention.kind, longer.kind}
        return persons and begun and whole[len(words)] not in _SONS


def is_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter, or by two that have changed places.

    Words of different first letters are different words.
    """
    if one == other or one[:1] != other[:1] or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    same = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    swapped = short[same : same + 2] == long[same : same + 2][::-1]
    rest = short[same + 2 :] == long[same + 2 :]
    return short[same + 1 :] == long[same + 1 :] or (swapped and rest)


def _words(mention: Mention) -> tuple[str, ...]:
    return tuple(word.casefold() for word in WORD.findall(mention.name))

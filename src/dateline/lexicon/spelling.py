"""Spelling: names that a dictionary writes in capitals, as texts write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from dateline.lexicon.actors import Organisation
from dateline.lexicon.world import World

if TYPE_CHECKING:
    from dateline.lexicon.library import Library

#: A name of one word with no more letters may be an acronym, and where it has no more than
#: the second number it is taken for nothing else: `WHO` is never `Who`.
_ACRONYM, _ONLY_CAPITALS = 6, 3
#: Fewest letters of a word without a vowel that tell an abbreviation; `Ng` is a surname.
_ABBREVIATION = 3
_VOWELS = frozenset("AEIOUY")
#: Where a word has a capital: at its start, after a point, after `O'` and `D'`.
_INITIAL = re.compile(r"(?:^|(?<=\.)|(?<=\b[od]'))\w")


class _Naming(msgspec.Struct, frozen=True):
    """What `naming.toml` says of spelling."""

    small: frozenset[str]


class Spelling:
    """Writes names in capitals as texts do; `library` has acronyms that are known."""

    def __init__(self, library: Library) -> None:
        self._small = library.tables("lang/en/naming.toml", _Naming)[-1][1].small
        bodies = library.rows("world/organisations.csv", Organisation)
        states = World(library).countries.values()
        names = [name for body in bodies for name in (body.name, *body.aliases)]
        names += [name for state in states for name in state.names]
        self._acronyms = frozenset(name for name in names if name.isalpha() and name.isupper())

    def __call__(self, name: str) -> tuple[str, ...]:
        """The spellings to look for: `Red Crescent`; `NATO` and `Nato`; `al-` and `Al-`."""
        words = name.split()
        pieces = [[self._cased(piece) for piece in word.split("-")] for word in words]
        written = " ".join("-".join(word) for word in pieces)
        spellings = [written[:1].upper() + written[1:], written]
        if len(words) == 1 and len(name) <= _ACRONYM:
            spellings = [name] if len(name) <= _ONLY_CAPITALS else [name, *spellings]
        return tuple(dict.fromkeys(spellings))

    def _cased(self, word: str) -> str:
        """A word of a name: an abbreviation in capitals, a small word small."""
        vowels = _VOWELS & set(word)
        if word in self._acronyms or (
            len(word) >= _ABBREVIATION and word.isalpha() and not vowels
        ):
            return word
        if word.lower() in self._small:
            return word.lower()
        return _INITIAL.sub(lambda found: found[0].upper(), word.lower())

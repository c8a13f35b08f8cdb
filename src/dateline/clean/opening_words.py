"""The words that openings and closes of reports are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.lexicon.library import Library


class OpeningFile(msgspec.Struct, frozen=True):
    """`opening.toml`."""

    agencies: tuple[str, ...]
    bylines: tuple[str, ...]
    credits: tuple[str, ...]
    contributions: tuple[str, ...]
    not_persons: tuple[str, ...]
    not_places: tuple[str, ...]
    caption_verbs: tuple[str, ...]
    tells_of_past: tuple[str, ...]
    picture_credits: tuple[str, ...]


class FirstName(msgspec.Struct, frozen=True):
    """A row of `first_names.csv`."""

    name: str


class OpeningWords:
    """The lists of all files, as look-ups; agencies by their name in lower case.

    Args:
        library: has the files.
    """

    def __init__(self, library: Library) -> None:
        files = [file for _, file in library.tables("lang/en/opening.toml", OpeningFile)]
        self.agencies = {name.lower() for file in files for name in file.agencies}
        self.bylines = _beginning(word for file in files for word in file.bylines)
        self.credits = _beginning(word for file in files for word in file.credits)
        self.contributions = _ending(word for file in files for word in file.contributions)
        self.not_persons = frozenset(word for file in files for word in file.not_persons)
        self.not_places = frozenset(word for file in files for word in file.not_places)
        self.caption_verbs = frozenset(word for file in files for word in file.caption_verbs)
        self.tells_of_past = frozenset(word for file in files for word in file.tells_of_past)
        self.picture_credits = tuple(word for file in files for word in file.picture_credits)
        names = library.rows("lang/en/first_names.csv", FirstName)
        self.first_names = frozenset(row.name for row in names)


def _beginning(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for lines that begin with one of these words."""
    return re.compile(rf"[—–-]*\s*(?:{_any_of(words)})(?=\s|$)\s*", re.IGNORECASE)


def _ending(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for lines that end with one of these words."""
    return re.compile(rf"\s+(?:{_any_of(words)})\.?$", re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))

"""Bylines and credits: the people and agencies that a report is owed to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from dateline.clean.lines import Kind

if TYPE_CHECKING:
    from dateline.clean.lines import Line
    from dateline.clean.opening_words import OpeningWords

#: Bylines and credits are no longer than this, in code points and in words.
_SHORT_LINE = 300
_BYLINE_WORDS = 16
_EDGES = "()[]. \t—–-"
_PART = re.compile(
    r"\s*(?:;|(?<=[a-z)])\.\s|,?\s+(?=(?:with|based on|editing by|additional reporting)\s))\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,\s*and\b|,|\band\b|&|\||/\s)\s*")
_WHERE = re.compile(r"\s+(?:in|at|for|from)\s+.*$")


class Owed(msgspec.Struct, frozen=True):
    """Whom a byline or credit names: people and agencies."""

    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


class ReadCredits:
    """Tells bylines and credits from other lines, and reads whom they name.

    Args:
        words: agencies and the words of credits.
    """

    def __init__(self, words: OpeningWords) -> None:
        self._words = words

    def is_byline(self, line: Line) -> bool:
        """Whether a line says who wrote: `By Ann Bell`, `Ann Bell, Reuters`, `Reuters`."""
        text = line.text
        if line.kind is Kind.PROSE or line.words > _BYLINE_WORDS or len(text) > _SHORT_LINE:
            return False
        match = self._words.bylines.match(text)
        if match:
            names = _names(text[match.end() :])
            return bool(names) and self._may_write(names[0]) and text[-1] not in ".!?"
        last = _SPLIT.split(text)[-1].strip(_EDGES).lower()
        return line.words <= _BYLINE_WORDS // 2 and last in self._words.agencies

    def names_writer(self, line: Line) -> bool:
        """Whether a line is a byline that says so: `By Ann Bell`."""
        return self._words.bylines.match(line.text) is not None and self.is_byline(line)

    def is_name(self, line: Line) -> bool:
        """Whether a line is the name of a person and no more: `Ann Bell`."""
        return self._is_person(line.text) and line.text.split()[0] in self._words.first_names

    def is_credit(self, line: Line) -> bool:
        """Whether a line says whose reporting the text is and no more."""
        if len(line.text) > _SHORT_LINE:
            return False
        if self._words.contributions.search(line.text):
            return bool(_names(self._words.contributions.sub("", line.text)))
        text = line.text.strip(_EDGES)
        match = self._words.credits.match(text)
        names = _names(text[match.end() :]) if match else []
        if match is None or not names:
            return False
        by = match[0].split()[-1].lower() in ("by", "agencies")
        return by or line.text[0] in "([" or all(self._agency(name) for name in names)

    def owed(self, text: str) -> Owed:
        """The people and agencies that a byline or a credit names; editors are left out."""
        authors: list[str] = []
        agencies: list[str] = []
        for part in _PART.split(self._words.contributions.sub("", text).strip(_EDGES)):
            match = self._words.credits.match(part) or self._words.bylines.match(part)
            edits = match is not None and match[0].lower().startswith(("edit", "transl"))
            for name in _names(part[match.end() :] if match else part):
                agency = self._agency(name)
                if agency:
                    agencies.append(agency)
                elif self._is_person(name) and not edits:
                    authors.append(name)
        return Owed(tuple(dict.fromkeys(authors)), tuple(dict.fromkeys(agencies)))

    def _is_person(self, name: str) -> bool:
        """Whether a name has two to four words, the first and last with a capital, no marks."""
        words = name.split()
        return (
            2 <= len(words) <= 4
            and all(word[0].isupper() for word in (words[0], words[-1]))
            and not re.search(r"[^\w\s.'’-]|\d|['’](?:\s|$)", name)
            and self._words.not_persons.isdisjoint(name.lower().split())
        )

    def _may_write(self, name: str) -> bool:
        """Whether a name is a person's, an agency's or a desk's."""
        desk = not self._words.not_persons.isdisjoint(name.lower().split())
        return desk or self._is_person(name) or self._agency(name) is not None

    def _agency(self, name: str) -> str | None:
        """The agency that a name is or is a desk of: `RFE/RL's Russian Service`."""
        owner = re.split(r"['’]s\s", name)[0]
        return owner if owner.lower() in self._words.agencies else None


def _names(text: str) -> list[str]:
    """The names of a list, `A, B and C in Minsk`."""
    parts = (_WHERE.sub("", part).strip(_EDGES) for part in _SPLIT.split(text))
    return [part for part in parts if part[:1].isupper()]

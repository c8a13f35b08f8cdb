"""Captions: lines that tell what a picture shows."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.clean.lines import Line
    from dateline.clean.opening_words import OpeningWords
    from dateline.clean.published import ReadDates

_CAPTION_WORDS = range(4, 61)
#: The verb is among so many first words.
_LOOKED_AT = 20
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")
#: Who stands where: `Ann Bell (left)`, `Ann Bell, second from right,`.
_ASIDE = re.compile(r"\s*\([^)]*\)|,\s*(?:\w+\s+from\s+)?(?:left|right|center|centre),")
_WORD = re.compile(r"[\w'’-]+")


class ReadCaptions:
    """Tells captions from other lines.

    Args:
        words: verbs of captions and marks of pictures.
        dates: knows what a day looks like.
    """

    def __init__(self, words: OpeningWords, dates: ReadDates) -> None:
        self._words = words
        self._dated = re.compile(
            rf"\b(?:on|in)\s+(?:{dates.day_pattern}(?:,?\s+\d{{4}})?|\d{{4}})\.?$",
            re.IGNORECASE,
        )

    def __call__(self, line: Line) -> bool:
        """Whether a line says who took a picture, or tells in the present what was on a day."""
        if line.words not in _CAPTION_WORDS:
            return False
        lower = line.text.lower()
        if any(mark in lower for mark in self._words.picture_credits):
            return True
        text = _ASIDE.sub("", line.text)
        if _SENTENCE_END.search(text) or not self._dated.search(text):
            return False
        words = _WORD.findall(text)
        if not self._words.tells_of_past.isdisjoint(words):
            return False
        return any(
            word in self._words.caption_verbs and before[0].isupper()
            for before, word in pairwise(words[:_LOOKED_AT])
        )

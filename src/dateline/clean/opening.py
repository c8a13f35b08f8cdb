"""Opening: the headline above a report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.clean.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.clean.lines import Line
    from dateline.clean.opening_words import OpeningWords
    from dateline.clean.published import ReadDates

#: A headline has this many words.
_HEADLINE_WORDS = range(3, 26)
#: And stands at most this many lines above the report.
_HEADLINE_DISTANCE = 25
#: So many paragraphs of the body are held against it.
_LEAD = 3
#: The title of a page is among so many of its first lines.
_PAGE_TITLE = 8


class ReadOpening:
    """Finds the headline of a report.

    Args:
        words: agencies and words that are no places.
        dates: reads dates.
    """

    def __init__(self, words: OpeningWords, dates: ReadDates) -> None:
        self._words = words
        self._dates = dates

    def headline(
        self, lines: Sequence[Line], body: Sequence[int], title: str | None
    ) -> int | None:
        """The index of the headline of a report with these lines for its body, or None.

        It is the line that equals the title, if one is given, or the best of the lines
        above that look like one: it tells what the lead tells, stands near it, and is
        written again in the title of the page.
        """
        first = body[0] if body else 0
        if title:
            same = [i for i, line in enumerate(lines[: first + 3]) if _same(line.text, title)]
            if same:
                return same[-1]
        lead = {word for index in body[:_LEAD] for word in _stems(lines[index].text)}
        head = [line.text for line in lines[:_PAGE_TITLE]]
        scores = {
            index: _headline_score(lines[index], lead, head, first - index)
            for index in range(max(0, first - _HEADLINE_DISTANCE), first)
            if self._may_be_headline(lines[index])
        }
        best = max(scores, key=scores.__getitem__, default=None)
        if best is not None and scores[best] > 0:
            return best
        return 0 if first == 1 and lines[0].kind is Kind.SHORT else None

    def _may_be_headline(self, line: Line) -> bool:
        return (
            line.words in _HEADLINE_WORDS
            and line.kind in (Kind.SHORT, Kind.SENTENCE, Kind.PROSE)
            and not self._words.bylines.match(line.text)
            and not self._dates.within(line.text)
            and not line.text.endswith((".", ":", ","))
        )


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words of a text, so that `floods` is `flooded`."""
    return {word[:5].casefold() for word in re.findall(r"\w{4,}", text)}


def _headline_score(line: Line, lead: set[str], head: list[str], distance: int) -> float:
    """How likely a line is the headline; below zero if nothing but its place speaks for it."""
    stems = _stems(line.text)
    told = len(stems & lead) / max(1, len(stems))
    again = any(other.startswith(line.text) and other != line.text for other in head)
    return 8 * told + 6 * again + min(line.words, 8) * 0.5 - 0.4 * distance


def _same(line: str, title: str) -> bool:
    """Whether a line is the title, apart from case, marks and what follows a bar."""
    plain = re.sub(r"\W+", "", line).casefold()
    return bool(plain) and plain in {
        re.sub(r"\W+", "", part).casefold()
        for part in (title, re.split(r"\s[|–—-]\s", title)[0])
    }

"""Headline and dateline: what a report opens with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.clean.lines import Kind
from dateline.records.report import Dateline

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
#: A dateline is no longer than this, in code points.
_DATELINE_LENGTH = 100
#: A place in capitals with fewer letters may be an initialism.
_PLACE_LETTERS = 4
_DASH = re.compile(r"\s*(?:--|[–—])\s*|\s*-\s+")
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_PLACE = rf"{_NAME}(?:(?:,?\s+|/){_NAME}|\s+(?:of|de|del|la|al|the|and)(?=\s))*"


class ReadOpening:
    """Finds the headline of a report and reads its dateline.

    Args:
        words: agencies and words that are no places.
        dates: reads dates.
    """

    def __init__(self, words: OpeningWords, dates: ReadDates) -> None:
        self._words = words
        self._dates = dates
        day = dates.day_pattern
        self._dateline = re.compile(
            rf"(?:(?P<place>{_PLACE})?(?:[,.]?\s*(?P<date>(?i:{day})(?:,?\s+\d{{4}})?))?)?"
            r"\s*(?:[(\[](?P<agency>[^()\[\]]{2,40})[)\]])?"
        )

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

    def dateline(self, text: str, start: int, end: int) -> Dateline | None:
        """The dateline that the paragraph `text[start:end]` begins with, or None.

        A dash must follow, and before it an agency, a date, or a place in capitals.
        """
        dash = _DASH.search(text, start, min(end, start + _DATELINE_LENGTH))
        match = self._dateline.fullmatch(text, start, dash.start()) if dash else None
        if dash is None or match is None:
            return None
        place, day = _whole_place(match["place"]), match["date"]
        known = (match["agency"] or "").lower() in self._words.agencies
        dated = place is not None and (day is not None or match["agency"] is not None)
        if not (known or dated or self._is_place(place)):
            return None
        stop = start + len(text[start : dash.end()].rstrip())
        return Dateline(text=text[start:stop], start=start, end=stop, place=place, date=day)

    def dateline_agency(self, dateline: Dateline) -> str | None:
        """The agency in the brackets of a dateline, if it is one."""
        match = re.search(r"[(\[]([^()\[\]]+)[)\]]", dateline.text)
        return match[1] if match and match[1].lower() in self._words.agencies else None

    def _is_place(self, place: str | None) -> bool:
        """Whether words before a dash are a place by their capitals alone: `NEW DELHI -`."""
        first = re.split(r",|/", place)[0] if place else ""
        return (
            first.isupper()
            and sum(map(str.isalpha, first)) >= _PLACE_LETTERS
            and first not in self._words.not_places
            and first.lower() not in self._words.agencies
        )


def _whole_place(place: str | None) -> str | None:
    """The place without the stop that ends it, `MOSCOW.`; that of `Calif.` stays."""
    if place and place.endswith(".") and place[:-1].isupper() and "." not in place[:-1]:
        return place[:-1]
    return place


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

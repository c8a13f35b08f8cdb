"""Datelines: where and when a report was written, which its first paragraph begins with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.records.report import Dateline

if TYPE_CHECKING:
    from dateline.clean.opening_words import OpeningWords
    from dateline.clean.published import ReadDates

#: A dateline is no longer than this, in code points.
_DATELINE_LENGTH = 100
#: A place in capitals with fewer letters may be an initialism.
_PLACE_LETTERS = 4
_DASH = re.compile(r"\s*(?:--|[–—])\s*|\s*-\s+")
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_PLACE = rf"{_NAME}(?:(?:,?\s+|/){_NAME}|\s+(?:of|de|del|la|al|the|and)(?=\s))*"


class ReadDatelines:
    """Reads `NAIROBI, May 14 (Reuters) -` and its like.

    Args:
        words: agencies and words that are no places.
        dates: reads dates.
    """

    def __init__(self, words: OpeningWords, dates: ReadDates) -> None:
        self._words = words
        day = dates.day_pattern
        self._pattern = re.compile(
            rf"(?:(?P<place>{_PLACE})?(?:[,.]?\s*(?P<date>(?i:{day})(?:,?\s+\d{{4}})?))?)?"
            r"\s*(?:[(\[](?P<agency>[^()\[\]]{2,40})[)\]])?"
        )

    def __call__(self, text: str, start: int, end: int) -> Dateline | None:
        """The dateline that the paragraph `text[start:end]` begins with, or None.

        A dash must follow, and before it an agency, a date, or a place in capitals.
        """
        dash = _DASH.search(text, start, min(end, start + _DATELINE_LENGTH))
        match = self._pattern.fullmatch(text, start, dash.start()) if dash else None
        if dash is None or match is None:
            return None
        place, day = _whole_place(match["place"]), match["date"]
        known = (match["agency"] or "").lower() in self._words.agencies
        dated = place is not None and (day is not None or match["agency"] is not None)
        if not (known or dated or self._is_place(place)):
            return None
        stop = start + len(text[start : dash.end()].rstrip())
        return Dateline(text=text[start:stop], start=start, end=stop, place=place, date=day)

    def agency(self, dateline: Dateline) -> str | None:
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

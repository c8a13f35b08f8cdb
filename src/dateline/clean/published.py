"""The day of publication and where it was read."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from dateline.lexicon.library import Library
    from dateline.records.report import PublishedBasis

_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_BARE = re.compile(r"(\d{4})[/.]?(\d\d)[/.]?(\d\d)")
_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)")
_DAY_OF_WEEK = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?)"
)


class TimeWord(msgspec.Struct, frozen=True):
    """A row of `time_words.csv`: words, and the number that they stand for."""

    kind: str
    words: tuple[str, ...]
    value: str = ""
    anchor: str = ""
    capital: str = ""


class ReadDates:
    """Reads dates as publishers write them: `November 10, 2020`, `2020-11-10`, `10 Nov 2020`.

    Args:
        library: has the names of the months.
    """

    def __init__(self, library: Library) -> None:
        self._months = {
            word: int(row.value)
            for row in library.rows("lang/en/time_words.csv", TimeWord)
            if row.kind == "month"
            for word in row.words
        }
        names = "|".join(sorted(map(re.escape, self._months), key=len, reverse=True))
        day = r"\d{1,2}(?:st|nd|rd|th)?"
        #: A day of a month without a year, as pattern for others to build on.
        self.day_pattern = rf"(?:(?:{names})\s+{day}|{day}\s+(?:{names}))"
        self._long = re.compile(
            rf"(?:{_DAY_OF_WEEK},?\s+)?(?:(?P<m1>{names})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?"
            rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{names}))(?:,?\s+(?P<year>\d{{4}}))",
            re.IGNORECASE,
        )

    def given(self, value: str) -> str | None:
        """What a carrier or user gives, as ISO 8601; None if it is no date."""
        value = value.strip()[:64]
        if _ISO.fullmatch(value):
            return value if _is_moment(value) else None
        bare = _BARE.fullmatch(value)
        if bare:
            return _day(*bare.groups())
        return self.whole(value) or _mail_date(value)

    def whole(self, line: str) -> str | None:
        """The day that a line is nothing but the date of, else None."""
        match = self._long.fullmatch(line.strip(" .—–-"))
        return self._of(match) if match else None

    def within(self, text: str) -> str | None:
        """The first whole date in a short text, else None."""
        match = self._long.search(text)
        return self._of(match) if match else None

    def _of(self, match: re.Match[str]) -> str | None:
        month = self._months[(match["m1"] or match["m2"]).lower()]
        return _day(match["year"], str(month), match["d1"] or match["d2"])


def published_in_url(url: str) -> str | None:
    """The day in the path of an address, `/2020/11/10/`, else None."""
    match = _URL.search(url)
    return _day(*match.groups()) if match else None


def first_known(
    candidates: tuple[tuple[PublishedBasis, str | None], ...],
) -> tuple[str | None, PublishedBasis | None]:
    """The first date that is known, and its basis."""
    return next(((value, basis) for basis, value in candidates if value), (None, None))


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value.replace(" ", "T", 1).replace(" ", ""))
    except ValueError:
        return False
    return True


def _mail_date(value: str) -> str | None:
    """A date as feeds write it: `Tue, 10 Nov 2020 12:00:00 GMT`."""
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, IndexError, TypeError, OverflowError):
        return None

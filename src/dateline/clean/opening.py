"""What a report says of itself: headline, byline, dateline, captions and credits."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from dateline.clean.lines import Kind
from dateline.records.report import Dateline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.clean.lines import Line
    from dateline.clean.published import ReadDates
    from dateline.lexicon.library import Library

#: A headline has this many words.
_HEADLINE_WORDS = range(3, 26)
#: And stands at most this many lines above the report.
_HEADLINE_DISTANCE = 25
#: So many paragraphs of the body are held against it.
_LEAD = 3
#: The title of a page is among so many of its first lines.
_PAGE_TITLE = 8
#: Bylines, credits and the like are no longer than this, in code points.
_SHORT_LINE = 300
_CAPTION_WORDS = 60
_DASH = re.compile(r"\s*(?:--|[–—])\s*|\s*-\s+")
_SPLIT = re.compile(r"\s*(?:,\s+and|,|;|\band\b|&|\|)\s*")
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_PLACE = rf"{_NAME}(?:(?:,?\s+|/)(?:{_NAME}|of|de|del|la|al|the|and))*"
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")


class OpeningFile(msgspec.Struct, frozen=True):
    """`opening.toml`."""

    agencies: tuple[str, ...]
    bylines: tuple[str, ...]
    credits: tuple[str, ...]
    caption_verbs: tuple[str, ...]
    picture_credits: tuple[str, ...]


class Owed(msgspec.Struct, frozen=True):
    """Whom a line of credit names: people and agencies."""

    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


class ReadOpening:
    """Tells the parts of an opening and a close, line by line.

    Args:
        library: has agencies and the words of credits.
        dates: reads dates.
    """

    def __init__(self, library: Library, dates: ReadDates) -> None:
        files = [file for _, file in library.tables("lang/en/opening.toml", OpeningFile)]
        self._agencies = {name.lower(): name for file in files for name in file.agencies}
        self._bylines = _beginning(word for file in files for word in file.bylines)
        self._credits = _beginning(word for file in files for word in file.credits)
        self._caption_verbs = frozenset(word for file in files for word in file.caption_verbs)
        self._pictures = tuple(word for file in files for word in file.picture_credits)
        self._dates = dates
        day = dates.day_pattern
        self._caption_date = re.compile(
            rf"\b(?:on|in)\s+(?:{day}(?:,?\s+\d{{4}})?|\d{{4}})\.?(?:\s*\([^)]*\))?$",
            re.IGNORECASE,
        )
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
        best = max(scores, key=scores.__getitem__) if scores else None
        return best if best is not None and scores[best] > 0 else None

    def _may_be_headline(self, line: Line) -> bool:
        return (
            line.words in _HEADLINE_WORDS
            and line.kind in (Kind.SHORT, Kind.SENTENCE)
            and not self._bylines.match(line.text)
            and not self._dates.within(line.text)
            and not line.text.endswith((".", ":", ","))
        )

    def is_byline(self, line: Line) -> bool:
        """Whether a line says who wrote: `By Ann Bell`, `Ann Bell, Reuters`, `Reuters`."""
        text = line.text
        if line.kind is Kind.PROSE or len(text) > _SHORT_LINE:
            return False
        match = self._bylines.match(text)
        if match:
            rest = text[match.end() :].strip()
            return (
                line.words <= 16 and rest[:1].isupper() and not rest.endswith((".", "!", "?"))
            )
        last = _SPLIT.split(text)[-1].strip().lower()
        return line.words <= 8 and last in self._agencies

    def is_credit(self, line: Line) -> bool:
        """Whether a line says whose reporting the text is and no more."""
        text = line.text.strip("()[] ")
        match = self._credits.match(text) if len(text) <= _SHORT_LINE else None
        if match is None:
            return False
        names = _names(text[match.end() :])
        return bool(names) and (
            line.text[0] in "(["
            or match[0].lower().split()[-1] in ("by", "agencies")
            or all(name.lower() in self._agencies for name in names)
        )

    def owed(self, text: str) -> Owed:
        """The people and agencies that a byline or a credit names."""
        authors: list[str] = []
        agencies: list[str] = []
        for part in re.split(r"\s*(?:;|\.\s|,\s+(?=with\b))\s*", text.strip("()[]. ")):
            match = self._credits.match(part) or self._bylines.match(part)
            editing = match is not None and match[0].lower().startswith(("edit", "transl"))
            for name in _names(part[match.end() :] if match else part):
                known = self._agencies.get(name.lower())
                if known:
                    agencies.append(name)
                elif _is_person(name) and not editing:
                    authors.append(name)
        return Owed(tuple(dict.fromkeys(authors)), tuple(dict.fromkeys(agencies)))

    def is_caption(self, line: Line) -> bool:
        """Whether a line tells what a picture shows: in the present, or with a credit."""
        if not 4 <= line.words <= _CAPTION_WORDS:
            return False
        lower = line.text.lower()
        if any(mark in lower for mark in self._pictures):
            return True
        if _SENTENCE_END.search(line.text) or not self._caption_date.search(line.text):
            return False
        words = re.findall(r"[\w'’-]+", line.text)[:20]
        return any(
            word in self._caption_verbs and before[:1].isupper()
            for before, word in pairwise(words)
        )

    def dateline(self, text: str, start: int, end: int) -> Dateline | None:
        """The dateline that the paragraph `text[start:end]` begins with, or None.

        A dash must follow, and before it an agency, a date, or a place in capitals.
        """
        dash = _DASH.search(text, start, min(end, start + 100))
        if dash is None:
            return None
        match = self._dateline.fullmatch(text, start, dash.start())
        if match is None:
            return None
        place, day, agency = match["place"], match["date"], match["agency"]
        if agency and not (place or self._agencies.get(agency.lower())):
            return None
        if not (agency or day or (place and place.split(",")[0].isupper() and len(place) > 3)):
            return None
        stop = dash.end()
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        return Dateline(text=text[start:stop], start=start, end=stop, place=place, date=day)

    def dateline_agency(self, dateline: Dateline) -> str | None:
        """The agency in the brackets of a dateline, if it is one."""
        match = re.search(r"[(\[]([^()\[\]]+)[)\]]", dateline.text)
        return match[1] if match and match[1].lower() in self._agencies else None


def _beginning(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for lines that begin with one of these words, the longest first."""
    longest = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(longest)})(?=\s|$)\s*", re.IGNORECASE)


def _names(text: str) -> list[str]:
    """The names of a list, `A, B and C`."""
    text = re.sub(r"\b(?:in|at|for)\s+.*$", "", text).strip("()[]. \t")
    return [
        name for name in (part.strip() for part in _SPLIT.split(text)) if name[:1].isupper()
    ]


def _is_person(name: str) -> bool:
    """Whether a name has two to four words with a capital each."""
    words = name.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in words[:1] + words[-1:])


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

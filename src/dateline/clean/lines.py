"""What a line of a page looks like: prose, a short line, or furniture."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.clean.blocks import Paragraph
    from dateline.clean.datelines import ReadDatelines
    from dateline.clean.published import ReadDates
    from dateline.lexicon.library import Library

_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*|[©&:]")
_STOP = re.compile(r"[.!?…:][\"'”’»)\]]*$|[\"”]$")
#: Prose has this many words or more; a menu entry or a headline seldom.
_PROSE_WORDS = 10
#: And at least this share of them are function words; jusText asks for 0.3 with a longer list.
_FUNCTION_SHARE = 0.2
#: Only this many words of a line are looked at, so that cost is bounded.
_LOOKED_AT = 60
#: A line with fewer cues than one to so many words happens to use the words.
_WORDS_A_CUE = 45
_PROSE_WORDS_A_CUE = 25
#: A line this long is prose though it does not end like a sentence.
_UNSTOPPED_WORDS = 25
#: A cut-off line that is longer is a report's that goes on behind a wall.
_TEASER_WORDS = 50
#: Stamps and lines that begin with a word of furniture are no longer.
_STAMP_WORDS = 18
_TIME = re.compile(
    r"\b\d{1,2}:\d\d\b|\b\d{4}-\d\d-\d\d\b|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$"
    r"|\b\d+\s?(?:[smhdw]|mins?|minutes?|hours?|hrs?|days?|weeks?|months?) ago\b",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"(?:\.\.\.|…)[\"'”’)\]]*$")
_GLUED = re.compile(r"(?:[^\W\dA-Z]{2}|\d)[\"'”’)?!]*(?=[A-Z][a-z]* [a-z\d])")
_COUNT = re.compile(r"[\d,.]+[km]?$")


class Kind(Enum):
    """What a line looks like by itself."""

    PROSE = auto()  # a sentence or more, of some length
    SENTENCE = auto()  # short, but ends like a sentence
    SHORT = auto()  # a heading, a name, an item of a list or menu
    STAMP = auto()  # says when: `2 hours ago`, `November 10, 2020 at 6:12 am`
    TEASER = auto()  # prose cut off in the middle
    FURNITURE = auto()  # says what only pages say
    TAIL = auto()  # opens the part of a page that is about other reports
    COMMENTS = auto()  # opens what readers say
    WALL = auto()  # asks to subscribe before the rest is shown


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, its text, and what it looks like. `words` counts them, up to a bound."""

    start: int
    end: int
    text: str
    words: int
    kind: Kind


class BoilerplateFile(msgspec.Struct, frozen=True):
    """`boilerplate.toml`."""

    function_words: tuple[str, ...]
    anywhere: tuple[str, ...]
    page_only: tuple[str, ...]
    starts: tuple[str, ...]
    tails: tuple[str, ...]
    comments: tuple[str, ...]
    walls: tuple[str, ...]


class Cues:
    """Phrases, looked up by the words of a line."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(_WORD.findall(phrase))
            self._by_first.setdefault(words[0], []).append(words)

    def at(self, words: list[str], start: int = 0) -> int:
        """How many words the longest cue from `words[start]` on has, 0 if there is none."""
        if start >= len(words):
            return 0
        found = self._by_first.get(words[start], ())
        return max(
            (len(cue) for cue in found if tuple(words[start : start + len(cue)]) == cue),
            default=0,
        )

    def count(self, words: list[str]) -> int:
        """How many cues stand among the words."""
        return sum(
            word in self._by_first and self.at(words, i) > 0 for i, word in enumerate(words)
        )


class ReadLines:
    """Says of each paragraph what it looks like.

    Args:
        library: has the lists of cues.
        dates: reads dates.
        datelines: reads datelines.
    """

    def __init__(self, library: Library, dates: ReadDates, datelines: ReadDatelines) -> None:
        self._dates = dates
        self._datelines = datelines
        files = [
            file for _, file in library.tables("lang/en/boilerplate.toml", BoilerplateFile)
        ]
        self.function_words = frozenset(word for file in files for word in file.function_words)
        self._anywhere = Cues(cue for file in files for cue in file.anywhere)
        self._page_only = Cues(cue for file in files for cue in file.page_only)
        self._starts = Cues(cue for file in files for cue in file.starts)
        self._tails = Cues(cue for file in files for cue in file.tails)
        self._comments = Cues(cue for file in files for cue in file.comments)
        self._walls = Cues(cue for file in files for cue in file.walls)

    def __call__(self, text: str, paragraphs: list[Paragraph]) -> list[Line]:
        """The lines of a text, in order."""
        return [self._read(text[p.start : p.end], p) for p in paragraphs]

    def _read(self, text: str, paragraph: Paragraph) -> Line:
        dateline = self._datelines(text, 0, len(text))
        said = text[dateline.end :].lstrip() if dateline else text
        return Line(
            start=paragraph.start,
            end=paragraph.end,
            text=text,
            words=len(_words(text)),
            kind=self._kind(said or text, _words(said or text)),
        )

    def _kind(self, text: str, words: list[str]) -> Kind:
        if not words:
            return Kind.FURNITURE
        if self._is_heading(self._comments, words):
            return Kind.COMMENTS
        if len(words) <= _TEASER_WORDS and self._walls.count(words):
            return Kind.WALL
        stopped = _STOP.search(text[-8:]) is not None
        if not stopped or text.endswith(":"):
            return self._unstopped(text, words)
        if self._page_only.count(words) * _PROSE_WORDS_A_CUE >= len(words):
            return Kind.FURNITURE
        if len(words) >= _PROSE_WORDS and self._runs(words):
            short = len(words) <= _TEASER_WORDS
            return Kind.TEASER if short and _is_teaser(text) else Kind.PROSE
        return Kind.FURNITURE if self._anywhere.count(words) else Kind.SENTENCE

    def _unstopped(self, text: str, words: list[str]) -> Kind:
        """The kind of a line that does not end like a sentence."""
        if self._is_heading(self._tails, words):
            return Kind.TAIL
        if self._is_of_video(words):
            return Kind.FURNITURE
        stamped = len(words) <= _STAMP_WORDS and "@" not in text
        if stamped and (_TIME.search(text) or self._dates.within(text)):
            return Kind.STAMP
        hits = self._anywhere.count(words) + self._page_only.count(words)
        if hits * _WORDS_A_CUE >= len(words):
            return Kind.FURNITURE
        begins = self._starts.at(words)
        if begins and (len(words) <= 3 or (begins > 1 and len(words) <= _STAMP_WORDS)):
            return Kind.FURNITURE
        least = _PROSE_WORDS if text.endswith(":") else _UNSTOPPED_WORDS
        return Kind.PROSE if len(words) >= least and self._runs(words) else Kind.SHORT

    def _is_of_video(self, words: list[str]) -> bool:
        """Whether a line says how long a video is, and then whose: `02:41 - Source: ABC`."""
        return (
            len(words) > 3
            and words[0].isdecimal()
            and words[1] == ":"
            and words[2].isdecimal()
            and self._starts.at(words, 3) > 0
        )

    def _runs(self, words: list[str]) -> bool:
        """Whether words run as in sentences, by the share of function words among them."""
        share = sum(word in self.function_words for word in words) / len(words)
        return share >= _FUNCTION_SHARE

    def _is_heading(self, cues: Cues, words: list[str]) -> bool:
        """Whether a cue and little else is on the line: `More from Sport`, `34 Comments on`."""
        skip = 1 if _COUNT.match(words[0]) else 0
        if skip and cues.at(words, skip) > 1:
            return True
        return 0 < cues.at(words, skip) >= len(words) - skip - 2


def _words(text: str) -> list[str]:
    """The first words of a line, in lower case."""
    return _WORD.findall(text[: 20 * _LOOKED_AT].lower().replace("’", "'"))[:_LOOKED_AT]


def _is_teaser(text: str) -> bool:
    """Whether a line is cut off, or a headline with the beginning of its text glued on."""
    if _CUT_OFF.search(text[-8:]):
        return True
    glued = _GLUED.search(text, 0, 200)
    before = text[: glued.end()].split() if glued else []
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in before)
    return len(before) >= 4 and capitals >= 0.6 * len(before)

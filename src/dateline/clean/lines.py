"""What a line of a page looks like: prose, a short line, or furniture."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.clean.blocks import Paragraph
    from dateline.lexicon.library import Library

_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*|[©&:]")
_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\"”]$")
#: Prose has this many words or more; a menu entry or a headline seldom.
_PROSE_WORDS = 10
#: And at least this share of them are function words; jusText asks for 0.3 with a longer list.
_FUNCTION_SHARE = 0.2
#: Only this many words of a line are looked at, so that cost is bounded.
_LOOKED_AT = 60
#: A line of more words with a cue in it is prose that happens to use the words.
_CUE_WORDS = 45


class Kind(Enum):
    """What a line looks like by itself."""

    PROSE = auto()  # a sentence or more, of some length
    SENTENCE = auto()  # short, but ends like a sentence
    SHORT = auto()  # a heading, a name, an item of a list or menu
    FURNITURE = auto()  # says what only pages say
    TAIL = auto()  # opens the part of a page that is about other reports
    COMMENTS = auto()  # opens what readers say


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, its text, and what it looks like. `words` counts them, up to a bound."""

    start: int
    end: int
    text: str
    words: int
    kind: Kind
    gap: bool = False


class BoilerplateFile(msgspec.Struct, frozen=True):
    """`boilerplate.toml`."""

    function_words: tuple[str, ...]
    anywhere: tuple[str, ...]
    starts: tuple[str, ...]
    tails: tuple[str, ...]
    comments: tuple[str, ...]


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

    def within(self, words: list[str]) -> bool:
        """Whether a cue stands anywhere among the words."""
        return any(word in self._by_first and self.at(words, i) for i, word in enumerate(words))


class ReadLines:
    """Says of each paragraph what it looks like.

    Args:
        library: has the lists of cues.
    """

    def __init__(self, library: Library) -> None:
        files = [
            file for _, file in library.tables("lang/en/boilerplate.toml", BoilerplateFile)
        ]
        self.function_words = frozenset(word for file in files for word in file.function_words)
        self._anywhere = Cues(cue for file in files for cue in file.anywhere)
        self._starts = Cues(cue for file in files for cue in file.starts)
        self._tails = Cues(cue for file in files for cue in file.tails)
        self._comments = Cues(cue for file in files for cue in file.comments)

    def __call__(self, text: str, paragraphs: list[Paragraph]) -> list[Line]:
        """The lines of a text, in order."""
        return [self._read(text[p.start : p.end], p) for p in paragraphs]

    def _read(self, text: str, paragraph: Paragraph) -> Line:
        head = text[: 20 * _LOOKED_AT].lower().replace("’", "'")
        words = _WORD.findall(head)
        return Line(
            start=paragraph.start,
            end=paragraph.end,
            text=text,
            words=len(words),
            kind=self._kind(text, words),
            gap=paragraph.gap,
        )

    def _kind(self, text: str, words: list[str]) -> Kind:
        stopped = _STOP.search(text[-8:]) is not None
        if not words:
            return Kind.FURNITURE
        if not stopped or text.endswith(":"):
            if self._is_heading(self._comments, words):
                return Kind.COMMENTS
            if self._is_heading(self._tails, words):
                return Kind.TAIL
        if len(words) <= _CUE_WORDS and self._anywhere.within(words):
            return Kind.FURNITURE
        if len(words) < _PROSE_WORDS and not stopped and self._starts.at(words):
            return Kind.FURNITURE
        if not stopped:
            return Kind.SHORT
        looked = words[:_LOOKED_AT]
        share = sum(word in self.function_words for word in looked) / len(looked)
        if len(words) >= _PROSE_WORDS and share >= _FUNCTION_SHARE:
            return Kind.PROSE
        return Kind.SENTENCE

    def _is_heading(self, cues: Cues, words: list[str]) -> bool:
        """Whether a cue and little else is on the line: `34 Comments`, `More from Sport`."""
        skip = 1 if words[0].isdigit() else 0
        return 0 < cues.at(words, skip) >= len(words) - skip - 2

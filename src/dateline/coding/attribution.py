"""Attribution: according to whom a word of the text is so, outermost speaker first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records.attribution import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.annotate.quotes import RawQuote
    from dateline.records.span import Span
    from dateline.resolve.speakers import Spoken

#: Acts by which somebody wills what is said and does not tell of it: in `urged Kyiv to
#: withdraw` the withdrawal is no one's testimony.
_WILLS = frozenset({"ask", "demand", "hope", "plan", "promise", "refuse", "want"})
#: Acts that tell of the thing that is their object (`announced the arrest of`), while
#: others take for granted that it is so (`criticised the arrest of`).
_TELLING = frozenset({"admit", "claim", "deny", "report", "say", "warn"})


class Attributions:
    """The layers of speech over each token of a report.

    Args:
        spoken: the quotes of the report; their numbers are their places.
    """

    def __init__(self, spoken: Sequence[Spoken]) -> None:
        self._spoken = spoken
        self._over: dict[int, list[int]] = {}
        for number, (raw, _) in enumerate(spoken):
            if _testifies(raw):
                for index in range(raw.first, raw.last):
                    self._over.setdefault(index, []).append(number)

    def of(self, index: int) -> tuple[Attribution, ...]:
        """The speakers that the text gives the token to; () where the report itself speaks.

        A cue is never inside its own content.
        """
        numbers = [n for n in self._over.get(index, ()) if self._spoken[n].raw.cue_at != index]
        numbers.sort(key=self._extent, reverse=True)
        return tuple(
            Attribution(speaker=quote.speaker, cue=quote.cue, quote=number)
            for number in numbers
            for quote in (self._spoken[number].quote,)
        )

    def content(self, number: int) -> Span:
        """The words of the quote with this number."""
        return self._spoken[number].quote.content

    def _extent(self, number: int) -> int:
        raw = self._spoken[number].raw
        return raw.last - raw.first


def _testifies(raw: RawQuote) -> bool:
    """Whether the speaker tells what the content tells."""
    if raw.word is None:
        return True
    if raw.topic and raw.word.act not in _TELLING:
        return False
    return raw.word.act not in _WILLS

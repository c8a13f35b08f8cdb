"""Quotes: what somebody is said to have said, by which words, and which words name them.

Every cue of the text is asked for its content: words between quotation marks beside it,
the clause that it governs, or the clause that it interrupts. Words between quotation
marks that no cue claims continue the speech before them, or are scare quotes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotate.continued import continue_speeches
from dateline.annotate.cues import Cue, Cues
from dateline.annotate.headlines import headline_speeches
from dateline.annotate.introduced import introduced_speeches
from dateline.annotate.marks import find_passages
from dateline.annotate.reading import Reading, Stretch
from dateline.annotate.speeches import Speech, find_speeches
from dateline.records.attribution import QuoteKind
from dateline.records.span import Span, cut

if TYPE_CHECKING:
    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse
    from dateline.records.report import Report

#: Share of the content's words between quotation marks from which it is direct.
_DIRECT = 0.9
#: Labels of what stands before a noun and belongs to its name.
_MODIFIERS = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "predet", "quantmod", "case"}
)


@dataclass(frozen=True, slots=True)
class RawQuote:
    """Something said, its speaker not yet resolved.

    Attributes:
        kind: whether the content is verbatim.
        content: the words said.
        first, last: the tokens of the content, `last` exclusive.
        cue: the words that give it to the speaker; None for continued speech.
        cue_at: the token of the cue, None as before.
        word: the cue's entry in the lexicon, None as before.
        heads: the head tokens of who speaks, each conjunct apart.
        speaker: the words that name who speaks, None where nobody is named.
        topic: whether the content is a thing spoken of and nothing said (`warned of`).
        voice: whether the speaker is a noun of those that speak (`officials`, `poll`).
    """

    kind: QuoteKind
    content: Span
    first: int
    last: int
    cue: Span | None = None
    cue_at: int | None = None
    word: Cue | None = None
    heads: tuple[int, ...] = ()
    speaker: Span | None = None
    voice: bool = False
    topic: bool = False


class FindQuotes:
    """Finds the quotes of a report.

    Args:
        library: where the cues are read.
    """

    def __init__(self, library: Library) -> None:
        self.cues = Cues(library)

    def __call__(self, report: Report, parse: Parse) -> tuple[RawQuote, ...]:
        """The quotes in order of cue and content."""
        reading = Reading(parse, find_passages(report), self.cues)
        found: list[RawQuote] = []
        speeches = [*find_speeches(reading), *headline_speeches(reading)]
        speeches += introduced_speeches(reading, speeches)
        continue_speeches(reading, speeches)
        for speech in speeches:
            found.extend(_quote(reading, speech, piece) for piece in speech.pieces)
        return tuple(sorted(found, key=lambda quote: (quote.first, quote.last)))


def _quote(reading: Reading, speech: Speech, piece: Stretch) -> RawQuote:
    """One piece of a speech as a quote."""
    tokens, text = reading.tokens, reading.parse.text
    start, end = tokens[piece.first].start, tokens[piece.last - 1].end
    return RawQuote(
        kind=_kind(reading, piece),
        content=cut(text, start, end),
        first=piece.first,
        last=piece.last,
        cue=_cue(reading, speech),
        cue_at=speech.at,
        word=speech.cue,
        heads=speech.heads,
        speaker=_speaker(reading, speech),
        topic=speech.topic,
        voice=any(reading.lexicon.is_voice(tokens[head]) for head in speech.heads),
    )


def _cue(reading: Reading, speech: Speech) -> Span:
    """The cue's words, with the particle or preposition that follows (`according to`)."""
    last = speech.at
    for word in speech.cue.lemma.split()[1:]:
        if last + 1 < len(reading.tokens) and reading.tokens[last + 1].lower == word:
            last += 1
    tokens = reading.tokens
    return cut(reading.parse.text, tokens[speech.at].start, tokens[last].end)


def _kind(reading: Reading, piece: Stretch) -> QuoteKind:
    words = [
        reading.inside[index] >= 0
        for index in range(piece.first, piece.last)
        if reading.tokens[index].text[0].isalnum()
    ]
    share = sum(words) / max(1, len(words))
    if not share:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if share >= _DIRECT else QuoteKind.MIXED


def _speaker(reading: Reading, speech: Speech) -> Span | None:
    """The words of the speaker: from the first head's phrase to the last's."""
    heads, cue = speech.heads, speech.at
    if not heads:
        return None
    first = min(_phrase(reading, head).first for head in heads)
    last = max(_phrase(reading, head).last for head in heads)
    if first <= cue < min(heads):
        first = cue + 1
    elif max(heads) < cue < last:
        last = cue
    return cut(reading.parse.text, reading.tokens[first].start, reading.tokens[last - 1].end)


def _phrase(reading: Reading, head: int) -> Stretch:
    """A noun with its modifiers before it and its `of` phrases, no clause after it."""
    first, last = head, head + 1
    for kid in reading.parse.kids(head):
        if kid.dep in _MODIFIERS and kid.i < head:
            first = min(first, reading.span_of(kid.i).first)
        elif kid.dep in {"prep", "amod"} and kid.i == last:
            last = max(last, reading.span_of(kid.i).last)
    return Stretch(first, last)

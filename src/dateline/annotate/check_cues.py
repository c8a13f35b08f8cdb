"""Checks the examples of the cues: each must yield a quote by its own cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.cues import Cue, CueKind
from dateline.records.report import Block, Report, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.parse import Parser
    from dateline.annotate.quotes import FindQuotes, RawQuote


def check_cues(find: FindQuotes, parser: Parser) -> Iterator[str]:
    """A line for each cue without an example, or whose example yields no quote by it."""
    for cue in find.cues.rows:
        name = f"{cue.kind.value} `{cue.lemma}`"
        if not cue.example:
            yield f"{name} has no example"
        elif not any(_is_by(cue, quote) for quote in _quotes(cue.example, find, parser)):
            yield f"{name} yields no quote in `{cue.example}`"


def _quotes(text: str, find: FindQuotes, parser: Parser) -> tuple[RawQuote, ...]:
    block = Block(role=Role.HEADLINE, start=0, end=len(text))
    report = Report(id="example", text=text, blocks=(block,))
    return find(report, parser(report))


def _is_by(cue: Cue, quote: RawQuote) -> bool:
    """Whether the quote is due to the cue: its own word, or what it lets speak."""
    if quote.word is None:
        return False
    if cue.kind is CueKind.VOICE:
        return quote.word.kind is CueKind.MARK
    if cue.kind is CueKind.LIGHT:
        return quote.word.kind is CueKind.NOUN and quote.speaker is not None
    return quote.word.lemma == cue.lemma and quote.word.kind is cue.kind

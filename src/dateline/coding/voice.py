"""Voice: passages in which somebody speaks to the reader, who reports nothing there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.annotate.marks import find_passages

if TYPE_CHECKING:
    from dateline.coding.attribution import Attributions
    from dateline.records.parse import Parse, Token
    from dateline.records.report import Report

#: Who speaks and who is spoken to: a report calls neither so in its own words.
_SPEAKING = frozenset({"i", "we", "you"})
#: Blocks from one `I` to the next within which somebody goes on speaking.
_TURN = 3


def spoken_blocks(report: Report, parse: Parse, attributions: Attributions) -> frozenset[int]:
    """The blocks that are somebody's speech without quotation marks or a verb that says so.

    The answers of an interview, a column, a letter: their `I`, `we` and `you` are nobody
    that the text around them names.
    """
    said = [
        token
        for token in parse.tokens
        if token.lower in _SPEAKING
        and token.dep in syntax.SUBJECTS
        and not attributions.of(token.i)
    ]
    if not said:
        return frozenset()
    passages = find_passages(report)

    def quoted(token: Token) -> bool:
        return any(passage.start <= token.start < passage.end for passage in passages)

    spoken = {parse.sentence_of(token.i).block for token in said if not quoted(token)}
    between = (
        block
        for first, last in pairwise(sorted(spoken))
        if last - first <= _TURN
        for block in range(first, last)
    )
    return frozenset(spoken.union(between))

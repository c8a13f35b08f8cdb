"""Labels: short names that stand before a colon or after a dash and say who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.reading import STOPS, Quoted, Reading, Stretch

if TYPE_CHECKING:
    from dateline.records.parse import Token

#: Most tokens of a speaker before a colon or after a dash.
LONGEST_NAME = 5
DASHES = frozenset({"-", "–", "—", "--"})
#: Tags of the words of a name or of a noun without determiner.
_NAMING = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "POS", "CC", "PRP$", "VBG"})


def name_at(reading: Reading, where: Stretch) -> tuple[int, ...]:
    """The head of a speaker's name or of a noun that may speak; empty if it is neither."""
    tokens = reading.tokens[where.first : where.last]
    if not 0 < len(tokens) <= LONGEST_NAME or any(t.tag not in _NAMING for t in tokens):
        return ()
    if any(reading.inside[token.i] >= 0 for token in tokens):
        return ()
    head = tokens[-1]
    speaks = head.tag.startswith("NNP") or reading.lexicon.is_voice(head)
    return (head.i,) if speaks else ()


def label_of(reading: Reading, passage: Quoted) -> tuple[int, ...]:
    """Who speaks a passage by a label before it (`Novak: "..."`); empty if nobody.

    A label stands at the head of a line or sentence, or after a dash.
    """
    colon = passage.first - 1
    if colon < 1 or reading.tokens[colon].text != ":":
        return ()
    block = reading.parse.sentence_of(colon).block
    first = colon
    while first > 0 and colon - first < LONGEST_NAME and _names(reading, first - 1, block):
        first -= 1
    before = reading.tokens[first - 1] if first else None
    starts = (
        before is None
        or reading.parse.sentence_of(before.i).block != block
        or before.text in DASHES | STOPS
    )
    return name_at(reading, Stretch(first, colon)) if starts else ()


def _names(reading: Reading, index: int, block: int) -> bool:
    token: Token = reading.tokens[index]
    return token.tag in _NAMING and reading.parse.sentence_of(index).block == block

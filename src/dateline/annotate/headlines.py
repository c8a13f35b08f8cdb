"""Speech in the short hand of headlines: `Premier: No talks`, `Port to close - diplomat`.

Lines of body text may be as short (`Novak: "..."`).

Here the cue is the colon or dash itself, and the speaker a short name without a verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.cues import Commits, Cue, CueKind, Form
from dateline.annotate.labels import DASHES, LONGEST_NAME, label_of, name_at
from dateline.annotate.reading import Reading, Stretch
from dateline.annotate.speeches import Speech
from dateline.records.report import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.records.parse import Sentence

#: What a colon or dash does as a cue.
MARK = Cue(
    lemma=":",
    kind=CueKind.MARK,
    act="say",
    commits=Commits.SPEAKER,
    content=(Form.THAT, Form.QUOTE),
)
#: Fewest tokens of what is said.
_SHORTEST = 2


def headline_speeches(reading: Reading) -> Iterator[Speech]:
    """The speech of each headline or line that names its speaker at an edge."""
    for passage in reading.quoted:
        heads = label_of(reading, passage)
        if heads and reading.parse.sentence_of(passage.first).role is not Role.HEADLINE:
            yield _speech(
                reading, passage.first - 1, Stretch(passage.first, passage.last), heads
            )
    block = -1
    for sentence in reading.parse.sentences:
        if sentence.block != block:
            block = sentence.block
            yield from _of_block(reading, sentence)


def _of_block(reading: Reading, opening: Sentence) -> Iterator[Speech]:
    first, last = opening.first, _end_of_block(reading, opening)
    colon = _first(reading, range(first, min(last, first + LONGEST_NAME + 1)), {":"})
    if colon is not None and last - colon > _SHORTEST and not _quoted(reading, opening, colon):
        heads = name_at(reading, Stretch(first, colon))
        if heads:
            yield _speech(reading, colon, Stretch(colon + 1, last), heads)
            return
    if opening.role is not Role.HEADLINE:
        return
    dash = _first(reading, range(last - 2, last - LONGEST_NAME - 2, -1), DASHES | {":"})
    if dash is not None and dash - first > _SHORTEST:
        heads = name_at(reading, Stretch(dash + 1, last))
        if heads:
            yield _speech(reading, dash, Stretch(first, dash), heads)


def _quoted(reading: Reading, opening: Sentence, colon: int) -> bool:
    """Whether a passage follows the colon that is all that is said."""
    return opening.role is not Role.HEADLINE and reading.inside[colon + 1] >= 0


def _end_of_block(reading: Reading, opening: Sentence) -> int:
    last = opening.last
    for sentence in reading.parse.sentences[opening.number + 1 :]:
        if sentence.block != opening.block:
            break
        last = sentence.last
    return last


def _first(reading: Reading, where: range, marks: frozenset[str] | set[str]) -> int | None:
    """The first of the tokens that is one of the marks, outside quotation."""
    tokens = reading.tokens
    return next(
        (
            index
            for index in where
            if 0 <= index < len(tokens)
            and tokens[index].text in marks
            and reading.inside[index] < 0
            and _spaced(reading, index)
        ),
        None,
    )


def _spaced(reading: Reading, index: int) -> bool:
    """Whether a space follows the mark, and stands before it too if it is a dash."""
    text, token = reading.parse.text, reading.tokens[index]
    after = text[token.end : token.end + 1].isspace()
    return after and (token.text == ":" or text[token.start - 1 : token.start].isspace())


def _speech(reading: Reading, mark: int, content: Stretch, heads: tuple[int, ...]) -> Speech:
    piece = reading.trimmed(reading.whole(content, mark))
    return Speech(mark, MARK, [piece] if piece.last > piece.first else [], heads)

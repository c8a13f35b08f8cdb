"""Speeches: every cue of a report with the pieces of its content and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotate.asides import given_by
from dateline.annotate.contents import verb_contents
from dateline.annotate.cues import CueKind, Form
from dateline.annotate.speakers import speakers_of
from dateline.annotate.things import thing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.cues import Cue
    from dateline.annotate.reading import Reading, Stretch


@dataclass(slots=True)
class Speech:
    """A cue at a token, the tokens of its words, its content and its speakers' heads.

    `topic` says that the content is a thing spoken of and nothing said.
    """

    at: int
    cue: Cue
    words: tuple[int, ...]
    pieces: list[Stretch]
    heads: tuple[int, ...] = ()
    topic: bool = False


def find_speeches(reading: Reading) -> Iterator[Speech]:
    """Every cue that has a content."""
    for index, cue in reading.cues.items():
        token = reading.tokens[index]
        topic = False
        if cue.kind is CueKind.VERB:
            pieces = verb_contents(reading, token, cue)
            if not pieces:
                pieces, topic = thing_of(reading, token, cue), True
            heads = speakers_of(reading, token) if pieces else ()
        else:
            pieces, heads = given_by(reading, token, cue)
            topic = cue.content == (Form.THING,)
        if pieces:
            yield Speech(index, cue, (index,), pieces, heads, topic)

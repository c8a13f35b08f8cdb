"""Speeches: every cue of a report with the pieces of its content and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotate.asides import given_by
from dateline.annotate.contents import verb_contents
from dateline.annotate.cues import CueKind, Form
from dateline.annotate.speakers import speakers_of
from dateline.annotate.syntax import is_passive
from dateline.annotate.things import thing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.cues import Cue
    from dateline.annotate.reading import Reading, Stretch
    from dateline.records.parse import Token


#: Acts that somebody has done even where the text names nobody.
_TOLD = frozenset(
    {"accuse", "believe", "claim", "deny", "describe", "fear", "report", "say", "show", "warn"}
)


@dataclass(slots=True)
class Speech:
    """A cue at a token, the pieces of its content and its speakers' heads.

    `topic` says that the content is a thing spoken of and nothing said.
    """

    at: int
    cue: Cue
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
        heads = tuple(head for head in heads if reading.tokens[head].text[0].isalnum())
        if pieces and (heads or _unnamed(reading, token, cue)):
            yield Speech(index, cue, pieces, heads, topic)


def _unnamed(reading: Reading, token: Token, cue: Cue) -> bool:
    """Whether a cue without a speaker still gives its content to somebody.

    `claims that`, `is said to` and `reportedly` do; `please note that`, `too soon to say`
    and `the idea that` do not.
    """
    if cue.kind is CueKind.VERB and not is_passive(reading.parse, token):
        return token.tag not in {"VB", "VBP"} or reading.inside[token.i] >= 0
    if token.dep == "acl" and cue.act == "describe":  # `a man named ...`
        return False
    return cue.act in _TOLD or cue.kind in {CueKind.ADVERB, CueKind.PREPOSITION}

"""Speeches: every cue of a report with the pieces of its content and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotate.asides import given_by
from dateline.annotate.contents import passage_before, verb_contents
from dateline.annotate.cues import CueKind, Form
from dateline.annotate.edges import same_tense
from dateline.annotate.syntax import agents, expand, is_passive
from dateline.annotate.things import thing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.cues import Cue
    from dateline.annotate.reading import Reading, Stretch
    from dateline.records.parse import Token


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
            heads = _speakers(reading, token) if pieces else ()
        else:
            pieces, heads = given_by(reading, token, cue)
            topic = cue.content == (Form.THING,)
        if pieces:
            yield Speech(index, cue, (index,), pieces, heads, topic)


def _speakers(reading: Reading, verb: Token) -> tuple[int, ...]:
    """The heads of the nouns that name who speaks."""
    if is_passive(reading.parse, verb) and not _perfect(reading, verb):
        return expand(reading.parse, agents(reading.parse, verb))
    quoted = _quoted_as(reading, verb)
    if quoted is not None:
        return expand(reading.parse, (quoted.i,))
    passage = passage_before(reading, verb)
    heads = reading.propositions.subjects(verb.i)[0]
    if passage is not None and any(head < passage.last for head in heads):
        return _beside(reading, verb, passage.last)
    above = _shared_subject(reading, verb)
    return above if above is not None else heads


def _quoted_as(reading: Reading, verb: Token) -> Token | None:
    """Who is quoted by another (`The paper quoted the envoy as saying ...`)."""
    link = reading.tokens[verb.head]
    if verb.dep != "pcomp" or link.lower != "as":
        return None
    return reading.kid(link.head, "dobj")


def _perfect(reading: Reading, verb: Token) -> bool:
    """Whether `'s` before the verb is `has` (`He's said that ...`)."""
    aux = reading.kid(verb.i, "auxpass")
    short = aux is not None and aux.lower in {"'s", "’s"}
    return short and reading.kid(verb.i, "ccomp") is not None


def _beside(reading: Reading, verb: Token, start: int) -> tuple[int, ...]:
    """The noun between a passage and its cue that no other noun there governs."""
    for token in reading.tokens[start : verb.i]:
        if token.tag[:2] in {"NN", "PR"} and not start <= token.head < verb.i:
            return expand(reading.parse, (token.i,))
    return ()


def _shared_subject(reading: Reading, verb: Token) -> tuple[int, ...] | None:
    """The speaker of `X said ... and vowed`, where `vowed` is parsed as part of the content."""
    if verb.dep != "conj" or reading.kid(verb.i, "nsubj", "nsubjpass", "aux"):
        return None
    token = verb
    while token.dep in {"conj", "ccomp", "xcomp", "pcomp", "prep"}:
        token = reading.tokens[token.head]
        governs = token.i in reading.cues and token.i != verb.head
        if governs and same_tense(reading, verb, token):
            return reading.propositions.subjects(token.i)[0]
    return None

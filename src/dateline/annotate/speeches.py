"""Speeches: every cue of a report with the pieces of its content and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotate.asides import given_by
from dateline.annotate.contents import passage_before, verb_contents
from dateline.annotate.cues import CueKind
from dateline.annotate.syntax import agents, expand, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.cues import Cue
    from dateline.annotate.reading import Reading, Stretch
    from dateline.records.parse import Token


@dataclass(slots=True)
class Speech:
    """A cue at a token, the tokens of its words, its content and its speakers' heads."""

    at: int
    cue: Cue
    words: tuple[int, ...]
    pieces: list[Stretch]
    heads: tuple[int, ...] = ()


def find_speeches(reading: Reading) -> Iterator[Speech]:
    """Every cue that has a content."""
    for index, cue in reading.cues.items():
        token = reading.tokens[index]
        if cue.kind is CueKind.VERB:
            pieces = verb_contents(reading, token, cue)
            heads = _speakers(reading, token) if pieces else ()
        else:
            pieces, heads = given_by(reading, token, cue)
        if pieces:
            yield Speech(index, cue, (index,), pieces, heads)


def _speakers(reading: Reading, verb: Token) -> tuple[int, ...]:
    """The heads of the nouns that name who speaks."""
    if is_passive(reading.parse, verb) and not _perfect(reading, verb):
        return expand(reading.parse, agents(reading.parse, verb))
    passage = passage_before(reading, verb)
    heads = reading.propositions.subjects(verb.i)[0]
    if passage is not None and any(head < passage.last for head in heads):
        return _beside(reading, verb, passage.last)
    above = _shared_subject(reading, verb)
    return above if above is not None else heads


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
    if verb.dep != "conj" or verb.tag != "VBD" or reading.kid(verb.i, "nsubj", "nsubjpass"):
        return None
    token = verb
    while token.dep in {"conj", "ccomp"}:
        inner, token = token, reading.tokens[token.head]
        if inner.dep == "ccomp" and token.i in reading.cues and token.tag == "VBD":
            return reading.propositions.subjects(token.i)[0]
    return None

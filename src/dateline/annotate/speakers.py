"""Speakers: the nouns that a cue gives its content to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.annotate.arguments import agents
from dateline.annotate.beside import passage_before
from dateline.annotate.cues import CueKind, Form
from dateline.annotate.edges import same_tense
from dateline.annotate.syntax import children, expand, is_passive

if TYPE_CHECKING:
    from dateline.annotate.reading import Reading
    from dateline.records.parse import Token


def speakers_of(reading: Reading, verb: Token) -> tuple[int, ...]:
    """The heads of the nouns that name who speaks."""
    if is_passive(reading.parse, verb) and not _perfect(reading, verb):
        return expand(reading.parse, agents(reading.parse, verb))
    quoted = _quoted_as(reading, verb)
    if quoted is not None:
        return expand(reading.parse, (quoted.i,))
    noun = _written(reading, verb)
    if noun is not None:
        return noun_speakers(reading, noun) or (noun.i,)
    passage = passage_before(reading, verb)
    heads = reading.propositions.subjects(verb.i)[0]
    if passage is not None and all(head < passage.last for head in heads):
        return _beside(reading, verb, passage.last)
    above = _shared_subject(reading, verb)
    return above if above is not None else heads


def _quoted_as(reading: Reading, verb: Token) -> Token | None:
    """Who is quoted (`The paper quoted the envoy as saying ...`, `who was quoted as`)."""
    link = reading.tokens[verb.head]
    if verb.dep != "pcomp" or link.lower != "as":
        return None
    return reading.kid(link.head, "dobj", "nsubjpass")


def _perfect(reading: Reading, verb: Token) -> bool:
    """Whether `'s` before the verb is `has` (`He's said that ...`)."""
    aux = reading.kid(verb.i, "auxpass")
    short = aux is not None and aux.lower in {"'s", "’s"}
    return short and reading.kid(verb.i, "ccomp") is not None


def _written(reading: Reading, verb: Token) -> Token | None:
    """The noun that speaks for its author (`issued a statement saying that`).

    Or that its author speaks at (`held a press conference discussing`).
    """
    noun = reading.tokens[verb.head]
    if verb.dep != "acl" or verb.tag != "VBG":
        return None
    cue = reading.cues.get(noun.i)
    held = reading.lexicon.is_light(reading.parse, reading.tokens[noun.head])
    told = cue is not None and cue.kind is CueKind.NOUN
    return noun if told or (noun.dep == "dobj" and held) else None


def noun_speakers(reading: Reading, noun: Token) -> tuple[int, ...]:
    """Whose claim it is: its possessor, `by` somebody, or the subject of `made`.

    What is said in somebody's words is theirs by `of` too (`in the words of the envoy`).
    """
    parse = reading.parse
    owners = children(parse, noun, "poss")
    if owners:
        return expand(parse, owners)
    for kid in parse.kids(noun.i):
        if kid.dep in {"prep", "agent"} and kid.lower in _owning(reading, noun):
            return expand(parse, children(parse, kid, "pobj"))
    above = reading.tokens[noun.head]
    if noun.dep == "dobj" and reading.lexicon.is_light(parse, above):
        return reading.propositions.subjects(above.i)[0]
    return ()


def _owning(reading: Reading, noun: Token) -> set[str]:
    """The prepositions by which a noun is somebody's."""
    aside = noun.i in reading.cues and reading.cues[noun.i].takes(Form.ASIDE)
    return {"by", "from", "of"} if aside else {"by", "from"}


def _beside(reading: Reading, verb: Token, start: int) -> tuple[int, ...]:
    """The noun between a passage and its cue, or else right after the cue."""
    for token in reading.tokens[start : verb.i]:
        if token.tag[:2] in {"NN", "PR"} and not start <= token.head < verb.i:
            return expand(reading.parse, (token.i,))
    for kid in reading.parse.kids(verb.i):
        follows = kid.i > verb.i and reading.span_of(kid.i).first == verb.i + 1
        if follows and kid.tag[:2] in {"NN", "PR"}:
            return expand(reading.parse, (kid.i,))
    return ()


def _shared_subject(reading: Reading, verb: Token) -> tuple[int, ...] | None:
    """The speaker of a cue that is parsed as part of what another cue gives.

    `X said ... and vowed`, `X said ..., adding`: the second cue is the first's speaker's.
    """
    if reading.kid(verb.i, *syntax.SUBJECTS, "aux"):
        return None
    trails = verb.dep == "advcl" and verb.tag == "VBG" and reading.after_comma(verb.i)
    if verb.dep != "conj" and not trails:
        return None
    token = verb
    while token.dep in {"conj", "ccomp", "xcomp", "pcomp", "prep"} or token is verb:
        token = reading.tokens[token.head]
        governs = token.i in reading.cues and token.i != verb.head
        if governs and (trails or same_tense(reading, verb, token)):
            return reading.propositions.subjects(token.i)[0]
    return None

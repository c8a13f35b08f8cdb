"""Which way a clause looks: at what was, or at what is to come."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.records.parse import Parse, Token

#: Auxiliaries that set their verb in the future.
_AHEAD = frozenset({"will", "'ll", "’ll", "wo", "shall", "ca", "can", "may", "must", "should"})
#: Words that are followed by an infinitive that tells of the past: `seemed to have`.
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Verbs and adjectives whose infinitive lies ahead of them.
_PLANNED = frozenset(
    {"go", "due", "set", "expect", "schedule", "plan", "slate", "intend", "hope", "want", "aim"}
)
#: Longest way up the tree that is walked for a verb.
_REACH = 8


class Tense(Enum):
    """Where a clause stands to the day of its report."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


def tense_at(parse: Parse, index: int) -> Tense:
    """The tense of the clause that the token stands in."""
    token = parse.tokens[index]
    for _ in range(_REACH):
        if token.tag[:2] == "VB":
            found = _tense_of(parse, token)
            if found is not Tense.OPEN or token.tag in _FINITE:
                return found
        if token.head == token.i:
            break
        token = parse.tokens[token.head]
    return Tense.OPEN


def _tense_of(parse: Parse, verb: Token) -> Tense:
    helpers = [kid for kid in parse.kids(verb.i) if kid.dep in {"aux", "auxpass"}]
    words = {kid.lower for kid in helpers}
    if words & _AHEAD:
        return Tense.FUTURE
    if any(kid.tag == "VBD" or kid.lemma == "have" for kid in helpers):
        return _planned(parse, verb, Tense.PAST)
    if verb.tag == "VBD":
        return Tense.PAST
    if "to" in words:
        return Tense.FUTURE if verb.dep != "advcl" else Tense.OPEN
    if verb.tag == "VBG" and any(kid.lemma == "be" for kid in helpers):
        return Tense.FUTURE
    return Tense.OPEN


def _planned(parse: Parse, verb: Token, otherwise: Tense) -> Tense:
    ahead = verb.lemma in _PLANNED and any(
        kid.dep in {"xcomp", "ccomp"} for kid in parse.kids(verb.i)
    )
    return Tense.FUTURE if ahead else otherwise

"""Which way a clause looks: at what was, or at what is to come."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.records.parse import Parse, Token

#: Longest way up the tree that is walked for a verb.
_REACH = 8
#: Clauses that share the time of the clause above where they do not say it themselves.
_LEANING = frozenset({"advcl", "acl", "xcomp", "conj", "pcomp"})


class Tense(Enum):
    """Where a clause stands to the day of its report."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


class TenseReader:
    """Reads the tense around a token.

    Args:
        ahead: auxiliaries that set their verb in the future, as `will`.
        planned: lemmas of verbs and adjectives whose clause lies ahead, as `schedule`.
    """

    def __init__(self, ahead: frozenset[str], planned: frozenset[str]) -> None:
        self._ahead = ahead
        self._planned = planned

    def __call__(self, parse: Parse, index: int) -> Tense:
        """The tense of the clause that the token stands in."""
        token = parse.tokens[index]
        for _ in range(_REACH):
            if token.tag[:2] in {"VB", "MD"}:
                found = self._of_verb(parse, token)
                if found is not Tense.OPEN or token.dep not in _LEANING:
                    return found
            elif token.lower in self._planned:
                return Tense.FUTURE
            if token.head == token.i:
                break
            token = parse.tokens[token.head]
        return Tense.OPEN

    def _of_verb(self, parse: Parse, verb: Token) -> Tense:
        helpers = [kid for kid in parse.kids(verb.i) if kid.dep in {"aux", "auxpass"}]
        words = {kid.lower for kid in helpers}
        if words & self._ahead:
            return Tense.FUTURE
        if helpers and verb.lemma in self._planned:
            return Tense.FUTURE
        if verb.tag == "VBD" or any(_is_past(kid) for kid in helpers):
            return Tense.PAST
        if "to" in words or (verb.tag == "VBG" and helpers):
            return Tense.FUTURE
        return Tense.OPEN


def _is_past(helper: Token) -> bool:
    return helper.tag == "VBD" or helper.lemma == "have"

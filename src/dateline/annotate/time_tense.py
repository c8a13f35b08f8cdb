"""Which way a clause looks: at what was, or at what is to come."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.records.report import Role

if TYPE_CHECKING:
    from dateline.records.parse import Parse, Token

#: Longest way up the tree that is walked for a verb.
_REACH = 8
#: Clauses that share the time of the clause above where they do not say it themselves.
_LEANING = frozenset({"advcl", "acl", "xcomp", "conj", "pcomp"})


#: The preposition of the day that something is set for.
_FOR = "for"
#: Where news writes of the past in the present: `Protesters march on Friday`.
_TELLING = frozenset({Role.HEADLINE, Role.CAPTION})


class Tense(Enum):
    """Where a clause stands to the day of its report."""

    PAST = -1
    OPEN = 0
    FUTURE = 1
    PRESENT = 2


#: Tenses in which a day lies ahead: `will meet on Friday`, `the fair opens Friday`.
SCHEDULED = frozenset({Tense.FUTURE, Tense.PRESENT})


class TenseReader:
    """Reads the tense around a token.

    Args:
        ahead: auxiliaries that set their verb in the future, as `will`.
        planned: lemmas of verbs and adjectives whose clause lies ahead, as `schedule`.
        weekdays: the names of the days of the week.
    """

    def __init__(
        self,
        ahead: frozenset[str],
        planned: frozenset[str],
        weekdays: frozenset[str] = frozenset(),
    ) -> None:
        self._ahead = ahead
        self._planned = planned
        self._weekdays = weekdays

    def __call__(self, parse: Parse, index: int) -> Tense:
        """The tense of the clause that the token stands in.

        The present tells of the past in headlines and captions, and is `PRESENT` elsewhere.
        """
        if self._is_aim(parse, index):
            return Tense.FUTURE
        found = self._of_clause(parse, index)
        if found is Tense.PRESENT and parse.sentence_of(index).role in _TELLING:
            return Tense.PAST
        return found

    def _is_aim(self, parse: Parse, index: int) -> bool:
        """Whether a day is one that something is set for: `called a strike for Friday`."""
        day = parse.tokens[index]
        return (
            day.lower in self._weekdays
            and day.dep == "pobj"
            and parse.tokens[day.head].lower == _FOR
        )

    def _of_clause(self, parse: Parse, index: int) -> Tense:
        token = parse.tokens[index]
        own = True
        for _ in range(_REACH):
            if token.tag[:2] in {"VB", "MD"}:
                found = self._of_verb(parse, token)
                if found is Tense.PRESENT:
                    return found if own else Tense.OPEN
                if found is not Tense.OPEN or token.dep not in _LEANING:
                    return found
                own = False
            elif token.lower in self._planned:
                return Tense.FUTURE
            if token.head == token.i:
                break
            token = parse.tokens[token.head]
        return Tense.OPEN

    def _of_verb(self, parse: Parse, verb: Token) -> Tense:
        helpers = [kid for kid in parse.kids(verb.i) if kid.dep in syntax.AUXILIARIES]
        words = {kid.lower for kid in helpers}
        if words & self._ahead:
            return Tense.FUTURE
        reduced = verb.tag == "VBN" and verb.dep == "acl"
        if (helpers or reduced) and verb.lemma in self._planned:
            return Tense.FUTURE
        if reduced or verb.tag == "VBD" or any(_is_past(kid) for kid in helpers):
            return Tense.PAST
        if "to" in words:
            return Tense.OPEN if _is_means(parse, verb) else Tense.FUTURE
        if verb.tag == "VBG" and helpers:
            return Tense.FUTURE
        return Tense.PRESENT if verb.tag in syntax.PRESENT and not helpers else Tense.OPEN


def _is_means(parse: Parse, verb: Token) -> bool:
    """Whether it says what for, and so stands in the time of what is done for it.

    `marched to demand pay on Monday`, `used gas to clear the square on Monday`.
    """
    used = verb.dep == "xcomp" and parse.tokens[verb.head].lemma == "use"
    return used or verb.dep == "advcl"


def _is_past(helper: Token) -> bool:
    return helper.tag == "VBD" or helper.lemma == "have"

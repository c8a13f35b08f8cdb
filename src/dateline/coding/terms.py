"""Terms: since when and until when a tie holds, as the times beside its words say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.coding.clauses import Clauses
    from dateline.records.parse import Token
    from dateline.records.time import Time

#: The days that a tie can be dated by: a year, a month, a day.
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")
#: Prepositions of a beginning and of an end; `between` has one on each side of `and`.
_FROM, _TO, _BETWEEN = (
    frozenset({"since", "from"}),
    frozenset({"until", "till", "to"}),
    "between",
)
#: Prepositions of the time at which something was done; none stands before `last May`.
_AT = frozenset({"in", "on", "during"})
#: Labels by which a time hangs from what it dates.
_ADVERBIAL = frozenset({"prep", "pobj", "pcomp", "npadvmod", "advmod", "appos", "conj"})


class Term(NamedTuple):
    """ISO dates as fine as the text says, None where it does not; `at` is of the words' own."""

    since: str | None = None
    until: str | None = None
    at: str | None = None


class Terms:
    """The terms that one report gives.

    Args:
        clauses: the clauses of the report.
        times: what the text says of when.
    """

    def __init__(self, clauses: Clauses, times: Iterable[Time]) -> None:
        self._parse = clauses.parse
        dated = (t for t in times if t.value and _ISO.match(t.value))
        self._times = clauses.by_sentence(dated)

    def of(self, *words: int) -> Term:
        """The term that stands beside the words of a tie: its verb and its noun."""
        term = Term()
        here = self._times.get(self._parse.sentence_of(words[0]).number, ())
        for index, time in here:
            word, above = self._hangs(index)
            if above not in words:
                continue
            if word in _FROM or (word == _BETWEEN and term.since is None):
                term = term._replace(since=time.value)
            elif word in _TO or word == _BETWEEN:
                term = term._replace(until=time.value)
            elif word in _AT or not word:
                term = term._replace(at=time.value)
        return term

    def _hangs(self, index: int) -> tuple[str, int]:
        """The preposition of a time, empty if it has none, and the word that it is beside."""
        token, word = self._parse.tokens[index], ""
        while token.dep in _ADVERBIAL and token.head != token.i:
            above = self._parse.tokens[token.head]
            if token.dep in {"pobj", "pcomp"} and not word:
                word = above.lower
            elif self._is_end(token):
                return word, above.i
            token = above
        return word, token.i

    def _is_end(self, token: Token) -> bool:
        """Whether what a token hangs from is no preposition and no other time."""
        above = self._parse.tokens[token.head]
        return above.tag.startswith(("VB", "NN")) and token.dep != "conj"

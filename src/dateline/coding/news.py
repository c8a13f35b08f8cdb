"""What a report tells as the news of its own day.

The opening of a report dates its news. Where it names no earlier day, what it tells in the
simple past was done on the day of publication. What stands further down is background as
often as news, and has no day rather than a wrong one; only what is still going on goes on
on the day of publication, wherever it stands.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dateline.records.claim import Status
from dateline.records.report import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dateline.coding.clauses import Clauses
    from dateline.coding.datings import Dating
    from dateline.coding.settle import Told
    from dateline.coding.tenses import Tenses
    from dateline.records.parse import Sentence, Token
    from dateline.records.time import Time

#: How many sentences of the body open a report.
_OPENING = 4
#: Blocks that tell in the present what was done.
_TITLES = frozenset({Role.HEADLINE, Role.SUBHEAD})
#: Acts that have not been done when the report is published.
_AHEAD = frozenset({Status.PLANNED, Status.DEMANDED, Status.HYPOTHETICAL})
#: Labels of nouns that tell of an act: `protests broke out`, `there was a protest`.
_TELLING = frozenset({"nsubj", "nsubjpass", "attr", "ROOT"})


class News:
    """The news of one report.

    Args:
        clauses: the clauses and acts of the report.
        datings: what its times date, by number of sentence.
        tenses: how its verbs tell.
        day: the day of publication, None if unknown.
    """

    def __init__(
        self,
        clauses: Clauses,
        datings: Mapping[int, Sequence[Dating]],
        tenses: Tenses,
        day: date | None,
    ) -> None:
        self._parse = clauses.parse
        self._datings = datings
        self._tenses = tenses
        self._day = day.isoformat() if day else ""
        body = [s for s in self._parse.sentences if s.role is Role.BODY]
        told = (s for s in body if self._root(s).tag.startswith(("VB", "MD")))
        self._opening = list(islice(told, _OPENING))
        #: Times by which the report dates what it tells to days before the publication.
        self._days = [
            one
            for sentence in body
            for one in self._datings.get(sentence.number, ())
            if self._is_day_before(one)
        ]
        self._opens_today = self._tells() and not self._is_dated()

    def is_of_day(self, told: Told) -> bool:
        """Whether an act is told as done, or lasting, on the day of publication."""
        act = told.act
        anchor = self._parse.tokens[act.anchor]
        sentence = self._parse.sentence_of(act.head)
        noun = anchor.tag.startswith("NN")
        if told.status in _AHEAD or (noun and self._tenses.is_known(anchor)):
            return False
        if sentence.role in _TITLES:
            return self._opens_today
        lasts = told.status is Status.ONGOING
        new = lasts or sentence in self._opening[:1]
        if noun and not new and anchor.dep not in _TELLING:
            return False
        verb = self._tenses.finite(self._above(anchor) if noun else anchor)
        if verb is None or (not lasts and sentence not in self._opening):
            return False
        if self._tenses.holds(verb):
            return lasts
        return self._opens_today and self._is_main(verb)

    def told(self, told: Told) -> Time | None:
        """The earlier day of the news, for what the headline says first."""
        sentence = self._parse.sentence_of(told.act.head)
        verb = self._tenses.verb(told.act)
        main = sentence.role is Role.HEADLINE and self._tenses.is_on_line(verb)
        if not main or told.status in _AHEAD or not self._opening:
            return None
        first = [
            one.time
            for one in self._days
            if self._parse.sentence_of(one.at) == self._opening[0]
        ]
        return first[0] if len({time.value for time in first}) == 1 else None

    def _above(self, noun: Token) -> Token:
        """The nearest verb above a noun, or the root."""
        while noun.head != noun.i and not noun.tag.startswith("VB"):
            noun = self._parse.tokens[noun.head]
        return noun

    def _is_main(self, verb: Token) -> bool:
        """Whether a past verb tells the news, not what led to it.

        What somebody says was done is the news too.
        """
        past = self._tenses.is_told(verb) or self._tenses.is_perfect(verb)
        return past and self._tenses.is_on_line(verb, through_words=True)

    def _tells(self) -> bool:
        """Whether the opening sentence tells what was done: `voted`, `has voted`."""
        if not self._opening:
            return True
        root = self._root(self._opening[0])
        return self._tenses.is_told(root) or self._tenses.is_perfect(root)

    def _is_dated(self) -> bool:
        """Whether the first paragraph names an earlier day for its news."""
        first = self._opening[0].block if self._opening else None
        return any(self._parse.sentence_of(one.at).block == first for one in self._days)

    def _is_day_before(self, one: Dating) -> bool:
        """Whether a time dates what its sentence tells to a day before that of publication."""
        if one.old or not one.time.last or one.time.last >= self._day:
            return False
        if one.verb is None:
            return self._parse.tokens[one.at].dep == "pobj"
        verb = self._tenses.finite(self._parse.tokens[one.verb])
        return one.opens or (
            verb is not None and self._tenses.is_on_line(verb, through_words=True)
        )

    def _root(self, sentence: Sentence) -> Token:
        tokens = self._parse.tokens_of(sentence)
        return next((token for token in tokens if token.head == token.i), tokens[0])

"""When an act was done: which time of the text is its own.

A time belongs to the nearest verb or event noun above it in the parse. Where the act's own
clause says nothing, the one of the verb that it hangs from is taken, then the one that its
paragraph told last; each says so in its basis. What the text puts before all this has no
day rather than a wrong one.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.coding.datings import Datings
from dateline.records.claim import Occurred

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.coding.datings import Dating
    from dateline.records.parse import Sentence, Token
    from dateline.records.time import Time

#: Times that say for how long or how often, not when; they date an act only by their days.
_UNDATED = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
#: Auxiliaries and adverbs that put an act before what the text tells.
_PLUPERFECT = frozenset({"had", "'d", "’d"})
_EARLIER = frozenset({"previously", "formerly", "once", "originally", "historically"})
#: Labels by which a time is part of the noun after it.
_WITHIN = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
#: What stands between the ends of a range, and before it where that alone says nothing.
_TO = frozenset({"to", "through", "until", "till", "-", "–"})
_AND, _BETWEEN, _SINCE = "and", "between", "since"
#: The longest time that says well enough when the next sentence happened.
_WEEK = timedelta(7)
#: How many sentences of a paragraph go on from one that says when.
_GOING_ON = 3


class When:
    """The times of one report, by the act that they belong to.

    Args:
        clauses: the clauses and acts of the report.
        times: what the text says of when.
        day: the day of publication, None if unknown.
    """

    def __init__(self, clauses: Clauses, times: Iterable[Time], day: date | None) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._day = day
        self._datings = Datings(clauses, day)(times)

    def __call__(self, act: Act) -> tuple[Occurred | None, str]:
        """When the act was done, and how that was found, in plain words."""
        here = self._datings.get(self._parse.sentence_of(act.head).number, [])
        own = [one for one in here if self._dates(one, act)]
        dated = [one for one in own if _dated(one.time)]
        if dated:
            found = self._stated(dated)
            return found, f"`{found.text}` in its clause"
        if self._is_earlier(act) or any(one.time.value == "PAST_REF" for one in own):
            return None, "earlier than what is told"
        return self._around(act, [one for one in here if _dated(one.time)])

    def _around(self, act: Act, here: Sequence[Dating]) -> tuple[Occurred | None, str]:
        """The time of an act whose clause says none, among those of its sentence."""
        inner, outer = self._verbs_above(act)
        opening = [] if self._lies_ahead(self._verb(act)) else [o for o in here if o.opens]
        near = [o for o in here if o.verb in inner or (o in opening and not outer)]
        if len(near) == 1:
            return _when(near[0].time, "inferred"), f"`{near[0].time.text}` in its sentence"
        if near or opening or any(one.verb in outer for one in here):
            return None, "the text does not say when"
        last = None if here else self._last_told(act)
        if last is None:
            return self._published()
        if last.old:
            return None, f"its paragraph tells of `{last.time.text}`"
        return _when(last.time, "inferred"), f"`{last.time.text}` in its paragraph"

    def _published(self) -> tuple[Occurred | None, str]:
        if self._day is None:
            return None, "the text does not say when"
        iso = self._day.isoformat()
        found = Occurred(value=iso, first=iso, last=iso, basis="published")
        return found, "the day of publication"

    def _dates(self, one: Dating, act: Act) -> bool:
        """Whether a time stands in the act's clause, and in no name of another thing there.

        `arrested an aide of the winner of the 2016 vote` is not of 2016; `the 2016 attack`
        is. Nor is what happened long ago to a noun there: `condemned the attack in 1998`.
        """
        tokens = self._parse.tokens
        mine = {act.head, act.anchor}
        clause = tokens[act.anchor]
        if clause.dep == "relcl" and clause.head == one.at:
            return True  # `the day they signed it`
        if one.owner not in mine or one.bound:
            return False
        current = tokens[one.at]
        while current.dep in _WITHIN and current.head != current.i:
            current = tokens[current.head]
        if current.i != one.at and not current.tag.startswith(("VB", "MD")):
            return current.i in mine
        return one.verb in mine or not one.old or not tokens[act.head].tag.startswith("VB")

    def _stated(self, own: Sequence[Dating]) -> Occurred:
        """The range among the times, else the finest of them."""
        for first, last in pairwise(one.time for one in own):
            if self._is_range(first, last):
                return self._range(first, last)
        finest = max(own, key=lambda one: _fineness(one.time))
        found = _when(finest.time, "stated")
        above = self._parse.tokens[self._parse.tokens[finest.at].head]
        if above.lower != _SINCE or self._day is None:
            return found
        return _until(found, self._day.isoformat(), self._day.isoformat())

    def _is_range(self, first: Time, last: Time) -> bool:
        """`9 to 12 November`, `between 2014 and 2016`."""
        between = self._parse.text[first.end : last.start].strip().lower()
        before = self._parse.text[: first.start].rstrip().lower()
        linked = between in _TO or (between == _AND and before.endswith(_BETWEEN))
        return linked and (first.value or "") < (last.value or "")

    def _range(self, first: Time, last: Time) -> Occurred:
        found = Occurred(
            value=first.value,
            first=first.first,
            text=self._parse.text[first.start : last.end],
            start=first.start,
            end=last.end,
            basis="stated",
        )
        return _until(found, last.value, last.last)

    def _verbs_above(self, act: Act) -> tuple[set[int], set[int]]:
        """The verbs up to the finite one that an act hangs from, and those further out.

        Further out are those above a clause that describes a noun: `a man arrested in
        Oslo`, `rebels who took the port`. What is said to lie ahead has not the day of
        its saying.
        """
        tokens = self._parse.tokens
        inner: set[int] = {act.anchor}
        outer: set[int] = set()
        current, top = tokens[act.anchor], self._clauses.finite(act.anchor)
        found = inner
        while current.i not in {top, current.head}:
            if current.dep == "ccomp" and self._lies_ahead(current):
                break
            if current.dep == "relcl" or (current.dep == "acl" and current.tag == "VBN"):
                found = outer
            current = tokens[current.head]
            found.add(current.i)
        return inner, outer

    def _lies_ahead(self, verb: Token) -> bool:
        return any(kid.dep == "aux" and kid.tag == "MD" for kid in self._parse.kids(verb.i))

    def _is_earlier(self, act: Act) -> bool:
        """Whether the text says that an act lies before what it tells: `had signed`.

        Neither the day of publication nor that of another verb is then its day. An event
        noun is as early as its clause.
        """
        return any(
            (kid.dep == "aux" and kid.lower in _PLUPERFECT and kid.tag == "VBD")
            or (kid.dep == "advmod" and kid.lower in _EARLIER)
            for kid in self._parse.kids(self._verb(act).i)
        )

    def _verb(self, act: Act) -> Token:
        anchor = self._parse.tokens[act.anchor]
        if anchor.tag.startswith("VB"):
            return anchor
        return self._parse.tokens[self._clauses.finite(act.anchor)]

    def _last_told(self, act: Act) -> Dating | None:
        """The time that the paragraph told last, where the act goes on from it in the past.

        A time that is not over tells nothing of a past act, and one longer than a week
        too little.
        """
        here = self._parse.sentence_of(act.head)
        verbs = (self._verb(act), self._root(here))
        if self._day is None or not all(self._is_told(verb) for verb in verbs):
            return None
        for number in range(here.number - 1, max(-1, here.number - 1 - _GOING_ON), -1):
            sentence = self._parse.sentences[number]
            told = [one for one in self._datings.get(number, []) if _dated(one.time)]
            if sentence.block != here.block or len(told) > 1:
                return None
            if told:
                main = told[0].verb == self._root(sentence).i
                return told[0] if main and self._goes_on(told[0]) else None
            if not self._is_told(self._root(sentence)):
                return None
        return None

    def _root(self, sentence: Sentence) -> Token:
        tokens = self._parse.tokens_of(sentence)
        return next((token for token in tokens if token.head == token.i), tokens[0])

    def _is_told(self, verb: Token) -> bool:
        """Whether a verb stands in the simple past, as what is told does."""
        helpers = [kid for kid in self._parse.kids(verb.i) if kid.dep in {"aux", "auxpass"}]
        if not helpers:
            return verb.tag == "VBD"
        return all(kid.tag == "VBD" and kid.lemma == "be" for kid in helpers)

    def _goes_on(self, one: Dating) -> bool:
        """Whether a time is over, and is either long ago or no longer than a week."""
        first, last = one.time.first, one.time.last
        if not (self._day and first and last) or last >= self._day.isoformat():
            return False
        return one.old or date.fromisoformat(last) - date.fromisoformat(first) < _WEEK


def _dated(time: Time) -> bool:
    return (
        time.value is not None
        and time.value not in _UNDATED
        and (time.type in {"DATE", "TIME"} or time.first is not None)
    )


def _fineness(time: Time) -> tuple[bool, int]:
    """Days come before months, and months before years: by the length of the value."""
    return time.type in {"DATE", "TIME"}, len(time.value or "")


def _when(time: Time, basis: str) -> Occurred:
    return Occurred(
        value=time.value,
        first=time.first,
        last=time.last,
        text=time.text,
        start=time.start,
        end=time.end,
        basis=basis,
    )


def _until(found: Occurred, value: str | None, last: str | None) -> Occurred:
    """The time drawn out to a later one, as ISO 8601 writes it: `2014/2016`."""
    return replace(found, value=f"{found.value}/{value}", last=last)

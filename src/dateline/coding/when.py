"""When an act was done: which time of the text is its own.

A time belongs to the nearest verb or event noun above it in the parse. Where the act's own
clause says nothing, the one of the verb that it hangs from is taken, then the one that its
paragraph told last, then the day of publication if the act is news of it; each says so in
its basis. What the text puts before all this has no day rather than a wrong one.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.coding.datings import WITHIN, Datings
from dateline.coding.news import News
from dateline.records.claim import Occurred

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.coding.datings import Dating
    from dateline.coding.settle import Told
    from dateline.coding.tenses import Tenses
    from dateline.records.parse import Sentence, Token
    from dateline.records.time import Time

#: Times that say for how long or how often, not when; they date an act only by their days.
_UNDATED = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
#: What stands between the ends of a range, and before it where that alone says nothing.
_TO = frozenset({"to", "through", "until", "till", "-", "–"})
_AND, _BETWEEN, _SINCE = "and", "between", "since"
#: Penn tags of quotation marks.
_OPEN, _CLOSE = "``", "''"
#: The longest time that says well enough when the next sentence happened.
_WEEK = timedelta(7)
#: How many sentences of a paragraph go on from one that says when.
_GOING_ON = 3


class When:
    """The times of one report, by the act that they belong to.

    Args:
        clauses: the clauses and acts of the report.
        tenses: how its verbs tell.
        times: what the text says of when.
        day: the day of publication, None if unknown.
    """

    def __init__(
        self, clauses: Clauses, tenses: Tenses, times: Iterable[Time], day: date | None
    ) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._day = day
        self._tenses = tenses
        self._datings = Datings(clauses, day)(times)
        self._news = News(clauses, self._datings, self._tenses, day)

    def __call__(self, told: Told) -> tuple[Occurred | None, str]:
        """When an act was done, and how that was found, in plain words."""
        act = told.act
        here = self._datings.get(self._parse.sentence_of(act.head).number, [])
        own = [one for one in here if self._dates(one, act)]
        dated = [one for one in own if _dated(one.time)]
        if dated:
            found = self._stated(dated)
            return found, f"`{found.text}` in its clause"
        if self._tenses.is_earlier(act) or any(one.time.value == "PAST_REF" for one in own):
            return None, "earlier than what is told"
        if act.noun and self._tenses.is_recalled(act):
            return self._beside(act, here)
        return self._around(told, [one for one in here if _dated(one.time)])

    def _beside(self, act: Act, here: Sequence[Dating]) -> tuple[Occurred | None, str]:
        """The time after a noun that names an act without telling it.

        `stems from the killing of a boy in May`; what can date the verb does: `condemned
        the killing on Monday`.
        """
        tokens = self._parse.tokens
        verb = self._tenses.verb(act)
        for one in here:
            between = tokens[act.head + 1 : one.at]
            apart = any(token.tag == "," or token.tag.startswith("VB") for token in between)
            if one.at < act.head or apart or one.bound or not _dated(one.time):
                continue
            if one.old or self._tenses.holds(verb) or not _is_short(one.time):
                return self._of(one, "inferred"), f"`{one.time.text}` beside it"
        return None, "known to the reader, and no time beside it"

    def _around(self, told: Told, here: Sequence[Dating]) -> tuple[Occurred | None, str]:
        """The time of an act whose clause says none, among those of its sentence."""
        act = told.act
        inner, outer = self._verbs_above(act)
        ahead = self._tenses.lies_ahead(self._tenses.verb(act))
        opening = [] if ahead else [o for o in here if o.opens]
        near = [o for o in here if o.verb in inner or (o in opening and not outer)]
        if len(near) == 1:
            return self._of(near[0], "inferred"), f"`{near[0].time.text}` in its sentence"
        if near or opening or any(one.verb in outer for one in here):
            return None, "the text does not say when"
        last = None if here else self._last_told(act)
        if last is None:
            return self._published(told)
        if last.old:
            return None, f"its paragraph tells of `{last.time.text}`"
        return _when(last.time, "inferred"), f"`{last.time.text}` in its paragraph"

    def _published(self, told: Told) -> tuple[Occurred | None, str]:
        time = self._news.told(told)
        if time is not None:
            return _when(time, "inferred"), f"`{time.text}` in the first paragraph"
        if self._day is None or not self._news.is_of_day(told):
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
        while current.dep in WITHIN and current.head != current.i:
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
        return self._of(finest, "stated")

    def _of(self, one: Dating, basis: str) -> Occurred:
        """What a time says of when; `since` makes it last until the day of publication."""
        found = _when(one.time, basis)
        above = self._parse.tokens[self._parse.tokens[one.at].head]
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
        Oslo`, `rebels who took the port`; and those above one that has its own time.
        """
        tokens = self._parse.tokens
        inner: set[int] = {act.anchor}
        outer: set[int] = set()
        current, top = tokens[act.anchor], self._clauses.finite(act.anchor)
        found = inner
        while current.i not in {top, current.head}:
            if (
                current.dep == "relcl"
                or (current.dep == "acl" and current.tag == "VBN")
                or self._tenses.has_own_time(current)
            ):
                found = outer
            current = tokens[current.head]
            found.add(current.i)
        return inner, outer

    def _last_told(self, act: Act) -> Dating | None:
        """The time that the paragraph told last, where the act goes on from it in the past.

        A time that is not over tells nothing of a past act, and one longer than a week
        too little.
        """
        here = self._parse.sentence_of(act.head)
        verb, root = self._tenses.verb(act), self._root(here)
        on_line = self._tenses.is_on_line(verb, through_words=True)
        if self._day is None or not on_line or not all(map(self._tenses.is_told, (verb, root))):
            return None
        for number in range(here.number - 1, max(-1, here.number - 1 - _GOING_ON), -1):
            sentence = self._parse.sentences[number]
            told = [one for one in self._datings.get(number, []) if _dated(one.time)]
            if sentence.block != here.block or len(told) > 1 or self._is_quoted(sentence):
                return None
            if told:
                main = told[0].verb == self._root(sentence).i
                return told[0] if main and self._goes_on(told[0]) else None
            if not self._tenses.is_told(self._root(sentence)):
                return None
        return None

    def _is_quoted(self, sentence: Sentence) -> bool:
        """Whether a sentence is somebody's own words, or the end of them."""
        tags = [token.tag for token in self._parse.tokens_of(sentence)]
        return tags[0] == _OPEN or tags.count(_CLOSE) > tags.count(_OPEN)

    def _root(self, sentence: Sentence) -> Token:
        tokens = self._parse.tokens_of(sentence)
        return next((token for token in tokens if token.head == token.i), tokens[0])

    def _goes_on(self, one: Dating) -> bool:
        """Whether a time is over, and is either long ago or no longer than a week."""
        last = one.time.last
        if not self._day or last is None or last >= self._day.isoformat():
            return False
        return one.old or _is_short(one.time)


def _dated(time: Time) -> bool:
    return (
        time.value is not None
        and time.value not in _UNDATED
        and (time.type in {"DATE", "TIME"} or time.first is not None)
    )


def _is_short(time: Time) -> bool:
    """Whether a time is no longer than a week."""
    if not time.first or not time.last:
        return False
    return date.fromisoformat(time.last) - date.fromisoformat(time.first) < _WEEK


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

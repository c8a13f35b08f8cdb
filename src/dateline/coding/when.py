"""When an act was done: which time of the text is its own.

A time belongs to the nearest verb or event noun above it in the parse. Where the act's own
clause says nothing, the one of the verb that it hangs from is taken, then the one that its
paragraph told last, then the day of publication if the act is news of it; each says so in
its basis. What the text puts before all this has no day rather than a wrong one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.coding.datings import WITHIN, Datings
from dateline.coding.joined import Joined
from dateline.coding.lengths import as_occurred, drawn_out, fineness, is_dated, is_short
from dateline.coding.news import News
from dateline.coding.paragraph import Paragraph
from dateline.records.claim import HAPPENED, Occurred

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.coding.datings import Dating
    from dateline.coding.settle import Told
    from dateline.coding.tenses import Tenses
    from dateline.coding.threads import Threads
    from dateline.records.parse import Token
    from dateline.records.time import Time

#: What stands between the ends of a range, and before it where that alone says nothing.
_TO = frozenset({"to", "through", "until", "till", "-", "–"})
#: How the value of a time begins that nobody can know: `the next day`, after no other.
_OPEN = "XXXX-"
_AND, _BETWEEN, _SINCE, _WHERE = "and", "between", "since", "where"


class When:
    """The times of one report, by the act that they belong to.

    Args:
        clauses: the clauses and acts of the report.
        tenses: how its verbs tell.
        times: what the text says of when.
        day: the day of publication, None if unknown.
        happening: verbs that say no more of their subject than that it is so.
        alike: classes of nouns for the same people.
    """

    def __init__(
        self,
        clauses: Clauses,
        tenses: Tenses,
        times: Iterable[Time],
        day: date | None,
        happening: frozenset[str],
        threads: Threads,
    ) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._day = day
        self._tenses = tenses
        self._datings = Datings(clauses, day, happening, threads.gatherings)(times)
        self._news = News(clauses, self._datings, self._tenses, day)
        self._joined = Joined(clauses, tenses, day)
        self._paragraph = Paragraph(clauses, tenses, self._datings, day, threads)

    def __call__(self, told: Told) -> tuple[Occurred | None, str]:
        """When an act was done, and how that was found, in plain words.

        What was done is not of a day to come; a noun that is may be planned.
        """
        found, how = self._found(told)
        if told.status in HAPPENED and not told.act.noun and self.is_ahead(found):
            return None, f"{how}, which is still to come"
        return found, how

    def _found(self, told: Told) -> tuple[Occurred | None, str]:
        """When the text says that an act was done, and how that was found."""
        act = told.act
        here = self._datings.get(self._parse.sentence_of(act.head).number, [])
        own = [one for one in here if self._dates(one, act)]
        dated = [one for one in own if is_dated(one.time)]
        if dated:
            found = self._stated(dated)
            return found, f"`{found.text}` in its clause"
        joined = self._joined.since(act, here) or self._joined.after(act, here)
        if joined is not None:
            return joined, f"`{joined.text}` in its sentence"
        if self._tenses.is_earlier(act) or any(one.time.value == "PAST_REF" for one in own):
            return None, "earlier than what is told"
        if any((one.time.value or "").startswith(_OPEN) for one in own):
            return None, "a time counted from what has none"
        if act.noun and self._tenses.is_recalled(act):
            return self._beside(act, here)
        return self._around(told, [one for one in here if is_dated(one.time)])

    def is_ahead(self, occurred: Occurred | None) -> bool:
        """Whether a time begins after the day of publication: `a march on Friday`."""
        first = occurred.first if occurred is not None else None
        return bool(self._day and first and first > self._day.isoformat())

    def is_apart(self, act: Act, index: int) -> bool:
        """Whether the verb above a token tells of another day than that of the act.

        Of what is told one after the other each has its day, and goes on where the last was.
        """
        here = self._datings.get(self._parse.sentence_of(act.head).number, [])
        verb = self._clauses.finite(index)
        if verb in {act.anchor, self._clauses.first(act.anchor)}:
            return False
        own = {one.time.value for one in here if is_dated(one.time) and self._dates(one, act)}
        other = {one.time.value for one in here if is_dated(one.time) and one.verb == verb}
        return bool(own and other) and own.isdisjoint(other)

    def _beside(self, act: Act, here: Sequence[Dating]) -> tuple[Occurred | None, str]:
        """The time after a noun that names an act without telling it.

        `stems from the killing of a boy in May`; what can date the verb does: `condemned
        the killing on Monday`, where the verb has no other.
        """
        tokens = self._parse.tokens
        verb = self._tenses.verb(act)
        for one in here:
            between = tokens[act.head + 1 : one.at]
            apart = any(token.tag == "," or token.tag.startswith("VB") for token in between)
            if one.at < act.head or apart or one.bound or not is_dated(one.time):
                continue
            dated = any(o.verb == verb.i and o.at < act.head and is_dated(o.time) for o in here)
            apart = dated or one.old or self._tenses.holds(verb)
            if apart or not is_short(one.time):
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
        shared = None if near else self._joined.near(act, here)
        if shared is not None:
            return self._of(shared, "inferred"), f"`{shared.time.text}` in its sentence"
        if near or opening or any(one.verb in outer for one in here):
            return None, "the text does not say when"
        last = None if here else self._paragraph.last_told(act)
        if last is not None and self._paragraph.goes_on(act, last):
            return as_occurred(last.time, "inferred"), f"`{last.time.text}` in its paragraph"
        held = None if here else self._paragraph.occasion(act)
        if held is not None:
            return as_occurred(held.time, "inferred"), f"`{held.time.text}` of its occasion"
        if last is None:
            return self._published(told)
        return None, f"its paragraph tells of `{last.time.text}`"

    def _published(self, told: Told) -> tuple[Occurred | None, str]:
        time = self._news.told(told)
        if time is not None:
            return as_occurred(time, "inferred"), f"`{time.text}` in the first paragraph"
        here = self._datings.get(self._parse.sentence_of(told.act.head).number, [])
        past = self._joined.is_counted(told.act, here) or self._joined.is_past(told.act, here)
        if self._day is None or past or not self._news.is_of_day(told):
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
        mine = self._clauses.words(act)
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
        finest = max(own, key=lambda one: fineness(one.time))
        return self._of(finest, "stated")

    def _of(self, one: Dating, basis: str) -> Occurred:
        """What a time says of when; `since` makes it last until the day of publication.

        So does what began then: `since the vote on Monday`, but not for the vote itself.
        """
        found = as_occurred(one.time, basis)
        current = self._parse.tokens[one.at]
        while current.dep in {"pobj", "prep"} and current.i != one.owner:
            current = self._parse.tokens[current.head]
            if current.lower == _SINCE:
                break
        if current.lower != _SINCE or self._day is None:
            return found
        return drawn_out(found, self._day.isoformat(), self._day.isoformat())

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
        return drawn_out(found, last.value, last.last)

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
                (current.dep == "relcl" and not self._goes_along(current))
                or (current.dep == "acl" and current.tag == "VBN")
                or self._tenses.has_own_time(current)
            ):
                found = outer
            current = tokens[current.head]
            found.add(current.i)
        return inner, outer

    def _goes_along(self, clause: Token) -> bool:
        """Whether a clause tells what was done there too: `met rebels, where he warned`."""
        kids = self._parse.kids(clause.i)
        where = next((kid.i for kid in kids if kid.lower == _WHERE), None)
        set_off = where is not None and where and self._parse.tokens[where - 1].tag == ","
        return bool(set_off) and self._tenses.is_told(clause)

"""What the reports of a store tell together, found again where reports have come.

Events are found month by month, so that memory does not grow with the store. An event is of
the month of the telling that leads it. What it holds depends on the tellings of `REACH` days
around that alone, and on those that a person joined with one of them.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby, starmap
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import pyarrow as pa

from dateline.link.days import period
from dateline.link.decisions import Decisions
from dateline.link.gather import Gathering
from dateline.link.relations import relations
from dateline.link.told import Held, tellings
from dateline.records.claim import Claim, Tie
from dateline.records.event import Verdict
from dateline.store.fulltext import index_text
from dateline.store.reader import Reader
from dateline.store.rows import event_row
from dateline.store.tables import New

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.link.told import Told
    from dateline.store.rows import Row
    from dateline.store.tables import Tables
    from dateline.store.texts import Texts

#: Days. A telling of a week, or of a day that it does not state, may join the event of one of
#: its days; that event depends on others of a week around, and where they go on the days of
#: their week: two weeks less two days from one end to the other.
REACH = 14
#: The month of events whose telling has no day, stated or published.
UNDATED = "undated"

#: For each claim the days that it states, if they are a month at the most, and that on which
#: its text was published. One of the two is the period of its telling.
_TOLD = """
    SELECT number, event, id, occurred.first AS first, occurred.last AS last
    FROM claims WHERE occurred.basis <> 'published' AND occurred.last >= occurred.first
        AND try_cast(occurred.last AS DATE) - try_cast(occurred.first AS DATE) <= 31
    UNION ALL
    SELECT number, event, id, day, day
    FROM claims JOIN days USING (number)
"""
_NEAR = """
    FROM claims SEMI JOIN (
        SELECT number, event FROM told JOIN near
        ON told.last >= near.first AND told.first <= near.last
    ) USING (number, event) ORDER BY number
"""
_DAYS = pa.schema([("first", pa.string()), ("last", pa.string())])


class Days(NamedTuple):
    """Days from a first to a last, as ISO says them."""

    first: str
    last: str

    @property
    def around(self) -> Days:
        """With the days that what was done on them may depend on."""
        if self.first == UNDATED:
            return self
        return Days(_later(self.first, -REACH), _later(self.last, REACH))

    @property
    def months(self) -> Iterator[str]:
        """The months of them."""
        month = self.first[:7]
        while month < self.last[:7] and self.first != UNDATED:
            yield month
            month = _later(f"{month}-01", 31)[:7]
        yield self.last if self.last == UNDATED else month


def link(tables: Tables, texts: Texts, decided: Iterable[str] = ()) -> int:
    """Find the texts, events and relations of a store anew, as far as they have changed.

    Args:
        tables: of the store; nothing is added to them meanwhile.
        texts: of all its reports.
        decided: claims of which a person has decided since.

    Returns:
        How many events were found anew.
    """
    linking = _Linking(Reader(tables.folder), texts)
    months = linking.months(texts.changed(), decided)
    if not months and tables.linked == len(texts.lineages):
        return 0
    found = {"texts": New(texts.rows()), "relations": New(linking.relations())}
    if months:
        found["events"] = New(linking.events(months), months)
    tables.replace(found, len(texts.lineages))
    index_text(linking.store)
    return linking.found


class _Linking:
    """Finds what the reports of a store tell together.

    Attributes:
        found: how many events so far.
    """

    def __init__(self, store: Reader, texts: Texts) -> None:
        self.store = store
        self._texts = texts
        self._decisions = tuple(store.decisions())
        self.found = 0

    def months(self, changed: set[int], decided: Iterable[str]) -> tuple[str, ...]:
        """The months whose events may be others since some reports changed."""
        found: set[str] = set()
        self.store.hold("changed", _column("number", changed, pa.int64()))
        for days in (self._days_before(), self._days_now()):
            self.store.hold("days", days)
            self.store.hold("told", self.store.sql(_TOLD).to_arrow_table())
            asked = "SELECT DISTINCT first, last FROM told WHERE number IN (FROM changed)"
            found.update(_months(days.around for days in self._days(asked)))
        found.update(_months(self._days_of(decided)))
        return tuple(sorted(found | _months(self._joined()))) if found else ()

    def events(self, months: Iterable[str]) -> Iterator[Row]:
        """The events of some months."""
        for month in months:
            yield from self._events(month)

    def relations(self) -> Iterator[Row]:
        """All relations."""
        rows = self.store.dicts("FROM ties ORDER BY number")
        held = (
            Held(source=self._texts.source(row["number"]), tie=msgspec.convert(row, Tie))
            for row in rows
        )
        yield from map(msgspec.to_builtins, relations(held))

    def _events(self, month: str) -> Iterator[Row]:
        gathering, decisions = Gathering(self._decisions), Decisions(self._decisions)
        leads: dict[str, str] = {}
        for told in self._told([_days_of(month).around, *self._joined()]):
            gathering.add(told)
            for part in decisions.parted(told):
                leads.update(dict.fromkeys((claim.id for claim in part.claims), _month(part)))
        for event in gathering.changes():
            lead = next(merge.claim for merge in event.merges if merge.with_ is None)
            if leads[lead] == month:
                self.found += 1
                yield event_row(month, event)

    def _told(self, near: Iterable[Days]) -> Iterator[Told]:
        """The tellings that some days touch."""
        days = [day._asdict() for day in near]
        self.store.hold("near", pa.Table.from_pylist(days, _DAYS))
        rows = self.store.dicts(_NEAR)
        for number, claims in groupby(rows, itemgetter("number")):
            source = self._texts.source(number)
            yield from tellings(source, (msgspec.convert(row, Claim) for row in claims))

    def _joined(self) -> list[Days]:
        """The days around claims that a person joined with others."""
        merged = [one for one in self._decisions if one.verdict is Verdict.MERGE]
        return self._days_of({id_ for one in merged for id_ in (one.claim, one.other)})

    def _days_of(self, claims: Iterable[str]) -> list[Days]:
        """The days around some claims."""
        self.store.hold("named", _column("id", claims, pa.string()))
        asked = "SELECT DISTINCT first, last FROM told WHERE id IN (FROM named)"
        return [days.around for days in self._days(asked)]

    def _days(self, asked: str) -> Iterator[Days]:
        return starmap(Days, self.store.rows(asked))

    def _days_before(self) -> pa.Table:
        """The day of each report, as it was when events were last found."""
        return _day_table(self.store.rows("SELECT unnest(reports), published FROM texts"))

    def _days_now(self) -> pa.Table:
        numbers = range(len(self._texts.lineages))
        return _day_table((n, self._texts.source(n).published) for n in numbers)


def _months(days: Iterable[Days]) -> set[str]:
    return {month for one in days for month in one.months}


def _day_table(days: Iterable[tuple[Any, ...]]) -> pa.Table:
    rows = [{"number": number, "day": day or UNDATED} for number, day in days]
    return pa.Table.from_pylist(rows, pa.schema([("number", pa.int64()), ("day", pa.string())]))


def _column(name: str, values: Iterable[str] | Iterable[int], kind: pa.DataType) -> pa.Table:
    return pa.table({name: pa.array(list(values), kind)})


def _month(told: Told) -> str:
    """The month of the event that a telling leads."""
    day = period(told).first or told.source.published
    return day[:7] if day else UNDATED


def _days_of(month: str) -> Days:
    if month == UNDATED:
        return Days(UNDATED, UNDATED)
    first = f"{month}-01"
    return Days(first, _later(_later(first, 31)[:7] + "-01", -1))


def _later(day: str, days: int) -> str:
    """The day so many days later, within the days that the calendar has."""
    number = date.fromisoformat(day).toordinal() + days
    return date.fromordinal(min(max(number, 1), date.max.toordinal())).isoformat()

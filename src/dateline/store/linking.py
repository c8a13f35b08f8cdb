"""What the reports of a store tell together, found again where reports have come.

Events are found some months at a time, so that memory does not grow with the store. An event
is of the month of the telling that leads it, or of its publication where that gives no day.
What it holds depends on the tellings of `days.REACH` days around that alone, and on those that
a person joined with one of them.
"""

from __future__ import annotations

from itertools import groupby, starmap
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec
import pyarrow as pa

from dateline.link.bundles import bundles
from dateline.link.decisions import Decisions
from dateline.link.gather import gather_between
from dateline.link.relations import relations
from dateline.link.told import Held, tellings
from dateline.records.claim import Claim, Tie
from dateline.records.event import Verdict
from dateline.store.fulltext import index_text
from dateline.store.months import UNDATED, Days, days_of, months_of, runs
from dateline.store.reader import Reader
from dateline.store.rows import event_row
from dateline.store.tables import New

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.link.told import Told
    from dateline.store.rows import Row
    from dateline.store.tables import Tables
    from dateline.store.texts import Texts

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
    SELECT number, to_json(claims) FROM claims SEMI JOIN (
        SELECT number, event FROM told JOIN near
        ON told.last >= near.first AND told.first <= near.last
    ) USING (number, event) ORDER BY number
"""
_TIES = """
    SELECT subject.entity, number, to_json(ties) FROM ties
    WHERE subject.entity IS NOT NULL ORDER BY subject.entity, number
"""
_DAYS = pa.schema([("first", pa.string()), ("last", pa.string())])


def link(tables: Tables, texts: Texts, decided: Iterable[str] = ()) -> int:
    """Find the texts, events and relations of a store anew, as far as they have changed.

    Args:
        tables: of the store; nothing is added to them meanwhile.
        texts: of all its reports.
        decided: claims of which a person has decided since.

    Returns:
        How many events were found anew.
    """
    linking = _Linking(Reader(tables.folder, threads=1), texts)
    months = linking.months(texts.changed(), decided)
    if not months and tables.linked == len(texts.lineages):
        return 0
    found = {
        "texts": [New(texts.rows())],
        "relations": [New(linking.relations())],
        "events": linking.events(months),
    }
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
        self._decided = tuple(store.decisions())
        self._decisions = Decisions(self._decided)
        self.found = 0

    def months(self, changed: set[int], decided: Iterable[str]) -> tuple[str, ...]:
        """The months whose events may be others since some reports changed."""
        found: set[str] = set()
        self.store.hold("changed", _column("number", changed, pa.int64()))
        for days in (self._days_before(), self._days_now()):
            self.store.hold("days", days)
            self.store.hold("told", self.store.sql(_TOLD).to_arrow_table())
            asked = "SELECT DISTINCT first, last FROM told WHERE number IN (FROM changed)"
            found.update(months_of(days.around for days in self._days(asked)))
        found.update(months_of(self._days_of(decided)))
        return tuple(sorted(found | months_of(self._joined()))) if found else ()

    def events(self, months: Iterable[str]) -> Iterator[New]:
        """The events of some months, in order, as many months at once as memory bears."""
        counts = dict(self.store.rows("SELECT first[:7], count(*) FROM told GROUP BY ALL"))
        for run in runs(months, counts):
            yield New(self._events(run), run)

    def relations(self) -> Iterator[Row]:
        """All relations, made of the ties of one subject at a time."""
        decode = msgspec.json.Decoder(Tie).decode
        for _, ties in groupby(self.store.rows(_TIES), itemgetter(0)):
            held = (
                Held(source=self._texts.source(number), tie=decode(tie))
                for _, number, tie in ties
            )
            yield from map(msgspec.to_builtins, relations(held))

    def _events(self, months: list[str]) -> Iterator[Row]:
        told = list(self._told([days_of(months).around, *self._joined()]))
        published = {
            claim.id: one.source.published or UNDATED for one in told for claim in one.claims
        }
        for dated in gather_between(bundles(told, self._decisions), self._decisions):
            day = dated.day or published[dated.event.id]
            month = UNDATED if day == UNDATED else day[:7]
            if month in months:
                self.found += 1
                yield event_row(month, dated.event)

    def _told(self, near: Iterable[Days]) -> Iterator[Told]:
        """The tellings that some days touch."""
        days = [day._asdict() for day in near]
        self.store.hold("near", pa.Table.from_pylist(days, _DAYS))
        decode = msgspec.json.Decoder(Claim).decode
        for number, claims in groupby(self.store.rows(_NEAR), itemgetter(0)):
            source = self._texts.source(number)
            yield from tellings(source, (decode(claim) for _, claim in claims))

    def _joined(self) -> list[Days]:
        """The days around claims that a person joined with others."""
        merged = [one for one in self._decided if one.verdict is Verdict.MERGE]
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


def _day_table(days: Iterable[tuple[Any, ...]]) -> pa.Table:
    numbers, known = [], []
    for number, day in days:
        numbers.append(number)
        known.append(day or UNDATED)
    columns = pa.array(numbers, pa.int64()), pa.array(known, pa.string())
    return pa.table(columns, ["number", "day"])


def _column(name: str, values: Iterable[str] | Iterable[int], kind: pa.DataType) -> pa.Table:
    return pa.table({name: pa.array(list(values), kind)})

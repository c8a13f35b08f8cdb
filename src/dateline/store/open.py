"""A store to ask: its events, counts, relations and quotes, and why an event is one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack, cast

import duckdb
import msgspec
import pyarrow as pa

from dateline.errors import StoreError
from dateline.lexicon.library import Library
from dateline.lexicon.ontology import Ontology
from dateline.records.claim import Status
from dateline.records.record import Record
from dateline.store.answer import Answer
from dateline.store.counting import By, Every, On, counts_question
from dateline.store.fulltext import find_text
from dateline.store.reader import Reader
from dateline.store.wanted import Condition, condition, listed, quote, relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.store.wanted import Asked, Values

#: The statuses of what happened.
HAPPENED = (Status.OCCURRED, Status.ONGOING)
#: The events with a claim of those that are named; no more is read of them than its id.
_SAYING = """
    SELECT DISTINCT event FROM (SELECT id AS event, unnest(claims).claim AS claim FROM events)
    SEMI JOIN (SELECT id AS claim FROM claims WHERE serial IN (FROM {})) USING (claim)
"""
#: In order; and the first of them, whose rows alone are read as a whole.
_BY_DAY = "FROM events WHERE {} ORDER BY coalesce(occurred.first, reported), id"
_FIRST = _BY_DAY.format(f"id IN (SELECT id {_BY_DAY} LIMIT {{}})")
#: Characters of the text on each side of a quote.
_AROUND = 160
_QUOTES = f"""
    SELECT r.id AS report, r.published, r.publisher, r.url,
        coalesce(q.speaker.name, q.speaker.text) AS speaker, q.speaker.sector AS sector,
        q.speaker.country AS country, q.kind, q.cue.text AS cue, q.content.text AS words,
        r.text[greatest(q.content.start - {_AROUND}, 0) + 1 : q.content.end + {_AROUND}]
            AS context,
        q.content.start AS start, q.content.end AS end
    FROM quotes q JOIN reports r USING (number)
    WHERE {{}} ORDER BY r.published, q.number, q.content.start
"""
_QUOTING = """
    SELECT record FROM reports WHERE number IN (SELECT q.number FROM quotes q WHERE {})
    ORDER BY published, number
"""
#: By its own id, which is found at once, else by that of one of its claims.
_EVENTS = (
    "FROM events WHERE id = ?",
    "FROM events WHERE id IN (SELECT event FROM members WHERE claim = ?)",
)
_CLAIMS = """
    SELECT c.*, r.id AS report, r.title, r.publisher, r.published, r.url, t.reports AS carriers
    FROM (FROM claims WHERE id IN (SELECT unnest(?))) c JOIN reports r USING (number)
    JOIN texts t ON list_contains(t.reports, c.number)
    ORDER BY r.published, c.number, c.trigger.start
"""


class Store(Reader):
    """A store.

    Raises:
        StoreError: there is none, or it cannot be read.
    """

    def events(self, *, first: int | None = None, **asked: Unpack[Asked]) -> Answer:
        """The events that are asked for, by day; the fields are those of `Asked`.

        Args:
            first: how many of them at the most; None for all.
            asked: what they must have.

        Raises:
            StoreError: what is asked for can be no event.
        """
        wanted = self._wanted(asked)
        question = _BY_DAY if first is None else _FIRST
        return self._answer(question.format(wanted.sql, first), wanted.values)

    def count(self, **asked: Unpack[Asked]) -> int:
        """How many events there are of those that `events` gives.

        Raises:
            StoreError: what is asked for can be no event.
        """
        text = asked.get("text")
        if text and not any(value for field, value in asked.items() if field != "text"):
            ((count,),) = self.rows(f"SELECT count(*) FROM {self._saying(text)}")
            return int(count)
        wanted = self._wanted(asked)
        question = f"SELECT count(*) FROM events WHERE {wanted.sql}"
        ((count,),) = self.rows(question, *wanted.values)
        return int(count)

    def counts(
        self,
        every: Every | None = Every.MONTH,
        by: Iterable[By] = (By.TYPE,),
        *,
        on: On = On.OCCURRED,
        **asked: Unpack[Asked],
    ) -> Answer:
        """How many events there were, with their mean PLOVER and Goldstein scores.

        Only what occurred or goes on is counted, unless a status is asked for.

        Args:
            every: the length of the times; None to count over all time.
            by: what events are told apart by.
            on: whether by the day on which they were, which few reports say, or by that on
                which they were first reported.
            asked: as for `events`.

        Raises:
            StoreError: what is asked for can be no event.
        """
        if not asked.get("status"):
            asked["status"] = HAPPENED
        wanted = self._wanted(asked)
        return self._answer(
            counts_question(every, by, wanted, reported=on == On.REPORTED), wanted.values
        )

    def relations(self, *, on: str | None = None, **asked: Values) -> Answer:
        """The relations that are asked for, by subject.

        Args:
            on: a day for which reports tell of them as holding.
            asked: `subject` and `object`, names or parts of them or codes of countries;
                `predicate` and `office`, whole.

        Raises:
            StoreError: what is asked for can be no relation.
        """
        wanted = relation(asked, on)
        rows = f"FROM relations WHERE {wanted.sql} ORDER BY subject.name, predicate, id"
        return self._answer(rows, wanted.values)

    def quotes(
        self,
        *,
        speaker: Values = None,
        between: tuple[str, str] | None = None,
        text: str | None = None,
    ) -> Answer:
        """Who says what: verbatim, with the text around it, by the day of the report.

        Args:
            speaker: names or parts of them, or codes as for the parties of `events`.
            between: the first and the last day of publication.
            text: words that the quote has, in this order.

        Raises:
            StoreError: what is asked for can be no quote.
        """
        wanted = quote(speaker, between, text)
        return self._answer(_QUOTES.format(wanted.sql), wanted.values)

    def quoting(self, speaker: Values = None) -> Iterator[Record]:
        """The records in which somebody is quoted, by day; `speaker` is as for `quotes`."""
        wanted = quote(speaker, None, None)
        decode = msgspec.json.Decoder(Record).decode
        for (record,) in self.rows(_QUOTING.format(wanted.sql), *wanted.values):
            yield decode(record)

    def explain(self, event: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """An event, and each of its claims with its report and the reason why it is here.

        Args:
            event: its id, or that of one of its claims.

        Raises:
            StoreError: there is no such event.
        """
        found = (row for question in _EVENTS for row in self.dicts(question, event))
        row = next(found, None)
        if row is None:
            raise StoreError(f"`{event}`: no event of this store")
        reasons = {told["claim"]: told["reason"] for told in row["claims"]}
        claims = self.dicts(_CLAIMS, list(reasons))
        return row, [{**claim, "reason": reasons[claim["id"]]} for claim in claims]

    def _wanted(self, asked: Asked) -> Condition:
        """What must hold for an event."""
        wanted = condition(asked)
        self._check(asked)
        text = asked.get("text")
        if not text:
            return wanted
        return Condition(f"{wanted.sql} AND id IN (FROM {self._saying(text)})", wanted.values)

    def _saying(self, text: str) -> str:
        """The table of the events that have some words, kept for the next question."""
        if text not in self._said:
            claims = self.keep(pa.table({"serial": find_text(self.folder, text)}))
            self._said[text] = self.keep(self.sql(_SAYING.format(claims)).to_arrow_table())
        return self._said[text]

    @cached_property
    def _said(self) -> dict[str, str]:
        """The tables of events by the words that they have."""
        return {}

    def _answer(self, question: str, values: Sequence[object]) -> Answer:
        try:
            return Answer(self._connection.sql(question, params=list(values)))
        except duckdb.Error as error:
            raise StoreError(" ".join(str(error).split())) from error

    def _check(self, asked: Asked) -> None:
        """Refuse types, modes, contexts and statuses that are neither ours nor the store's."""
        ontology = Ontology(Library())
        types = ontology.types.values()
        ours: dict[str, Iterable[str]] = {
            "type": ontology.types,
            "mode": {mode for type_ in types for mode in type_.modes},
            "context": ontology.contexts,
            "status": list(Status),
        }
        for field, known in ours.items():
            for value in listed(cast("Values", asked.get(field))):
                if value not in known and not self._holds(field, value):
                    there = ", ".join(sorted(known))
                    raise StoreError(f"no {field} `{value}` (there are: {there})")

    def _holds(self, field: str, value: str) -> bool:
        one = condition({field: value})  # type: ignore[misc]  # one of the fields of _check
        return any(self.rows(f"SELECT 1 FROM events WHERE {one.sql} LIMIT 1", *one.values))

"""Report and parse to the times that the report names, with their values and days.

A time expression stands on an anchor: a unit, a month, a weekday, a year. Rules are tried
around anchors only, so that most tokens cost one look into a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.time_grammar import Grammar
from dateline.annotate.time_match import MatchTimes
from dateline.annotate.time_reading import Around, Reading
from dateline.annotate.time_tense import Tense, TenseReader
from dateline.annotate.time_values import READINGS
from dateline.records.time import Time, TimeType

if TYPE_CHECKING:
    from dateline.annotate.time_match import Match
    from dateline.annotate.time_periods import Period
    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse, Sentence
    from dateline.records.report import Report

#: How many sentences a day told before reaches, of whose year another may be.
_NEAR = 2


class FindTimes:
    """Finds the time expressions of a report.

    Args:
        library: where words and rules are read.
    """

    def __init__(self, library: Library) -> None:
        grammar = Grammar(library)
        self._match = MatchTimes(grammar)
        self._tense = TenseReader(*map(grammar.words, ("ahead_of", "planned", "weekday")))

    def __call__(self, report: Report, parse: Parse) -> tuple[Time, ...]:
        """The times of the report in order, none over another."""
        today = report.opening.day
        around = Around(today, [], Tense.OPEN)
        last: Sentence | None = None
        times: list[Time] = []
        done = 0
        for token in parse.tokens:
            if token.start < done:
                continue
            for time in self._at(parse, token.i, done, around, last):
                times.append(time)
                done = time.end
                last = parse.sentence_of(token.i)
        return tuple(times)

    def _at(
        self, parse: Parse, index: int, done: int, around: Around, last: Sentence | None
    ) -> list[Time]:
        """The time that stands on the token, and those that go on from it; adds to `told`.

        `last` is the sentence in which a time stood last.
        """
        matches = self._match(parse, index, done)
        if not matches:
            return []
        here = parse.sentence_of(index)
        near = last is not None and last.block == here.block
        close = near and last is not None and here.number - last.number <= _NEAR
        around = around._replace(
            tense=self._tense(parse, index) if around.today else Tense.OPEN,
            near=around.told[-1] if close and around.told else None,
        )
        times: list[Time] = []
        for match in matches:
            reading = _read(match, around)
            if reading:
                times.append(_time(parse.text, match, reading))
                _remember(around.told, match, reading)
                going_on = self._match.after(parse, match)
                return times + self._joined(parse, going_on, around)
        return times

    def _joined(self, parse: Parse, match: Match | None, around: Around) -> list[Time]:
        reading = _read(match, around) if match else None
        if match is None or reading is None:
            return []
        _remember(around.told, match, reading)
        return [_time(parse.text, match, reading)]


def _read(match: Match, around: Around) -> Reading | None:
    """The meaning; None where the words name no day that exists."""
    try:
        return READINGS[match.rule.make](match.slots, around)
    except (ValueError, OverflowError):
        return None


def _remember(told: list[Period], match: Match, reading: Reading) -> None:
    if reading.period.first and match.rule.type in {TimeType.DATE, TimeType.TIME}:
        value = reading.period.value.partition("T")[0]
        told.append(reading.period._replace(value=value))


def _time(text: str, match: Match, reading: Reading) -> Time:
    known = reading.period.grain != "FY"  # which each company begins when it likes
    first, last = (reading.period.first, reading.period.last) if known else (None, None)
    return Time(
        text=text[match.start : match.end],
        start=match.start,
        end=match.end,
        value=reading.period.value,
        type=TimeType(match.rule.type),
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        basis=reading.basis,
    )

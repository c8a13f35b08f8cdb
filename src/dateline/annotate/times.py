"""Report and parse to the times that the report names, with their values and days.

A time expression stands on an anchor: a unit, a month, a weekday, a year. Rules are tried
around anchors only, so that most tokens cost one look into a table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate.time_grammar import Grammar
from dateline.annotate.time_tense import Tense, tense_at
from dateline.annotate.time_values import READINGS, Around, Reading
from dateline.records.time import Time, TimeType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.time_grammar import Compiled
    from dateline.annotate.time_periods import Period
    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse, Token
    from dateline.records.report import Report

#: How many tokens before its anchor an expression may begin.
_REACH = 9
_AGAIN = re.compile(r"_\d+$")


class Found(NamedTuple):
    """A match of a rule, and what its words count as."""

    rule: Compiled
    start: int
    end: int
    slots: dict[str, str]


class FindTimes:
    """Finds the time expressions of a report.

    Args:
        library: where words and rules are read.
    """

    def __init__(self, library: Library) -> None:
        self._grammar = Grammar(library)

    def __call__(self, report: Report, parse: Parse) -> tuple[Time, ...]:
        """The times of the report in order, none over another."""
        today = report.opening.day
        told: Period | None = None
        times = []
        for index, found in self._matches(parse):
            around = Around(today, told, tense_at(parse, index) if today else Tense.OPEN)
            reading = _read(found, around)
            if reading is None:
                continue
            times.append(_time(parse.text, found, reading))
            if reading.period.first and found.rule.rule.type in {"DATE", "TIME"}:
                told = reading.period._replace(value=reading.period.value)
        return tuple(times)

    def _matches(self, parse: Parse) -> Iterator[tuple[int, Found]]:
        """The longest match at each place, with the index of its anchor."""
        done = 0
        for index, token in enumerate(parse.tokens):
            if token.start < done:
                continue
            anchors = self._anchors(token)
            if not anchors:
                continue
            found = self._around(parse, index, anchors, done)
            if found:
                done = found.end
                yield index, found

    def _anchors(self, token: Token) -> frozenset[str]:
        lower = token.lower
        anchors = self._grammar.anchors_of(lower)
        if not anchors and ("-" in lower or "–" in lower or lower[-1] == "."):
            pieces = re.split(r"[-–]|\.$", lower)
            anchors = set().union(*(self._grammar.anchors_of(piece) for piece in pieces))
        if any("0" <= character <= "9" for character in lower):
            anchors = anchors | self._grammar.numeral_classes()
        return frozenset(anchors)

    def _around(
        self, parse: Parse, index: int, anchors: frozenset[str], done: int
    ) -> Found | None:
        """The first and longest match that holds the anchor."""
        sentence = parse.sentence_of(index)
        end = parse.tokens[sentence.last - 1].end
        rules = self._grammar.rules_on(anchors)
        for token in self._starts(parse, index, max(sentence.first, index - _REACH)):
            if token.start < done:
                continue
            found = self._longest(parse, token, end, rules)
            if found and found.end >= parse.tokens[index].end - 1:
                return found
        return None

    def _starts(self, parse: Parse, index: int, lowest: int) -> tuple[Token, ...]:
        """The tokens, anchor last, that an expression on the anchor may begin with."""
        first = index
        while first > lowest:
            lower = parse.tokens[first - 1].lower
            if lower not in self._grammar.vocabulary and not lower[0].isdigit() and lower not in "-,–(":
                break
            first -= 1
        return parse.tokens[first : index + 1]

    def _longest(
        self, parse: Parse, token: Token, end: int, rules: tuple[Compiled, ...]
    ) -> Found | None:
        best: Found | None = None
        for compiled in rules:
            match = compiled.match.match(parse.text, token.start, end)
            if match is None or (best and match.end() <= best.end):
                continue
            if token.tag in compiled.rule.unless_tag:
                continue
            slots = self._slots(compiled, match)
            if slots is not None:
                best = Found(compiled, match.start(), match.end(), slots)
        return best

    def _slots(self, compiled: Compiled, match: re.Match[str]) -> dict[str, str] | None:
        """What the words count as; None where one lacks the capital that it needs."""
        slots = dict(compiled.rule.slots)
        for name, text in match.groupdict().items():
            if text is None:
                continue
            kind, lower = _AGAIN.sub("", name), text.lower()
            if self._grammar.needs_capital(kind, lower) and text[0] == lower[0]:
                return None
            slots.setdefault(kind, self._grammar.value(kind, lower))
        return slots


def _read(found: Found, around: Around) -> Reading | None:
    """The meaning; None where the words name no day that exists."""
    try:
        return READINGS[found.rule.rule.make](found.slots, around)
    except (ValueError, OverflowError):
        return None


def _time(text: str, found: Found, reading: Reading) -> Time:
    period = reading.period
    return Time(
        text=text[found.start : found.end],
        start=found.start,
        end=found.end,
        value=period.value,
        type=TimeType(found.rule.rule.type),
        first=period.first.isoformat() if period.first else None,
        last=period.last.isoformat() if period.last else None,
        basis=reading.basis,
    )

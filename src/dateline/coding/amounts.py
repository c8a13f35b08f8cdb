"""Amounts: how many died, were hurt, were arrested or took part, as numbers with words.

A number belongs to the act whose verb counts it (`killed 12 people`), to a verb beside
it (`killing 12`), or, for those who act, to the act's own subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from dateline.annotate import syntax
from dateline.records.claim import Amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.annotate.predicates import Propositions
    from dateline.coding.act import Act
    from dateline.coding.attribution import Attributions
    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse, Token

#: Low, best and high of a number; None where the words do not bound it.
Bounds = tuple[int | None, int | None, int | None]

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
#: Words before a number that say that it is a lower or an upper bound.
_LEAST = frozenset({"least", "over", "than", "exceeding", "above", "minimum"})
_MOST = frozenset({"to", "most", "under", "below", "maximum"})
#: Largest number of people that is believed; longer digits are identifiers.
_LARGEST = 100_000_000


class NumberWord(msgspec.Struct, frozen=True):
    """A word for a number; `best` is None for vague ones (`dozens`)."""

    word: str
    low: int
    best: int | None = None
    high: int | None = None


class Counter(msgspec.Struct, frozen=True):
    """A word that counts people: what it counts and where the number stands."""

    lemma: str
    of: str
    how: str
    example: str


class FindAmounts:
    """Finds the amounts of the acts of a report."""

    def __init__(self, library: Library) -> None:
        self._numbers = {r.word: r for r in library.rows("lang/en/numbers.csv", NumberWord)}
        self._counters = {r.lemma: r for r in library.rows("lang/en/amounts.csv", Counter)}

    def __call__(self, propositions: Propositions, attributions: Attributions) -> Amounts:
        """The amounts of one report, to be asked for by act."""
        return Amounts(self._numbers, self._counters, propositions, attributions)


class Amounts:
    """The amounts of one report."""

    def __init__(
        self,
        numbers: dict[str, NumberWord],
        counters: dict[str, Counter],
        propositions: Propositions,
        attributions: Attributions,
    ) -> None:
        self._numbers = numbers
        self._counters = counters
        self._propositions = propositions
        self._attributions = attributions

    def of(self, act: Act) -> tuple[Amount, ...]:
        """The amounts that belong to an act, in the order of the text."""
        parse = self._propositions.parse
        found: dict[int, Amount] = {}
        for index in self._counting(act, parse):
            token = parse.tokens[index]
            counter = self._counters.get(token.lemma) or self._counters.get(token.lower)
            if counter is None:
                continue
            for head in self._counted(counter, token):
                amount = self._amount(head, counter.of, index)
                if amount is not None:
                    found.setdefault(amount.start, amount)
        return tuple(found[start] for start in sorted(found))

    def _counting(self, act: Act, parse: Parse) -> Iterable[int]:
        """The act's own words, and the verbs and adjectives that say what came of it."""
        yield act.head
        if act.anchor != act.head:
            yield act.anchor
        for kid in parse.kids(act.anchor):
            if kid.dep in {"advcl", "oprd", "acomp", "xcomp"} and kid.tag in {
                "VBG",
                "JJ",
                "VBN",
            }:
                yield kid.i
        above = parse.tokens[parse.tokens[act.anchor].head]
        if parse.tokens[act.anchor].dep == "nsubj":
            yield above.i
            yield from syntax.children(parse, above, "oprd", "acomp", "xcomp", "ccomp")

    def _counted(self, counter: Counter, token: Token) -> tuple[int, ...]:
        if counter.how == "attribute":
            parse = self._propositions.parse
            above = parse.tokens[token.head]
            own = syntax.children(parse, token, "nsubj")
            return own or (
                self._propositions.at(above.i).objects if above.tag[:2] == "VB" else ()
            )
        proposition = self._propositions.at(token.i)
        return proposition.objects if counter.how == "object" else proposition.subjects

    def _amount(self, head: int, of: str, counting: int) -> Amount | None:
        """The number before a noun, or that the noun itself is."""
        parse = self._propositions.parse
        token = parse.tokens[head]
        numerals = [kid for kid in parse.kids(head) if kid.dep == "nummod"]
        if token.tag == "CD" or token.lower in self._numbers:
            numerals = [token]
        elif not numerals:
            return None
        words = [t for n in numerals for t in self._spelled(n, parse)]
        value = self._value(words)
        if value is None:
            return None
        first = min(t.i for t in words)
        if (
            first >= 2
            and parse.tokens[first - 1].lower == "of"
            and _many(parse.tokens[first - 2])
        ):
            return None  # `tens of thousands`: how many tens nobody says
        before = {t.lower for t in parse.tokens[max(0, first - 3) : first]}
        low, best, high = value
        if before & _LEAST:
            best, high = None, None
        elif "up" in before and before & _MOST:
            low, best = None, None
        start, end = parse.tokens[first].start, max(words[-1].end, token.end)
        return Amount(
            of=of,
            low=low,
            best=best,
            high=high,
            text=parse.text[start:end],
            start=start,
            end=end,
            attribution=self._attributions.of(counting),
        )

    def _spelled(self, numeral: Token, parse: Parse) -> list[Token]:
        """The tokens of a numeral: `two hundred`, `1.5 million`, `dozens of`."""
        before = (kid for kid in parse.kids(numeral.i) if kid.i < numeral.i)
        inside = [kid for kid in before if kid.tag == "CD" or kid.lower == "to"]
        return [*inside, numeral]

    def _value(self, words: list[Token]) -> Bounds | None:
        """Low, best and high of a spelled number; None where it is not understood."""
        if any(word.lower == "to" for word in words):
            ends = [self._value([word]) for word in words if word.lower != "to"]
            return _between(ends)
        bounds: Bounds = (0, 0, 0)
        for word in words:
            digits = _DIGITS.fullmatch(word.lower)
            known = self._numbers.get(word.lower) or self._numbers.get(word.lemma)
            if digits:
                number = int(digits.group().replace(",", ""))
                bounds = _add(bounds, (number, number, number))
            elif known is None:
                return None
            elif known.best is not None and known.best >= 100 and bounds[0]:
                bounds = _times(bounds, known.best)
            else:
                bounds = _add(bounds, (known.low, known.best, known.high))
        return bounds if bounds[0] is None or bounds[0] <= _LARGEST else None


def _many(token: Token) -> bool:
    return token.lower in {"tens", "hundreds", "thousands", "dozens", "scores"}


def _between(ends: Sequence[Bounds | None]) -> Bounds | None:
    """From the first number to the second (`20 to 30`); None for anything else."""
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    return ends[0][0], None, ends[1][2]


def _add(ones: Bounds, others: Bounds) -> Bounds:
    """Two numbers said one after the other (`twenty five`), bound by bound."""
    low, best, high = (
        None if one is None or other is None else one + other
        for one, other in zip(ones, others, strict=True)
    )
    return low, best, high


def _times(ones: Bounds, factor: int) -> Bounds:
    """A number of hundreds, thousands or millions, bound by bound."""
    low, best, high = (None if one is None else one * factor for one in ones)
    return low, best, high

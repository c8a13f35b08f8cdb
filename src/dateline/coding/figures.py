"""Figures: number phrases of people as low, best and high (`more than 12`, `dozens`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse, Token

#: Low, best and high of a number; None where the words do not bound it.
Bounds = tuple[int | None, int | None, int | None]

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,3}")
#: Most words that say how a number bounds the true one (`no fewer than`).
_LONGEST_BOUND = 3
#: Largest number of people that is believed; longer digits are identifiers.
_LARGEST = 100_000_000


class NumberWord(msgspec.Struct, frozen=True):
    """A word for a number; `best` is None for vague ones (`dozens`)."""

    word: str
    low: int
    best: int | None = None
    high: int | None = None


class BoundWords(msgspec.Struct, frozen=True):
    """Words before a number, and how it bounds the true one."""

    words: str
    sense: Literal["least", "over", "most", "under", "about"]
    example: str


#: Numbers that multiply the one before them: `two dozen`, `three hundred`.
_SCALES = frozenset({12, 100, 1000, 1_000_000, 1_000_000_000})
#: Tags of words that say a number without a numeral: `dozen`, `several`.
_WORDY = frozenset({"NN", "JJ"})
_ARTICLES = frozenset({"a", "an"})
#: Shares of a number that the text may not give: `two-thirds of the miners`.
_SHARES = frozenset({"half", "third", "quarter", "fifth", "tenth", "percent", "percentage"})
#: Tokens that `tens of` takes up before a number.
_OF_MANY = 2


class Figures:
    """Reads number phrases by the tables `numbers.csv` and `bounds.csv`."""

    def __init__(self, library: Library) -> None:
        self._bounds = {r.words: r for r in library.rows("lang/en/bounds.csv", BoundWords)}
        self._numbers = {r.word: r for r in library.rows("lang/en/numbers.csv", NumberWord)}

    def read(self, parse: Parse, head: int) -> tuple[Bounds, int, int] | None:
        """The number before the noun at `head`, or that it is, as its words bound it.

        With it the first and last token of its words; None where there is no number.
        """
        token = parse.tokens[head]
        if token.lemma in _SHARES:
            return None
        numerals = self._numerals(parse, token)
        if not numerals:
            return None
        ranged = self._range(parse, numerals[0])
        if ranged is not None:
            bounds, first, last = ranged
            return bounds, first, max(last, head)
        words = [t for n in numerals for t in self._spelled(n, parse)]
        value = self._value(words)
        if value is None:
            return None
        first = min(t.i for t in words)
        if first >= _OF_MANY and parse.tokens[first - 1].lower == "of":
            many = self._numbers.get(parse.tokens[first - 2].lower)
            if many is not None and many.best is None:  # `tens of thousands`
                unit = self._numbers.get(words[0].lower)
                first, value = first - 2, self._many_times(many, unit)
        bounds, first = self._bounded(parse, first, value)
        return bounds, first, max(words[-1].i, head)

    def _numerals(self, parse: Parse, token: Token) -> list[Token]:
        """The numbers that stand before a noun, or the word itself where it is one."""
        if token.tag == "CD" or token.lower in self._numbers:
            return [token]
        found = []
        for kid in parse.kids(token.i):
            number = kid.tag == "CD" or (kid.tag[:2] in _WORDY and kid.lower in self._numbers)
            if kid.dep == "nummod" or (kid.dep in {"compound", "nmod", "amod"} and number):
                found.append(kid)
            elif kid.dep == "amod" and kid.lower == "strong":  # `a 5,000-strong crowd`
                found += [k for k in parse.kids(kid.i) if k.tag == "CD"]
        return found

    def _range(self, parse: Parse, numeral: Token) -> tuple[Bounds, int, int] | None:
        """`between 20 and 30`, `400 to 500`: both ends, with the first and last token."""
        tokens = parse.tokens
        for low in (numeral.i, numeral.i - 2):
            if low < 1 or low + 2 >= len(tokens):
                continue
            before, one, link, other = tokens[low - 1 : low + 3]
            between = before.lower in {"between", "from"} and link.lower in {"and", "to"}
            if one.tag == other.tag == "CD" and (between or link.lower == "to"):
                bounds = _between([self._value([one]), self._value([other])])
                if bounds is not None:
                    return bounds, low - 1 if between else low, low + 2
        return None

    def _bounded(self, parse: Parse, first: int, value: Bounds) -> tuple[Bounds, int]:
        """A number as the words before it bound it, and where those words begin."""
        low, best, high = value
        if first and parse.tokens[first - 1].lower in _ARTICLES:  # `more than a hundred`
            first -= 1
        before = [t.lower for t in parse.tokens[max(0, first - _LONGEST_BOUND) : first]]
        tails = (before[n:] for n in range(len(before)))
        words = next((tail for tail in tails if " ".join(tail) in self._bounds), [])
        if not words:
            return value, first
        sense = self._bounds[" ".join(words)].sense
        first -= len(words)
        if sense == "over" and best is not None and low is not None:
            low += 1
        if sense == "under" and best is not None and high is not None:
            high -= 1
        if sense in {"least", "over"}:
            return (low, None, None), first
        if sense in {"most", "under"}:
            return (None, None, high), first
        return ((None, best, None) if best is not None else value), first

    def _many_times(self, many: NumberWord, unit: NumberWord | None) -> Bounds:
        """`tens of thousands`: from the least of both to just below the next."""
        one = self._numbers.get(unit.word.removesuffix("s")) if unit else None
        scale = one.best if one is not None and one.best is not None else 1
        return many.low * scale, None, (many.high + 1) * scale - 1 if many.high else None

    def _spelled(self, numeral: Token, parse: Parse) -> list[Token]:
        """The tokens of a numeral: `two hundred`, `1.5 million`, `20 to 30`, `two dozen`."""
        tokens = parse.tokens
        inside = [
            kid
            for kid in parse.kids(numeral.i)
            if (kid.i < numeral.i and kid.tag == "CD")
            or (kid.i < numeral.i and kid.lower == "to" and tokens[kid.i - 1].lower != "up")
            or (kid.i > numeral.i and kid.lower in self._numbers)
        ]
        return sorted([*inside, numeral], key=lambda token: token.i)

    def _value(self, words: list[Token]) -> Bounds | None:
        """Low, best and high of a spelled number; None where it is not understood."""
        if any(word.lower == "to" for word in words):
            ends = [self._value([word]) for word in words if word.lower != "to"]
            return _between(ends)
        bounds: Bounds = (0, 0, 0)
        for word in words:
            digits = _DIGITS.fullmatch(word.lower)
            known = self._numbers.get(word.lower) or self._numbers.get(word.lemma)
            if _DECIMAL.fullmatch(word.lower) and len(words) == 2:
                return self._decimal(word, words[1])
            if digits:
                number = int(digits.group().replace(",", ""))
                bounds = _add(bounds, (number, number, number))
            elif known is None:
                return None
            elif known.best is not None and known.best in _SCALES and bounds[0]:
                bounds = _times(bounds, known.best)
            else:
                bounds = _add(bounds, (known.low, known.best, known.high))
        return bounds if bounds[0] is None or bounds[0] <= _LARGEST else None

    def _decimal(self, word: Token, scale: Token) -> Bounds | None:
        """`1.5 million`: a decimal of people is none without its scale."""
        known = self._numbers.get(scale.lower)
        if known is None or known.best is None or known.best < 1000:
            return None
        number = round(float(word.text) * known.best)
        return (number, number, number) if number <= _LARGEST else None


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

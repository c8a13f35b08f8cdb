"""Where the words of a report match the rules of the time grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dateline.annotate.time_grammar import Compiled, Grammar, Rule
    from dateline.records.parse import Parse, Token

#: How many tokens before its anchor an expression may begin.
_REACH = 9
_NUMBERED = re.compile(r"_\d+$")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\S{1,16}")
_QUOTES = "'’"
#: Tags of the words before a year that qualifies a noun: `in 1984 elections`.
_INTRODUCING = frozenset({"DT", "IN", "TO", "PRP$", "POS", "NNP", "JJ"})
_COUNTABLE = frozenset({"NNS", "NNP", "NNPS"})
_NAMES = frozenset({"NNP", "NNPS"})


class Match(NamedTuple):
    """A match of a rule: where it stands, its anchor token, and what its words count as."""

    rule: Rule
    start: int
    end: int
    anchor: int
    slots: dict[str, str]


class MatchTimes:
    """Matches the rules of a grammar around the anchors of a parse."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._barred = {
            one.rule.unless_after: grammar.words(one.rule.unless_after)
            for one in grammar.rules
            if one.rule.unless_after
        }

    def __call__(self, parse: Parse, index: int, done: int) -> list[Match]:
        """The matches that hold the token, none before `done`: the earliest and longest first.

        Most tokens are no anchors, and have none.
        """
        anchor = parse.tokens[index]
        anchors = self._grammar.anchors_of(_word(parse.text, anchor))
        if not anchors:
            return []
        sentence = parse.sentence_of(index)
        end = parse.tokens[sentence.last - 1].end
        rules = self._grammar.rules_on(anchors)
        found = []
        for token in self._starts(parse, index, max(sentence.first, index - _REACH)):
            if token.start >= done and token.lower not in self._grammar.inner:
                here = [
                    match
                    for one in rules
                    for match in self._at(parse, token, one, end, index)
                    if match.end > anchor.start
                ]
                found += sorted(here, key=lambda match: -match.end)
        return found

    def after(self, parse: Parse, match: Match) -> Match | None:
        """The match that goes on from another one, as `12` does in `Nov. 9 to 12`."""
        for one in self._grammar.joining:
            if one.link and match.slots.keys() >= set(one.rule.joins):
                link = one.link.match(parse.text, match.end)
                found = link and one.pattern.match(parse.text, link.end())
                slots = self._slots(one, found) if found else None
                if found and slots is not None:
                    inherited = {**match.slots, **slots}
                    return Match(one.rule, found.start(), found.end(), match.anchor, inherited)
        return None

    def _starts(self, parse: Parse, index: int, lowest: int) -> tuple[Token, ...]:
        """The tokens, anchor last, that an expression on the anchor may begin with."""
        first = index
        while first > lowest and self._may_hold(parse.tokens[first - 1].lower):
            first -= 1
        return parse.tokens[first : index + 1]

    def _may_hold(self, lower: str) -> bool:
        grammar = self._grammar
        known = lower in grammar.vocabulary or lower in grammar.inner or lower in _QUOTES
        return known or _DIGIT.search(lower) is not None

    def _at(
        self, parse: Parse, token: Token, one: Compiled, end: int, anchor: int
    ) -> list[Match]:
        """The match of the rule that begins with the token, if there is one."""
        found = one.pattern.match(parse.text, token.start, end)
        if found is None or self._is_barred(parse, token, one.rule, found.end()):
            return []
        slots = self._slots(one, found)
        if slots is None:
            return []
        return [Match(one.rule, found.start(), found.end(), anchor, slots)]

    def _is_barred(self, parse: Parse, token: Token, rule: Rule, end: int) -> bool:
        """Whether what stands around the words forbids the rule."""
        if token.tag in rule.unless_tag:
            return True
        before = parse.tokens[token.i - 1] if token.i else None
        if before and rule.unless_after and before.lower in self._barred[rule.unless_after]:
            return True
        if rule.unless_counts and _counts(parse, token, before):
            return True
        return rule.unless_name and _in_name(parse, token, before, end)

    def _slots(self, one: Compiled, found: re.Match[str]) -> dict[str, str] | None:
        """What the words count as; None where one lacks the capital that it needs."""
        slots = dict(one.rule.slots)
        for name, text in found.groupdict().items():
            if text is None:
                continue
            kind, lower = _NUMBERED.sub("", name), text.lower()
            if self._grammar.needs_capital(kind, lower) and text[0] == lower[0]:
                return None
            slots.setdefault(kind, self._grammar.value(kind, lower))
        return slots


def _word(text: str, token: Token) -> str:
    """The token in lower case; with digits the word it is part of, as `2020-11-10` or `'82`."""
    if not _DIGIT.search(token.lower):
        return token.lower
    start = token.start
    if start and text[start - 1] in _QUOTES:
        start -= 1
    word = _WORD.match(text, start)
    return word.group().lower() if word else token.lower


def _counts(parse: Parse, token: Token, before: Token | None) -> bool:
    """Whether a bare number counts a noun: `drowned 1900 villagers`, `nine of 2015 votes`."""
    if token.dep != "nummod":
        return False
    if before and before.tag in _INTRODUCING:
        return before.lower == "of" and before.i > 0 and parse.tokens[before.i - 1].tag == "CD"
    return parse.tokens[token.head].tag in _COUNTABLE


def _in_name(parse: Parse, token: Token, before: Token | None, end: int) -> bool:
    """Whether proper nouns stand next to the words: `Theresa May`, `April Jones`."""
    if token.tag not in _NAMES:
        return False
    if before and before.tag in _NAMES and before.end + 1 == token.start:
        return True
    after = parse.between(end, end + 2)
    if not after or after[0].tag not in _NAMES:
        return False
    return any(one.head == after[0].i for one in parse.between(token.start, end))

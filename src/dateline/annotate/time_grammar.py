"""The grammar of time expressions: words and rules from data files, compiled once."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dateline.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dateline.lexicon.library import Library

WORDS = "lang/en/time_words.csv"
RULES = "lang/en/times.toml"

#: What a space of a pattern stands for.
SPACE = r"\s+"
_SLOT = re.compile(r"\{(\w+)\}")
_MACRO = re.compile(r"<(\w+)>")
_PLAIN = re.compile(r"[a-z'’.]+")


class Word(msgspec.Struct, frozen=True):
    """Words of a class, the `kind`, that count the same."""

    kind: str
    words: tuple[str, ...]
    value: str = ""
    anchor: bool = False
    capital: bool = False


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, and what a rule finds there: `finds` with `value`; nothing where it is None."""

    text: str
    published: str | None = None
    finds: str | None = None
    value: str | None = None


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern and what its matches mean.

    `make` names the reading of `time_values`, `slots` gives it what the words do not say.
    `pattern` is a regular expression in which a space is any space, `{class}` a word of the
    class and `<name>` one of the file's `parts`. `unless_tag` are Penn tags that the first
    token must not have.
    """

    name: str
    pattern: str
    make: str
    slots: dict[str, str] = {}
    type: str = "DATE"
    unless_tag: tuple[str, ...] = ()
    yes: tuple[Case, ...] = ()
    no: tuple[Case, ...] = ()


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`numerals` are classes written in digits, `parts` named pieces of patterns."""

    numerals: dict[str, str] = {}
    parts: dict[str, str] = {}
    rule: tuple[Rule, ...] = ()


class Compiled(NamedTuple):
    """A rule ready to match, with the anchor classes that it may stand on."""

    rule: Rule
    match: re.Pattern[str]
    anchors: frozenset[str]


class Grammar:
    """The rules of a language.

    Attributes:
        rules: every rule, in the order of its file.
        vocabulary: the plain words that occur in rules.
    """

    def __init__(self, library: Library) -> None:
        self._values: dict[str, dict[str, str]] = {}
        self._capital: set[tuple[str, str]] = set()
        self._anchors: dict[str, set[str]] = {}
        self._numerals: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        self.vocabulary: set[str] = set()
        for word in library.rows(WORDS, Word):
            self._add(word)
        files = library.tables(RULES, RuleFile)
        for _, file in files:
            self._numerals.update(file.numerals)
            self._parts.update(file.parts)
        self._classes = {name: self._alternatives(name) for name in self._values}
        self.rules = tuple(self._compile(path, rule) for path, file in files for rule in file.rule)
        self._digit_anchors = frozenset(self._numerals)
        self.rules_on = cache(self._rules_on)

    def anchors_of(self, lower: str) -> set[str]:
        """The classes of a token that can hold an expression up; empty for most tokens."""
        return self._anchors.get(lower) or set()

    def value(self, name: str, lower: str) -> str:
        """What the word counts as in its class; digits count as themselves."""
        words = self._values.get(name)
        return words.get(" ".join(lower.split()), lower) if words else lower

    def needs_capital(self, name: str, lower: str) -> bool:
        """Whether the word belongs to the class only with a capital letter."""
        return (name, lower) in self._capital

    def numeral_classes(self) -> frozenset[str]:
        """The classes that are written in digits."""
        return self._digit_anchors

    def _rules_on(self, anchors: frozenset[str]) -> tuple[Compiled, ...]:
        """The rules that can stand on any of the anchor classes."""
        return tuple(rule for rule in self.rules if rule.anchors & anchors)

    def _add(self, word: Word) -> None:
        values = self._values.setdefault(word.kind, {})
        for text in word.words:
            values[text] = word.value
            self.vocabulary.update(_PLAIN.findall(text))
            if word.capital:
                self._capital.add((word.kind, text))
            if word.anchor:
                for piece in text.split():
                    self._anchors.setdefault(piece, set()).add(word.kind)

    def _alternatives(self, name: str) -> str:
        words = sorted(self._values[name], key=len, reverse=True)
        either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
        digits = self._numerals.get(name)
        return f"{either}|{digits}" if digits else either

    def _compile(self, path: Path, rule: Rule) -> Compiled:
        pattern = rule.pattern
        while _MACRO.search(pattern):
            pattern = _MACRO.sub(lambda found: f"(?:{self._parts[found[1]]})", pattern)
        names = _SLOT.findall(pattern)
        plain = _PLAIN.findall(_SLOT.sub(" ", pattern))
        self.vocabulary.update(plain)
        whole = rf"(?<![\w$£€])(?:{self._fill(pattern.replace(' ', SPACE))})(?!\w)"
        try:
            compiled = re.compile(whole, re.IGNORECASE)
        except re.error as error:
            raise LexiconError(path, None, f"rule `{rule.name}`: {error}") from error
        return Compiled(rule, compiled, frozenset(self._holding(names, plain)))

    def _holding(self, names: Iterable[str], plain: Iterable[str]) -> set[str]:
        """The anchor classes among the classes and the plain words of a pattern."""
        holding = set().union(*self._anchors.values(), self._numerals)
        spelt = [self.anchors_of(word) for word in plain]
        return holding.intersection(names).union(*spelt)

    def _fill(self, pattern: str) -> str:
        """The pattern with its slots as groups; a class that comes again gets a number."""
        seen: dict[str, int] = {}

        def group(found: re.Match[str]) -> str:
            name = found[1]
            seen[name] = seen.get(name, 0) + 1
            again = f"_{seen[name]}" if seen[name] > 1 else ""
            return f"(?P<{name}{again}>{self._classes.get(name) or self._numerals[name]})"

        return _SLOT.sub(group, pattern)

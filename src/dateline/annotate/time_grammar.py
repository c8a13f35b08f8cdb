"""The grammar of time expressions: words and rules from data files, compiled once."""

from __future__ import annotations

import re
from functools import lru_cache
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
_SPACE = r"\s+"
_ANY_SPACE = r"\s*"
#: No expression ends within a word; `soon-to-open` goes on, `June-August` does not.
_END = r"(?!\w|(?-i:-(?!to-)[a-z]))"
#: Where a token falls into words: `year-end`, `decade-long`.
_JOINT = re.compile(r"[-–—/]|\.$")
_DIGIT = re.compile(r"\d")
#: How many words are kept with what was found out about them.
_KEPT = 50_000
_NONE: frozenset[str] = frozenset()
_SLOT = re.compile(r"\{(\w+)\}")
_MACRO = re.compile(r"<(\w+)>")
_PLAIN = re.compile(r"[a-z'’.]+")
#: The same words as the parser cuts them: `year` and `'s`.
_TOKENS = re.compile(r"['’]?[a-z.]+")


class Word(msgspec.Struct, frozen=True):
    """Words of a class, the `kind`, that count the same.

    The last word of an `anchor` is what an expression can stand on.
    """

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

    `pattern` is a regular expression in which a space is any space, `{class}` a word of the
    class and `<name>` one of the file's `parts`. `make` names a reading of `time_values`,
    and `slots` gives it what the words do not say. `unless_tag` are Penn tags that the
    first token must not have, `unless_after` a class whose words must not stand before it,
    `unless_name` asks that the words are no part of a longer name, and `unless_counts` that
    they do not count the noun that follows. A rule with `joins`
    goes on from an expression that has all these slots, over the words of `link`.
    """

    name: str
    pattern: str
    make: str
    slots: dict[str, str] = {}
    type: str = "DATE"
    unless_tag: tuple[str, ...] = ()
    unless_after: str | None = None
    unless_name: bool = False
    unless_counts: bool = False
    joins: tuple[str, ...] = ()
    link: str = ""
    yes: tuple[Case, ...] = ()
    no: tuple[Case, ...] = ()


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`numerals` are classes written in digits, `parts` named pieces of patterns.

    `counting` numerals hold no expression up by themselves, as a plain number, and
    no expression begins with the words of `inner`.
    """

    counting: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    numerals: dict[str, str] = {}
    parts: dict[str, str] = {}
    rule: tuple[Rule, ...] = ()


class Compiled(NamedTuple):
    """A rule ready to match, with the anchor classes that it may stand on.

    `link` is set for a rule that goes on from another expression.
    """

    rule: Rule
    pattern: re.Pattern[str]
    link: re.Pattern[str] | None
    anchors: frozenset[str]


class Grammar:
    """The rules of a language.

    Attributes:
        rules: every rule that stands alone, in the order of its file.
        joining: the rules that go on from another expression.
        vocabulary: the plain words that occur in rules.
        inner: the words and marks that no expression begins with.
    """

    def __init__(self, library: Library) -> None:
        self._values: dict[str, dict[str, str]] = {}
        self._capital: set[tuple[str, str]] = set()
        self._anchors: dict[str, frozenset[str]] = {}
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
        rules = [self._compile(path, rule) for path, file in files for rule in file.rule]
        self.rules = tuple(rule for rule in rules if rule.link is None)
        self.joining = tuple(rule for rule in rules if rule.link)
        counting = {name for _, file in files for name in file.counting}
        self._dated = {
            name: re.compile(pattern, re.IGNORECASE)
            for name, pattern in self._numerals.items()
            if name not in counting
        }
        self.inner = frozenset(word for _, file in files for word in file.inner)
        self.anchors_of = lru_cache(_KEPT)(self._anchors_of)
        self.rules_on = lru_cache(_KEPT)(self._rules_on)

    def _anchors_of(self, lower: str) -> frozenset[str]:
        """The classes of a token that can hold an expression up; none for most tokens."""
        pieces = {lower, *_JOINT.split(lower)}
        anchors = _NONE.union(*(self._anchors.get(piece, _NONE) for piece in pieces))
        return anchors.union(
            name
            for piece in pieces
            if _DIGIT.search(piece)
            for name, pattern in self._dated.items()
            if pattern.match(piece)
        )

    def value(self, name: str, lower: str) -> str:
        """What the word counts as in its class; digits count as themselves."""
        words = self._values.get(name, {})
        plain = " ".join(lower.split())
        if plain not in words and "-" in plain:
            tens, _, ones = plain.partition("-")
            if tens in words and ones in words:
                return str(int(words[tens]) + int(words[ones]))
        return words.get(plain, lower)

    def needs_capital(self, name: str, lower: str) -> bool:
        """Whether the word belongs to the class only with a capital letter."""
        return (name, lower) in self._capital

    def words(self, name: str) -> frozenset[str]:
        """The words of a class."""
        return frozenset(self._values.get(name, ()))

    def _rules_on(self, anchors: frozenset[str]) -> tuple[Compiled, ...]:
        """The rules that can stand on any of the anchor classes."""
        return tuple(rule for rule in self.rules if rule.anchors & anchors)

    def _add(self, word: Word) -> None:
        values = self._values.setdefault(word.kind, {})
        for text in word.words:
            values[text] = word.value
            self.vocabulary.update(_PLAIN.findall(text), _TOKENS.findall(text))
            if word.capital:
                self._capital.add((word.kind, text))
            if word.anchor:
                last = text.split()[-1]
                self._anchors[last] = self._anchors.get(last, _NONE) | {word.kind}

    def _alternatives(self, name: str) -> str:
        words = sorted(self._values[name], key=len, reverse=True)
        either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
        digits = self._numerals.get(name)
        return f"{digits}|(?:{either})(?:-(?:{either}))?" if digits else either

    def _compile(self, path: Path, rule: Rule) -> Compiled:
        try:
            pattern = self._expand(rule.pattern)
            compiled = re.compile(
                rf"(?<![\w$£€])(?:{self._fill(pattern)}){_END}", re.IGNORECASE
            )
            link = re.compile(rule.link, re.IGNORECASE) if rule.link else None
        except re.error as error:
            raise LexiconError(path, None, f"rule `{rule.name}`: {error}") from error
        except KeyError as error:
            message = f"rule `{rule.name}` names {error}, which no file defines"
            raise LexiconError(path, None, message) from error
        names = _SLOT.findall(pattern)
        plain = _PLAIN.findall(_SLOT.sub(" ", pattern))
        self.vocabulary.update(plain)
        return Compiled(rule, compiled, link, frozenset(self._holding(names, plain)))

    def _expand(self, pattern: str) -> str:
        """The pattern with the named parts spelt out."""
        while _MACRO.search(pattern):
            pattern = _MACRO.sub(lambda found: f"(?:{self._parts[found[1]]})", pattern)
        return pattern

    def _holding(self, names: Iterable[str], plain: Iterable[str]) -> set[str]:
        """The anchor classes among the classes and the plain words of a pattern."""
        holding = set().union(*self._anchors.values(), self._numerals)
        spelt = [self._anchors.get(word, _NONE) for word in plain]
        return holding.intersection(names).union(*spelt)

    def _fill(self, pattern: str) -> str:
        """The pattern with its slots as groups; a class that comes again gets a number."""
        seen: dict[str, int] = {}

        def group(found: re.Match[str]) -> str:
            name = found[1]
            seen[name] = seen.get(name, 0) + 1
            again = f"_{seen[name]}" if seen[name] > 1 else ""
            return f"(?P<{name}{again}>{self._classes.get(name) or self._numerals[name]})"

        spaced = pattern.replace(" ?", _ANY_SPACE).replace(" ", _SPACE)
        return _SLOT.sub(group, spaced)

"""Domains: sentences of sport, games, arts, business and science, which tell no politics."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.lexicon.library import Library

_SCORE = re.compile(r" \d{1,3} ?[-–] ?\d{1,3} ")


class Domain(msgspec.Struct, frozen=True):
    """A row of `domains.csv`: words, `needed` of which put a sentence into the domain.

    Where it is `hard`, no act of the sentence counts, whoever takes part.
    """

    domain: str
    needed: int
    hard: bool
    example: str
    lemmas: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Domains:
    """Tells the domain of a sentence by its words."""

    def __init__(self, library: Library) -> None:
        self.rows = tuple(library.rows("lang/en/domains.csv", Domain))
        self._by_lemma: dict[str, list[int]] = defaultdict(list)
        self._phrases: list[tuple[str, int]] = []
        for number, row in enumerate(self.rows):
            for lemma in row.lemmas:
                self._by_lemma[lemma].append(number)
            self._phrases += [(f" {phrase} ", number) for phrase in row.phrases]

    def __call__(self, lemmas: Sequence[str]) -> Domain | None:
        """The row that a sentence with these lemmas belongs to, hard ones first; or None."""
        found: dict[int, set[str]] = defaultdict(set)
        for lemma in lemmas:
            for number in self._by_lemma.get(lemma, ()):
                found[number].add(lemma)
        text = f" {' '.join(lemmas)} "
        if _SCORE.search(text):
            for number in self._by_lemma.get("<score>", ()):
                found[number].add("<score>")
        for phrase, number in self._phrases:
            if phrase in text:
                found[number].add(phrase)
        rows = [self.rows[n] for n in sorted(found) if len(found[n]) >= self.rows[n].needed]
        return min(rows, key=lambda row: not row.hard, default=None)

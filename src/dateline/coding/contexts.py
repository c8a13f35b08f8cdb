"""Contexts: PLOVER's why and topic, from the words of a claim's sentence."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.lexicon.library import Library


class ContextCue(msgspec.Struct, frozen=True):
    """A row of `contexts.csv`: words that put a claim into a context.

    `sectors`, where given, must share one with the parties of the claim.
    """

    context: str
    example: str
    lemmas: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()


class Contexts:
    """Gives claims their contexts, in the order of the table."""

    def __init__(self, library: Library) -> None:
        self.cues = tuple(library.rows("lang/en/contexts.csv", ContextCue))
        self._by_lemma: dict[str, list[int]] = defaultdict(list)
        self._by_first: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        for number, cue in enumerate(self.cues):
            for lemma in cue.lemmas:
                self._by_lemma[lemma].append(number)
            for phrase in cue.phrases:
                words = tuple(phrase.split())
                self._by_first[words[0]].append((words, number))

    def __call__(self, lemmas: Sequence[str], sectors: frozenset[str]) -> tuple[str, ...]:
        """The contexts of a sentence with these lemmas and a claim with these sectors."""
        found: set[int] = set()
        for place, lemma in enumerate(lemmas):
            found.update(self._by_lemma.get(lemma, ()))
            for words, number in self._by_first.get(lemma, ()):
                if tuple(lemmas[place : place + len(words)]) == words:
                    found.add(number)
        cues = (self.cues[number] for number in sorted(found))
        wanted = (c.context for c in cues if not c.sectors or not sectors.isdisjoint(c.sectors))
        return tuple(dict.fromkeys(wanted))

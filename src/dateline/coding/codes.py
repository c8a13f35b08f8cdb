"""Codes: the CAMEO code of a claim, and the scores of its type and code."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.lexicon.library import Library
    from dateline.lexicon.ontology import Ontology


class Step(msgspec.Struct, frozen=True):
    """A row of the table from PLOVER to CAMEO; an empty cell asks for nothing.

    One of `words` must stand in the sentence, of `war+crime` both words.
    """

    type: str
    cameo: str
    mode: str | None = None
    context: str | None = None
    words: tuple[str, ...] = ()

    def holds(self, mode: str | None, contexts: Iterable[str], words: frozenset[str]) -> bool:
        """Whether mode, contexts and the sentence's lemmas are as the row asks."""
        if self.mode is not None and self.mode != mode:
            return False
        if self.context is not None and self.context not in contexts:
            return False
        return not self.words or any(words.issuperset(w.split("+")) for w in self.words)


class CodesOfClaim(NamedTuple):
    """Numbers that follow from what is coded."""

    cameo: str
    quad_class: int
    plover_score: float
    goldstein: float


class Codes:
    """Gives claims their codes.

    Args:
        library: for `crosswalk/plover_to_cameo.csv`, whose first row that holds is taken.
        ontology: types, modes and scores.
    """

    def __init__(self, library: Library, ontology: Ontology) -> None:
        self._ontology = ontology
        self._steps: dict[str, list[Step]] = defaultdict(list)
        for step in library.rows("crosswalk/plover_to_cameo.csv", Step):
            self._steps[step.type].append(step)

    def __call__(
        self,
        type_: str,
        mode: str | None,
        contexts: tuple[str, ...],
        words: frozenset[str],
        own: str | None = None,
    ) -> CodesOfClaim:
        """The codes of a claim; `own` is the code that its rule gives and that wins."""
        cameo = own or next(
            step.cameo for step in self._steps[type_] if step.holds(mode, contexts, words)
        )
        return CodesOfClaim(
            cameo=cameo,
            quad_class=self._ontology.types[type_].quad_class,
            plover_score=self._ontology.score(type_, mode),
            goldstein=self._ontology.cameo[cameo].goldstein,
        )

"""Whose a span is: the act or the clause that a time or a place of the text hangs from."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from dateline.records.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.coding.act import Act
    from dateline.records.parse import Parse

S = TypeVar("S", bound=Span)

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})


class Clauses:
    """The acts and clauses of one report, to be asked for what stands above a token.

    Args:
        parse: the parse of the report.
        acts: all acts found; an expression below one of them belongs to it.
    """

    def __init__(self, parse: Parse, acts: Sequence[Act]) -> None:
        self.parse = parse
        self._acts: dict[int, list[Act]] = defaultdict(list)
        for act in acts:
            for index in self.words(act):
                self._acts[index].append(act)

    def by_sentence(self, spans: Iterable[S]) -> dict[int, list[tuple[int, S]]]:
        """The spans that hold a token with the token they hang by, by sentence."""
        found: dict[int, list[tuple[int, S]]] = defaultdict(list)
        for span in spans:
            head = self._head(span)
            if head is not None:
                found[self.parse.sentence_of(head).number].append((head, span))
        return found

    def owner(self, index: int) -> int | None:
        """The nearest act above a token, stopping at a verb that is none."""
        tokens = self.parse.tokens
        current = index
        while tokens[current].head != current:
            current = tokens[current].head
            if current in self._acts:
                return current
            if tokens[current].tag.startswith("VB"):
                return None
        return None

    def words(self, act: Act) -> set[int]:
        """The words of an act that time and place may hang from: `march` of `plan to march`."""
        verbs = (i for i in act.trigger if self.parse.tokens[i].tag.startswith("VB"))
        return {act.head, act.anchor, *verbs}

    def is_act(self, index: int) -> bool:
        """Whether the token names an act or stands for one."""
        return index in self._acts

    def acts_at(self, index: int) -> Sequence[Act]:
        """The acts that a token names or stands for."""
        return self._acts.get(index, ())

    def share(self, index: int, act: Act) -> bool:
        """Whether a token stands under the verb that the act hangs from, or itself.

        What opens a clause holds for all its verbs: `In Lagos a man rose and shot the guard`.
        """
        above = self.finite(index)
        first = self.first(act.anchor)
        return above in {self.finite(act.anchor), act.anchor} or (above == first > index)

    def first(self, index: int) -> int:
        """The first of the verbs joined to a verb, or the verb itself."""
        tokens = self.parse.tokens
        while tokens[index].dep == "conj" and tokens[tokens[index].head].tag.startswith("VB"):
            index = tokens[index].head
        return index

    def finite(self, index: int) -> int:
        """The nearest finite verb above a token, or the root."""
        tokens = self.parse.tokens
        current = index
        while tokens[current].head != current:
            if tokens[current].tag in _FINITE and current != index:
                return current
            current = tokens[current].head
        return current

    def _head(self, span: Span) -> int | None:
        """The token of a span that hangs from outside it."""
        inside = self.parse.between(span.start, span.end)
        numbers = {token.i for token in inside}
        for token in inside:
            if token.head == token.i or token.head not in numbers:
                return token.i
        return None

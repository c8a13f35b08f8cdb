"""Triggers: every verb and noun of an event, coded or not, with its status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.annotate import syntax
from dateline.records.claim import Predicate
from dateline.records.span import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.coding.attribution import Attributions
    from dateline.coding.status import Statuses
    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse, Token

#: Verbs that tell of no event themselves.
_EMPTY_VERBS = frozenset({"be", "have", "do", "will", "can", "may", "must", "shall", "would"})


class EventNoun(msgspec.Struct, frozen=True):
    """A row of `event_nouns.csv`: a noun that tells of an event, or an ending of such."""

    noun: str


class FindPredicates:
    """Finds the words that tell of events.

    Args:
        library: for `lang/en/event_nouns.csv`; a row that begins with `-` is an ending.
    """

    def __init__(self, library: Library) -> None:
        rows = [row.noun for row in library.rows("lang/en/event_nouns.csv", EventNoun)]
        self._nouns = frozenset(r for r in rows if not r.startswith("-"))
        self._endings = tuple(r[1:] for r in rows if r.startswith("-"))

    def __call__(
        self, parse: Parse, statuses: Statuses, attributions: Attributions
    ) -> tuple[Predicate, ...]:
        """The predicates of a report in the order of the text."""
        return tuple(self._predicates(parse, statuses, attributions))

    def _predicates(
        self, parse: Parse, statuses: Statuses, attributions: Attributions
    ) -> Iterator[Predicate]:
        for token in parse.tokens:
            if self._tells(token):
                status, polarity = statuses.of(token.i)
                yield Predicate(
                    trigger=cut(parse.text, token.start, token.end),
                    status=status,
                    polarity=polarity,
                    attribution=attributions.of(token.i),
                )

    def _tells(self, token: Token) -> bool:
        if token.tag.startswith("VB"):
            return token.dep not in syntax.AUXILIARIES and token.lemma not in _EMPTY_VERBS
        if token.tag not in {"NN", "NNS"}:
            return False
        return token.lemma in self._nouns or token.lemma.endswith(self._endings)

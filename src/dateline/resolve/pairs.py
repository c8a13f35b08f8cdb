"""Pairs: the two whom a report has just told of, as `the two countries`, `both sides`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.records.parse import Parse, Token
    from dateline.resolve.knowledge import Naming
    from dateline.resolve.roles import Roles
    from dateline.resolve.spoken import SpokenOf

#: How many sentences back the two were told of.
_BACK = 3
_SIZE = 2
_TWO, _BOTH = "two", "both"
_KNOWN = frozenset({"the", "these", "those"})
_GOVERNMENT = ("GOV",)


class Pairs:
    """Finds the countries of pairs in one report.

    Args:
        parse: the parse of the report.
        roles: the reader of role nouns.
        spoken: the countries that its sentences speak of.
        naming: nouns by which two are told of together.
    """

    def __init__(self, parse: Parse, roles: Roles, spoken: SpokenOf, naming: Naming) -> None:
        self._parse = parse
        self._roles = roles
        self._spoken = spoken
        self._naming = naming

    def of(self, head: int) -> tuple[str, ...]:
        """The two countries that a noun stands for, empty if it is no pair or not clear.

        Those are they that the nearest sentence before speaks of, if it does of two.
        """
        if not self._is_of_pair(head) or self._roles.country(head) is not None:
            return ()
        number = self._parse.sentence_of(head).number
        for before in range(number, max(-1, number - _BACK - 1), -1):
            spoken = self._spoken.names(before, head)
            if len(spoken) > 1:
                return spoken if len(spoken) == _SIZE else ()
        return ()

    def _is_of_pair(self, head: int) -> bool:
        """Whether a noun is a pair, or of one: `the leaders of the two countries`."""
        noun = self._parse.tokens[head]
        under = [
            k
            for kid in self._parse.kids(head)
            if kid.lower == "of"
            for k in self._parse.kids(kid.i)
        ]
        role = noun.tag == "NNS" and self._roles.role(head) is not None
        nouns = [noun, *(under if role else ())]
        return any(is_pair(self._parse, one, self._naming) for one in nouns)

    def sector(self, head: int) -> tuple[str, ...]:
        """The sectors of each of the two: leaders of states are of their governments."""
        role = self._roles.role(head)
        if role is None or role.noun.noun in self._naming.states:
            return ()
        state = role.noun.whose == "state" and not role.noun.sector
        return _GOVERNMENT if state else role.noun.sector


def is_pair(parse: Parse, noun: Token, naming: Naming) -> bool:
    """Whether a noun is of two who are known: `the two leaders`, `both sides`."""
    if noun.tag != "NNS" or noun.lemma not in naming.pairs:
        return False
    words = {kid.lower for kid in parse.kids(noun.i) if kid.i < noun.i}
    return _BOTH in words or (_TWO in words and not words.isdisjoint(_KNOWN))

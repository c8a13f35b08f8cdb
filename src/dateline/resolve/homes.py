"""Homes: the country of a role that its own phrase does not say, and only where it is clear.

`Police` are those of the country that the sentence speaks of (`in Belarus`), or of the
country that the same role had before; else nothing is said.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dateline.resolve import phrase

if TYPE_CHECKING:
    from dateline.records.parse import Parse
    from dateline.resolve.mention import Mention
    from dateline.resolve.roles import Roles

#: Sectors of those who mostly act in their own country.
_AT_HOME = frozenset(
    {"COP", "GOV", "OPP", "LEG", "JUD", "CVL", "PTY", "LAB", "EDU", "AGR", "MED", "SOC"}
)
_WITHIN = frozenset({"in", "across", "throughout", "inside"})
_DEFINITE = frozenset({"the", "these", "those", "this"})
#: Letters that a word for people shares with the word for what they do (`protest`).
_STEM = 7


class Homes:
    """Countries of roles by what stands around them in one report.

    Args:
        parse: the parse of the report.
        roles: the reader of role nouns.
        at: the mention that a token belongs to.
    """

    def __init__(self, parse: Parse, roles: Roles, at: dict[int, Mention]) -> None:
        self._parse = parse
        self._roles = roles
        self._at = at
        self._before: dict[str, list[tuple[int, str]]] | None = None
        self._scenes: dict[int, str | None] = {}

    def country(self, head: int) -> str | None:
        """The country of the role at `head` by an earlier one, else by its sentence."""
        role = self._roles.role(head)
        if role is None or not self._open(head):
            return None
        earlier = self._earlier(head, role.noun.noun)
        if earlier:
            return earlier
        return self.scene(head) if _AT_HOME & set(role.noun.sector) else None

    def scene(self, head: int) -> str | None:
        """The one country in which the sentence of `head` says that things happen."""
        number = self._parse.sentence_of(head).number
        if number not in self._scenes:
            self._scenes[number] = self._find_scene(number)
        return self._scenes[number]

    def _open(self, head: int) -> bool:
        """Whether the phrase is definite, or a plural or collective without determiner."""
        determiners = [k.lower for k in self._parse.kids(head) if k.dep == "det"]
        if determiners:
            return determiners[0] in _DEFINITE
        return not any(k.dep == "poss" for k in self._parse.kids(head))

    def _earlier(self, head: int, noun: str) -> str | None:
        """The country of the nearest earlier phrase with the same noun or stem."""
        if self._before is None:
            self._before = self._read_all()
        told = self._before.get(noun[:_STEM], [])
        before = bisect_left(told, (head, ""))
        return told[before - 1][1] if before else None

    def _read_all(self) -> dict[str, list[tuple[int, str]]]:
        """The countries of all nouns whose own phrase says one, by their first letters."""
        found: dict[str, list[tuple[int, str]]] = {}
        for token in self._parse.tokens:
            if token.tag not in {"NN", "NNS"} or token.i in self._at:
                continue
            role = self._roles.role(token.i)
            word = role.noun.noun if role else token.lemma
            if role is None and len(word) < _STEM:
                continue
            country = self._roles.country(token.i)
            if country is None and role and _AT_HOME & set(role.noun.sector):
                country = self.scene(token.i) if self._open(token.i) else None
            if country:
                found.setdefault(word[:_STEM], []).append((token.i, country))
        return found

    def _find_scene(self, number: int) -> str | None:
        sentence = self._parse.sentences[number]
        countries = set()
        for token in self._parse.tokens_of(sentence):
            mention = self._at.get(token.i)
            if mention is None or mention.head != token.i or mention.country is None:
                continue
            if self._within(token.i):
                countries.add(mention.country)
        return countries.pop() if len(countries) == 1 else None

    def _within(self, index: int) -> bool:
        """Whether a name stands under `in`, alone or coordinated."""
        tokens = self._parse.tokens
        token = tokens[index]
        while token.dep in {"conj", "appos", "poss"} and token.head != token.i:
            token = tokens[token.head]
        return token.dep == "pobj" and tokens[token.head].lower in _WITHIN


def is_plain(parse: Parse, head: int) -> bool:
    """Whether nothing but an article stands before the role at `head`."""
    first = phrase.left_edge(parse, head)
    return all(token.tag == "DT" for token in parse.tokens[first:head])

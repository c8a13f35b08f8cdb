"""Fitting: whether a noun of the text is what an element of a pattern asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.lexicon.pattern import Element, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.parties import Parties
    from dateline.lexicon.words import Words
    from dateline.records.parse import Token

#: The sector that a state acts as.
_STATE = frozenset({"GOV"})


class Fitting:
    """Holds the nouns of one report against elements of patterns."""

    def __init__(self, words: Words, propositions: Propositions, parties: Parties) -> None:
        self._words = words
        self._propositions = propositions
        self._parties = parties
        self._tokens = propositions.parse.tokens

    def fitting(self, element: Element, heads: Iterable[int]) -> list[int]:
        """Those of the nouns that an element asks for."""
        return [head for head in heads if self._fits(element, head)]

    def only_measures(self, heads: tuple[int, ...]) -> bool:
        """Whether the nouns only say when or how much: `met two days`, not `two of them`."""
        calendar = self._words.classes["calendar"]
        return all(
            self._tokens[h].lemma in calendar
            or (
                self._tokens[h].tag == "CD"
                and "of" not in self._propositions.at(h).prepositions
            )
            or self.is_adjunct(h)
            for h in heads
        )

    def acts(self, head: int) -> bool:
        """Whether a noun names who can act; `dozens of monks` are monks."""
        if self._parties.is_actor(head):
            return True
        if not self.is_generic(head):
            return False
        members = self._propositions.at(head).prepositions.get("of", ())
        return any(self._parties.is_actor(index) for index in members)

    def is_generic(self, head: int) -> bool:
        """Whether a noun says nothing itself: `wave of`, `dozens of`, `11 of`."""
        token = self._tokens[head]
        return token.tag == "CD" or token.lemma in self._words.classes["generic"]

    def named(self, word: str, proposition: Proposition) -> bool:
        """Whether a noun of several words stands there whole (`hunger strike`)."""
        *before, last = word.split()
        if "-" in last and self._spelled(proposition.head) != last:
            return False
        modifiers = {self._tokens[m].lemma for m in proposition.modifiers}
        return modifiers.issuperset(before)

    def is_adjunct(self, head: int) -> bool:
        """Whether a noun stands in a fixed phrase: `in response`, not `in the response`."""
        token = self._tokens[head]
        if token.dep != "pobj":
            return False
        if token.head == head - 2 and self._tokens[head - 1].lower == "a":  # `in a row`
            return token.lemma in self._words.classes["adjunct_a"]
        return token.head == head - 1 and token.lemma in self._words.classes["adjunct"]

    def _fits(self, element: Element, head: int) -> bool:
        token = self._tokens[head]
        counted = (
            token.tag == "CD"
            and "of" not in self._propositions.at(head).prepositions
            and not self._is_money(head)
        )
        term = self._is_time(token) and token.lemma not in element.words
        if term or counted:
            other = set(element.classes) - {"actor", "party"}
            asks = element.words or element.sectors or other
            if counted and element.classes and not asks:
                return self._parties.is_actor(head)
            return element.slot is not Slot.OBJECT and token.tag == "CD" and not asks
        if element.sectors and not self._has_sector(head, element.sectors):
            return False
        if element.slot is Slot.RECIPIENT and self.is_adjunct(head):
            return False
        if not element.classes and not element.words:
            return True
        named = (
            any(self._is_word(word, head) for word in element.words)
            or any(self.in_class(head, name) for name in element.classes)
            or (self.is_generic(head) and self._holds(head, frozenset(element.words)))
        )
        return named is not element.forbidden

    def in_class(self, head: int, name: str) -> bool:
        """Whether the noun is of a class; generic heads pass on what they are made of."""
        if name == "actor":
            return self.acts(head)
        if name == "party":
            named = self._tokens[head].tag.startswith("NNP")
            return named or bool(self._parties.heads(head))
        if name == "body":
            return self._parties.is_body(head)
        if name == "person":
            return self._parties.is_person(head)
        if name == "thing":
            return not self.acts(head)
        if name == "several":
            return self._is_several(head)
        if name in {"place", "site"} and self._parties.site(head) is not None:
            return True
        if name == "place" and self._tokens[head].tag.startswith("NNP"):
            return self._parties.is_actor(head)
        return self._holds(head, self._words.classes.get(name, frozenset()))

    def _is_several(self, head: int) -> bool:
        """Whether a noun is one of several, or names several: `the ministers`, `A and B`."""
        token = self._tokens[head]
        kids = self._propositions.parse.kids(head)
        joined = token.dep == "conj" or any(kid.dep == "conj" for kid in kids)
        return joined or token.tag in {"NNS", "NNPS"} or token.lower in {"they", "both"}

    def _is_money(self, head: int) -> bool:
        """Whether a number counts money: `$2 million`."""
        kids = self._propositions.parse.kids(head)
        return self._tokens[head].tag in {"CD", "$"} and any(kid.tag == "$" for kid in kids)

    def _holds(self, head: int, lemmas: frozenset[str], depth: int = 2) -> bool:
        token = self._tokens[head]
        if token.lemma in lemmas or self._spelled(head) in lemmas:
            return True
        if self._is_money(head) and "dollar" in lemmas:
            return True
        if depth == 0 or not self.is_generic(head):
            return False
        inner = self._propositions.at(head)
        passed = (*inner.prepositions.get("of", ()), *inner.modifiers)
        return any(self._holds(index, lemmas, depth - 1) for index in passed)

    def _is_word(self, word: str, head: int) -> bool:
        """Whether the token is the word; `observer_status` asks for both words together."""
        *before, last = word.split("_")
        if last not in {self._tokens[head].lemma, self._spelled(head)}:
            return False
        return not before or self.named(" ".join((*before, last)), self._propositions.at(head))

    def _spelled(self, head: int) -> str:
        """The hyphened word that ends at a token (`cease-fire`), or its lemma."""
        tokens = self._tokens
        if (
            head < 2
            or tokens[head - 1].text != "-"
            or tokens[head].start != tokens[head - 1].end
        ):
            return tokens[head].lemma
        return f"{tokens[head - 2].lower}-{tokens[head].lemma}"

    def _is_time(self, token: Token) -> bool:
        """Whether a noun is a day or a part of time, no name (`Rosa May`) and no `march`."""
        classes = self._words.classes
        named = syntax.ends_name(self._propositions.parse, token)
        if named and token.lower in classes["calendar_names"]:
            return False
        walked = token.text.islower() and token.lemma in classes["protest"]
        return token.lemma in classes["calendar"] and not walked

    def _has_sector(self, head: int, sectors: tuple[str, ...]) -> bool:
        """Whether one of the parties of a phrase is of a sector; a state is its government."""
        for index in self._parties.heads(head):
            party = self._parties.party(index)
            if party is None:
                continue
            state = self._parties.is_state(index)
            people = self._tokens[index].tag in {"NNPS", "NNS"}
            if set(sectors) & (_STATE if state and not people else set(party.sector)):
                return True
        return False

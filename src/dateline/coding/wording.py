"""Wording: the stretch of the text that a party is named by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.annotate import syntax
from dateline.records.entity import Party

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dateline.records.parse import Parse, Token

#: Prepositions whose phrase is part of what a party is called.
_BELONGING = frozenset({"of", "in", "from", "at", "for"})
_PARTS = frozenset({"det", "amod", "compound", "nummod", "nmod", "poss", "case", "quantmod"})


class Wording:
    """Cuts the words of parties out of one report.

    Args:
        parse: the parse of the report.
        is_actor: whether a token names someone who can act.
        classes: word classes, of which `charging` are verbs whose `of` says of what.
    """

    def __init__(
        self,
        parse: Parse,
        is_actor: Callable[[int], bool],
        classes: Mapping[str, frozenset[str]],
    ) -> None:
        self._parse = parse
        self._is_actor = is_actor
        self._charging = classes.get("charging", frozenset())

    def bare(self, head: int) -> Party:
        """The phrase of `head` as it stands, where nobody in it can act."""
        parse = self._parse
        token = parse.tokens[head]
        inside = [head]
        for kid in parse.kids(head):
            if kid.dep in _PARTS:
                inside.extend(i for i in parse.subtree(kid.i) if i < head)
        first = parse.tokens[min(inside)]
        stood = Party(
            text=parse.text[first.start : token.end], start=first.start, end=token.end
        )
        return self.whole(stood, head)

    def whole(self, party: Party, head: int) -> Party:
        """The party with what its noun is `of`, `in` or `from`: `the head of the union`."""
        parse = self._parse
        end = self._last(head)
        for kid in parse.kids(head):
            if kid.dep == "appos" and kid.tag == "NNP" and parse.tokens[head].tag[:3] != "NNP":
                follows = parse.tokens[end + 1].text == ","
                beside = min(parse.subtree(kid.i)) == end + 1 + follows
                many = parse.tokens[head].tag == "NNS"
                names = syntax.expand(parse, (kid.i,)) if many else (kid.i,)
                end = self._last(names[-1]) if beside else end  # `his envoy, Ana Lopez`
        last = parse.tokens[end].end
        if last <= party.end:
            return party
        return msgspec.structs.replace(party, text=parse.text[party.start : last], end=last)

    def _last(self, head: int, *, inside: bool = False) -> int:
        """The last token of a noun phrase, its own `of` phrases in, clauses out."""
        parse = self._parse
        last = head
        for kid in parse.kids(head):
            if kid.i != last + 1:
                continue
            if kid.dep == "case" and inside:
                return kid.i
            if kid.dep == "prep" and kid.lower in _BELONGING:
                under = syntax.children(parse, kid, "pobj")
                if under and self._is_own(parse.tokens[head], kid, under[0]):
                    last = self._last(under[0], inside=True)
        return last

    def _is_own(self, noun: Token, preposition: Token, under: int) -> bool:
        """Whether a phrase belongs to a noun: not `of theft`, in `accused the army of theft`.

        A name is only `of` what has a name too: `Bishop Bell of Lublin`.
        """
        if noun.tag.startswith("NNP"):
            named = self._parse.tokens[under].tag.startswith("NNP")
            return preposition.lower == "of" and named
        verb = syntax.governing_verb(self._parse, noun)
        charged = verb is not None and verb.lemma in self._charging
        return not charged or preposition.lower != "of" or self._is_actor(under)

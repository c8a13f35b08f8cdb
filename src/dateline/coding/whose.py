"""Whose a thing is that a sentence names and gives to nobody: its last mention says.

`The prince commuted the sentence. A union criticized the commutation.` He did; so whoever
criticizes the thing criticizes him.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.predicates import Propositions
    from dateline.coding.parties import Parties
    from dateline.lexicon.words import Words
    from dateline.records.entity import Party
    from dateline.records.parse import Token

#: What points back to a mention, and prepositions of those whom it tells of a thing.
_BACK = frozenset({"the", "this", "that", "these", "those", "such"})
_MAKERS = ("by", "from")
_SIDES = ("with", "between", "by", "from")
#: Labels of what makes another thing of it: `the plan for Chad`, `the plan that failed`.
_APART = frozenset({"prep", "acl", "relcl", "poss", "nummod", "amod", "appos"})
#: How many sentences of its paragraph go on from a mention.
_GOING_ON = 3
#: How much of a verb its noun has: `commute` and `commutation`.
_STEM, _ENDING = 4, 2
#: The operator of those who ask: `asked for it` is a request.
_ASK = "ask"


class Whose:
    """Finds whose things are by earlier mentions, in one report.

    Args:
        propositions: the propositions of the report.
        parties: its parties.
        words: the lexicon, with classes of nouns: `deed` are what somebody says, decides or
            does, and an `agreement` is of all who make it; its operators tell who asks.
    """

    def __init__(
        self,
        propositions: Propositions,
        parties: Parties,
        words: Words,
    ) -> None:
        self._propositions = propositions
        self._parse = propositions.parse
        self._parties = parties
        self._shared = words.classes["agreement"]
        self._deeds = words.classes["deed"] | self._shared
        self._asking = frozenset(
            key
            for key, rows in words.operators.items()
            if any(r.operator == _ASK for r in rows)
        )

    def __call__(self, noun: int) -> tuple[Party, ...]:
        """Whose a thing is that `the` or `this` points back to, by its last mention."""
        if not self._points_back(noun):
            return ()
        return next(filter(None, map(self._owners, self._mentions(noun))), ())

    def _points_back(self, noun: int) -> bool:
        token = self._parse.tokens[noun]
        if token.tag not in {"NN", "NNS"} or token.lemma not in self._deeds:
            return False
        kids = tuple(self._parse.kids(noun))
        back = any(kid.dep in {"det", "predet", "amod"} and kid.lower in _BACK for kid in kids)
        return back and not any(k.dep in _APART and k.lower not in _BACK for k in kids)

    def _mentions(self, noun: int) -> Iterator[int]:
        """Nouns of the same word and verbs that it is made of, the last first.

        Those of its paragraph, no more than some sentences before.
        """
        parse = self._parse
        lemma, here = parse.tokens[noun].lemma, parse.sentence_of(noun)
        for token in reversed(parse.tokens[:noun]):
            there = parse.sentence_of(token.i)
            if there.block != here.block or here.number - there.number > _GOING_ON:
                return
            same = token.tag.startswith("NN") and token.lemma == lemma
            if same or (token.tag.startswith("VB") and self._is_made_of(lemma, token.lemma)):
                yield token.i

    def _is_made_of(self, noun: str, verb: str) -> bool:
        """Whether a noun names what a verb tells: a request, `asked`; a plea, `pleaded`."""
        if {(noun, "noun"), (verb, "verb")} <= self._asking:
            return True
        stem = verb[: max(_STEM, len(verb) - _ENDING)]
        return len(verb) >= _STEM and noun.startswith(stem)

    def _owners(self, mention: int) -> tuple[Party, ...]:
        """Who does what a verb says, or whose a noun is."""
        token = self._parse.tokens[mention]
        proposition = self._propositions.at(mention)
        if token.tag.startswith("VB"):
            phrases = () if self._is_undone(token) else proposition.subjects
        else:
            names = _SIDES if token.lemma in self._shared else _MAKERS
            under = (i for name in names for i in proposition.prepositions.get(name, ()))
            nations = (m for m in proposition.modifiers if self._parties.is_actor(m))
            phrases = (*proposition.possessors, *nations, *under)
        heads = self._parties.heads(*phrases, doing=True)
        return tuple(party for head in heads for party in self._parties.parties(head))

    def _is_undone(self, verb: Token) -> bool:
        """Whether a verb tells what is not or may be done: `would not commute it`."""
        kids = self._parse.kids(verb.i)
        return any(kid.dep == "neg" or kid.tag == "MD" for kid in kids)

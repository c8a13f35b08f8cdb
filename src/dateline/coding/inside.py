"""Inside: who stands inside a noun phrase whose head cannot act.

The possessor of `Malta's budget`, the nationality of `a French draft`, the union of `the
offices of the union`; nobody of `the Chad war` or of `a Chad-made bomb`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import arguments, syntax

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from dateline.coding.parties import Parties
    from dateline.records.parse import Token

#: Labels of what stands before a noun as part of its phrase.
_BEFORE = frozenset({"amod", "compound", "nmod", "npadvmod"})
#: How many of the prepositions that a party may stand under say whose a law is, and not
#: what it is about.
_DRAFTED = 3
#: Whose a thing is that is a person's, and so nobody else's.
_ONES = frozenset({"his", "her"})
#: Prepositions under which only stands where something is.
_WHERE = frozenset({"in", "on", "to"})


class Inside:
    """Finds the words inside noun phrases of one report that may name their party.

    Args:
        parties: what the tokens of the report name.
        sites: the tokens that name places.
        classes: noun classes, of which an `arena` is nobody's, a `draft` is of who wrote
            it, a `vehicle` or `property` not of where it is, and `ground` has the name of
            its place under `of`; and of participles of `provenance` and of verbs by which
            something is `authored`.
    """

    def __init__(
        self,
        parties: Parties,
        sites: Container[int],
        classes: Mapping[str, frozenset[str]],
    ) -> None:
        self._parties = parties
        self._propositions = parties.propositions
        self._parse = parties.parse
        self._sites = sites
        self._arena = classes.get("arena", frozenset())
        self._drafts = classes.get("draft", frozenset())
        self._ground = classes.get("ground", frozenset())
        self._things = classes.get("vehicle", frozenset()) | classes.get(
            "property", frozenset()
        )
        self._provenance = classes.get("provenance", frozenset())
        self._authored = classes.get("authored", frozenset())

    def __call__(
        self, token: Token, names: tuple[str, ...], *, named: bool
    ) -> list[tuple[int, ...]]:
        """Groups of tokens inside a phrase that may name its party, likeliest first."""
        parse = self._parse
        possessors = syntax.expand(parse, syntax.children(parse, token, "poss"))
        before = [kid.i for kid in parse.kids(token.i) if self._may_name(kid, token)]
        under = arguments.prepositions(parse, token)
        whose = names if token.lemma not in self._drafts else names[:_DRAFTED]
        if token.lemma in self._things:  # `fired on a bus in northern Mali`
            whose = tuple(name for name in whose if name not in _WHERE)
        after = [under[name] for name in whose if name in under]
        appositions = () if named else syntax.children(parse, token, "appos")
        made = [self._authors(kid) for kid in parse.kids(token.i)]
        placed = token.tag == "NN" and token.lemma in self._ground
        if placed and any(i in self._sites for i in under.get("of", ())):
            before = []  # `shelled the Chadian town of Abéché`, not Chad
        if any(parse.tokens[i].lower in _ONES for i in possessors):  # `his war with Chad`
            return [possessors]
        return [possessors, syntax.expand(parse, before), *after, *made, appositions]

    def _may_name(self, word: Token, noun: Token) -> bool:
        """Whether a word before a noun may be its party: `a French draft`, `police files`.

        Not where it only says where a thing is from or happens, or of whom it is full: `a
        Chad-made bomb`, `the Chad war`, `a refugee camp`.
        """
        parties = self._parties
        if word.dep not in _BEFORE or not parties.is_actor(word.i):
            return False
        if parties.is_venue(word.i, noun.i) or self._is_origin(word):
            return False
        happens = noun.lemma in self._arena and parties.is_state(word.i)
        return not happens and not (noun.lemma in self._ground and parties.is_person(word.i))

    def _is_origin(self, name: Token) -> bool:
        """Whether a name only says where a thing is from: `a Chad-made bomb`."""
        after = self._parse.tokens[name.i + 2 : name.i + 3]
        made = any(token.lower in self._provenance for token in after)
        return made and syntax.hyphened(self._parse, name, after[0])

    def _authors(self, clause: Token) -> tuple[int, ...]:
        """Whose a thing is by a clause about it: `drafted by Chad`, `that Chad proposed`.

        Who has only seen it, or backs it, has no part in it.
        """
        parse = self._parse
        clausal = clause.dep in {"acl", "relcl"} and clause.tag.startswith("VB")
        if not clausal or self._propositions.at(clause.i).lemma not in self._authored:
            return ()
        if syntax.is_passive(parse, clause):
            return arguments.agents(parse, clause)
        gap = clause.dep == "relcl" and not syntax.stranded(parse, clause)
        if not gap or clause.head not in syntax.expand(
            parse, self._propositions.at(clause.i).objects
        ):
            return ()
        subjects = self._propositions.subjects(clause.i)[0]
        return tuple(i for i in subjects if parse.tokens[i].tag.startswith("NN"))

"""Described: the nouns that say what a name's bearer is, wherever they stand around it.

`nurse Joe Bell`; `nurse and union member Joe Bell`; `nurses Joe Bell and Ana Moss`; `the
speaker of the house Ana Moss`; `A nurse from Ghent, Joe Bell was hurt`; `Joe Bell, a nurse`;
`Joe Bell is a nurse`; `Joe Bell serves as a nurse`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.records.entity import Kind
from dateline.resolve import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.records.parse import Parse, Token
    from dateline.resolve.mention import Mention
    from dateline.resolve.roles import Roles

#: Labels of a noun that stands before a name and belongs to it.
_BEFORE = frozenset({"compound", "nmod", "amod"})
#: Prepositions between a role and its body, as far as a name may stand after both.
_OWNED = frozenset({"of", "for", "from", "at", "in", "with"})
_SINGULAR = frozenset({"NN", "NNP"})
#: First letters of the tags of what a body's name or a place is made of.
_NAMING = frozenset({"NN", "JJ", "DT", "PO", "CD", "PR"})
#: First letters of the tags of verbs.
_VERBS = frozenset({"VB", "MD"})
#: Longest phrase between a role and the name after it, in tokens.
_LONGEST = 8
#: Names of so many words are whole.
_WHOLE = 2


class Described:
    """Finds the descriptions of the names of one report.

    Args:
        parse: the parse of the report.
        roles: the reader of role nouns.
        at: the mention that a token belongs to.
    """

    def __init__(self, parse: Parse, roles: Roles, at: dict[int, Mention]) -> None:
        self._parse = parse
        self._roles = roles
        self._at = at

    def roles(self, mention: Mention) -> Iterator[int]:
        """The heads of the role nouns that say what the bearer is, each once."""
        yield from dict.fromkeys(self._all(mention))

    def nouns(self, mention: Mention) -> Iterator[int]:
        """Nouns beside the name that are no roles, but may tell a nationality."""
        head = self._parse.tokens[mention.head]
        beside = self.beside(mention)
        after = [kid.i for kid in self._parse.kids(head.i) if kid.dep == "appos"]
        fronted = mention.first - 2
        if self._comma_before(mention) and self._begins(fronted, mention):
            yield fronted
        yield from (i for i in (*beside, *after) if i not in self._at)

    def beside(self, mention: Mention) -> list[int]:
        """The nouns that a name may stand in apposition to, nearest first.

        In `monks and the bishop, Joe Bell` the name is the bishop's.
        """
        head = self._parse.tokens[mention.head]
        if head.dep != "appos":
            return []
        joined = [kid.i for kid in self._parse.kids(head.head) if kid.dep == "conj"]
        return [*(i for i in reversed(joined) if i < head.i), head.head]

    def _all(self, mention: Mention) -> Iterator[int]:
        yield from self._before(mention)
        yield from self._shared(mention)
        yield from self._owning(mention)
        yield from self._fronted(mention)
        beside = [i for i in self.beside(mention) if i not in self._at and self._person(i)]
        yield from beside[:1]
        for kid in self._parse.kids(mention.head):
            if kid.dep == "appos" and kid.i not in self._at and self._person(kid.i):
                yield kid.i
            if kid.dep == "relcl" and self._is_now(kid):
                yield from self._said_to_be(kid.i)
        head = self._parse.tokens[mention.head]
        if head.dep in syntax.SUBJECTS:
            yield from self._said_to_be(head.head)

    def _before(self, mention: Mention) -> Iterator[int]:
        """Roles directly before the name, and those joined with them before it."""
        tokens = self._parse.tokens
        before = mention.first - 1
        if before < self._parse.sentence_of(mention.first).first:
            return
        token, head = tokens[before], tokens[mention.head]
        if token.tag.startswith("JJ"):
            if token.lower == "incumbent":
                yield before
        elif self._person(before):
            whole = mention.last - mention.first >= _WHOLE
            same = token.head == head.head and {token.dep, head.dep} <= syntax.SUBJECTS
            if token.head in range(mention.first, mention.last) or (whole and same):
                yield before
        for kid in self._parse.kids(mention.head):
            joined = syntax.children(self._parse, kid, "conj")
            if kid.i < mention.first and kid.dep in _BEFORE and joined:
                yield from (i for i in (kid.i, *joined) if i < before + 1 and self._person(i))

    def _shared(self, mention: Mention) -> Iterator[int]:
        """The plural role before the first of several names: `nurses Joe Bell and Al Moss`."""
        tokens = self._parse.tokens
        first = tokens[mention.head]
        if first.dep != "conj":
            return
        while first.dep == "conj" and first.head != first.i:
            first = tokens[first.head]
        named = self._at.get(first.i)
        if named is None or named.first == 0 or named.kind not in {None, Kind.PERSON}:
            return
        before = tokens[named.first - 1]
        belongs = before.head in range(named.first, named.last) or before.i == first.head
        if before.tag in {"NNS", "NNPS"} and belongs and self._person(before.i):
            yield before.i

    def _owning(self, mention: Mention) -> Iterator[int]:
        """The role whose body the name follows: `the speaker of the house Ana Moss`."""
        tokens = self._parse.tokens
        named = mention.kind is Kind.PERSON or mention.last - mention.first >= _WHOLE
        last = mention.first - 1
        if not named or last < 1 or self._person(last):
            return
        if last not in self._at and tokens[last].tag not in {"NN", "NNS"}:  # a title
            return
        start = max(self._parse.sentence_of(last).first, last - _LONGEST)
        for index in range(last, start, -1):
            if self._owned(index):
                role = tokens[index - 1]
                if (
                    role.tag in _SINGULAR
                    and self._person(role.i)
                    and self._agree(role.i, mention)
                ):
                    yield role.i
                return
            if tokens[index].tag[:2] not in _NAMING:
                return

    def _owned(self, index: int) -> bool:
        """Whether a word stands between an office and whose it is: `envoy to Chad Ana Moss`."""
        tokens = self._parse.tokens
        if tokens[index].lower == "to":
            named = self._at.get(index + 1)
            return named is not None and named.kind is Kind.STATE
        return tokens[index].lower in {"of", "for"}

    def _agree(self, role: int, mention: Mention) -> bool:
        """Whether a name is no subject of its own after a role: `told the head of X Y left`."""
        name, noun = self._parse.tokens[mention.head], self._parse.tokens[role]
        return name.dep not in syntax.SUBJECTS or noun.dep in syntax.SUBJECTS

    def _fronted(self, mention: Mention) -> Iterator[int]:
        """The role that begins the sentence, before a comma: `A nurse in Ghent, Ana Moss`."""
        if not self._comma_before(mention):
            return
        comma = mention.first - 1
        for index in range(max(0, comma - _LONGEST), comma):
            token = self._parse.tokens[index]
            person = token.tag in _SINGULAR and index not in self._at and self._person(index)
            if person and self._begins(index, mention):
                yield index
                return

    def _comma_before(self, mention: Mention) -> bool:
        """Whether the name stands between commas, or between a comma and its verb."""
        tokens, before, after = self._parse.tokens, mention.first - 1, mention.last
        if before < 1 or after >= len(tokens) or tokens[before].text != ",":
            return False
        return tokens[after].text in {",", "("} or tokens[after].tag[:2] in _VERBS

    def _begins(self, noun: int, mention: Mention) -> bool:
        """Whether the phrase of a noun runs from the sentence's start to the name's comma."""
        tokens = self._parse.tokens
        first = self._parse.sentence_of(mention.first).first
        if noun < first or phrase.left_edge(self._parse, noun) != first:
            return False
        inside = tokens[noun + 1 : mention.first - 1]
        if inside and inside[0].lower not in _OWNED:
            return False
        return all(t.lower in _OWNED or t.tag[:2] in _NAMING - {"PR"} for t in inside)

    def _said_to_be(self, verb: int) -> Iterator[int]:
        """What is said of a verb's subject: `X is the president of Y`, `X serves as mayor`."""
        kids = tuple(self._parse.kids(verb))
        if any(kid.dep == "neg" for kid in kids):
            return
        told = [kid.i for kid in kids if kid.dep == "attr"]
        token = self._parse.tokens[verb]
        if token.lemma == "serve":
            office = (kid for kid in kids if kid.lower == "as" and self._is_now(token))
            told = [i for kid in office for i in syntax.children(self._parse, kid, "pobj")]
        elif token.lemma != "be":
            return
        yield from (i for i in told if self._person(i))

    def _is_now(self, verb: Token) -> bool:
        """Whether a verb stands in the present: `who is a judge`, `is serving as a judge`."""
        helpers = (kid for kid in self._parse.kids(verb.i) if kid.dep == "aux")
        return any(word.tag in syntax.PRESENT for word in (verb, *helpers))

    def _person(self, index: int) -> bool:
        role = self._roles.role(index)
        return role is not None and role.noun.kind is Kind.PERSON

"""Holders: the name told elsewhere of whom a common noun stands for.

`The minister` is the one who holds that office, `the Ministry` the body named before, `the
group` the one just told of, `the accused` the one charged, `a judge, Ana Moss` who stands
beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.records.entity import Kind
from dateline.resolve.homes import is_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.records.parse import Parse
    from dateline.resolve.chains import Chain
    from dateline.resolve.knowledge import Knowledge
    from dateline.resolve.mention import Mention
    from dateline.resolve.pronouns import Pronouns
    from dateline.resolve.roles import Role, Roles

#: Before a noun for somebody not named, and labels of a noun that describes who is named.
_SOME = frozenset({"a", "an", "another"})
_SAID_OF = frozenset({"appos", "attr"})


class Holders:
    """Finds whom the role nouns of one report stand for.

    Args:
        parse: the parse of the report.
        knowledge: closed classes of words, and words for bodies.
        roles: the reader of role nouns.
        at: the mention that a token belongs to.
        chains: the chain of each mention, by its first token.
        pronouns: which body was just told of.
        bearers: the first token of the name by which a noun is explained.
    """

    def __init__(  # noqa: PLR0913
        self,
        parse: Parse,
        knowledge: Knowledge,
        roles: Roles,
        at: Mapping[int, Mention],
        chains: Mapping[int, Chain],
        *,
        pronouns: Pronouns,
        bearers: Mapping[int, int],
    ) -> None:
        self._parse = parse
        self._knowledge = knowledge
        self._roles = roles
        self._at = at
        self._chains = chains
        self._pronouns = pronouns
        self._bearers = bearers

    def chain(self, head: int, role: Role) -> Chain | None:
        """Whom a role noun stands for: the person beside it, or one told of elsewhere."""
        return (
            self.beside(head)
            or self._holder(head, role)
            or self._told_of(head, role)
            or self._charged(head, role)
        )

    def beside(self, head: int) -> Chain | None:
        """The person in apposition to a role noun that is no plural, or else beside it.

        `The envoy to Chad Ana Moss` is hung up in many ways.
        """
        tokens = self._parse.tokens
        token = tokens[head]
        if token.tag in {"NNS", "NNPS"}:
            return None
        around = [kid.i for kid in self._parse.kids(head) if kid.dep == "appos"]
        last = self._coordinated(head)
        if last != head:  # `the monks and the bishop, Joe Bell`: the last of them is named
            around = [i for i in around if i < last]
        elif token.dep == "conj":
            beside = (kid.i for kid in self._parse.kids(token.head) if kid.dep == "appos")
            around += [i for i in beside if i > head]
        if token.dep == "appos":
            around.append(token.head)
        if head in self._bearers:
            around.append(self._bearers[head])
        for index in around:
            mention = self._at.get(index)
            if mention and self._chains[mention.first].kind is Kind.PERSON:
                return self._chains[mention.first]
        return None

    def _holder(self, head: int, role: Role) -> Chain | None:
        """The person said to hold the office that a plain definite noun names.

        `The minister` may be the foreign minister, where no other one is named. Of several
        who hold an office it is the one named last.
        """
        token = self._parse.tokens[head]
        definite = any(kid.lower == "the" for kid in self._parse.kids(head))
        if token.tag == "NNS" or not definite or not is_plain(self._parse, head, role.first):
            return None
        noun = role.noun.noun
        holders = {
            (office.office, chain.id): chain
            for chain in self._chains.values()
            for office in chain.offices
            if office.office.endswith(noun) and not office.sought and not office.former
        }
        full = {chain.id: chain for (office, _), chain in holders.items() if office == noun}
        short = [
            chain for (office, _), chain in holders.items() if self._shortens(noun, office)
        ]
        if len(full) > 1:
            return self._last_named(head, full)
        found = [*full.values()] or short
        return found[0] if len(found) == 1 else None

    def _last_named(self, head: int, chains: Mapping[str, Chain]) -> Chain | None:
        """The one of several that the sentence names before a noun, else the sentence before.

        Nobody who does something to the one meant: `Moss asked the president to leave`.
        """
        tokens = self._parse.tokens
        here = self._parse.sentence_of(head).number
        for number in (here, here - 1):
            named = {
                chain.id: mention
                for chain in chains.values()
                for mention in chain.mentions
                if mention.first < head
                and self._parse.sentence_of(mention.head).number == number
            }
            if named:
                break
        else:
            return None
        (name, mention), *others = named.items()
        beside = tokens[mention.head].head == tokens[head].head and number == here
        return None if others or beside else chains[name]

    def _told_of(self, head: int, role: Role) -> Chain | None:
        """The body that a plain `the company` or `the group` stands for.

        The body just told of, or the one of its kind that the report has named.
        """
        if role.noun.kind not in {Kind.ORGANIZATION, Kind.GROUP}:
            return None
        definite = any(kid.lower == "the" for kid in self._parse.kids(head))
        single = self._parse.tokens[head].tag == "NN"
        plain = definite and single and is_plain(self._parse, head)
        if not plain:
            return None
        told = None if role.noun.sector else self._pronouns.body(head)
        kinds = self._knowledge.naming.bodies.get(role.noun.noun)
        fits = told is not None and (kinds is None or not kinds.isdisjoint(told.sector))
        return told if fits else self._only_one(head, role)

    def _only_one(self, head: int, role: Role) -> Chain | None:
        """The one body of a kind that is named before its noun, if no other is told of.

        Not in `Acme sued a rival company. The company`.
        """
        tokens = self._parse.tokens
        sectors = self._knowledge.naming.bodies.get(role.noun.noun, frozenset())
        named = {
            chain.id: chain
            for chain in self._chains.values()
            if chain.kind is Kind.ORGANIZATION and not sectors.isdisjoint(chain.sector)
            if any(mention.first < head for mention in chain.mentions)
        }
        others = (
            kid.lower in _SOME
            for token in tokens[:head]
            if token.lemma == tokens[head].lemma and token.dep not in _SAID_OF
            for kid in self._parse.kids(token.i)
        )
        return next(iter(named.values())) if len(named) == 1 and not any(others) else None

    def _charged(self, head: int, role: Role) -> Chain | None:
        """The one person told before to be charged whom a plain `the accused` stands for."""
        definite = any(kid.lower == "the" for kid in self._parse.kids(head))
        plural = self._parse.tokens[head].tag == "NNS"
        if role.noun.noun not in self._knowledge.naming.suspects or plural or not definite:
            return None
        found = {
            chain.id: chain
            for chain in self._chains.values()
            for mention in chain.mentions
            if chain.kind is Kind.PERSON and mention.first < head and self._is_charged(mention)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def shortened(self, head: int) -> Chain | None:
        """The body named before that one word of its name stands for: `the Ministry`."""
        token = self._parse.tokens[head]
        definite = any(kid.lower == "the" for kid in self._parse.kids(head))
        if token.tag != "NNP" or not definite or not is_plain(self._parse, head):
            return None
        if token.text not in self._knowledge.organisation_words:
            return None
        named = [
            (mention.first, chain)
            for chain in self._chains.values()
            if chain.kind is Kind.ORGANIZATION and token.text in chain.words
            for mention in chain.mentions
            if mention.first < head
        ]
        return max(named, key=lambda pair: pair[0])[1] if named else None

    def of_same(self, head: int, role: Role) -> tuple[str, ...]:
        """The sectors that a plain `the officers` has from `army officers` before it."""
        definite = any(kid.lower == "the" for kid in self._parse.kids(head))
        if role.noun.whose is None or not definite or not is_plain(self._parse, head):
            return ()
        for index in range(head - 1, -1, -1):
            same = None if index in self._at else self._roles.role(index)
            if same is not None and same.noun.noun.split()[-1] == role.noun.noun:
                return self._roles.sector(index, country=self._roles.country(index))
        return ()

    def _coordinated(self, head: int) -> int:
        """The last noun of those coordinated with a noun."""
        tokens = self._parse.tokens
        first = tokens[head].head if tokens[head].dep == "conj" else head
        joined = [kid.i for kid in self._parse.kids(first) if kid.dep == "conj"]
        return max((first, *joined))

    def _is_charged(self, mention: Mention) -> bool:
        """Whether a person is charged, arrested, tried and the like where he is named."""
        token = self._parse.tokens[mention.head]
        verb = self._parse.tokens[token.head]
        charged = self._knowledge.naming.charged
        if token.dep in syntax.PATIENTS and verb.lemma in charged:
            return True
        kids = [*self._parse.kids(token.i)]  # `Joe Bell, charged with theft, left`
        kids += self._parse.kids(verb.i) if token.dep in syntax.SUBJECTS else ()
        return any(k.lemma in charged and syntax.is_passive(self._parse, k) for k in kids)

    def _shortens(self, noun: str, office: str) -> bool:
        """Whether `the minister` may be short for an office: not for a `deputy minister`."""
        before, _, last = office.rpartition(" ")
        return last == noun and not self._knowledge.naming.ranks & set(before.split())

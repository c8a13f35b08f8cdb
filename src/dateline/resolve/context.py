"""Context: what the words around a name say of its bearer."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.lexicon.actors import STATELESS
from dateline.records.entity import Kind
from dateline.resolve import phrase
from dateline.resolve.mention import OFFICIAL, Mention, Office, merged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.records.parse import Parse
    from dateline.resolve.knowledge import Knowledge
    from dateline.resolve.roles import Roles

_PEOPLE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})


class Context:
    """Reads roles before and beside names.

    Args:
        parse: the parse of the report.
        knowledge: titles and agent nouns.
        roles: the reader of role nouns.
        at: the mention that a token belongs to.
    """

    def __init__(
        self, parse: Parse, knowledge: Knowledge, roles: Roles, at: dict[int, Mention]
    ) -> None:
        self._parse = parse
        self._knowledge = knowledge
        self._naming = knowledge.naming
        self._roles = roles
        self._at = at

    def read(self, mention: Mention) -> Mention:
        """The mention with kind, country, sector and offices that its context gives."""
        if mention.kind is Kind.ORGANIZATION:
            return self._of_state(mention)
        if mention.kind not in {None, Kind.PERSON}:
            return mention
        if mention.kind is None and (body := self._body_by(mention)):
            return body
        heads = list(self._role_heads(mention))
        for head in heads:
            mention = self._with_role(mention, head)
        if mention.kind is Kind.PERSON and mention.country is None:
            mention = mention.having(country=self._before(mention))
        if mention.kind is None and self._is_person(mention):
            mention = mention.having(kind=Kind.PERSON)
        if mention.country:
            offices = tuple(
                Office(office=o.office, country=o.country or mention.country, former=o.former,
                       sought=o.sought, first=o.first, last=o.last)
                for o in mention.offices
            )  # fmt: skip
            mention = mention.having(offices=offices)
        return mention

    def _of_state(self, mention: Mention) -> Mention:
        """A body with the country that stands beside it: `Spain's Supreme Court`."""
        if mention.country or STATELESS & set(mention.sector):
            return mention
        return mention.having(country=self._roles.country(mention.head, 0))

    def _body_by(self, mention: Mention) -> Mention | None:
        """An unknown name that a noun for a body says to be one.

        `The Somali militant group X`, `X, the Somali militant group`.
        """
        index = self._body_noun(mention)
        if index is None:
            return None
        country = (
            mention.country
            or self._roles.country(index)
            or self._roles.country(mention.head, 0)
        )
        sector = self._roles.sector(index, country=country)
        return mention.having(
            kind=Kind.ORGANIZATION, country=country, sector=merged(mention.sector, sector)
        )

    def _body_noun(self, mention: Mention) -> int | None:
        """The noun for a body that stands before a name or in apposition to it."""
        tokens = self._parse.tokens
        before = mention.first - 1
        inside = before >= self._parse.sentence_of(mention.first).first
        around = [kid.i for kid in self._parse.kids(mention.head) if kid.dep == "appos"]
        if inside and tokens[before].head in range(mention.first, mention.last):
            around.insert(0, before)
        for index in around:
            role = None if index in self._at else self._roles.role(index)
            if role is not None and role.noun.kind is Kind.ORGANIZATION:
                return index
        return None

    def _role_heads(self, mention: Mention) -> Iterator[int]:
        """Role nouns that say what the bearer is: before the name or in apposition."""
        tokens = self._parse.tokens
        before = mention.first - 1
        sentence = self._parse.sentence_of(mention.first)
        if before >= sentence.first and self._stands_before(mention, before):
            yield before
        head = tokens[mention.head]
        beside = (i for i in self._beside(mention) if i not in self._at and self._person(i))
        yield from islice(beside, 1)
        for kid in self._parse.kids(mention.head):
            if kid.dep == "appos" and kid.i not in self._at and self._person(kid.i):
                yield kid.i
        if head.dep in syntax.SUBJECTS:
            yield from self._said_to_be(head.head)

    def _beside(self, mention: Mention) -> list[int]:
        """The nouns that a name may stand in apposition to, nearest first.

        In `monks and the bishop, Joe Bell` the name is the bishop's.
        """
        head = self._parse.tokens[mention.head]
        if head.dep != "appos":
            return []
        joined = [kid.i for kid in self._parse.kids(head.head) if kid.dep == "conj"]
        return [*(i for i in reversed(joined) if i < head.i), head.head]

    def _said_to_be(self, verb: int) -> Iterator[int]:
        """What a copula says of its subject: `X is the president of Y`."""
        for kid in self._parse.kids(verb):
            if (
                kid.dep == "attr"
                and self._person(kid.i)
                and self._parse.tokens[verb].lemma == "be"
            ):
                yield kid.i

    def _stands_before(self, mention: Mention, before: int) -> bool:
        token = self._parse.tokens[before]
        if token.tag.startswith("JJ"):
            return token.lower == "incumbent"
        return self._person(before) and token.head in range(mention.first, mention.last)

    def _person(self, index: int) -> bool:
        role = self._roles.role(index)
        return role is not None and role.noun.kind is Kind.PERSON

    def _with_role(self, mention: Mention, head: int) -> Mention:
        """The mention with what the role noun at `head` says."""
        role = self._roles.role(head)
        noun = role.noun if role else self._knowledge.nouns["incumbent"]
        country = mention.country or self._roles.country(head)
        sector = self._roles.sector(head, country=country) if role else noun.sector
        words = {
            t.lower for t in self._parse.tokens[phrase.left_edge(self._parse, head) : head]
        }
        first = role.first if role else head
        words |= {t.lower for t in self._parse.tokens[max(0, first - 3) : first]}
        former = bool(words & self._naming.former)
        seeks = self._parse.tokens[head].lemma in self._naming.seekers
        offices = mention.offices
        title = self._knowledge.titles[noun.noun]
        if seeks:
            sector = merged(("PTY", "OPP"), sector) if "incumbent" not in words else sector
            sought = next((s for w, s in self._naming.sought.items() if w in words), None)
            if sought:
                offices += (Office(office=sought, country=country, sought=True,
                                   first=first, last=head + 1),)  # fmt: skip
        elif title and title[0].office:
            offices += (Office(office=title[0].office, country=country, former=former,
                               first=first, last=role.last if role else head + 1),)  # fmt: skip
        if former and OFFICIAL & {*noun.sector, *sector}:
            sector = ("ELI",)
        return mention.having(
            kind=Kind.PERSON, country=country, sector=merged(mention.sector, sector),
            offices=offices,
        )  # fmt: skip

    def _before(self, mention: Mention) -> str | None:
        """The country of a nationality or possessor before the name or its title."""
        beside = (self._roles.nation(i) for i in self._beside(mention))
        if nation := next(filter(None, beside), None):  # `an Australian, Ana Moss`
            return nation
        heads: Sequence[int] = [mention.head]
        if mention.offices:
            heads = [mention.head, *range(mention.offices[0].first, mention.first)]
        for head in heads:
            country = self._roles.country(head, 0)
            if country:
                return country
        return None

    def _is_person(self, mention: Mention) -> bool:
        """Whether an unknown name of two to four words speaks, or is `he`, `she` or `who`."""
        parse = self._parse
        token = parse.tokens[mention.head]
        if not 2 <= mention.last - mention.first <= 4:
            return False
        for kid in parse.kids(mention.head):
            if kid.dep == "relcl" and any(k.lower == "who" for k in parse.kids(kid.i)):
                return True
        verb = parse.tokens[token.head]
        if token.dep == "nsubj" and verb.lemma in self._naming.speaking:
            return True
        sentence = parse.sentence_of(mention.head)
        rest = parse.tokens[mention.last : sentence.last]
        return token.dep == "nsubj" and any(t.lower in _PEOPLE for t in rest)

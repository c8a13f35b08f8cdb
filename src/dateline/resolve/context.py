"""Context: what the words around a name say of its bearer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.lexicon.actors import STATELESS
from dateline.records.entity import Kind
from dateline.resolve.described import Described
from dateline.resolve.mention import OFFICIAL, Mention, Office, merged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.records.parse import Parse
    from dateline.resolve.knowledge import Knowledge
    from dateline.resolve.roles import Roles

#: Sectors of groups that bear arms.
_BANDS = frozenset({"REB", "PRM", "CRM"})
#: Sectors of those who stand against a government.
_SIDES = frozenset({"OPP", "REB", "PRM"})
_PEOPLE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})


class Context:
    """Reads roles before and beside names.

    Args:
        parse: the parse of the report.
        knowledge: titles and agent nouns.
        roles: the reader of role nouns.
        at: the mention that a token belongs to.

    Attributes:
        bearers: the first token of the name by which a noun is explained, the last of several.
        nouns: the first noun that says what the bearer is, by the first token of a name.
    """

    def __init__(
        self, parse: Parse, knowledge: Knowledge, roles: Roles, at: dict[int, Mention]
    ) -> None:
        self._parse = parse
        self._knowledge = knowledge
        self._naming = knowledge.naming
        self._roles = roles
        self._at = at
        self._described = Described(parse, roles, at)
        self.bearers: dict[int, int] = {}
        self.nouns: dict[int, int] = {}

    def read(self, mention: Mention) -> Mention:
        """The mention with kind, country, sector and offices that its context gives."""
        if mention.kind is Kind.ORGANIZATION:
            return self._of_state(self._of_side(mention))
        if mention.kind not in {None, Kind.PERSON}:
            return mention
        if mention.kind is None and (body := self._body_by(mention)):
            return body
        for head in self._described.roles(mention):
            mention = self._with_role(mention, head)
            self.bearers[head] = mention.first
            self.nouns.setdefault(mention.first, head)
        if mention.kind is None and self._is_person(mention):
            mention = mention.having(kind=Kind.PERSON)
        if mention.kind is Kind.PERSON:
            mention = mention.having(
                country=mention.country or self._before(mention),
                sector=mention.sector or self._of_body(mention),
            )
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

    def _of_side(self, mention: Mention) -> Mention:
        """A body of the side that the word before it says: `the opposition Quill Front`."""
        before = mention.first - 1
        if mention.sector or before < self._parse.sentence_of(mention.first).first:
            return mention
        if self._parse.tokens[before].head not in range(mention.first, mention.last):
            return mention
        role = None if before in self._at else self._roles.role(before)
        sided = role is not None and not _SIDES.isdisjoint(role.noun.sector)
        return mention.having(sector=role.noun.sector) if role and sided else mention

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
        apart = inside and tokens[before].text == ","
        around += self._said_to_be(mention.head)
        short = mention.last == mention.first + 1
        if (apart or short) and tokens[mention.head].dep == "appos":  # `an airline, X`
            around.append(tokens[mention.head].head)
        if inside and tokens[before].head in range(mention.first, mention.last):
            around.insert(0, before)
        for index in around:
            role = None if index in self._at else self._roles.role(index)
            if role is None:
                continue
            band = not _BANDS.isdisjoint(role.noun.sector) and self._is_one_group(index)
            if role.noun.kind is Kind.ORGANIZATION or band:
                return index
        return None

    def _is_one_group(self, index: int) -> bool:
        """Whether a noun is of one group, and not of its members: `the militia Quill`."""
        role = self._roles.role(index)
        singular = self._parse.tokens[index].tag == "NN"
        return singular and role is not None and role.noun.kind is Kind.GROUP

    def _said_to_be(self, name: int) -> tuple[int, ...]:
        """What a name is said to be: `Quill is the largest broadcaster in Chad`."""
        token = self._parse.tokens[name]
        verb = self._parse.tokens[token.head]
        if token.dep != "nsubj" or verb.lemma != "be":
            return ()
        kids = tuple(self._parse.kids(verb.i))
        denied = any(kid.dep == "neg" for kid in kids)
        return () if denied else tuple(kid.i for kid in kids if kid.dep == "attr")

    def _with_role(self, mention: Mention, head: int) -> Mention:
        """The mention with what the role noun at `head` says."""
        role = self._roles.role(head)
        noun = role.noun if role else self._knowledge.nouns["incumbent"]
        country = mention.country or self._roles.country(head)
        sector = self._roles.sector(head, country=country) if role else noun.sector
        words = self._roles.words(head)
        former = bool(words & self._naming.former)
        seeks = self._parse.tokens[head].lemma in self._naming.seekers
        first = role.first if role else head
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
        """The country of a nationality or possessor beside the name or its title."""
        beside = self._described.nouns(mention)
        nations = (self._nation(i) for i in beside)
        if nation := next(filter(None, nations), None):  # `an Australian, Ana Moss`
            return nation
        heads: Sequence[int] = [mention.head]
        if mention.offices:
            heads = [mention.head, *range(mention.offices[0].first, mention.first)]
        for head in heads:
            country = self._roles.country(head, 1 if head == mention.head else 0)
            if country:
                return country
        bodies = map(self._at.get, self._roles.owners(mention.head))
        return next((b.country for b in bodies if b and b.kind is Kind.ORGANIZATION), None)

    def _nation(self, index: int) -> str | None:
        """The country of a noun beside a name: `a Finn`, `a Ghanaian juggler`."""
        text = self._parse.tokens[index].text
        people = self._knowledge.world.country_of_people(text)
        return people or self._roles.nation(index) or self._roles.country(index, 0)

    def _of_body(self, mention: Mention) -> tuple[str, ...]:
        """The sectors of the body that a name belongs to: `the union's Ana Moss`."""
        sectors = (self._body_sector(i) for i in self._roles.owners(mention.head))
        return next(filter(None, sectors), ())

    def _body_sector(self, index: int) -> tuple[str, ...]:
        body, role = self._at.get(index), self._roles.role(index)
        if body:
            return body.sector if body.kind is Kind.ORGANIZATION else ()
        if role is None or role.noun.kind is not Kind.ORGANIZATION:
            return ()
        return self._roles.sector(index, country=self._roles.country(index))

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

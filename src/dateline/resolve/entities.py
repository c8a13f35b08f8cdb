"""Entities: who is named in a report, and which party a noun phrase stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.records.entity import Entity, Kind, Party
from dateline.records.span import cut
from dateline.resolve import phrase
from dateline.resolve.chains import Chain, link
from dateline.resolve.context import Context
from dateline.resolve.holders import Holders
from dateline.resolve.homes import Homes
from dateline.resolve.knowledge import Knowledge
from dateline.resolve.mention import OFFICIAL
from dateline.resolve.names import Names
from dateline.resolve.pairs import Pairs
from dateline.resolve.pronouns import PRONOUNS, Pronouns
from dateline.resolve.roles import Roles, singular
from dateline.resolve.settle import settle
from dateline.resolve.spoken import SpokenOf
from dateline.resolve.standing import stands_for_state

if TYPE_CHECKING:
    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse
    from dateline.records.place import Place
    from dateline.records.report import Report
    from dateline.records.span import Span
    from dateline.resolve.mention import Mention, Office

#: Longest row of relative pronouns and appositions that is followed.
_DEPTH = 4

#: Sectors of persons who are told of for their country.
_PUBLIC = OFFICIAL | {"ELI", "PTY", "OPP", "REB"}
#: How often names are read: what is learnt of a leader or a body tells of its people.
_READINGS = 2


class About(NamedTuple):
    """What is told of a report beside its text.

    `home` is the country of its dateline, `title` holds the countries that its title names,
    `placed` those of longer names of places, by their tokens: `British Columbia`.
    """

    home: str | None
    title: frozenset[str]
    publisher: str | None
    placed: dict[int, str | None]


class ResolveEntities:
    """Finds the entities of reports.

    Args:
        library: the data files.
    """

    def __init__(self, library: Library) -> None:
        self._knowledge = Knowledge(library)
        self._names = Names(self._knowledge)

    def __call__(self, report: Report, parse: Parse, places: tuple[Place, ...]) -> Entities:
        """The entities of a parsed report with its places."""
        day = report.opening.published[:10] if report.opening.published else None
        named = [m for m in self._names(parse, places) if not self._is_group(parse, m)]
        about = About(
            home=_home(report, places),
            title=frozenset(self._knowledge.world.countries_in(report.opening.title or "")),
            publisher=report.opening.publisher,
            placed=_placed(parse, places),
        )
        return Entities(parse, self._knowledge, named, day, about)

    def _is_group(self, parse: Parse, mention: Mention) -> bool:
        """Whether a mention is a role noun with a capital, in the plural: `Muslims`.

        Parties may stand before it: `Democratic Representatives`.
        """
        token = parse.tokens[mention.last - 1]
        if mention.known or token.tag != "NNPS" or singular(token) not in self._knowledge.nouns:
            return False
        before = parse.tokens[mention.first : mention.last - 1]
        return all(word.text in self._knowledge.partisans for word in before)


class Entities:
    """The entities of one report, and the parties of its noun phrases.

    Attributes:
        entities: persons, bodies, groups and states named, in order of first mention.
        offices: offices given to persons: the id of the person and the office.
    """

    def __init__(
        self,
        parse: Parse,
        knowledge: Knowledge,
        mentions: list[Mention],
        day: str | None,
        about: About,
    ) -> None:
        self._parse = parse
        self._knowledge = knowledge
        self._at = {i: m for m in mentions for i in range(m.first, m.last)}
        self._chains: dict[int, Chain] = {}
        self._pronouns = self._refer([])  # none linked yet
        self._asked: set[int] = set()
        self._roles = Roles(parse, knowledge, self._at, self._possessor)
        spoken = SpokenOf(
            parse,
            self._roles,
            self._at,
            self._country,
            knowledge,
            title=about.title,
            placed=about.placed,
        )
        self._homes = Homes(
            parse,
            self._roles,
            self._at,
            spoken,
            knowledge.naming,
            home=about.home,
            title=about.title,
        )
        self._pairs = Pairs(parse, self._roles, spoken, knowledge.naming)
        context = Context(parse, knowledge, self._roles, self._at)
        read = mentions
        for _ in range(_READINGS):
            read = [context.read(self._as_person(m)) for m in mentions]
            self._chains = link(read, knowledge, parse, day)
            self._pronouns = self._refer(read)  # `his deputy, Joe Bell` is of his country
            told = map(self._told, read)
            self._at.update({i: m for m in told for i in range(m.first, m.last)})
        self._holders = Holders(
            parse, knowledge, self._roles, self._at, self._chains,
            pronouns=self._pronouns, bearers=context.bearers,
        )  # fmt: skip
        self._parties: dict[int, Party | None] = {}
        chains = list(dict.fromkeys(self._chains.values()))
        settle(chains, self._homes, context.nouns, about.publisher)
        self._entities = {c.id: e for c in chains if (e := self._entity(c))}
        self.entities: tuple[Entity, ...] = tuple(self._entities.values())
        self.offices: tuple[tuple[str, Office], ...] = tuple(
            (chain.id, office)
            for chain in chains
            if chain.kind is Kind.PERSON
            for office in chain.offices
        )

    def _as_person(self, mention: Mention) -> Mention:
        """A name that the report tells to be a person's elsewhere, as one."""
        chain = self._chains.get(mention.first)
        if mention.kind is None and chain is not None and chain.kind is Kind.PERSON:
            return mention.having(kind=Kind.PERSON)
        return mention

    def _told(self, mention: Mention) -> Mention:
        """A mention of a person or body with what the whole report tells of it.

        A private person's country says nothing of who is told of as his.
        """
        chain = self._chains[mention.first]
        if chain.kind not in {Kind.PERSON, Kind.ORGANIZATION} or mention.place:
            return mention
        if self._country(mention)[1]:
            return mention.having(kind=chain.kind)
        country = mention.country or chain.country
        sector = chain.sector if chain.kind is Kind.ORGANIZATION else mention.sector
        return mention.having(kind=chain.kind, country=country, sector=sector)

    def _country(self, mention: Mention) -> tuple[str | None, bool]:
        """The country of whom a name names, and whether that is a private person."""
        chain = self._chains[mention.first]
        return chain.country, chain.kind is Kind.PERSON and not _PUBLIC & set(chain.sector)

    def _refer(self, mentions: list[Mention]) -> Pronouns:
        """What pronouns refer to, with the mentions linked so far."""
        return Pronouns(
            self._parse,
            mentions,
            lambda m: self._chains[m.first],
            self._is_person_noun,
            self._is_body_noun,
            self._knowledge.naming.hitting,
        )

    def hitters(self, index: int) -> set[int]:
        """Who strikes what the possessive pronoun owns, and so is not its owner."""
        return self._pronouns.hitters(index)

    def _is_body_noun(self, index: int) -> bool:
        """Whether a common noun names a body or a group: `the army`, `the gang`."""
        role = None if index in self._at else self._roles.role(index)
        return role is not None and role.noun.kind in {Kind.ORGANIZATION, Kind.GROUP}

    def _is_person_noun(self, index: int) -> bool:
        """Whether a common noun names people: one of them, or many by its plural."""
        if mention := self._at.get(index):
            return mention.kind is Kind.GROUP and self._parse.tokens[index].tag == "NNPS"
        role = self._roles.role(index)
        if role is None or role.noun.kind is Kind.OTHER:
            return False
        return role.noun.kind is Kind.PERSON or self._parse.tokens[index].tag == "NNS"

    def pair(self, head: int) -> tuple[Party, ...]:
        """The two whom `the two countries` or `both leaders` stand for; empty if unclear."""
        sector = self._pairs.sector(head)
        first = phrase.left_edge(self._parse, head)
        return tuple(
            self._make(first, head + 1, None, country=country, sector=sector)
            for country in self._pairs.of(head)
        )

    def is_actor(self, head: int) -> bool:
        """Whether a token names somebody who can act."""
        mention = self._at.get(head)
        if mention:
            return self._acts(mention)
        token = self._parse.tokens[head]
        if token.tag[:2] in {"PR", "WP"} or token.tag == "WDT":
            return self._pronoun_acts(head)
        if self._holders.shortened(head):
            return True
        role = self._roles.role(head)
        if role:
            return role.noun.kind is not Kind.OTHER
        return self._nationality(head) is not None

    def kind(self, head: int) -> Kind | None:
        """What a noun or name is of, None where nothing says so."""
        mention = self._at.get(head)
        if mention:
            return self._chains[mention.first].kind
        role = self._roles.role(head)
        return role.noun.kind if role else None

    def party(self, head: int) -> Party | None:
        """The party that the phrase of a head token stands for, None if it cannot act."""
        if head not in self._parties:
            self._parties[head] = self._party(head, _DEPTH)
        return self._parties[head]

    def country_of(self, head: int) -> str | None:
        """The country that the phrase of any noun says: `protests in Belarus`."""
        return self._roles.country(head)

    def _party(self, head: int, depth: int) -> Party | None:
        if depth == 0 or not self.is_actor(head):
            return None
        mention = self._at.get(head)
        if mention:
            return self._named(mention)
        token = self._parse.tokens[head]
        if token.tag[:2] in {"PR", "WP", "WD"}:
            return self._pronoun(head, depth)
        if chain := self._holders.shortened(head):
            first = phrase.left_edge(self._parse, head)
            return self._make(
                first, head + 1, chain, country=chain.country, sector=chain.sector
            )
        if self._roles.role(head):
            return self._role(head)
        country = self._nationality(head)
        first = phrase.left_edge(self._parse, head) if token.tag.startswith("NN") else head
        if chain := self._holders.beside(head):  # `an Australian, Ana Moss`
            return self._make(first, head + 1, chain, country=country, sector=chain.sector)
        return self._make(first, head + 1, None, country=country, name=self._state(country))

    def _named(self, mention: Mention) -> Party:
        """The party of a name with its title and modifiers."""
        chain = self._chains[mention.first]
        first = min(phrase.left_edge(self._parse, mention.head), mention.first)
        sector = chain.sector if chain.kind is not Kind.STATE else mention.sector
        return self._make(first, mention.last, chain, country=chain.country, sector=sector)

    def _role(self, head: int) -> Party | None:
        """The party of a role noun: of the person beside it, or as its phrase says."""
        role = self._roles.role(head)
        if role is None:
            return None
        first = min(phrase.left_edge(self._parse, head), role.first)
        if chain := self._holders.chain(head, role):
            return self._make(
                first, role.last, chain, country=chain.country, sector=chain.sector
            )
        country = self._roles.country(head)
        sector = self._roles.sector(head, country=country)
        if country is None and "IGO" not in sector:  # `EU states` are at home in none
            country = self._homes.country(head)
            sector = self._roles.sector(head, country=country)
        sector = self._holders.of_same(head, role) or sector
        return self._make(first, role.last, None, country=country, sector=sector)

    def _pronoun(self, head: int, depth: int) -> Party | None:
        antecedent = self._pronouns.antecedent(head)
        if antecedent is not None and antecedent != head:
            party = self._party(antecedent, depth - 1)
            if party is None:
                return None
            token = self._parse.tokens[head]
            return Party(
                text=token.text, start=token.start, end=token.end, name=party.name,
                country=party.country, sector=party.sector, entity=party.entity,
                basis=party.basis,
            )  # fmt: skip
        chain = self._pronouns.chain(head)
        if chain is None:
            return self._make(head, head + 1, None)
        return self._make(head, head + 1, chain, country=chain.country, sector=chain.sector)

    def _make(
        self,
        first: int,
        last: int,
        chain: Chain | None,
        *,
        country: str | None = None,
        sector: tuple[str, ...] = (),
        name: str | None = None,
    ) -> Party:
        tokens = self._parse.tokens
        span = cut(self._parse.text, tokens[first].start, tokens[last - 1].end)
        known = chain is not None and chain.id in self._entities
        return Party(
            text=span.text, start=span.start, end=span.end,
            name=chain.name if chain else name, country=country, sector=sector,
            entity=chain.id if chain and known else None,
            basis="inferred" if chain and chain.inferred else "stated",
        )  # fmt: skip

    def _stands_for_state(self, mention: Mention) -> bool:
        return stands_for_state(self._parse, mention, self._knowledge.naming)

    def _acts(self, mention: Mention) -> bool:
        """Whether a name is of somebody who acts, and not of a place or a thing."""
        kind = self._chains[mention.first].kind
        if kind is Kind.OTHER or mention.place:
            return self._stands_for_state(mention)
        if kind is None:
            return self._parse.tokens[mention.head].dep in {"nsubj", "agent", "poss"}
        return True

    def _pronoun_acts(self, head: int) -> bool:
        antecedent = self._pronouns.antecedent(head)
        if antecedent is not None and antecedent != head:
            return self.is_actor(antecedent)
        lower = self._parse.tokens[head].lower
        if lower in {"it", "its", "itself"}:
            return self._pronouns.chain(head) is not None
        return lower in PRONOUNS

    def _possessor(self, index: int) -> str | None:
        """The country of whom a possessive pronoun stands for."""
        chain = self._pronouns.chain(index)
        if chain:
            return chain.country
        noun = self._pronouns.antecedent(index)
        if noun is None or noun > index or index in self._asked:
            return None  # `a man of the law and his wife` may lead round in a circle
        self._asked.add(index)
        try:
            return self._roles.country(noun)
        finally:
            self._asked.discard(index)

    def _nationality(self, head: int) -> str | None:
        """The country of a nationality adjective that stands free of hyphens."""
        token = self._parse.tokens[head]
        if not token.text[0].isupper() or not token.tag.startswith(("JJ", "NN")):
            return None
        world = self._knowledge.world
        return world.country_of_adjective(token.text) or world.country_of_people(token.text)

    def _state(self, country: str | None) -> str | None:
        row = self._knowledge.world.countries.get(country or "")
        return row.name if row else None

    def _entity(self, chain: Chain) -> Entity | None:
        if chain.kind in {None, Kind.OTHER}:
            return None
        mentions = [m for m in chain.mentions if not m.place or self._stands_for_state(m)]
        if not mentions:
            return None
        titles = dict.fromkeys(o.office for o in chain.offices if not o.former and not o.sought)
        return Entity(
            id=chain.id, name=chain.name, kind=chain.kind or Kind.OTHER, country=chain.country,
            sector=chain.sector, titles=tuple(titles),
            mentions=tuple(sorted(map(self._span, mentions), key=lambda s: s.start)),
        )  # fmt: skip

    def _span(self, mention: Mention) -> Span:
        tokens = self._parse.tokens
        return cut(self._parse.text, tokens[mention.first].start, tokens[mention.last - 1].end)


def _home(report: Report, places: tuple[Place, ...]) -> str | None:
    """The country of the place that the dateline names."""
    line = report.opening.dateline
    if line is None:
        return None
    return next((place.country for place in places if place.overlaps(line)), None)


def _placed(parse: Parse, places: tuple[Place, ...]) -> dict[int, str | None]:
    """The countries of places whose names have several words, by the tokens of the names."""
    names = ((place.country, parse.between(place.start, place.end)) for place in places)
    return {word.i: country for country, words in names if len(words) > 1 for word in words}

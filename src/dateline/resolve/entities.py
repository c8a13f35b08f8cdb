"""Entities: who is named in a report, and which party a noun phrase stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.lexicon.actors import STATELESS
from dateline.records.entity import Entity, Kind, Party
from dateline.records.span import cut
from dateline.resolve import phrase
from dateline.resolve.chains import Chain, link
from dateline.resolve.context import Context
from dateline.resolve.homes import CIVIC, SETTLED, Homes, is_plain
from dateline.resolve.knowledge import Knowledge
from dateline.resolve.mention import OFFICIAL
from dateline.resolve.names import Names
from dateline.resolve.pronouns import PRONOUNS, Pronouns
from dateline.resolve.roles import Roles, singular
from dateline.resolve.standing import stands_for_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse
    from dateline.records.place import Place
    from dateline.records.report import Report
    from dateline.records.span import Span
    from dateline.resolve.mention import Mention, Office
    from dateline.resolve.roles import Role

#: Longest row of relative pronouns and appositions that is followed.
_DEPTH = 4

#: Sectors of persons who are told of for their country.
_PUBLIC = OFFICIAL | {"ELI", "PTY", "OPP", "REB"}
#: How often names are read: what is learnt of a leader or a body tells of its people.
_READINGS = 2
#: Letters of the shortest name that is looked for in a publisher's.
_SHORTEST_NAME = 4


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
        home, publisher = _home(report, places), report.opening.publisher
        return Entities(parse, self._knowledge, named, day, home, publisher)

    def _is_group(self, parse: Parse, mention: Mention) -> bool:
        """Whether a mention is a role noun with a capital, in the plural: `Muslims`."""
        token = parse.tokens[mention.first]
        alone = mention.last == mention.first + 1 and not mention.known
        return alone and token.tag == "NNPS" and singular(token) in self._knowledge.nouns


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
        home: str | None,
        publisher: str | None,
    ) -> None:
        self._parse = parse
        self._publisher = _letters(publisher or "")
        self._knowledge = knowledge
        self._at = {i: m for m in mentions for i in range(m.first, m.last)}
        self._chains: dict[int, Chain] = {}
        self._pronouns = self._refer([])  # none linked yet
        self._roles = Roles(parse, knowledge, self._at, self._possessor)
        self._homes = Homes(
            parse,
            self._roles,
            self._at,
            self._country,
            knowledge,
            home,
        )
        context = Context(parse, knowledge, self._roles, self._at)
        read = mentions
        for _ in range(_READINGS):
            read = [context.read(self._as_person(m)) for m in mentions]
            self._chains = link(read, knowledge, parse, day)
            told = map(self._told, read)
            self._at.update({i: m for m in told for i in range(m.first, m.last)})
        self._pronouns = self._refer(read)
        self._parties: dict[int, Party | None] = {}
        chains = list(dict.fromkeys(self._chains.values()))
        self._settle(chains)
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
        )

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

    def is_actor(self, head: int) -> bool:
        """Whether a token names somebody who can act."""
        mention = self._at.get(head)
        if mention:
            return self._acts(mention)
        token = self._parse.tokens[head]
        if token.tag[:2] in {"PR", "WP"} or token.tag == "WDT":
            return self._pronoun_acts(head)
        if self._shortened(head):
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
        if chain := self._shortened(head):
            first = phrase.left_edge(self._parse, head)
            return self._make(
                first, head + 1, chain, country=chain.country, sector=chain.sector
            )
        if self._roles.role(head):
            return self._role(head)
        country = self._nationality(head)
        first = phrase.left_edge(self._parse, head) if token.tag.startswith("NN") else head
        if chain := self._beside(head):  # `an Australian, Ana Moss`
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
        chain = (
            self._beside(head)
            or self._holder(head, role.noun.noun)
            or self._told_of(head, role)
            or self._charged(head, role)
        )
        if chain:
            return self._make(
                first, role.last, chain, country=chain.country, sector=chain.sector
            )
        country = self._roles.country(head)
        sector = self._roles.sector(head, country=country)
        if country is None and "IGO" not in sector:  # `EU states` are at home in none
            country = self._homes.country(head)
            sector = self._roles.sector(head, country=country)
        sector = self._of_same(head, role) or sector
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
        )  # fmt: skip

    def _stands_for_state(self, mention: Mention) -> bool:
        return stands_for_state(self._parse, mention, self._knowledge.naming.sited)

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
        return self._roles.country(noun) if noun is not None and noun < index else None

    def _beside(self, head: int) -> Chain | None:
        """The person in apposition to a role noun that is no plural."""
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
        for index in around:
            mention = self._at.get(index)
            if mention and self._chains[mention.first].kind is Kind.PERSON:
                return self._chains[mention.first]
        return None

    def _coordinated(self, head: int) -> int:
        """The last noun of those coordinated with a noun."""
        tokens = self._parse.tokens
        first = tokens[head].head if tokens[head].dep == "conj" else head
        joined = [kid.i for kid in self._parse.kids(first) if kid.dep == "conj"]
        return max((first, *joined))

    def _holder(self, head: int, noun: str) -> Chain | None:
        """The one person said to hold the office that a plain definite noun names.

        `The minister` may be the foreign minister, where no other one is named.
        """
        token = self._parse.tokens[head]
        definite = any(kid.lower == "the" for kid in self._parse.kids(head))
        if token.tag == "NNS" or not definite or not is_plain(self._parse, head):
            return None
        holders = {
            (office.office, chain.id): chain
            for chain in self._chains.values()
            for office in chain.offices
            if office.office.endswith(noun) and not office.sought and not office.former
        }
        full = [chain for (office, _), chain in holders.items() if office == noun]
        short = [
            chain for (office, _), chain in holders.items() if self._shortens(noun, office)
        ]
        found = full or short
        return found[0] if len(found) == 1 else None

    def _shortened(self, head: int) -> Chain | None:
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

    def _told_of(self, head: int, role: Role) -> Chain | None:
        """The body just told of that a plain `the group` stands for."""
        if role.noun.sector or role.noun.kind not in {Kind.ORGANIZATION, Kind.GROUP}:
            return None
        definite = any(kid.lower == "the" for kid in self._parse.kids(head))
        single = self._parse.tokens[head].tag == "NN"
        plain = definite and single and is_plain(self._parse, head)
        return self._pronouns.body(head) if plain else None

    def _of_same(self, head: int, role: Role) -> tuple[str, ...]:
        """The sectors that a plain `the officers` has from `army officers` before it."""
        definite = any(kid.lower == "the" for kid in self._parse.kids(head))
        if role.noun.whose is None or not definite or not is_plain(self._parse, head):
            return ()
        for index in range(head - 1, -1, -1):
            same = None if index in self._at else self._roles.role(index)
            if same is not None and same.noun.noun.split()[-1] == role.noun.noun:
                return self._roles.sector(index, country=self._roles.country(index))
        return ()

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

    def _nationality(self, head: int) -> str | None:
        """The country of a nationality adjective that stands free of hyphens."""
        token = self._parse.tokens[head]
        if not token.text[0].isupper() or not token.tag.startswith(("JJ", "NN")):
            return None
        return self._knowledge.world.country_of_adjective(token.text)

    def _state(self, country: str | None) -> str | None:
        row = self._knowledge.world.countries.get(country or "")
        return row.name if row else None

    def _settle(self, chains: list[Chain]) -> None:
        """Give those without a country the one that is spoken of around them.

        A report that names its own publisher names a paper: `told the Courier`.
        """
        for chain in chains:
            if not chain.sector and self._publishes(chain):
                chain.kind, chain.sector = Kind.ORGANIZATION, ("JRN",)
            named = chain.kind in {Kind.PERSON, Kind.ORGANIZATION}
            if named and not chain.country and not STATELESS & set(chain.sector):
                chain.country = self._home_of(chain)

    def _home_of(self, chain: Chain) -> str | None:
        """The country spoken of around public bodies and officials, else that of the report.

        Firms, schools and private persons are told of in countries of others as well.
        """
        heads = [mention.head for mention in chain.mentions if mention.sector]
        ways: list[Callable[[int], str | None]] = []
        ways += [self._homes.around] if CIVIC & set(chain.sector) else []
        ways += [self._homes.main] if SETTLED & set(chain.sector) else []
        return next((home for way in ways for head in heads if (home := way(head))), None)

    def _publishes(self, chain: Chain) -> bool:
        if chain.kind in {Kind.STATE, Kind.PERSON} or any(m.place for m in chain.mentions):
            return False
        name = _letters(chain.name)
        return len(name) >= _SHORTEST_NAME and name in self._publisher

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


def _letters(name: str) -> str:
    """A name as an address writes it, `en.courier.org`: its letters alone."""
    return "".join(filter(str.isalpha, name.casefold()))


def _home(report: Report, places: tuple[Place, ...]) -> str | None:
    """The country of the place that the dateline names."""
    line = report.opening.dateline
    if line is None:
        return None
    return next((place.country for place in places if place.overlaps(line)), None)

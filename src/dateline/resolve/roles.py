"""Roles: common nouns for those who act, with the country and sector their phrase gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate import syntax
from dateline.lexicon.phrases import phrase_key
from dateline.records.entity import Kind
from dateline.resolve import phrase
from dateline.resolve.mention import OFFICIAL, merged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dateline.lexicon.actors import AgentNoun
    from dateline.records.parse import Parse, Token
    from dateline.resolve.knowledge import Knowledge
    from dateline.resolve.mention import Mention

#: Words of the longest agent noun, before and after its head.
_BEFORE, _AFTER = 3, 2
#: Whose those are who are of the body alone that stands under `of`.
_OF = "of"
#: Prepositions under which the body or state of a role stands.
_OWNERS = ("of", "from", "for", "at", "with", "in")
#: The participle that says who leads a force, and what ties its leader to it.
_LED_BY = "led"
_HYPHENS = frozenset({"-", "–", "‑"})
#: The word before a people that are not of the state of their name.
_ETHNIC = "ethnic"
#: The preposition of where somebody is sent.
_SENT = "for"
#: Sectors of those who are often far from home: `in` says where they are, not whose.
_AWAY = frozenset({"MIL", "UAF", "REF", "JRN", "NGO", "IGO", "MNC", "CRM", "ELI"})
#: Sectors of bodies that have people in other countries.
_FIRMS = frozenset({"BUS", "MNC"})
#: Sectors of bodies that put their own in place of `fighters` and `gunmen`.
_ARMED = frozenset({"REB", "PRM", "CRM", "MIL"})
#: Sectors of those whose people are of them: `the rebel leader's aide`.
_LED = frozenset({"PTY", "OPP", "REB", "PRM"})
#: Sectors of which people of a party are.
_PARTISAN = frozenset({"PTY", "OPP", "LEG"})
#: Labels of what stands before a noun and says who somebody is, not whose.
_SAYING_WHO = frozenset({"amod", "compound", "nmod"})
#: Kinds of names that may be of a person.
_NAMED = frozenset({Kind.PERSON, None})
#: Labels of nouns.
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
#: Deepest chain of roles that is followed: `a spokesman for the head of the army`.
_DEPTH = 3


class Role(NamedTuple):
    """An agent noun in the text: tokens `first` to `last` (exclusive) around `head`."""

    noun: AgentNoun
    first: int
    last: int


class Roles:
    """Reads the roles of one report.

    Args:
        parse: the parse of the report.
        knowledge: the table of agent nouns, and states.
        mention_at: the mention that a token belongs to.
        possessor: the country of a possessive pronoun, None if unknown.
    """

    def __init__(
        self,
        parse: Parse,
        knowledge: Knowledge,
        mention_at: dict[int, Mention],
        possessor: Callable[[int], str | None],
    ) -> None:
        self._parse = parse
        self._knowledge = knowledge
        self._mention_at = mention_at
        self._possessor = possessor
        self._roles: dict[int, Role | None] = {}

    def role(self, head: int) -> Role | None:
        """The agent noun whose head is this token, the longest that fits."""
        if head not in self._roles:
            self._roles[head] = self._look_up(head)
        return self._roles[head]

    def country(self, head: int, depth: int = _DEPTH) -> str | None:
        """The country that the phrase of `head` gives it, None if none or several."""
        role = self.role(head)
        if role is not None and role.noun.noun in self._knowledge.naming.others:
            return self._of_other(head)
        return self._of_phrase(head, role, depth)

    def _of_phrase(self, head: int, role: Role | None, depth: int) -> str | None:
        """The country of those who are of whose they are."""
        modifiers = list(phrase.modifiers(self._parse, head))
        own = self._mention_at.get(head)
        for modifier in modifiers:
            if self._says_no_nation(head, modifier, own):
                continue
            country = self._of_word(modifier)
            if country:
                return country
        away = role is not None and self._is_away(role, modifiers)
        for name in _OWNERS if not away else _OWNERS[:3]:
            if name == _SENT and any("IGO" in self._sector_of(m.i, 0) for m in modifiers):
                continue  # `the UN envoy for Chad`
            found = {
                self._mention_country(token.i) or self._inner_country(token.i, depth)
                for token in self._under(head, name)
            }
            if len(found) == 1 and None not in found:
                return found.pop()
            if found:
                return None
        party = next((c for m in modifiers if (c := self._of_party(m))), None)
        return self._led(head) or party or self._explained(head, depth)

    def _is_away(self, role: Role, modifiers: list[Token]) -> bool:
        """Whether `in` says where somebody is, not whose: not of `a broadcaster in Chad`."""
        seated = role.noun.kind is Kind.ORGANIZATION and "JRN" in role.noun.sector
        local = any(m.lower in self._knowledge.naming.local for m in modifiers)
        return not seated and not local and bool(_AWAY & set(role.noun.sector))

    def _says_no_nation(self, head: int, modifier: Token, own: Mention | None) -> bool:
        """Whether a word before a noun is no nationality of those whom the noun names."""
        if own and self._mention_at.get(modifier.i) is own and own.kind in _NAMED:
            return True  # `Karen` of `Karen Moss`
        if modifier.i and self._parse.tokens[modifier.i - 1].lower == _ETHNIC:
            return True  # `ethnic Greek rebels` are not Greece's
        beside = {modifier.lower, self._parse.tokens[modifier.head].lower}
        if not beside.isdisjoint(self._knowledge.naming.affairs):
            return True
        return self._of_firm(head, modifier)

    def _explained(self, head: int, depth: int) -> str | None:
        """The country of people whom a noun beside theirs explains: `the men, both Finns`."""
        if depth == 0:
            return None
        beside = (kid for kid in self._parse.kids(head) if kid.dep == "appos" and kid.i > head)
        plain = (kid.i for kid in beside if kid.i not in self._mention_at)
        found = [self.country(i, depth - 1) or self.nation(i) for i in plain]
        named = map(self._mention_country, self._identified(head))
        return next(filter(None, (*found, *named)), None)

    def _identified(self, head: int) -> Iterator[int]:
        """The name that somebody is identified by: `a man named as Joe Bell`."""
        parse = self._parse
        for clause in parse.kids(head):
            if clause.dep == "acl" and clause.lemma in self._knowledge.naming.identifying:
                for kid in parse.kids(clause.i):
                    yield kid.i
                    yield from syntax.children(parse, kid, "pobj")

    def _of_firm(self, head: int, name: Token) -> bool:
        """Whether a name is of a firm that has people there: `Acme workers in Chad`."""
        mention = self._mention_at.get(name.i)
        firm = mention is not None and not _FIRMS.isdisjoint(mention.sector)
        return firm and any(True for _ in self._under(head, "in"))

    def _of_other(self, head: int) -> str | None:
        """The country of an ally or rival: what describes them, not whose they are."""
        before = (t for t in phrase.modifiers(self._parse, head) if t.dep in _SAYING_WHO)
        return next((country for t in before if (country := self._of_word(t))), None)

    def _led(self, head: int) -> str | None:
        """The country of those who lead a force."""
        leader = self.leader(head)
        return None if leader is None else self._of_word(leader)

    def leader(self, head: int) -> Token | None:
        """Who leads those of a noun: `the Saudi-led coalition`, `EU-led troops`."""
        tokens = self._parse.tokens
        before = tokens[max(0, head - 1) : head]  # `a Saudi-led coalition strike`
        for led in (*self._parse.kids(head), *before):
            if led.lower == _LED_BY and led.i > 1 and tokens[led.i - 1].text in _HYPHENS:
                return tokens[led.i - 2]
        return None

    def sector(self, head: int, *, country: str | None, depth: int = _DEPTH) -> tuple[str, ...]:
        """The sectors of the role at `head`, those of its body put for its own.

        Who left an office is no official: `a retired general`.
        """
        role = self.role(head)
        if role is None:
            return ()
        sector = self._sector(head, role, country, depth)
        edge = phrase.left_edge(self._parse, head)
        left = self._knowledge.naming.former
        before = self._parse.tokens[edge : role.first]
        if OFFICIAL & set(sector) and any(t.lower in left and t.tag == "JJ" for t in before):
            return ("ELI",)
        party = any(map(self.partisan, phrase.modifiers(self._parse, head)))
        if party and not role.noun.sector:  # `the Labour leader`
            return ("PTY",)
        return merged(sector, ("PTY",)) if party and _PARTISAN & set(sector) else sector

    def partisan(self, token: Token) -> bool:
        """Whether a modifier tells a party: `a Labour lawmaker`, `a Republican senator`."""
        mention = self._mention_at.get(token.i)
        known = mention is not None and mention.known
        return not known and token.text in self._knowledge.partisans

    def _sector(
        self, head: int, role: Role, country: str | None, depth: int
    ) -> tuple[str, ...]:
        own = role.noun.sector
        if title := self._as_title(head, role):
            return title
        if role.noun.noun in self._knowledge.naming.views:
            own = () if self._parse.tokens[head].text.islower() else own
        if role.noun.whose == _OF:
            led = (self._sector_of(token.i, depth) for token in self._under(head, "of"))
            return next(filter(None, led), own)
        bodies = self._bodies(head, role, depth)
        if role.noun.whose and bodies:
            return bodies
        if "IGO" in bodies:
            return merged(own, ("IGO",))
        if own == ("UAF",) and _ARMED & set(bodies):
            return bodies
        if not own and role.noun.whose == "state" and country and not self._of_body(head):
            return ("GOV",)
        if role.noun.whose and self._of_state(head):  # `the chief executive of Hong Kong`
            return ("GOV",)
        return own

    def _as_title(self, head: int, role: Role) -> tuple[str, ...]:
        """The sectors of a party's people by their title: `Republican Representatives`."""
        title = self._knowledge.titles[role.noun.noun]
        own = bool(title) and self._parse.tokens[head].text[0].isupper()
        before = phrase.modifiers(self._parse, head) if own else ()
        partisan = any(self.partisan(t) or "PTY" in self._sector_of(t.i, 0) for t in before)
        return merged(title[0].sector, ("PTY",)) if partisan else ()

    def words(self, head: int) -> set[str]:
        """The words before the role at `head`, those just before its phrase too."""
        role = self.role(head)
        first = role.first if role else head
        edge = min(phrase.left_edge(self._parse, head), phrase.before(self._parse, first))
        return {token.lower for token in self._parse.tokens[edge:head]}

    def owners(self, head: int) -> Iterator[int]:
        """Whose a name is: its possessors, what it is of, from or at, what its bearer heads."""
        for kid in self._parse.kids(head):
            if kid.dep == "poss":
                yield kid.i
            heads = kid.dep == "relcl" and kid.lemma in self._knowledge.naming.heading
            if heads and any(k.lower == "who" for k in self._parse.kids(kid.i)):
                yield from (k.i for k in self._parse.kids(kid.i) if k.dep == "dobj")
        for name in ("of", "from", "at"):
            yield from (token.i for token in self._under(head, name))

    def _of_body(self, head: int) -> bool:
        """Whether a role is of a body by name, whatever it does: `head of Quill Force`.

        A name that nothing is known of is a body's: `the leader of Quill`.
        """
        modifiers = [
            self._mention_at.get(token.i) for token in phrase.modifiers(self._parse, head)
        ]
        under = [self._mention_at.get(token.i) for token in self._under(head, "of")]
        named = any(o is not None and o.kind is Kind.ORGANIZATION for o in modifiers + under)
        return named or any(o is not None and o.kind is None and not o.place for o in under)

    def _of_state(self, head: int) -> bool:
        """Whether a role is one `of` a state."""
        owners = (self._mention_at.get(token.i) for token in self._under(head, "of"))
        return any(owner is not None and owner.kind is Kind.STATE for owner in owners)

    def _bodies(self, head: int, role: Role, depth: int) -> tuple[str, ...]:
        """The sectors of the nearest body that the role belongs to.

        A body's name right before a title is whose it is, though both describe the name:
        `UN Secretary-General Ana Moss`.
        """
        if depth == 0:
            return ()
        beside = self._mention_at.get(role.first - 1)
        if beside is not None and beside.kind is Kind.ORGANIZATION:
            return beside.sector
        inside = range(role.first, role.last)
        for modifier in phrase.modifiers(self._parse, head):
            rank = modifier.lower in self._knowledge.naming.ranks
            idle = rank or modifier.i in inside or self._private(modifier.i, role)
            found = () if idle else self._sector_of(modifier.i, depth)
            if found:
                return found
        for name in ("of", "for", "from", "to", "in", "at", "with"):
            for token in self._under(head, name):
                found = self._sector_of(token.i, depth)
                if found and not self._private(token.i, role):
                    return found
        return ()

    def _private(self, owner: int, role: Role) -> bool:
        """Whether whose a person is says nothing of his sector: `the suspect's wife`.

        Kin and lawyers take that of no person, others that of those in office alone.
        """
        many = self._parse.tokens[owner].tag in {"NNS", "NNPS"}
        if many and not role.noun.sector and role.noun.kind is not Kind.PERSON:
            return False  # `a group of students` are students
        mention, whose = self._mention_at.get(owner), self.role(owner)
        kind = mention.kind if mention else whose and whose.noun.kind
        if kind is not Kind.PERSON:
            return False
        sector = mention.sector if mention else whose.noun.sector if whose else ()
        return "CVL" in role.noun.sector or not (OFFICIAL | _LED) & set(sector)

    def _sector_of(self, index: int, depth: int) -> tuple[str, ...]:
        mention = self._mention_at.get(index)
        if mention:
            return mention.sector if mention.kind is not Kind.OTHER else ()
        if self.role(index):
            return self.sector(index, country=None, depth=depth - 1)
        return ()

    def _inner_country(self, index: int, depth: int) -> str | None:
        town = self._parse.tokens[index].lemma in self._knowledge.naming.towns
        if depth == 0 or (self.role(index) is None and not town):
            return None
        return self.country(index, depth - 1)

    def _of_word(self, token: Token) -> str | None:
        """The country that a modifier says: a name, a nationality, a pronoun."""
        if token.tag == "PRP$":
            return self._possessor(token.i)
        return self._mention_country(token.i) or self.nation(token.i)

    def nation(self, index: int) -> str | None:
        """The country of a nationality: `Greek`, `an Australian`."""
        tokens = self._parse.tokens
        word = tokens[index].text
        if not word[0].isupper():
            return None
        world = self._knowledge.world
        pair_after = [token.text for token in tokens[index : index + 2]]
        longer = world.longest(pair_after, 0)
        if longer and longer[0] == len(pair_after) > 1 and longer[1][0].country is None:
            return None  # `Roman Catholic`
        pair = f"{tokens[index - 1].text} {word}" if index else word
        return world.country_of_adjective(pair) or world.country_of_adjective(word)

    def _of_party(self, token: Token) -> str | None:
        """The country of the party that a modifier tells."""
        return self._knowledge.partisans[token.text] if self.partisan(token) else None

    def _mention_country(self, index: int) -> str | None:
        mention = self._mention_at.get(index)
        return mention.country if mention else None

    def _under(self, head: int, name: str) -> Iterator[Token]:
        """What stands under a preposition of `head`, coordinated nouns too."""
        parse = self._parse
        if (named := self._directly_under(head, name)) is not None:
            yield named
            return
        for kid in parse.kids(head):
            if kid.dep == "prep" and kid.lower == name:
                stack = [k for k in parse.kids(kid.i) if k.dep == "pobj"]
                while stack:
                    token = stack.pop()
                    yield token
                    stack.extend(k for k in parse.kids(token.i) if k.dep == "conj")

    def _directly_under(self, head: int, name: str) -> Token | None:
        """The name after a preposition, where the parser hung it from the name after it.

        `the head of the Weavers' Union, Ana Moss`.
        """
        tokens = self._parse.tokens
        after = tokens[head + 1 : head + 4]
        if not after or after[0].lower != name:
            return None
        mention = next((self._mention_at.get(t.i) for t in after[1:] if t.tag != "DT"), None)
        if mention is None or not (mention.known or mention.kind is Kind.ORGANIZATION):
            return None
        under = (k for k in self._parse.kids(after[0].i) if k.dep == "pobj")
        named = (self._mention_at.get(k.i) for k in under if k.i >= mention.last)
        beyond = any(name is not None and name.kind in _NAMED for name in named)
        return tokens[mention.head] if beyond else None

    def _is_noun(self, token: Token) -> bool:
        """Whether an adjective or participle stands for people: `the accused`."""
        definite = any(kid.dep == "det" for kid in self._parse.kids(token.i))
        return definite and token.tag in {"JJ", "VBN"} and token.dep in _ARGUMENTS

    def _look_up(self, head: int) -> Role | None:
        tokens = self._parse.tokens
        token = tokens[head]
        tied = syntax.stance(self._parse, head)  # `anti-government` is tagged as an adjective
        if not tied and not token.tag.startswith("NN") and not self._is_noun(token):
            return None
        mention = self._mention_at.get(head)
        if mention is not None and mention.place and token.tag == "NNP":
            return None  # the West Bank is no bank
        forms = (token.lower, singular(token))
        stop = min(len(tokens), head + _AFTER + 1)
        after = "".join(t.lower for t in tokens[head + 1 : stop])
        for form in forms:
            noun = self._knowledge.nouns.get(phrase_key(form + after))
            if noun and len(after) > 2:
                return Role(noun, head, stop)
        for first in range(max(0, head - _BEFORE), head + 1):
            before = "".join(t.lower for t in tokens[first:head])
            for form in forms:
                noun = self._knowledge.nouns.get(phrase_key(before + form))
                if noun:
                    divides = self._is_division(token, noun)
                    return None if divides else Role(noun, first, head + 1)
        return None

    def _is_division(self, token: Token, noun: AgentNoun) -> bool:
        """Whether a state is part of a country, by its name: `a base in Ohio state`."""
        before = self._mention_at.get(token.i - 1)
        named = before is not None and before.place and token.tag == "NN"
        return named and noun.noun in self._knowledge.naming.states


def singular(token: Token) -> str:
    """The singular of a noun; names keep their plural in the parse's lemmas."""
    if token.tag == "NNPS" and token.lower.endswith("s"):
        return token.lower[:-1]
    return token.lemma.lower()

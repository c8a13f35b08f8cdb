"""Which party a noun phrase stands for: the head, or who stands inside the phrase.

A slot is rarely filled by the party itself: `criticised Malta's budget`, `closed the
offices of the union`. The party is the head if it can act; else its possessor; else a
nationality or actor before it; else what stands under its prepositions; else its
apposition.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dateline.annotate import arguments, syntax
from dateline.coding.antecedents import Antecedents
from dateline.coding.inside import Inside
from dateline.coding.nameless import Nameless
from dateline.coding.wording import Wording
from dateline.records.entity import Kind, Party
from dateline.resolve.pronouns import MANY, PERSONAL, THINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from dateline.annotate.predicates import Propositions
    from dateline.records.parse import Parse, Token
    from dateline.records.place import Place
    from dateline.resolve.entities import Entities

#: How many noun phrases deep a party is looked for.
_DEPTH = 3
#: Prepositions under which a noun's party stands, nearest to it first.
_INSIDE = ("by", "of", "from", "against", "with", "between", "among", "for", "to", "on", "in")
#: Those of them under which stands who does what the noun names, not whom or where it hits.
_DOING = ("by", "of", "from", "with", "between", "among")
#: Pronouns that stand for somebody else than their own subject.
_THIRD_PERSON = frozenset(
    word for word in PERSONAL | THINGS | MANY if not word.endswith(("self", "selves"))
)
#: Sectors of groups that are spoken of as those who belong to them.
_BANDS = frozenset({"REB", "PRM", "CRM", "UAF", "PTY"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})


class Parties:
    """Finds the parties of noun phrases in one report.

    Args:
        propositions: the propositions of the report.
        entities: what its names and role nouns refer to.
        places: the places that it names, which are no parties by themselves.
        classes: noun classes, of which `calendar` is never a name, no party is looked for
            inside the phrase of one that is `closed`, and the names of a `paper` are
            nobody's.
    """

    def __init__(
        self,
        propositions: Propositions,
        entities: Entities,
        places: Iterable[Place] = (),
        classes: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> None:
        self._propositions = propositions
        self._parse = propositions.parse
        self._entities = entities
        self._calendar_names = classes.get("calendar_names", frozenset())
        self._closed = classes.get("closed", frozenset())
        self._ground = classes.get("ground", frozenset())
        self._brought = classes.get("charge", frozenset())
        self._unnamed = frozenset().union(
            *(classes.get(name, ()) for name in ("calendar", "paper", "arena"))
        )
        self._sites = {
            token.i: p for p in places for token in self._parse.between(p.start, p.end)
        }
        self._wording = Wording(propositions.parse, self.is_actor, classes)
        self._nameless = Nameless(propositions, entities, classes, self._wording)
        acts, kind = self._nameless.acts, entities.kind
        hitters = entities.hitters
        self._antecedent = Antecedents(
            propositions, acts, kind, self._is_band, classes, hitters
        )
        self._inside = Inside(self, self._sites, classes)
        self._found: dict[tuple[int, tuple[str, ...]], tuple[int, ...]] = {}

    @property
    def propositions(self) -> Propositions:
        """The propositions of the report."""
        return self._propositions

    @property
    def parse(self) -> Parse:
        """The parse of the report."""
        return self._parse

    def is_actor(self, head: int) -> bool:
        """Whether the token itself names someone who can act."""
        if syntax.stance(self._parse, head):
            return False
        return self._nameless.acts(head) or self._nameless.candidate(head) is not None

    def is_opposed(self, head: int) -> bool:
        """Whether the token names a party that something is against: `anti-government`."""
        against = syntax.stance(self._parse, head) == "anti"
        return against and self._entities.is_actor(head)

    def is_body(self, head: int) -> bool:
        """Whether the token names a state or an organisation."""
        return self._entities.kind(head) in {Kind.STATE, Kind.ORGANIZATION}

    def _is_band(self, head: int) -> bool:
        """Whether a name stands for its fighters or members: `the Taliban said they`."""
        party = self._entities.party(head)
        return party is not None and not _BANDS.isdisjoint(party.sector)

    def is_person(self, head: int) -> bool:
        """Whether the token names one person: `Ana Lopez`, `the senator`."""
        one = self._parse.tokens[head].tag in {"NN", "NNP", "PRP", "PRP$"}
        return one and self._entities.kind(head) is Kind.PERSON

    def is_state(self, head: int) -> bool:
        """Whether the token names a state, or is its adjective."""
        party = self._entities.party(head)
        if party is None or self._entities.kind(head) is Kind.PERSON:
            return False
        return party.country is not None and not party.sector

    def is_venue(self, modifier: int, noun: int) -> bool:
        """Whether a court before a noun only hears what others bring: `court cases`."""
        if self._parse.tokens[noun].lemma not in self._brought:
            return False
        party = self._entities.party(modifier)
        return party is not None and "JUD" in party.sector

    def site(self, head: int) -> Place | None:
        """The place that the token is of the name of."""
        return self._sites.get(head)

    def heads(self, *phrases: int, doing: bool = False) -> tuple[int, ...]:
        """The tokens inside the phrases of these heads that name parties, each once.

        With `doing` those alone who do something: nobody in `shootings in Chad` does.
        """
        names = _DOING if doing else _INSIDE
        return tuple(
            dict.fromkeys(party for head in phrases for party in self._named(head, names))
        )

    def beside(self, known: Collection[int], *phrases: int) -> tuple[int, ...]:
        """Those of the phrases that are none of `known`: Mali in `its border with Mali`."""
        found = (self._descend(head, _DEPTH, _INSIDE, known) for head in phrases)
        return tuple(dict.fromkeys(party for group in found for party in group))

    def _named(self, head: int, names: tuple[str, ...]) -> tuple[int, ...]:
        found = self._found.get((head, names))
        if found is None:
            found = self._found[head, names] = self._descend(head, _DEPTH, names)
        return found

    def party(self, head: int) -> Party | None:
        """The party that the token `head` names, None where it cannot act.

        A name that nothing is known of stands as its words.
        """
        known = self._entities.party(head)
        if known is None:
            return self._nameless.party(head)
        known = self._nameless.of_nation(head, known)
        named = self._parse.tokens[head].tag.startswith("NN")
        return self._wording.whole(known, head) if named else known

    def parties(self, head: int) -> tuple[Party, ...]:
        """The parties that the token `head` names: one for each state that shares its noun.

        `Egyptian and Greek ministers` are two, as are `the presidents of Chad and Niger`,
        and `the two leaders` told of before.
        """
        if pair := self._entities.pair(head):
            return pair
        whole = self.party(head)
        if whole is None or whole.entity is not None:
            return () if whole is None else (whole,)
        before, after = self._sharers(head)
        shared = before or after
        known = [self._entities.party(i) for i in shared]
        names = {party.entity for party in known if party}
        if len(names) == 1 and None not in names:  # `the Law and Order party`
            return (whole,)
        if len(shared) < 2 or not any(party and party.country for party in known):
            return (whole,)
        parse = self._parse
        parties = []
        for number, (index, party) in enumerate(zip(shared, known, strict=True)):
            own = parse.tokens[index]
            start = party.start if party and after else own.start
            end = own.end
            if before and index == before[-1]:
                end = whole.end
            elif after and number == 0:
                start = whole.start
            parties.append(
                Party(
                    text=parse.text[start:end],
                    start=start,
                    end=end,
                    country=party.country if party else None,
                    sector=whole.sector,
                )
            )
        return tuple(parties)

    def _sharers(self, head: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The capitalised words, joined by `and`, before a noun and under `of` or `from`."""
        parse = self._parse
        token = parse.tokens[head]
        modifiers = [k.i for k in parse.kids(head) if self._is_sharer(k, token)]
        before: tuple[int, ...] = syntax.expand(parse, modifiers[:1])
        if len(before) == 1 and any(k.dep == "cc" for k in parse.kids(before[0])):
            before = tuple(modifiers[:2])  # `UK and EU envoys`, joined by their noun only
        under = arguments.prepositions(parse, token) if token.tag == "NNS" else {}
        after = under.get("of", ()) or under.get("from", ())
        return tuple(
            tuple(sorted(group))
            if all(parse.tokens[i].text[0].isupper() for i in group) and len(group) > 1
            else ()
            for group in (before, after)
        )  # type: ignore[return-value]  # a pair, as its source is

    def _is_sharer(self, modifier: Token, noun: Token) -> bool:
        """Whether a word before a noun may share it: `Greek and`, `Chad and Peru's envoys`."""
        shares = modifier.dep in _MODIFIERS or (modifier.dep == "poss" and noun.tag == "NNS")
        return shares and modifier.text[0].isupper()

    def owners(self, head: int) -> tuple[Party, ...]:
        """Whose a noun is by the pronoun before it: of `its army`."""
        pronouns = (kid.i for kid in self._parse.kids(head) if kid.tag == "PRP$")
        return tuple(p for i in self.heads(*pronouns) if (p := self.party(i)) is not None)

    def bare(self, head: int) -> Party:
        """The phrase of `head` as it stands, where nobody in it can act."""
        return self._wording.bare(head)

    def _descend(
        self, head: int, depth: int, names: tuple[str, ...], known: Collection[int] = ()
    ) -> tuple[int, ...]:
        token = self._parse.tokens[head]
        if token.tag.startswith("VB") and not self.is_actor(head):  # `the accused` can act
            return ()
        if token.tag in {"PRP", "PRP$"} and token.lower in _THIRD_PERSON:
            return self._meant(token, depth, names, known)
        if token.tag == "PRP$":
            return ()
        if titled := self._titled(token):
            return titled
        if self.is_actor(head) or self.is_opposed(head) or self._is_of_state(token):
            return (head,)
        if depth == 0 or token.lemma in self._closed or self._is_hall(token):
            return ()
        named = token.tag.startswith("NNP") and head not in self._sites
        for inner in self._inside(token, names, named=named):
            found = tuple(
                party
                for index in inner
                for party in self._descend(index, depth - 1, names, known)
                if party not in known and (self.is_actor(party) or not named)
            )
            if found:
                return found
        nameless = not self._unnamed.isdisjoint((token.lower, token.lemma))
        if token.lower in self._calendar_names and syntax.ends_name(self._parse, token):
            nameless = False
        return (head,) if named and not nameless else ()

    def _is_hall(self, token: Token) -> bool:
        """Whether a name is of a building or square called after somebody: `Weavers' Hall`."""
        parse = self._parse
        if not token.tag.startswith("NNP") or token.lower not in self._ground:
            return False
        owners = (k for k in parse.kids(token.i) if k.dep == "poss" and k.i == token.i - 2)
        return any(k.tag.startswith("NNP") and not self.is_state(k.i) for k in owners)

    def _meant(
        self, pronoun: Token, depth: int, names: tuple[str, ...], known: Collection[int]
    ) -> tuple[int, ...]:
        """Whom a pronoun means: nobody, where it means a thing that was acted on."""
        named = self._antecedent(pronoun)
        if named is None:
            own = pronoun.tag != "PRP$" and self.is_actor(pronoun.i)
            return (pronoun.i,) if own else ()
        if depth == 0 or (pronoun.dep in syntax.PATIENTS and not self.is_actor(named)):
            return ()
        several = pronoun.lower in MANY
        meant = syntax.expand(self._parse, (named,)) if several else (named,)
        return tuple(i for one in meant for i in self._descend(one, depth - 1, names, known))

    def _titled(self, title: Token) -> tuple[int, ...]:
        """The persons named right after a plural title: `Ministers Ana Moss and Joe Bell`."""
        tokens = self._parse.tokens
        if title.tag not in {"NNS", "NNPS"} or title.i + 1 >= len(tokens):
            return ()
        name = tokens[title.i + 1]
        while name.dep == "compound":
            name = tokens[name.head]
        beside = name.head in {title.i, title.head} and name.tag.startswith("NNP")
        if not beside or self._entities.kind(name.i) is not Kind.PERSON:
            return ()
        return syntax.expand(self._parse, (name.i,))

    def _is_of_state(self, name: Token) -> bool:
        """Whether a name of somebody stands after a state's: `Peru's Castillo`."""
        if not name.tag.startswith("NNP") or name.i in self._sites:
            return False
        owners = syntax.children(self._parse, name, "poss")
        return any(self.is_state(i) for i in owners) and name.lower not in self._unnamed

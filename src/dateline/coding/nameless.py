"""Nameless: those who act without a name of their own: crowds, staffs, strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.annotate import arguments, syntax
from dateline.records.entity import Kind, Party

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.annotate.predicates import Propositions
    from dateline.coding.wording import Wording
    from dateline.records.parse import Token
    from dateline.resolve.entities import Entities

#: Labels under which a number alone stands for people.
_COUNTED = frozenset({"dobj", "nsubj", "nsubjpass"})
#: Labels of what holds a phrase together.
_PHRASES = _COUNTED | {"pobj", "conj", "dative"}
#: The sectors of people, and of those who run for office.
_PEOPLE = ("CVL",)
_PARTISAN = ("PTY",)
#: Whose a campaign is that is one person's, and prepositions of what is no staff.
_ONES = frozenset({"his", "her"})
_AIMED = frozenset({"against", "of", "to"})
#: Kinds of what names a nation, and the word for who need not be of its state.
_NATIONS = frozenset({Kind.GROUP, Kind.STATE})
_ETHNIC = "ethnic"
#: Articles of one of many, and tags of several.
_ONE = frozenset({"a", "an"})
_PLURAL = frozenset({"NNS", "NNPS"})


class Nameless:
    """Finds the parties of one report that no table names.

    Args:
        propositions: the propositions of the report.
        entities: what its names and role nouns refer to.
        classes: noun classes, of which `crowd` are numbers of people, `share` parts of
            them, and `campaign` the staff of who runs for office.
        wording: the words that name a party.
    """

    def __init__(
        self,
        propositions: Propositions,
        entities: Entities,
        classes: Mapping[str, frozenset[str]],
        wording: Wording,
    ) -> None:
        self._propositions = propositions
        self._parse = propositions.parse
        self._entities = entities
        self._wording = wording
        self._campaigns = classes.get("campaign", frozenset())
        self._crowds = classes.get("crowd", frozenset())
        self._shares = classes.get("share", frozenset())

    def party(self, head: int) -> Party | None:
        """A crowd, a staff, or a name that nothing is known of; None for another noun."""
        token = self._parse.tokens[head]
        if self.is_crowd(token):
            return self._crowd(head)
        if (candidate := self.candidate(head)) is not None:
            return self._campaign(head, candidate)
        return self._unknown(head) if token.tag.startswith("NNP") else None

    def acts(self, head: int) -> bool:
        """Whether the tables or a count make the token an actor, whatever its name."""
        return self._entities.is_actor(head) or self.is_crowd(self._parse.tokens[head])

    def of_nation(self, head: int, known: Party) -> Party:
        """A known party; of a nation's people, who they are: `two Georgians`, `ethnic Serbs`.

        Uncounted they may be its army: `Georgians shelled the town`.
        """
        if self._entities.kind(head) not in _NATIONS:
            return known
        if any(kid.lower == _ETHNIC for kid in self._parse.kids(head)):  # not Serbia's
            return msgspec.structs.replace(known, country=None, sector=_PEOPLE, entity=None)
        if known.sector or not self._is_counted(self._parse.tokens[head]):
            return known
        return msgspec.structs.replace(known, sector=_PEOPLE)

    def _is_counted(self, people: Token) -> bool:
        """Whether a noun is of one of many or of so many: `a Georgian`, `two Georgians`."""
        kids = self._parse.kids(people.i)
        if people.tag == "NN":
            return any(kid.lower in _ONE for kid in kids if kid.dep == "det")
        above = self._parse.tokens[self._parse.tokens[people.head].head]
        crowd = people.dep == "pobj" and self.is_crowd(above)
        return people.tag in _PLURAL and (crowd or any(kid.dep == "nummod" for kid in kids))

    def is_crowd(self, token: Token) -> bool:
        """Whether a number stands for people: `thousands marched`, `police detain 20`."""
        if token.lemma in self._shares and token.dep in _PHRASES:
            definite = any(kid.lower == "the" for kid in self._parse.kids(token.i))
            of = arguments.prepositions(self._parse, token).get("of", ())
            if any(self._entities.is_actor(i) for i in of):  # `one of the guards`
                return token.lemma != "number" or not definite
        if token.tag == "CD":
            kids = {kid.dep for kid in self._parse.kids(token.i)}
            return token.dep in _COUNTED and not kids & {"prep", "quantmod", "nmod", "compound"}
        if token.tag != "NNS" or token.lemma not in self._crowds:
            return False
        counted = self._propositions.at(token.i).prepositions.get("of", ())
        return not counted or any(self.acts(i) for i in counted)  # no `dozens of drums`

    def candidate(self, head: int) -> int | None:
        """Whose staff a campaign is: `the Moss campaign`, not `his campaign against graft`."""
        campaign = self._parse.tokens[head]
        if campaign.lemma not in self._campaigns:
            return None
        if any(kid.lower in _AIMED for kid in self._parse.kids(head)):
            return None
        before = syntax.children(self._parse, campaign, "compound", "poss")
        return next((i for i in before if self._is_person(i)), None)

    def _crowd(self, head: int) -> Party:
        """Those that a number counts: `thousands of troops`; where it says no more, people."""
        crowd = self._wording.bare(head)
        under = arguments.prepositions(self._parse, self._parse.tokens[head]).get("of", ())
        counted = next((self._entities.party(i) for i in under if self.acts(i)), None)
        if counted is None or not (counted.country or counted.sector):
            return msgspec.structs.replace(crowd, sector=_PEOPLE)
        return msgspec.structs.replace(
            crowd,
            country=counted.country,
            sector=counted.sector or _PEOPLE,
            entity=None if counted.sector else counted.entity,
        )

    def _campaign(self, head: int, candidate: int) -> Party:
        """The staff of somebody who runs for office, of their country."""
        runner = self._entities.party(candidate)
        staff = self._wording.bare(head)
        country = runner.country if runner else None
        return msgspec.structs.replace(
            staff, name=staff.text, country=country, sector=_PARTISAN
        )

    def _is_person(self, index: int) -> bool:
        """Whether a word names a person, or stands for one: `his campaign`."""
        token = self._parse.tokens[index]
        if token.lower in _ONES:  # but `suspended his campaign`
            acts = self._parse.tokens[token.head].dep in syntax.SUBJECTS
            return acts and self._entities.party(index) is not None
        return token.tag == "NNP" and self._entities.kind(index) is Kind.PERSON

    def _unknown(self, head: int) -> Party:
        """A name that nothing is known of, as what stands beside it says: `Ana, a judge`."""
        bare = self._wording.bare(head)
        beside = syntax.children(self._parse, self._parse.tokens[head], "appos")
        told = next((p for i in beside if (p := self._entities.party(i))), bare)
        owners = syntax.children(self._parse, self._parse.tokens[head], "poss")
        states = (self._entities.party(i) for i in owners)
        home = next((state.country for state in states if state), None)  # `Peru's Castillo`
        return msgspec.structs.replace(
            bare, name=bare.text, country=told.country or home, sector=told.sector
        )

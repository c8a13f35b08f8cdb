"""When and where an act was done: which time and place of the text belong to it.

A place belongs to the nearest verb or event noun above it in the parse. Where the act's
own clause says nothing, the only one of its sentence may be taken, and says so in its
basis; a place of the sentence is never taken from another act's clause. For times see
`when`, for what other sentences say of where see `scenes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.located import (
    BEFORE,
    DATING,
    event_place,
    hangs_from,
    is_another_time,
    smallest,
)
from dateline.records.place import Precision

if TYPE_CHECKING:
    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.coding.goals import Goals
    from dateline.coding.scenes import Scenes
    from dateline.coding.tenses import Tenses
    from dateline.coding.when import When
    from dateline.records.claim import EventPlace
    from dateline.records.place import Place

#: Labels of verbs that describe a noun: `the brokered truce`, `riots that killed six`.
_DESCRIBING = frozenset({"amod", "acl", "relcl"})
#: Types, and modes of others, that are done where whom or what they are done to is.
_ON_GROUND = frozenset({"ASSAULT", "MOBILIZE"})
_MODES_ON_GROUND = frozenset(
    {("COERCE", "seize"), ("CONSULT", "visit"), ("RETREAT", "withdraw")}
)
#: The type of force, and the preposition of the other side: `a battle with rebels near Lima`.
_FORCE = "ASSAULT"
_FIGHTING = frozenset({"with"})
#: Types of acts of words, which are done to somebody and not on their ground.
_TO_SOMEBODY = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
#: Types of acts of words, which may be done far from what they are about.
_OF_WORDS = _TO_SOMEBODY | {"AGREE", "CONSULT", "SUPPORT"}
#: Types of acts of which a rule may name the ground itself: `took to the streets of Lima`.
_ON_STREETS = frozenset({"PROTEST"})


class Slots:
    """Times and places of one report, by the act that they belong to.

    Args:
        clauses: the clauses and acts of the report.
        tenses: how its verbs tell.
        when: when its acts were done.
        scenes: where they were done if their sentence does not say.
        goals: the places that somebody reached.
    """

    def __init__(
        self, clauses: Clauses, tenses: Tenses, when: When, scenes: Scenes, goals: Goals
    ) -> None:
        self._parse = clauses.parse
        self._clauses = clauses
        self._tenses = tenses
        #: When an act was done, and how that was found.
        self.occurred = when
        #: Where an act was done by the scene of the report, and how that was found.
        self.scene = scenes
        self._goals = goals

    def place(self, act: Act) -> tuple[EventPlace | None, str]:
        """Where the act was done, and how that was found, in plain words."""
        number = self._parse.sentence_of(act.head).number
        places, named = self.scene.located(number), self.scene.named(number)
        mine = self._clauses.words(act)
        own = [
            place
            for head, place in places
            if self._clauses.owner(head) in mine
            and not self._is_addressed(head, act)
            and not is_another_time(self._parse, head)
        ]
        own += self._struck(act) + self._before(act)
        own = own or self._goals.where(act, named)
        if own:
            found = smallest(own)
            return event_place(found, "clause"), f"`{found.text}` in its clause"
        addressed = [(head, p) for head, p in named if not self._is_addressed(head, act)]
        goal = self._goals(act, addressed)
        if goal is not None:
            return event_place(goal, "sentence"), f"`{goal.text}` reached in its sentence"
        near = [p for head, p in places if self._is_near(head, act)] or self._along(act)
        if len({p.country for p in near}) == 1 and not self._tenses.is_earlier(act):
            found = smallest(near)
            return event_place(found, "sentence"), f"`{found.text}` in its sentence"
        held = self.scene.occasion(act)
        if held is not None:
            return event_place(held, "paragraph"), f"`{held.text}` of its occasion"
        return None, "the text does not say where"

    def _is_addressed(self, head: int, act: Act) -> bool:
        """Whether a place is spoken to, and so is no ground: `called on Lima to act`."""
        return act.type in _TO_SOMEBODY and head in act.recipients

    def _struck(self, act: Act) -> list[Place]:
        """The place that an act is done to or on: `shelled Lima`."""
        places = self.scene.named(self._parse.sentence_of(act.head).number)
        on_ground = act.type in _ON_GROUND or (act.type, act.mode) in _MODES_ON_GROUND
        taken = act.taken if on_ground or act.type in _ON_STREETS else frozenset()
        things = {*taken, act.bare} if on_ground else taken
        return [
            place
            for head, place in places
            if (on_ground and head in act.recipients and not self._is_before(head))
            or not self._called(head).isdisjoint(things)
        ]

    def _along(self, act: Act) -> list[Place]:
        """The place struck by an act that another comes of: `shelled Lima, killing ten`."""
        anchor = self._parse.tokens[act.anchor]
        if anchor.tag != "VBG" or anchor.dep != "advcl":
            return []
        above = self._clauses.acts_at(anchor.head)
        return [place for other in above for place in self._struck(other)]

    def _before(self, act: Act) -> list[Place]:
        """The town or region before the noun of an act: `broke up a Lima march`."""
        nouns = {act.named, act.bare, *act.taken, act.head if act.noun else None}
        return [
            place
            for head, place in self.scene.named(self._parse.sentence_of(act.head).number)
            if place.precision is not Precision.COUNTRY
            and self._is_before(head)
            and self._parse.tokens[head].head in nouns
        ]

    def _is_before(self, head: int) -> bool:
        """Whether a place stands before a noun: `a US ship`."""
        return self._parse.tokens[head].dep in BEFORE

    def _called(self, head: int) -> set[int]:
        """The nouns that a place names, with others: `the outskirts of the city of Lima`."""
        tokens = self._parse.tokens
        called = {head}
        while tokens[head].dep in {"pobj", "appos"} and tokens[head].head != head:
            above = tokens[tokens[head].head]
            if tokens[head].dep == "pobj":
                if above.lower != "of":
                    break
                above = tokens[above.head]
            head = above.i
            called.add(head)
        return called

    def _is_near(self, index: int, act: Act) -> bool:
        """Whether a place of the sentence may be an act's.

        What is told by a verb was done where that verb says, or the noun that it describes,
        not where a thing beside it is: not in Mali, in `praised the peace in Mali`. Nor was
        what a noun names: `a raid in Mali was among the attacks`.
        """
        if not self._clauses.share(index, act) or self._is_of_other(index, act):
            return False
        if self._is_addressed(index, act) or self._is_of_saying(index, act):
            return False
        if is_another_time(self._parse, index) or self.occurred.is_apart(act, index):
            return False
        if self._is_of_others(index, act):
            return False
        anchor = self._parse.tokens[act.anchor]
        lasting = anchor.dep == "relcl" and self._tenses.is_perfect(anchor)
        goals = {act.anchor, self._clauses.first(act.anchor)}
        if not lasting:  # `the army, which has fought them for years, shelled Lima`
            goals.add(self._clauses.finite(act.anchor))
        if anchor.dep in _DESCRIBING:
            goals.add(anchor.head)
        if act.noun and is_another_time(self._parse, act.anchor, DATING):
            return False
        through = _FIGHTING if act.type == _FORCE else frozenset()
        return act.noun or hangs_from(self._parse, index, frozenset(goals), through)

    def _is_of_saying(self, index: int, act: Act) -> bool:
        """Whether a place is where somebody told of an act: `it fled, he said in Lima`."""
        verb = self._tenses.verb(act)
        said = self._clauses.finite(verb.i)
        told = verb.dep == "ccomp" and self._tenses.has_own_time(verb)
        return told and index > said and self._clauses.finite(index) == said

    def _is_of_others(self, index: int, act: Act) -> bool:
        """Whether a place is where others did something, which this act only answers by words.

        `They marched in Lima, and the mayor praised them`.
        """
        anchor = self._parse.tokens[act.anchor]
        subject = syntax.children(self._parse, anchor, *syntax.SUBJECTS)
        own = anchor.dep == "conj" and bool(subject) and act.type in _OF_WORDS
        return own and self._clauses.first(act.anchor) < index < anchor.i

    def _is_of_other(self, index: int, act: Act) -> bool:
        """Whether a place is that of another noun's act, which this one is not the outcome of.

        `the raid in Mali led to protests` tells of protests there.
        """
        tokens = self._parse.tokens
        owner = self._clauses.owner(index)
        if not act.noun or owner is None or not tokens[owner].tag.startswith("NN"):
            return False
        tops = {tokens[i].dep in syntax.SUBJECTS for i in (owner, act.anchor)}
        return owner not in {act.head, act.anchor} and len(tops) == 1

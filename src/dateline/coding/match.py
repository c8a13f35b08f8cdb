"""Entry against proposition: whether a rule holds, and what fills its slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import arguments, syntax
from dateline.coding.binding import Binding
from dateline.coding.fitting import Fitting
from dateline.coding.owners import Owners
from dateline.lexicon.pattern import Element, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.parties import Parties
    from dateline.lexicon.acts import Entry
    from dateline.lexicon.words import Words

#: Prepositions that a second object stands for: `gave Kyiv tanks` is `gave tanks to Kyiv`.
_DATIVE = frozenset({"to", "for"})
#: The preposition of whose a thing is, or of what it consists.
_OF = "of"
#: What a noun's `by` phrase fills, whatever its pattern says.
_AGENT = Element(slot=Slot.ACTOR, prepositions=("by",), optional=True)


class Matcher:
    """Matches entries of the lexicon against propositions of one report.

    Attributes:
        parties: the parties of its noun phrases.
        fits: what its nouns are, for the elements of patterns.
    """

    def __init__(self, words: Words, propositions: Propositions, parties: Parties) -> None:
        self._words = words
        self._propositions = propositions
        self.parties = parties
        self.fits = Fitting(words, propositions, parties)
        self._owners_before = Owners(words, propositions, parties, self.fits)
        self._tokens = propositions.parse.tokens

    def verb(self, entry: Entry, proposition: Proposition) -> Binding | None:
        """The binding of a verb entry, or None where its pattern does not hold."""
        pattern, binding = entry.pattern, Binding()
        if not self._take_subject(pattern.subject, self._subjects(entry, proposition), binding):
            return None
        measures = self.fits.only_measures(proposition.objects)
        if pattern.object is not None:
            fitting = self.fits.fitting(pattern.object, proposition.objects)
            if fitting:
                if pattern.object.slot is Slot.RECIPIENT and not pattern.object.forbidden:
                    fitting = [
                        o for o in proposition.objects if o in fitting or self._may_join(o)
                    ]
                binding.add(pattern.object.slot, fitting, "object")
            elif not pattern.object.optional or not measures:
                return None
        elif proposition.objects and not measures and not self._are_lent(proposition):
            return None
        for element in pattern.others:
            fitting = self.fits.fitting(element, self._under(element, proposition))
            if fitting:
                binding.add(element.slot, fitting, f"under `{'|'.join(element.prepositions)}`")
            elif not element.optional:
                return None
        return binding

    def noun(self, entry: Entry, proposition: Proposition) -> Binding | None:
        """The binding of a noun entry: possessor, modifiers and prepositions."""
        if not self.fits.named(entry.word, proposition):
            return None
        binding = Binding()
        owner = entry.pattern.subject
        asked = _AGENT if owner is None or owner.slot is not Slot.ACTOR else owner
        by = (*proposition.prepositions.get("by", ()), *self._makers(proposition.head))
        agents = self.fits.fitting(asked, by)
        owned = self._owners_before(entry, proposition, binding)
        if not agents and not binding.get(Slot.ACTOR) and asked is owner:
            agents = self.fits.fitting(asked, self.givers(proposition))
        if not owned and not agents:
            return None
        for element in entry.pattern.others:
            under = self._under(element, proposition)
            fitting = self.fits.fitting(element, (i for i in under if i not in agents))
            if fitting:
                binding.add(element.slot, fitting, f"under `{'|'.join(element.prepositions)}`")
            elif not element.optional and (element.classes or element.words or element.sectors):
                return None
        if agents:
            binding.add(Slot.ACTOR, agents, "under `by`")
        return binding

    def _may_join(self, noun: int) -> bool:
        """Whether a noun beside one that fits is a party: `expelled nuns and the mission`."""
        return self._tokens[noun].tag.startswith("NN") and self.parties.is_actor(noun)

    def _are_lent(self, proposition: Proposition) -> bool:
        """Whether the objects are another verb's: `resigned and fled the country`."""
        verbs = syntax.children(
            self._propositions.parse, self._tokens[proposition.head], "conj"
        )
        return any(self._tokens[i].head in verbs for i in proposition.objects)

    def _subjects(self, entry: Entry, proposition: Proposition) -> tuple[int, ...]:
        """The subject of a verb; whom it is done to is whom the verb above takes to it.

        `extradited the guard to face trial`: nobody takes others to suffer it himself.
        """
        subject = entry.pattern.subject
        if subject is not None and subject.slot is Slot.RECIPIENT:
            taken = self._propositions.taken(proposition.head)
            if self.parties.heads(*taken):
                return taken
        return proposition.subjects

    def givers(self, proposition: Proposition) -> tuple[int, ...]:
        """Who does what is theirs to send or to lend: `a demand from X`, `the help of X`.

        What somebody withdraws from, and what is done `in support of` somebody, is not.
        """
        noun, classes = self._tokens[proposition.head], self._words.classes
        sources: tuple[int, ...] = ()
        if noun.lemma in classes["coming"]:
            sources = proposition.prepositions.get("from", ())
        spirit = noun.i and self._tokens[noun.i - 1].lower == "in"
        if noun.lemma in classes["lent"] and not spirit:
            sources = sources or proposition.prepositions.get("of", ())
        return tuple(i for i in sources if self.fits.acts(i))

    def _makers(self, noun: int) -> tuple[int, ...]:
        """Who did what a noun names, by a participle: `sanctions imposed by the union`."""
        parse, authored = self._propositions.parse, self._words.classes["authored"]
        return tuple(
            agent
            for kid in parse.kids(noun)
            if kid.dep == "acl" and self._propositions.at(kid.i).lemma in authored
            for agent in arguments.agents(parse, kid)
        )

    def carrier(self, noun: int) -> int:
        """The noun that stands for an event noun: `a wave of attacks`, `$5 million in aid`."""
        tokens = self._tokens
        preposition = tokens[tokens[noun].head]
        head = tokens[preposition.head]
        if tokens[noun].dep != "pobj" or preposition.lower not in {"of", "in"}:
            return noun
        if self.fits.is_generic(head.i) or head.lemma in self._words.classes["money"]:
            return self.carrier(head.i)
        return noun

    def _take_subject(
        self, element: Element | None, subjects: tuple[int, ...], binding: Binding
    ) -> bool:
        if element is None:
            return True
        fitting = self.fits.fitting(element, subjects)
        if fitting:
            binding.add(element.slot, fitting, "subject")
            return True
        asked = element.classes or element.words or element.sectors
        return not asked or (element.forbidden and not subjects)

    def _under(self, element: Element, proposition: Proposition) -> tuple[int, ...]:
        """What stands under the element's prepositions, wherever they are attached."""
        beside = [i for heads in proposition.prepositions.values() for i in heads]
        counted = [
            i
            for head in proposition.objects
            for i in self._propositions.at(head).prepositions.get("of", ())
        ]  # `sent dozens of nurses to Laos`
        around_it = (*proposition.objects, *beside, *counted)
        doers = proposition.subjects if proposition.passive else ()
        inside = [i for i in around_it if self._is_noun(i) and i not in doers]
        around = [proposition.prepositions]
        around += [self._propositions.at(i).prepositions for i in inside]
        for name in element.prepositions:
            if name in _DATIVE and proposition.datives:
                return proposition.datives
            if name == _OF and element.slot is Slot.RECIPIENT and self._are_owned(proposition):
                continue
            for places in around:
                if under := tuple(i for i in places.get(name, ()) if i not in doers):
                    return under
        owned = element.slot is Slot.RECIPIENT and not element.optional
        if owned and element.prepositions[:1] == (_OF,):
            return self._owners(proposition.objects)
        if owned and element.prepositions == ("to",):
            return self._behind(proposition.objects)
        return ()

    def _are_owned(self, proposition: Proposition) -> bool:
        """Whether the objects are somebody else's: `rejected Chad's offer of prisoners`."""
        owners = self._owners(proposition.objects)
        mine = self.parties.heads(*proposition.subjects)
        return any(owner not in mine for owner in self.parties.heads(*owners))

    def _behind(self, objects: Iterable[int]) -> tuple[int, ...]:
        """What stands under the last `to` of an object, as the parser may have hung it.

        `returned a mask that was stolen from a tomb to Norway`.
        """
        parse = self._propositions.parse
        inside = (self._tokens[i] for head in objects for i in parse.subtree(head) if i > head)
        last = max((t.i for t in inside if t.lower == "to" and t.dep == "prep"), default=None)
        return () if last is None else syntax.children(parse, self._tokens[last], "pobj")

    def _owners(self, objects: Iterable[int]) -> tuple[int, ...]:
        """Whose the objects are: `Chad's assets` are assets `of` Chad."""
        inside = [self._propositions.at(i) for i in objects if self._is_noun(i)]
        owners = tuple(i for noun in inside for i in noun.possessors)
        return owners or tuple(
            i for noun in inside for i in noun.modifiers if self.parties.is_actor(i)
        )

    def _is_noun(self, index: int) -> bool:
        return self._tokens[index].tag.startswith("NN")

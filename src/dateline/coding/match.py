"""Entry against proposition: whether a rule holds, and what fills its slots."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.lexicon.pattern import Element, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.parties import Parties
    from dateline.lexicon.acts import Entry
    from dateline.lexicon.words import Words
    from dateline.records.parse import Token

#: Prepositions that a second object stands for: `gave Kyiv tanks` is `gave tanks to Kyiv`.
_DATIVE = frozenset({"to", "for"})
#: What a noun's `by` phrase fills, whatever its pattern says.
_AGENT = Element(slot=Slot.ACTOR, prepositions=("by",), optional=True)


@dataclass(slots=True)
class Binding:
    """What fills the slots of a pattern; numbers are tokens, as the sentence has them."""

    slots: dict[Slot, list[int]] = field(default_factory=dict)
    how: dict[Slot, str] = field(default_factory=dict)

    def add(self, slot: Slot, heads: Iterable[int], how: str) -> None:
        """Note that `heads` fill a slot, and by what."""
        known = self.slots.setdefault(slot, [])
        known.extend(head for head in heads if head not in known)
        self.how.setdefault(slot, how)

    def get(self, slot: Slot) -> tuple[int, ...]:
        """What fills a slot, in order."""
        return tuple(self.slots.get(slot, ()))


#: The sector that a state acts as.
_STATE = frozenset({"GOV"})


class Matcher:
    """Matches entries of the lexicon against propositions of one report.

    Attributes:
        parties: the parties of its noun phrases.
    """

    def __init__(self, words: Words, propositions: Propositions, parties: Parties) -> None:
        self._words = words
        self._propositions = propositions
        self.parties = parties
        self._tokens = propositions.parse.tokens

    def verb(self, entry: Entry, proposition: Proposition) -> Binding | None:
        """The binding of a verb entry, or None where its pattern does not hold."""
        pattern, binding = entry.pattern, Binding()
        if not self._take_subject(pattern.subject, proposition.subjects, binding):
            return None
        if pattern.object is not None:
            fitting = self._fitting(pattern.object, proposition.objects)
            if fitting:
                binding.add(pattern.object.slot, fitting, "object")
            elif not pattern.object.optional or not self._only_measures(proposition.objects):
                return None
        elif proposition.objects and not self._only_measures(proposition.objects):
            return None
        for element in pattern.others:
            fitting = self._fitting(element, self._under(element, proposition))
            if fitting:
                binding.add(element.slot, fitting, f"under `{'|'.join(element.prepositions)}`")
            elif not element.optional:
                return None
        return binding

    def noun(self, entry: Entry, proposition: Proposition) -> Binding | None:
        """The binding of a noun entry: possessor, modifiers and prepositions."""
        if not self._named(entry.word, proposition):
            return None
        binding = Binding()
        owner = entry.pattern.subject
        asked = _AGENT if owner is None or owner.slot is not Slot.ACTOR else owner
        agents = self._fitting(asked, proposition.prepositions.get("by", ()))
        owned = self._take_owner(entry, proposition, binding)
        if not agents and not binding.get(Slot.ACTOR) and asked is owner:
            agents = self._fitting(asked, self.givers(proposition))
        if not owned and not agents:
            return None
        for element in entry.pattern.others:
            under = self._under(element, proposition)
            fitting = self._fitting(element, (i for i in under if i not in agents))
            if fitting:
                binding.add(element.slot, fitting, f"under `{'|'.join(element.prepositions)}`")
            elif not element.optional and (element.classes or element.words):
                return None
        if agents:
            binding.add(Slot.ACTOR, agents, "under `by`")
        return binding

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
        return tuple(i for i in sources if self._acts(i))

    def _take_owner(self, entry: Entry, proposition: Proposition, binding: Binding) -> bool:
        """Bind what stands before a noun: its possessor, a name or a nationality.

        A nationality acts (`Russian airstrikes`), unless the noun says that what is
        before it undergoes and nothing else is there.
        """
        owner = entry.pattern.subject
        if owner is None:
            return True
        parse = self._propositions.parse
        modifiers = (  # `a Turkish-Russian truce`, `Greek and Cypriot strikes`
            i
            for m in proposition.modifiers
            for i in (*self._tied(m), m, *syntax.children(parse, self._tokens[m], "conj"))
        )
        nations = [
            m
            for m in modifiers
            if self.parties.is_actor(m) and not self.parties.is_venue(m, proposition.head)
        ]
        adjectives = [m for m in nations if self._tokens[m].tag.startswith("JJ")]
        compounds = [m for m in nations if m not in adjectives]
        holders = self._fitting(owner, proposition.possessors)
        aimed = self._aimed(entry, holders, nations)
        compounds = [m for m in compounds if m not in aimed]
        adjectives = [m for m in adjectives if m not in aimed]
        owned = [*holders, *self._fitting(owner, compounds)]
        if aimed:
            binding.add(Slot.RECIPIENT, aimed, "name before the noun")
        if owned:
            acts = self._strikes_another(entry, proposition)
            binding.add(Slot.ACTOR if acts else owner.slot, owned, "possessor")
        if adjectives and (owner.slot is Slot.ACTOR or not owned or entry.mutual):
            binding.add(Slot.ACTOR, adjectives, "nationality")
        asked = owner.classes or owner.words or owner.sectors
        return not asked or owner.optional or bool(binding.get(owner.slot))

    def _aimed(self, entry: Entry, holders: list[int], nations: list[int]) -> list[int]:
        """States before a noun that has a possessor, who acts: `the king's China visit`.

        A name alone before a visit is where it goes: `a China trip`, but `a French trip`.
        """
        owner = entry.pattern.subject
        if entry.mutual or owner is None or owner.slot is not Slot.ACTOR:
            return []
        held = any(self.parties.heads(holder) for holder in holders)
        visit = entry.word in self._words.classes["visit"]
        return [
            m
            for m in nations
            if self.parties.is_state(m)
            and (held or (visit and self._tokens[m].tag.startswith("NNP")))
        ]

    def _strikes_another(self, entry: Entry, proposition: Proposition) -> bool:
        """Whether the possessor acts, since `of` says to whom: `her arrest of the guard`."""
        struck = proposition.prepositions.get("of", ())
        return bool(proposition.possessors) and any(
            element.slot is Slot.RECIPIENT
            and "of" in element.prepositions
            and self._fitting(element, struck)
            for element in entry.pattern.others
        )

    def _tied(self, index: int) -> tuple[int, ...]:
        """The token that a hyphen ties before another."""
        tied = index >= 2 and self._tokens[index - 1].text in {"-", "–"}
        return (index - 2,) if tied else ()

    def in_class(self, head: int, name: str) -> bool:
        """Whether the noun is of a class; generic heads pass on what they are made of."""
        if name == "actor":
            return self._acts(head)
        if name == "party":
            named = self._tokens[head].tag.startswith("NNP")
            return named or bool(self.parties.heads(head))
        if name == "body":
            return self.parties.is_body(head)
        if name == "person":
            return self.parties.is_person(head)
        if name == "thing":
            return not self._acts(head)
        if name == "several":
            return self._is_several(head)
        if name == "place" and self._tokens[head].tag.startswith("NNP"):
            return self.parties.is_actor(head)
        return self._holds(head, self._words.classes.get(name, frozenset()))

    def _is_several(self, head: int) -> bool:
        """Whether a noun is one of several, or names several: `the ministers`, `A and B`."""
        token = self._tokens[head]
        kids = self._propositions.parse.kids(head)
        joined = token.dep == "conj" or any(kid.dep == "conj" for kid in kids)
        return joined or token.tag in {"NNS", "NNPS"} or token.lower in {"they", "both"}

    def carrier(self, noun: int) -> int:
        """The noun that stands for an event noun: `a wave of attacks`, `$5 million in aid`."""
        tokens = self._tokens
        preposition = tokens[tokens[noun].head]
        head = tokens[preposition.head]
        if tokens[noun].dep != "pobj" or preposition.lower not in {"of", "in"}:
            return noun
        if self.is_generic(head.i) or head.lemma in self._words.classes["money"]:
            return self.carrier(head.i)
        return noun

    def _acts(self, head: int) -> bool:
        """Whether a noun names who can act; `dozens of monks` are monks."""
        if self.parties.is_actor(head):
            return True
        if not self.is_generic(head):
            return False
        members = self._propositions.at(head).prepositions.get("of", ())
        return any(self.parties.is_actor(index) for index in members)

    def is_generic(self, head: int) -> bool:
        """Whether a noun says nothing itself: `wave of`, `dozens of`, `11 of`."""
        token = self._tokens[head]
        return token.tag == "CD" or token.lemma in self._words.classes["generic"]

    def _is_money(self, head: int) -> bool:
        """Whether a number counts money: `$2 million`."""
        kids = self._propositions.parse.kids(head)
        return self._tokens[head].tag in {"CD", "$"} and any(kid.tag == "$" for kid in kids)

    def _holds(self, head: int, lemmas: frozenset[str], depth: int = 2) -> bool:
        token = self._tokens[head]
        if token.lemma in lemmas or self._spelled(head) in lemmas:
            return True
        if self._is_money(head) and "dollar" in lemmas:
            return True
        if depth == 0 or not self.is_generic(head):
            return False
        inner = self._propositions.at(head)
        passed = (*inner.prepositions.get("of", ()), *inner.modifiers)
        return any(self._holds(index, lemmas, depth - 1) for index in passed)

    def _named(self, word: str, proposition: Proposition) -> bool:
        """Whether a noun of several words stands there whole (`hunger strike`)."""
        *before, last = word.split()
        if "-" in last and self._spelled(proposition.head) != last:
            return False
        modifiers = {self._tokens[m].lemma for m in proposition.modifiers}
        return modifiers.issuperset(before)

    def _is_word(self, word: str, head: int) -> bool:
        """Whether the token is the word; `observer_status` asks for both words together."""
        *before, last = word.split("_")
        if last not in {self._tokens[head].lemma, self._spelled(head)}:
            return False
        return not before or self._named(" ".join((*before, last)), self._propositions.at(head))

    def _spelled(self, head: int) -> str:
        """The hyphened word that ends at a token (`cease-fire`), or its lemma."""
        tokens = self._tokens
        if (
            head < 2
            or tokens[head - 1].text != "-"
            or tokens[head].start != tokens[head - 1].end
        ):
            return tokens[head].lemma
        return f"{tokens[head - 2].lower}-{tokens[head].lemma}"

    def _take_subject(
        self, element: Element | None, subjects: tuple[int, ...], binding: Binding
    ) -> bool:
        if element is None:
            return True
        fitting = self._fitting(element, subjects)
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
            for places in around:
                if under := tuple(i for i in places.get(name, ()) if i not in doers):
                    return under
        owned = element.slot is Slot.RECIPIENT and not element.optional
        if owned and element.prepositions[:1] == ("of",):
            return self._owners(proposition.objects)
        if owned and element.prepositions == ("to",):
            return self._behind(proposition.objects)
        return ()

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

    def _fitting(self, element: Element, heads: Iterable[int]) -> list[int]:
        return [head for head in heads if self._fits(element, head)]

    def _fits(self, element: Element, head: int) -> bool:
        token = self._tokens[head]
        counted = (
            token.tag == "CD"
            and "of" not in self._propositions.at(head).prepositions
            and not self._is_money(head)
        )
        if self._is_time(token) or counted:
            other = set(element.classes) - {"actor", "party"}
            asks = element.words or element.sectors or other
            if counted and element.classes and not asks:
                return self.parties.is_actor(head)
            return element.slot is not Slot.OBJECT and token.tag == "CD" and not asks
        if element.sectors and not self._has_sector(head, element.sectors):
            return False
        if element.slot is Slot.RECIPIENT and self.is_adjunct(head):
            return False
        if not element.classes and not element.words:
            return True
        named = (
            any(self._is_word(word, head) for word in element.words)
            or any(self.in_class(head, name) for name in element.classes)
            or (self.is_generic(head) and self._holds(head, frozenset(element.words)))
        )
        return named is not element.forbidden

    def is_adjunct(self, head: int) -> bool:
        """Whether a noun stands in a fixed phrase: `in response`, not `in the response`."""
        token = self._tokens[head]
        bare = token.dep == "pobj" and token.head == head - 1
        return bare and token.lemma in self._words.classes["adjunct"]

    def _is_time(self, token: Token) -> bool:
        """Whether a noun is a day or a part of time, and not a name such as `Rosa May`."""
        classes = self._words.classes
        named = syntax.ends_name(self._propositions.parse, token)
        if named and token.lower in classes["calendar_names"]:
            return False
        return token.lemma in classes["calendar"]

    def _has_sector(self, head: int, sectors: tuple[str, ...]) -> bool:
        """Whether one of the parties of a phrase is of a sector; a state is its government."""
        for index in self.parties.heads(head):
            party = self.parties.party(index)
            if party is None:
                continue
            state = not party.sector and party.country is not None
            people = self._tokens[index].tag == "NNPS"
            if set(sectors) & (_STATE if state and not people else set(party.sector)):
                return True
        return False

    def _only_measures(self, heads: tuple[int, ...]) -> bool:
        calendar = self._words.classes["calendar"]
        return all(
            self._tokens[h].lemma in calendar or self._tokens[h].tag == "CD" for h in heads
        )

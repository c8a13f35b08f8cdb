"""Owners: what stands before an event noun, and whether it acts or undergoes.

`Russian airstrikes`, `the editor's conviction`, `the king's China visit`, `her arrest of the
guard`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.lexicon.pattern import Slot

if TYPE_CHECKING:
    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.binding import Binding
    from dateline.coding.fitting import Fitting
    from dateline.coding.parties import Parties
    from dateline.lexicon.acts import Entry
    from dateline.lexicon.words import Words


class Owners:
    """Binds what stands before the event nouns of one report."""

    def __init__(
        self, words: Words, propositions: Propositions, parties: Parties, fits: Fitting
    ) -> None:
        self._words = words
        self._propositions = propositions
        self._parties = parties
        self._fits = fits
        self._tokens = propositions.parse.tokens

    def __call__(self, entry: Entry, proposition: Proposition, binding: Binding) -> bool:
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
            if self._parties.is_actor(m) and not self._parties.is_venue(m, proposition.head)
        ]
        adjectives = [m for m in nations if self._tokens[m].tag.startswith("JJ")]
        compounds = [m for m in nations if m not in adjectives]
        holders = self._fits.fitting(owner, proposition.possessors)
        aimed = self._aimed(entry, holders, nations)
        compounds = [m for m in compounds if m not in aimed]
        adjectives = [m for m in adjectives if m not in aimed]
        owned = [*holders, *self._fits.fitting(owner, compounds)]
        if aimed:
            binding.add(Slot.RECIPIENT, aimed, "name before the noun")
        if owned:
            acts = self._strikes_another(entry, proposition)
            slot = Slot.RECIPIENT if self._suffers(entry, owned) else owner.slot
            binding.add(Slot.ACTOR if acts else slot, owned, "possessor")
        if "person" in owner.classes:
            adjectives = []  # `a Russian attack` is no politician's, in words
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
        held = any(self._parties.heads(holder) for holder in holders)
        visit = entry.word in self._words.classes["visit"]
        return [
            m
            for m in nations
            if self._parties.is_state(m)
            and (held or (visit and self._tokens[m].tag.startswith("NNP")))
        ]

    def _suffers(self, entry: Entry, owners: list[int]) -> bool:
        """Whether whose a noun is undergoes it: `the editor's conviction`, not the court's."""
        suffered = entry.word in self._words.classes["suffered"]
        return suffered and not any(map(self._parties.is_body, owners))

    def _strikes_another(self, entry: Entry, proposition: Proposition) -> bool:
        """Whether whose it is acts, since `of` says to whom: `her arrest of the guard`."""
        struck = proposition.prepositions.get("of", ())
        return any(
            element.slot is Slot.RECIPIENT
            and "of" in element.prepositions
            and self._fits.fitting(element, struck)
            for element in entry.pattern.others
        )

    def _tied(self, index: int) -> tuple[int, ...]:
        """The token that a hyphen ties before another."""
        tied = index >= 2 and self._tokens[index - 1].text in {"-", "–"}
        if tied and self._parties.is_actor(index + 1):  # `a Saudi-led coalition strike`
            return ()
        return (index - 2,) if tied else ()

"""Carried acts: a noun that names the act, and a verb that says little of it.

`staged a protest`, `came under attack from rebels`, `the raid killed three guards`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from dateline.lexicon.pattern import Slot
from dateline.lexicon.words import Lightness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.act import Act
    from dateline.coding.binding import Binding
    from dateline.coding.make import MakeActs
    from dateline.coding.match import Matcher
    from dateline.coding.parties import Parties
    from dateline.lexicon.words import LightVerb, Words

#: A light verb's kind, and the verb with its arguments.
Light = tuple[Lightness, "Proposition"]


class Carried:
    """Reads what the verb above an event noun says of its act, in one report.

    Args:
        words: the light verbs.
        propositions: the propositions of the report.
        parties: the parties of its noun phrases.
        match: the matcher of the report.
        make: the maker of its acts.
    """

    def __init__(
        self,
        words: Words,
        propositions: Propositions,
        parties: Parties,
        match: Matcher,
        make: MakeActs,
    ) -> None:
        self._words = words
        self._propositions = propositions
        self._parties = parties
        self._match = match
        self._make = make

    def act(self, act: Act, binding: Binding, light: Light | None) -> Act:
        """The act of a noun as its verb tells it."""
        return self._lit(act, binding, light) if light else self._telling(act)

    def verb(self, noun: Proposition) -> tuple[Proposition, Light | None]:
        """The noun with the prepositions of the light verb that it hangs from."""
        parse = self._propositions.parse
        carrier = self._match.carrier(noun.head)
        above = parse.tokens[parse.tokens[carrier].head]
        if above.dep == "prep":
            above = parse.tokens[above.head]
        if not above.tag.startswith("VB") or above.i == carrier:
            return noun, None
        verb = self._propositions.at(above.i)
        phrases = (f"{verb.lemma} {parse.tokens[i].lemma}" for i in verb.objects)  # `take part`
        for row in chain.from_iterable(map(self._light, (verb.lemma, *phrases))):
            place = (
                verb.subjects
                if row.kind is Lightness.HAPPEN and not verb.passive
                else verb.objects
            )
            under = tuple(i for name in row.via for i in verb.prepositions.get(name, ()))
            if carrier in place or carrier in under:
                around = (
                    self._propositions.at(carrier).prepositions if carrier != noun.head else {}
                )
                beside = dict(verb.prepositions)
                if row.kind is Lightness.UNDERGO and verb.passive:
                    beside.pop("by", None)  # `aid is received by the rebels`, who give none
                merged = {**beside, **around, **noun.prepositions}
                return replace(noun, prepositions=merged), (row.kind, verb)
        return noun, None

    def _light(self, words: str) -> Sequence[LightVerb]:
        return self._words.light.get(words, ())

    def _lit(self, act: Act, binding: Binding, light: Light) -> Act:
        """An act of a noun with the subject of its light verb."""
        kind, verb = light
        if kind is Lightness.DO:
            act = self._with_purpose(act, verb)
        involved = verb.objects if verb.passive and kind is Lightness.DO else ()
        heads = self._parties.heads(*(verb.subjects or involved))
        act = replace(
            act,
            anchor=verb.head,
            light=True,
            how={**act.how, "light verb": f"`{verb.lemma}`"},
        )
        if kind is Lightness.DO and heads and "by" not in binding.how.get(Slot.ACTOR, ""):
            actors = (*heads, *act.actors) if act.mutual else heads
            return replace(
                act,
                actors=tuple(dict.fromkeys(actors)),
                how={**act.how, "actor": "subject of the light verb"},
            )
        if kind is Lightness.UNDERGO and (heads or verb.objects):
            return self._undergone(act, verb, heads)
        return act

    def _with_purpose(self, act: Act, verb: Proposition) -> Act:
        """An act with those whom its light verb says that it is for.

        `announced aid to help farmers in Chad`.
        """
        if act.recipients or act.mutual or act.bare is not None:
            return act
        known = {*act.actors, *verb.subjects, *verb.objects}
        heads, found = self._make.purposes.parties(act.type, verb, (), known)
        how = {**act.how, "recipient": found} if heads else act.how
        return replace(act, recipients=heads, how=how)

    def _undergone(self, act: Act, verb: Proposition, subjects: tuple[int, ...]) -> Act:
        """An act that the subject of its light verb suffers, or puts the object under."""
        carrier = self._match.carrier(act.head)
        if verb.objects and carrier not in verb.objects:  # `placed the mayor under arrest`
            actors, struck = subjects, self._parties.heads(*verb.objects)
        else:  # `came under attack from the rebels`
            noun = self._propositions.at(act.head)
            sources = (p.prepositions.get("from", ()) for p in (verb, noun))
            whence = self._parties.heads(*chain.from_iterable(sources))
            actors, struck = act.actors or whence, subjects
        if not struck:
            return act
        how = {**act.how, "recipient": "of the light verb"}
        return replace(act, actors=actors, recipients=struck, bare=None, how=how)

    def _telling(self, act: Act) -> Act:
        """An act that is the subject of a verb, with whom the verb says it struck.

        `The raid killed three guards`, `Protests ousted the government`.
        """
        noun = self._propositions.parse.tokens[act.head]
        if act.recipients or act.mutual or noun.dep != "nsubj":
            return act
        verb = self._propositions.at(noun.head)
        struck = self._parties.heads(*verb.objects)
        if not struck or verb.passive or struck[0] in act.actors:
            return act
        how = {**act.how, "recipient": "object of its verb"}
        return replace(act, recipients=struck, bare=None, how=how)

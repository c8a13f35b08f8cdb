"""Senses: what the rest of a report says of words that by themselves could be an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.act import NOTHING
from dateline.coding.relevance import private

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.coding.act import Act
    from dateline.coding.parties import Parties
    from dateline.records.parse import Parse

#: The type of deliberate harm, and its rule that accidents fit as well (`were killed`).
_HARM = "ASSAULT"
_ANY_HARM = "assault.kill:"
#: Sentences that say what a report is about: its headline and its lead.
_OPENING = 2
#: The type of crowds, whose nouns need no party.
_CROWD = "PROTEST"
#: Words before what the reader knows, and labels of nouns that tell nothing of themselves.
_KNOWN = frozenset({"the", "this", "that", "these", "those", "his", "her", "their"})
_MENTIONED = frozenset({"pobj", "dobj", "conj", "poss"})
#: Types of what people do with their own family in private.
_HOMELY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "AID", "REQUEST", "REJECT"})
#: Tags of common nouns, and labels of what stands before them.
_COMMON = frozenset({"NN", "NNS"})
_BEFORE = frozenset({"amod", "compound", "nmod"})
#: Rules of states of emergency: against nature they coerce nobody.
_EMERGENCY = ("coerce.emergency", "coerce.noun.emergency")


class Senses:
    """Leaves out of a report's acts what the rest of it makes something else.

    Args:
        classes: of its nouns `accident` are what harms without anybody's will,
            `nature` those of them that nature does, `creature` animals and `kin` those of
            one's own family.
    """

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        self._accidents = classes["accident"]
        self._nature = classes["nature"]
        self._creatures = classes["creature"]
        self._kin = classes["kin"]

    def __call__(self, acts: Sequence[Act], parse: Parse, parties: Parties) -> list[Act]:
        """The acts of a report that are events; `acts` has those too that are none."""
        lemmas = [token.lemma for token in parse.tokens]
        named = {lemmas[act.head] for act in acts if act.type == NOTHING and act.noun}
        told = [
            act for act in acts if act.type != NOTHING and not _is_passing(act, acts, parse)
        ]
        attacked = any(act.type == _HARM and not _befell(act, parties) for act in told)
        return [
            act
            for act in told
            if not (_is_bare(act) and lemmas[act.head] in named)
            and not (act.rule.startswith(_EMERGENCY) and self._is_natural(act, parse))
            and not (act.type == _HARM and self._is_blind(act, parse))
            and not self._is_of_animals(act, parse)
            and not (act.type in _HOMELY and self._is_of_family(act, parse))
            and not (
                _befell(act, parties) and not (attacked and self._struck(act, told, parse))
            )
        ]

    def _is_natural(self, act: Act, parse: Parse) -> bool:
        """Whether its sentence or the report's opening tells what nature did."""
        around = (*parse.sentences[:_OPENING], parse.sentence_of(act.head))
        return any(t.lemma in self._nature for s in around for t in parse.tokens_of(s))

    def _is_of_animals(self, act: Act, parse: Parse) -> bool:
        """Whether all who act or all who are struck are animals: `a dog bit the mayor`."""
        verb = parse.tokens[act.anchor]
        agents = act.actors or (syntax.agents(parse, verb) if verb.tag == "VBN" else ())
        struck = act.recipients or (() if act.bare is None else (act.bare,))
        return any(
            side and all(self._names(i, self._creatures, parse) for i in side)
            for side in (agents, struck)
        )

    def _is_of_family(self, act: Act, parse: Parse) -> bool:
        """Whether somebody deals with their own family: `met her husband`."""
        others = (*act.actors, *act.recipients)
        family = [
            i
            for i in others
            if self._names(i, self._kin, parse)
            and any(kid.tag == "PRP$" for kid in parse.kids(i))
        ]
        alone = len(others) - len(family) <= 1  # not `invited the king and his wife`
        return bool(family) and alone

    def _names(self, index: int, nouns: frozenset[str], parse: Parse) -> bool:
        """Whether a party's noun is one of `nouns`: a `Kenyan lion` is a lion."""
        noun = parse.tokens[index]
        while noun.dep in _BEFORE and noun.i < noun.head:
            noun = parse.tokens[noun.head]
        return noun.tag in _COMMON and noun.lemma in nouns

    def _is_blind(self, act: Act, parse: Parse) -> bool:
        """Whether what harms has no will: `Typhoon Vera killed six`, `the virus killed six`."""
        named = (parse.tokens[i] for i in act.actors)
        words = {kid.lower for name in named for kid in (name, *parse.kids(name.i))}
        return not words.isdisjoint(self._accidents)

    def _struck(self, act: Act, told: Sequence[Act], parse: Parse) -> bool:
        """Whether harm in a sentence that names an accident is told with an attack."""
        sentence = parse.sentence_of(act.head)
        words = {token.lemma for token in parse.tokens_of(sentence)}
        return words.isdisjoint(self._accidents) or any(
            other.type == _HARM
            and not other.rule.startswith(_ANY_HARM)
            and parse.sentence_of(other.head) == sentence
            for other in told
        )


def _is_bare(act: Act) -> bool:
    """Whether a noun names the act and nobody is said to do or to suffer it.

    A report that has once said `campaign rally` means one by `the rally`.
    """
    return act.noun and not (act.actors or act.recipients or act.mutual)


def _is_passing(act: Act, acts: Sequence[Act], parse: Parse) -> bool:
    """Whether a bare noun of protest only points to what is told elsewhere.

    `spoke at the rally`, where an earlier sentence tells who rallied; `a protest vote`.
    """
    if act.type != _CROWD or not _is_bare(act):
        return False
    noun = parse.tokens[act.head]
    if noun.dep == "compound":
        return True
    known = any(
        kid.dep in {"det", "poss"} and kid.lower in _KNOWN for kid in parse.kids(noun.i)
    )
    placed = any(kid.dep == "prep" for kid in parse.kids(noun.i))
    first = parse.sentence_of(noun.i).number
    return (
        known
        and not placed
        and noun.dep in _MENTIONED
        and any(
            other.type == _CROWD
            and not _is_bare(other)
            and parse.sentence_of(other.head).number < first
            for other in acts
        )
    )


def _befell(act: Act, parties: Parties) -> bool:
    """Whether private people come to harm, and nobody is said to have done it.

    In a report that tells of no attack it is taken for an accident.
    """
    if act.actors or not act.rule.startswith(_ANY_HARM):
        return False
    struck = [party for head in act.recipients if (party := parties.party(head))]
    return all(map(private, struck))

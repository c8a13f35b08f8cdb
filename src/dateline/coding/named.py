"""Naming: what else in its sentence says who did an act, or what it was.

`killed six in an airstrike`, `carried out the bombing`, `the shooting wounded two`: the verb
says what came of it, the noun what it was. `Six were killed when rebels shelled a bus`: the
clause says who killed them, and how.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.annotate.predicates import Propositions
    from dateline.coding.act import Act

#: Types of which verbs say what came of the act: of talks during a visit they tell two.
_TYPES = frozenset({"ASSAULT", "PROTEST"})
#: Prepositions under which a clause names what its verb tells.
_NAMING = ("in", "by", "during", "with", "from")
#: Prepositions of the fight in which somebody is hurt.
_AMID = ("in", "during")
#: Words of the clause that says how people came to harm.
_WHEN = frozenset({"when", "after", "as"})
#: The type of that harm.
_HARM = "ASSAULT"


def name(act: Act, found: Mapping[int, Act], propositions: Propositions) -> Act:
    """An act with the noun that names it and, if its verb tells no mode, the noun's mode.

    Args:
        act: an act of a sentence.
        found: all acts of the sentence, by head.
        propositions: the propositions of the report.
    """
    if act.noun or act.type not in _TYPES:
        return act
    noun = next(_nouns(act, found, propositions), None)
    if noun is None:
        return act
    told = noun.head in propositions.at(act.head).subjects  # `an air strike hit the town`
    if noun.mode is None or (act.mode is not None and not told):
        return replace(act, named=noun.head)
    word = propositions.parse.tokens[noun.head].text
    return replace(
        act,
        named=noun.head,
        mode=noun.mode,
        cameo=act.cameo or noun.cameo,
        how={**act.how, "mode": f"`{word}`"},
    )


def cause(act: Act, found: Mapping[int, Act], propositions: Propositions) -> Act:
    """A harm of which no actor is named with who did it, by the clause that says how.

    `Six guards were killed when rebels shelled a bus`; in a fight of two sides either may
    have done it.
    """
    passive = propositions.at(act.head).passive
    if act.type != _HARM or act.noun or act.actors or not passive:
        return act
    parse = propositions.parse
    joined = (k.i for k in parse.kids(act.head) if k.dep == "conj" and k.tag[:2] == "VB")
    for clause in (kid for verb in (act.head, *joined) for kid in parse.kids(verb)):
        told = found.get(clause.i)
        if clause.dep != "advcl" or told is None or told.type != _HARM or told.mutual:
            continue
        first = (k.lower for k in parse.kids(clause.i) if k.dep in {"mark", "advmod"})
        if told.actors and not _WHEN.isdisjoint(first):
            how = {**act.how, "actor": f"who did it, by the clause of `{clause.text}`"}
            mode = act.mode or told.mode
            return replace(act, actors=told.actors, mode=mode, implied=None, how=how)
    return _by_others(act, found, propositions)


def _by_others(act: Act, found: Mapping[int, Act], propositions: Propositions) -> Act:
    """A harm done by the other side: `two soldiers were killed in a battle with rebels`.

    Where the fight is somebody's (`the army's battle with rebels`) either side may be hurt.
    """
    under = propositions.at(act.head).prepositions
    for index in (i for name in _AMID for i in under.get(name, ())):
        fight, noun = found.get(index), propositions.at(index)
        against = noun.prepositions.get("with", ())
        sides = (propositions.parse.tokens[i] for i in noun.modifiers)
        owned = noun.possessors or any(side.text[0].isupper() for side in sides)
        if fight is None or not fight.mutual or owned:
            continue
        if fight.type in _TYPES and against and not set(fight.actors) & set(act.recipients):
            how = {**act.how, "actor": "the other side of the fight"}
            mode = act.mode or (fight.mode if fight.type == _HARM else None)
            return replace(act, actors=fight.actors, mode=mode, implied=None, how=how)
    return act


def _nouns(act: Act, found: Mapping[int, Act], propositions: Propositions) -> Iterator[Act]:
    """The nouns of the act's type that its clause has, or the one that `and` joins to it.

    In a fight of two sides either may have done it, so its noun names no act of one.
    """
    parse = propositions.parse
    verbs = [act.head]
    verbs += [k.i for k in parse.kids(act.head) if k.dep == "conj" and k.tag[:2] == "VB"]
    for verb in verbs:
        if verb != act.head and not _is_alike(act, found.get(verb)):
            continue
        proposition = propositions.at(verb)
        around = (proposition, *map(propositions.at, proposition.objects))
        under = [i for p in around for n in _NAMING for i in p.prepositions.get(n, ())]
        for index in (*under, *proposition.subjects, *(act.taken if verb == act.head else ())):
            noun = found.get(index)
            if noun is not None and noun.noun and noun.type == act.type and not noun.mutual:
                yield noun


def _is_alike(act: Act, other: Act | None) -> bool:
    """Whether two verbs tell one act: `six were killed and two were hurt in the raid`."""
    return other is not None and other.type == act.type and other.actors == act.actors

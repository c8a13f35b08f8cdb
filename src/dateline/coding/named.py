"""Naming: the noun by which a clause names the act that its verb tells.

`killed six in an airstrike`, `carried out the bombing`, `the shooting wounded two`: the verb
says what came of it, the noun what it was.
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
    if act.mode is not None or noun.mode is None:
        return replace(act, named=noun.head)
    word = propositions.parse.tokens[noun.head].text
    return replace(
        act,
        named=noun.head,
        mode=noun.mode,
        cameo=act.cameo or noun.cameo,
        how={**act.how, "mode": f"`{word}`"},
    )


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
        under = [i for word in _NAMING for i in proposition.prepositions.get(word, ())]
        for index in (*under, *proposition.subjects, *(act.taken if verb == act.head else ())):
            noun = found.get(index)
            if noun is not None and noun.noun and noun.type == act.type and not noun.mutual:
                yield noun


def _is_alike(act: Act, other: Act | None) -> bool:
    """Whether two verbs tell one act: `six were killed and two were hurt in the raid`."""
    return other is not None and other.type == act.type and other.actors == act.actors

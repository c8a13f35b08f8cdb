"""Modes: how an act is done, where its rule leaves that to the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.annotate.predicates import Proposition, Propositions

#: Modes of weapons, the narrowest first: a drone flies as well. Each has a class of nouns.
_WEAPONS = (
    "suicide-attack",
    "drone",
    "aerial",
    "heavy-weapons",
    "explosives",
    "firearms",
    "primitive",
)
#: Prepositions of what something is done with or in: `killed in a drone strike`.
_WITH = ("by", "in", "with")
#: The mode of whatever blows up, which aircraft drop too.
_BOMBS = "explosives"
#: Modes of asking and refusing, by the class of what is asked for.
_THINGS = {"talks": "meet", "truce": "yield", "yielding": "yield", "aid": "assist"}

#: What is refused may be a plea, and no call by telephone: `rebuffed calls to free her`.
_PLEAS = frozenset({"call"})


def by_weapon(
    mode: str | None,
    proposition: Proposition,
    propositions: Propositions,
    classes: Mapping[str, frozenset[str]],
) -> str | None:
    """The mode of an attack by its weapon, else `mode`, that of its rule.

    `the drone struck a depot`, `jets bombed the town`, `died in a mortar attack`.
    """
    if mode not in {None, _BOMBS}:
        return mode
    words = set(_words(proposition, propositions))
    found = (kind for kind in _WEAPONS if not words.isdisjoint(classes[f"by-{kind}"]))
    return next(found, mode)


def by_thing(
    things: tuple[int, ...],
    propositions: Propositions,
    classes: Mapping[str, frozenset[str]],
) -> str | None:
    """The mode of asking for a thing or refusing it: `called for a meeting`."""
    tokens = propositions.parse.tokens
    words = {tokens[i].lemma.lower() for i in things} - _PLEAS
    found = (mode for name, mode in _THINGS.items() if not words.isdisjoint(classes[name]))
    return next(found, None)


def _words(proposition: Proposition, propositions: Propositions) -> Iterator[str]:
    """The nouns that may name a weapon, with what stands before them."""
    tokens = propositions.parse.tokens
    named = set(proposition.subjects)
    for name in _WITH:
        named.update(proposition.prepositions.get(name, ()))
    if proposition.noun:
        named.add(proposition.head)
    for index in named:
        inside = propositions.at(index).modifiers if tokens[index].tag.startswith("NN") else ()
        yield from (tokens[i].lemma.lower() for i in (index, *inside))

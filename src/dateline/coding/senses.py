"""Senses: what the rest of a report says of words that by themselves could be an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.coding.act import NOTHING
from dateline.coding.relevance import private

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.coding.act import Act
    from dateline.coding.parties import Parties
    from dateline.records.parse import Parse

#: The type of deliberate harm, and its rule that accidents fit as well (`were killed`).
_HARM = "ASSAULT"
_ANY_HARM = "assault.kill:"
#: Sentences that say what a report is about: its headline and its lead.
_OPENING = 2
#: Rules of states of emergency: against nature they coerce nobody.
_EMERGENCY = ("coerce.emergency", "coerce.noun.emergency")


class Senses:
    """Leaves out of a report's acts what the rest of it makes something else.

    Args:
        accidents: nouns of what harms without anybody's will.
        nature: those of them that nature does.
    """

    def __init__(self, accidents: frozenset[str], nature: frozenset[str]) -> None:
        self._accidents = accidents
        self._nature = nature

    def __call__(self, acts: Sequence[Act], parse: Parse, parties: Parties) -> list[Act]:
        """The acts of a report that are events; `acts` has those too that are none."""
        lemmas = [token.lemma for token in parse.tokens]
        named = {lemmas[act.head] for act in acts if act.type == NOTHING and act.noun}
        told = [act for act in acts if act.type != NOTHING]
        attacked = any(act.type == _HARM and not _befell(act, parties) for act in told)
        return [
            act
            for act in told
            if not (_is_bare(act) and lemmas[act.head] in named)
            and not (act.rule.startswith(_EMERGENCY) and self._is_natural(act, parse))
            and not (act.type == _HARM and self._is_blind(act, parse))
            and not (
                _befell(act, parties) and not (attacked and self._struck(act, told, parse))
            )
        ]

    def _is_natural(self, act: Act, parse: Parse) -> bool:
        """Whether its sentence or the report's opening tells what nature did."""
        around = (*parse.sentences[:_OPENING], parse.sentence_of(act.head))
        return any(t.lemma in self._nature for s in around for t in parse.tokens_of(s))

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


def _befell(act: Act, parties: Parties) -> bool:
    """Whether private people come to harm, and nobody is said to have done it.

    In a report that tells of no attack it is taken for an accident.
    """
    if act.actors or not act.rule.startswith(_ANY_HARM):
        return False
    struck = [party for head in act.recipients if (party := parties.party(head))]
    return all(map(private, struck))

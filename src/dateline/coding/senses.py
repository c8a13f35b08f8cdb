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


def without_other_senses(acts: Sequence[Act], parse: Parse, parties: Parties) -> list[Act]:
    """The acts of a report that the rest of it does not make something else.

    Args:
        acts: all acts of the report, those too that are no event.
        parse: its words.
        parties: its parties.
    """
    named = {parse.tokens[act.head].lemma for act in acts if act.type == NOTHING and act.noun}
    told = [act for act in acts if act.type != NOTHING]
    attacked = any(act.type == _HARM and not _befell(act, parties) for act in told)
    return [
        act
        for act in told
        if not (_is_bare(act) and parse.tokens[act.head].lemma in named)
        and (attacked or not _befell(act, parties))
    ]


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

"""Duties: what somebody must do, where no rule knows the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.act import DUTY, FIRST_PERSON, Act

if TYPE_CHECKING:
    from dateline.annotate.predicates import Propositions
    from dateline.coding.parties import Parties
    from dateline.records.parse import Parse, Token


def duty_of(token: Token, propositions: Propositions, parties: Parties) -> Act | None:
    """What a verb says that its subject must do: `the army must apologise`."""
    parse = propositions.parse
    if not token.tag.startswith("VB") or not syntax.is_duty(parse, token.i):
        return None
    opinion = token.lemma == "be"  # `judges should be wise`
    if opinion or _is_topic(token, parse):
        return None
    heads = parties.heads(*propositions.at(token.i).subjects)
    recipients = tuple(
        head
        for head in heads
        if parties.is_actor(head) and parse.tokens[head].lower not in FIRST_PERSON
    )
    if not recipients:
        return None
    return Act(
        type=DUTY,
        rule="stance.duty",
        head=token.i,
        anchor=token.i,
        trigger=(token.i,),
        recipients=recipients,
    )


def _is_topic(duty: Token, parse: Parse) -> bool:
    """Whether the subject is to undergo what others must do: `it needs to be heard`."""
    below = syntax.complement(parse, duty)
    return below is not None and syntax.is_passive(parse, parse.tokens[below])

"""Once: one claim for an act that its sentence tells more than once.

`The blast killed nine and wounded 40`, `was shot and killed`, `marched in protest to demand
...`: noun and verbs tell one act, of which the claim names all who were struck.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.same import agree, same_parties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.coding.amounts import Amounts
    from dateline.coding.draft import Draft
    from dateline.records.entity import Party
    from dateline.records.parse import Parse

#: Words that open a clause of how people came to harm, and their labels.
_HOW = frozenset({"when", "as", "while"})
_OPENING = frozenset({"advmod", "mark"})
#: How a party was found that may stand beside others.
_STATED = "stated"
#: The types of protest and of asking, and labels of clauses of what a crowd demands.
_CROWD, _ASKING = "PROTEST", "REQUEST"
_TRAILING = frozenset({"advcl", "acl", "xcomp"})
#: The type of blame, which names somebody and what for.
_BLAME = "ACCUSE"
#: The type of what is done to those who are held, one thing after another.
_HOLD = "COERCE"
#: Types of deeds that a noun and its verbs tell together.
_DEEDS = frozenset({"ASSAULT", "PROTEST"})


def once(drafts: Sequence[Draft], amounts: Amounts, parse: Parse) -> list[Draft]:
    """The drafts in order, those of one sentence that tell one act as one of them."""
    told: list[Draft] = []
    for draft in drafts:
        for i, other in enumerate(told):
            if _is_demand(other, draft, parse):
                told[i] = replace(other, recipients=other.recipients or draft.recipients)
                break
            if _is_one(other, draft, amounts, parse):
                told[i] = _both(other, draft, amounts)
                break
        else:
            told.append(draft)
    return told


def _is_demand(protest: Draft, other: Draft, parse: Parse) -> bool:
    """Whether a crowd asks what it marches for: `rallied, calling on the mayor to resign`.

    What a protest demands is no act of its own (PLOVER), and says at whom it is aimed.
    """
    types = (protest.told.act.type, other.told.act.type)
    if types != (_CROWD, _ASKING) or not protest.actors:
        return False
    clause = parse.tokens[other.told.act.anchor]
    if clause.dep not in _TRAILING or clause.head not in _heads(protest):
        return False
    return same_parties(protest.actors, other.actors)


def _is_one(one: Draft, other: Draft, amounts: Amounts, parse: Parse) -> bool:
    """Whether two drafts tell one act in one sentence."""
    first, second = one.told, other.told
    if parse.sentence_of(first.act.head) != parse.sentence_of(second.act.head):
        return False
    if first.act.type != second.act.type or not agree(one, other):
        return False
    if (first.status, first.polarity) != (second.status, second.polarity):
        return False
    if first.attribution != second.attribution:
        return False
    if first.act.type in _DEEDS and _is_one_deed(one, other, amounts, parse):
        return True
    if not same_parties(one.actors, other.actors):
        return False
    if one.actors and second.act.noun and not other.recipients:
        return True
    if first.act.type == _HOLD and first.act.mode != second.act.mode:
        return False  # `was ousted and jailed`
    blamed = first.act.type == _BLAME and bool(one.actors) and _is_vague(other)
    struck = same_parties(one.recipients, other.recipients)
    return blamed or (struck and bool(one.actors or one.recipients))


def _is_one_deed(one: Draft, other: Draft, amounts: Amounts, parse: Parse) -> bool:
    """Whether the words of two drafts tell one deed, of which each may name others."""
    acting = same_parties(one.actors, other.actors)
    if one.actors and other.actors and not acting:
        return False
    if _names(one, other) or _names(other, one) or _share_noun(one, other):
        return True
    if amounts.harms(other.told.act) and _are_joined(one, other, parse):
        return True
    if acting and _is_cause(one, other, amounts, parse):
        return True
    return bool(acting and one.actors and not (one.recipients and other.recipients))


def _is_vague(draft: Draft) -> bool:
    """Whether what is blamed is a thing: `accused Moss of rigging the vote`, where she is."""
    return not any(p.entity or p.country or p.sector for p in draft.recipients)


def _heads(draft: Draft) -> set[int]:
    """The words that tell an act."""
    return {draft.told.act.head, *(act.head for act in draft.again)}


def _names(verb: Draft, noun: Draft) -> bool:
    """Whether the clause of a verb names its act by the noun of another draft."""
    return noun.told.act.noun and verb.told.act.named == noun.told.act.head


def _share_noun(one: Draft, other: Draft) -> bool:
    """Whether one noun names what two verbs tell."""
    noun = one.told.act.named
    return noun is not None and noun == other.told.act.named


def _are_joined(one: Draft, other: Draft, parse: Parse) -> bool:
    """Whether a verb goes on from another: `killed nine and wounded 40`, `fired, killing`."""
    head = parse.tokens[other.told.act.head]
    participle = head.dep == "advcl" and head.tag == "VBG"
    return (head.dep == "conj" or participle) and head.head in _heads(one)


def _is_cause(one: Draft, other: Draft, amounts: Amounts, parse: Parse) -> bool:
    """Whether a clause says how people came to harm: `killed six when they opened fire`."""
    verb, clause = (parse.tokens[draft.told.act.head] for draft in (one, other))
    if not amounts.harms(one.told.act) and not syntax.is_passive(parse, verb):
        return False
    above = parse.tokens[clause.head]
    if clause.dep != "advcl" or _heads(one).isdisjoint({above.i, above.head}):
        return False
    return any(kid.lower in _HOW for kid in parse.kids(clause.i) if kid.dep in _OPENING)


def _both(one: Draft, other: Draft, amounts: Amounts) -> Draft:
    """One draft of two that tell one act: that of a verb, with what the other adds."""
    if one.told.act.noun and not other.told.act.noun:
        one, other = other, one
    act, again = one.told.act, other.told.act
    if act.mode is None and (again.noun or amounts.harms(act)):
        act = replace(act, mode=again.mode, cameo=act.cameo or again.cameo)
    return replace(
        one,
        told=replace(one.told, act=act),
        actors=one.actors or other.actors,
        recipients=_all(one.recipients, other.recipients, noun=again.noun)
        if act.type in _DEEDS
        else one.recipients or other.recipients,
        occurred=one.occurred or other.occurred,
        place=one.place or other.place,
        how=other.how | one.how,
        again=(*one.again, again, *other.again),
    )


def _all(ones: Sequence[Party], others: Sequence[Party], *, noun: bool) -> tuple[Party, ...]:
    """The parties of both, in the order of the text.

    Where somebody was struck, the place that a noun names is ground: `in a raid on Gabon`.
    """
    found: dict[object, Party] = {}
    added = [
        p for p in others if not ones or (p.basis == _STATED and not (noun and _is_ground(p)))
    ]
    for party in chain(ones, added):
        found.setdefault(party.entity or (party.start, party.end), party)
    return tuple(sorted(found.values(), key=lambda party: party.start))


def _is_ground(party: Party) -> bool:
    """Whether a party is a place itself, or a country."""
    state = (party.entity or "").startswith("state:")
    return not party.sector and (state or party.name == party.text)

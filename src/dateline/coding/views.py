"""Views: verbs that tell what somebody thinks of a thing, and of no act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.records.report import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.coding.act import Act
    from dateline.records.parse import Parse, Token

#: Types of what somebody may be asked to do and refuse.
_REFUSABLE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
#: Auxiliaries and adverbs under which what was not done was not refused.
_UNDONE = frozenset({"have", "could"})
_NOT_YET = frozenset({"yet", "immediately"})
#: Types of acts that are done to others.
_TOWARDS_OTHERS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "CONSULT", "AID"})
_BACKING = "SUPPORT"
_SELVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_SPEAKERS = frozenset({"i", "we"})
#: Types of what somebody thinks of others, and words that say that they have long done so.
_OPINIONS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_LONG = frozenset({"always", "long"})
_YEARS = frozenset({"decade", "year"})
#: Labels of what hangs inside a label, words that open it, and of what is known already.
_INSIDE = frozenset({"pobj", "prep", "conj", "dobj"})
_OPENING = frozenset({"as", "to"})
_GIVEN = frozenset({"the", "this", "that", "these", "those"})
#: Furthest climb from an act to the label that it stands in.
_CLIMB = 6


def is_view(parse: Parse, token: Token) -> bool:
    """Whether a verb of view stands in the present tense: `she supports gun rights`.

    In a headline the present tense tells what was done, and `we condemn it` does so by
    being said.
    """
    if token.tag not in syntax.PRESENT or parse.sentence_of(token.i).role is Role.HEADLINE:
        return False
    return not any(kid.lower in _SPEAKERS and kid.dep == "nsubj" for kid in parse.kids(token.i))


def is_own(parse: Parse, token: Token) -> bool:
    """Whether somebody holds to what is theirs: `defended his plan`."""
    things = (kid for kid in parse.kids(token.i) if kid.dep == "dobj")
    return any(kid.tag == "PRP$" for thing in things for kid in parse.kids(thing.i))


def is_standing(parse: Parse, token: Token) -> bool:
    """Whether a passive in the present tells how things stand: `are backed by Iran`."""
    if token.tag != "VBN":
        return False
    return any(kid.dep == "auxpass" and is_view(parse, kid) for kid in parse.kids(token.i))


def is_reflexive(parse: Parse, act: Act) -> bool:
    """Whether somebody deals with nobody but themselves: `challenged himself`.

    Nor does whoever praises what is theirs: `thanked her own staff`.
    """
    if act.type not in _TOWARDS_OTHERS:
        return False
    own = (kid for i in act.recipients for kid in parse.kids(i))
    if act.type == _BACKING and any(kid.lower == "own" for kid in own):
        return True
    kids = [kid for kid in parse.kids(act.head) if kid.dep in {"dobj", "ccomp", "dative"}]
    inner = [k for kid in kids if kid.dep == "ccomp" for k in parse.kids(kid.i)]
    return any(word.lower in _SELVES for word in (*kids, *inner))


def is_omission(parse: Parse, act: Act) -> bool:
    """Whether something was not done, and nobody is said to have refused it.

    `had not confirmed the judge`, `could not support him`, `did not meet him immediately`;
    not to agree is to refuse, however it came about.
    """
    verb = parse.tokens[act.anchor]
    if act.status is not None:
        return False
    if act.noun and not act.actors and not act.light:  # `there is no guarantee`
        return any(kid.lower == "no" and kid.dep == "det" for kid in parse.kids(act.head))
    if act.type not in _REFUSABLE:
        return False
    kids = tuple(parse.kids(verb.i))
    if not any(kid.dep == "neg" for kid in kids):
        return False
    passive = any(kid.dep == "auxpass" for kid in kids)
    helpers = {kid.lemma if kid.tag != "MD" else kid.lower for kid in kids if kid.dep == "aux"}
    adverbs = {kid.lower for kid in kids if kid.dep == "advmod"}
    return not passive and bool(helpers & _UNDONE or adverbs & _NOT_YET)


def is_lasting(parse: Parse, act: Act) -> bool:
    """Whether somebody has long thought so: `has been critical of the law for years`."""
    if act.type not in _OPINIONS or act.noun:
        return False
    kids = tuple(parse.kids(act.anchor))
    if not any(kid.dep == "aux" and kid.lemma == "have" for kid in kids):
        return False
    spans = (k for kid in kids if kid.lower == "for" for k in parse.kids(kid.i))
    return any(kid.lower in _LONG for kid in kids) or any(k.lemma in _YEARS for k in spans)


def is_label(parse: Parse, act: Act, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether an act is only what somebody calls a thing, or stands in such a label.

    `called the inquiry a coup to unseat her`, `described the march as an attack on
    order`, `amounts to an act of war`; what the label takes for known is told: `described
    it as revenge for the raid`.
    """
    token = parse.tokens[act.head]
    for _ in range(_CLIMB):
        above = parse.tokens[token.head]
        if token.dep == "oprd" and above.lemma in classes["naming"]:
            return True
        if token.dep == "pobj" and above.lower in _OPENING:
            named = "naming" if above.lower == "as" else "amounting"
            if parse.tokens[above.head].lemma in classes[named]:
                return True
        if token.dep == "dobj" and above.lemma in classes["amounting"]:
            return True
        kids = tuple(parse.kids(token.i))
        if token.tag == "VB" and token.dep == "advcl" and above.lemma in classes["naming"]:
            return any(kid.dep in {"oprd", "attr"} for kid in parse.kids(above.i))
        purpose = token.tag == "VB" and token.dep in {"acl", "relcl"}
        known = any(kid.lower in _GIVEN or kid.dep == "poss" for kid in kids)
        inside = token.dep in _INSIDE and not (token.tag.startswith("NN") and known)
        if token.head == token.i or not (inside or purpose):
            return False
        token = above
    return False

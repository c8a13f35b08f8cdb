"""Settle: what an act is once its status, polarity and speaker are known.

Cooperation in the future is AGREE, cooperation refused is REJECT, hostility that did not
happen is no event unless somebody denies it; what one says of others is one's own act.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.coding.act import DUTY, STANCE_MODES, STANCES, Act
from dateline.coding.same import same_side
from dateline.records.claim import Polarity, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.records.attribution import Attribution
    from dateline.records.entity import Party
    from dateline.records.parse import Parse

#: The mode of asking for, or refusing, an act of a type (PLOVER's modes).
_ASKED = {
    **dict.fromkeys(("CONSULT", "AGREE"), "meet"),
    **dict.fromkeys(("AID", "COOPERATE", "SUPPORT"), "assist"),
    **dict.fromkeys(("CONCEDE", "RETREAT"), "yield"),
}

#: Types that in the future are a commitment (PLOVER: AGREE), and refused REJECT; with each
#: CAMEO's code for the intent to do it.
_PROMISED = {
    "CONSULT": "036",
    "SUPPORT": "032",
    "COOPERATE": "031",
    "AID": "033",
    "CONCEDE": "035",
    "RETREAT": "035",
}
#: What hostility in the future threatens with, by type and, before it, type and mode.
_THREATS = {
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "SANCTION": "relations",
    "SANCTION/expel": "expel",
    "COERCE": "restrict",
    "COERCE/arrest": "arrest",
    "COERCE/seize": "territory",
    "PROTEST": "restrict",
}
_UNREAL = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_IF = frozenset({"if", "unless"})
#: The verb of threats that need no condition, and sectors of those whom a state sends.
_WARN = "warn"
_HANDS = frozenset({"GOV", "MIL", "COP"})
#: Types of what somebody has done or not, and so can deny.
_DEEDS = frozenset({"CONSULT", "COOPERATE", "AID", "RETREAT"})
#: What whoever is to do it promises nobody: `is to step down`.
_LEAVING = "resign"
#: What a court does not only say of somebody: it finds against them.
_AT_LAW = frozenset(
    f"faulted.be:be-{word}" for word in ("illegal", "unlawful", "unconstitutional")
)


@dataclass(frozen=True, slots=True)
class Told:
    """An act as the report tells it; `speakers` act themselves by saying it."""

    act: Act
    status: Status
    polarity: Polarity
    attribution: tuple[Attribution, ...]
    speakers: tuple[Party, ...] = ()


def settle(told: Told) -> Told | None:
    """The act as its status and polarity make it; None where nothing is told."""
    act, status, polarity = told.act, told.status, told.polarity
    if polarity is Polarity.NEGATIVE and status is not Status.DENIED and act.status is None:
        if not act.actors and not act.mutual:  # `the lack of a ceasefire`
            return None
        if act.type in _PROMISED or act.type == "AGREE":
            refused = replace(_one_sided(act), type="REJECT", mode=_ASKED[act.type], cameo=None)
            now = Status.OCCURRED if status is Status.PLANNED else status
            return replace(told, act=refused, status=now, polarity=Polarity.POSITIVE)
        return None
    if polarity is Polarity.NEGATIVE and act.type == "AGREE" and status is Status.PLANNED:
        refused = replace(act, type="REJECT", mode=None, cameo=None)  # `would not consider`
        return replace(told, act=refused, status=Status.OCCURRED, polarity=Polarity.POSITIVE)
    if status is Status.PLANNED and act.type in _PROMISED and act.mode != _LEAVING:
        promise = replace(act, type="AGREE", mode=None, cameo=_PROMISED[act.type])
        return replace(told, act=promise)
    if status is Status.HYPOTHETICAL and act.noun and not act.actors:
        return None
    return told


def _one_sided(act: Act) -> Act:
    """An act of two sides that one of them refuses: `will not meet the rebels`."""
    before = tuple(actor for actor in act.actors if actor < act.head)
    after = tuple(actor for actor in act.actors if actor > act.head)
    if not act.mutual or act.noun or not before or not after:
        return act
    return replace(act, actors=before, recipients=after, mutual=False)


def denied(read: Told, actors: Sequence[Party], parse: Parse) -> Told | None:
    """The act of somebody who says that they did not do it: `said it did not brief them`.

    Who says that they will not do it refuses; None where nobody says either.
    """
    done = read.status is Status.OCCURRED and read.act.type in _DEEDS
    if not done or read.polarity is not Polarity.NEGATIVE or not read.attribution:
        return None
    speaker = read.attribution[-1].speaker
    negated = any(kid.dep == "neg" for kid in parse.kids(read.act.anchor))
    if speaker is None or not negated or not same_side((speaker,), actors):
        return None
    return replace(read, status=Status.DENIED, polarity=Polarity.POSITIVE)


def threatened(read: Told, actors: Sequence[Party], parse: Parse) -> Told | None:
    """The threat of somebody who says what they will do if: `said it would strike back if`.

    Who warns of it needs no condition: `warned that it would fire on looters`. None
    where nobody says so of themselves.
    """
    act = read.act
    mode = _THREATS.get(f"{act.type}/{act.mode}", _THREATS.get(act.type))
    if mode is None or act.noun or read.status not in _UNREAL:
        return None
    speaker = read.attribution[-1].speaker if read.attribution else None
    if speaker is None or read.polarity is Polarity.NEGATIVE:
        return None
    country = speaker.country
    ours = country is not None and any(country == actor.country for actor in actors)
    if not ours and not same_side((speaker,), actors):
        return None
    clauses = (kid for kid in parse.kids(act.anchor) if kid.dep == "advcl")
    marks = (k.lower for c in clauses for k in parse.kids(c.i) if k.dep == "mark")
    theirs = any(_HANDS & set(actor.sector) for actor in actors)
    warned = _is_warned(act, parse) and (theirs or same_side((speaker,), actors))
    if _IF.isdisjoint(marks) and not warned:
        return None
    threat = replace(act, type="THREATEN", mode=mode, cameo=None)
    return replace(read, act=threat, status=Status.OCCURRED, attribution=read.attribution[:-1])


def _is_warned(act: Act, parse: Parse) -> bool:
    """Whether an act is what somebody warns of."""
    verb = parse.tokens[act.anchor]
    return verb.dep == "ccomp" and parse.tokens[verb.head].lemma == _WARN


def said(told: Told) -> Told | None:
    """What a speaker does by saying it: blames, praises, or says what must be done.

    None where the report says it in its own voice, or nobody speaks that can act.
    """
    if not told.attribution or told.polarity is Polarity.NEGATIVE:
        return None
    *outer, innermost = told.attribution
    speaker = innermost.speaker
    if speaker is None:
        return None
    act = told.act
    kind = act.type if act.type in STANCES else DUTY
    mode = STANCE_MODES.get(kind) if kind == act.type else _ASKED.get(act.type, "change")
    type_ = STANCES[kind]
    if act.rule in _AT_LAW and "JUD" in speaker.sector:
        type_, mode = "SANCTION", "convict"
    made = replace(
        act,
        type=type_,
        mode=mode,
        cameo=None,
        actors=(),
        recipients=act.recipients if kind == act.type else act.actors or act.recipients,
        mutual=False,
        implied=None,
        how={**act.how, "actor": "who says it"},
    )
    return Told(made, Status.OCCURRED, Polarity.POSITIVE, tuple(outer), (speaker,))

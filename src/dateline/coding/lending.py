"""Lending: what the tellings of one act say, put where one of them says nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from dateline.coding.ground import located
from dateline.coding.same import may_be_same, same_side, vouched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dateline.coding.draft import Draft
    from dateline.records.claim import EventPlace, Occurred
    from dateline.records.entity import Party
    from dateline.records.parse import Parse

_PLURAL = frozenset({"NNS", "NNPS"})
#: How a place was found that a better one may replace: by who takes part.
_VAGUE = frozenset({"actor", "report"})
#: How a time was found that a better one may replace, and one that is lent.
_UNSAID, _STATED = "published", "stated"
#: Crowds come together for weeks: their day is lent alone, `2020-11-10`.
_CROWD, _DAY = "PROTEST", 10


def lend(draft: Draft, others: Sequence[Draft], doer: Draft | None, parse: Parse) -> Draft:
    """A draft with what the others agree on, where its own sentence says nothing.

    Args:
        draft: a telling of an act.
        others: other tellings of it, the likeliest first.
        doer: what the same officials did before.
        parse: the parse of the report.
    """
    if not others and doer is None:
        return draft
    act, how = draft.told.act, dict(draft.how)
    source = f"told with `{(others[0] if others else doer or draft).trigger.text}`"
    modes = {other.told.act.mode for other in others} - {None}
    if act.mode is None and len(modes) == 1:
        cameo = next((o.told.act.cameo for o in others if o.told.act.mode in modes), None)
        act = replace(act, mode=modes.pop(), cameo=act.cameo or cameo)
        how["mode"] = source
    actors, recipients = draft.actors, draft.recipients
    tellers = [o for o in (*others, *([doer] if doer else ())) if vouched(o, draft)]
    acting = [o.actors for o in tellers if not o.told.act.noun or o.told.act.head < act.head]
    if not actors and (found := _side(acting, recipients, may_be_same)):
        actors, how["actor"] = found, source
    struck = [o.recipients for o in others if _are_known(o.recipients)]
    alone = act.bare is not None or act.mutual
    if not (recipients or alone) and (found := _side(struck, actors, same_side)):
        recipients, how["recipient"] = found, source
    occurred, place = draft.occurred, draft.place
    if (occurred is None or occurred.basis == _UNSAID) and (time := _time(others, parse)):
        occurred, how["time"] = time, source
    if (place is None or place.basis in _VAGUE) and (ground := _place(others)):
        place, how["place"] = ground, source
    return replace(
        draft,
        told=replace(draft.told, act=act),
        actors=located(actors, place, act.type),
        recipients=located(recipients, place, act.type),
        occurred=occurred,
        place=place,
        how=how,
    )


def _are_known(side: Sequence[Party]) -> bool:
    """Whether parties are known to be more than things."""
    return all(party.entity or party.country or party.sector for party in side)


def _side(
    sides: Iterable[tuple[Party, ...]],
    against: tuple[Party, ...],
    same: Callable[[Sequence[Party], Sequence[Party]], bool],
) -> tuple[Party, ...]:
    """The parties of the sides that name any, if these are the same."""
    named = [side for side in sides if side]
    if not named or not all(same(one, two) for one, two in combinations(named, 2)):
        return ()
    best = next((s for s in named if any(p.entity for p in s)), named[0])
    if same_side(best, against):
        return ()
    return tuple(msgspec.structs.replace(party, basis="inferred") for party in best)


def _time(drafts: Iterable[Draft], parse: Parse) -> Occurred | None:
    """The finest time that the tellings state; what happens again and again has many."""
    times = [
        draft.occurred
        for draft in drafts
        if draft.occurred is not None
        and draft.occurred.basis == _STATED
        and parse.tokens[draft.told.act.head].tag not in _PLURAL
        and (draft.told.act.type != _CROWD or len(draft.occurred.value or "") >= _DAY)
    ]
    if not times:
        return None
    finest = max(times, key=lambda time: len(time.value or "") if time.first else 0)
    return msgspec.structs.replace(finest, basis="inferred")


def _place(drafts: Iterable[Draft]) -> EventPlace | None:
    """The place that the tellings name; beside a noun another act may own it."""
    places = [
        draft.place
        for draft in drafts
        if draft.place is not None
        and draft.place.basis not in _VAGUE
        and not (draft.told.act.noun and draft.place.basis == "sentence")
    ]
    if len({(place.country, place.name) for place in places}) != 1:
        return None
    return msgspec.structs.replace(places[0], basis="event")

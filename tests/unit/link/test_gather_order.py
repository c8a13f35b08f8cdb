"""Events are the same in whatever order and in whatever part they are gathered."""

import random
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.link.made import (
    CROWD,
    HALDEN,
    MONDAY,
    POLICE,
    bundled,
    city,
    day,
    events,
    party,
    telling,
)

from dateline.link.bundles import bundles
from dateline.link.days import REACH, shifted
from dateline.link.decisions import Decisions
from dateline.link.gather import Dated, gather, gather_between
from dateline.link.told import Told
from dateline.records.claim import Status
from dateline.records.event import Decision, Event, Verdict
from dateline.records.span import Span


@st.composite
def _tellings(draw: st.DrawFn, days: int = 4) -> list[Told]:
    """Tellings of few parties, places and days, so that they meet in many ways."""
    parties = [
        POLICE,
        CROWD,
        party("Norway", "NOR"),
        party("police", None, "COP"),
        party("Oskar Brandt", "NOR", "OPP", name="Oskar Brandt"),
        party("Brandt", None, name="Brandt"),
    ]
    side = st.lists(st.sampled_from(parties), max_size=2).map(tuple)
    when = st.integers(0, days - 1).map(lambda number: shifted(MONDAY, number))
    period = st.builds(lambda first, more: day(first, shifted(first, more)), when, st.just(6))
    count = draw(st.integers(1, 9))
    return [
        telling(
            str(number),
            draw(st.one_of(when, st.none())),
            text=str(draw(st.integers(0, number))),
            actors=draw(side),
            recipients=draw(side),
            mode=draw(st.sampled_from(["arrest", None])),
            occurred=draw(st.one_of(st.none(), when.map(day), period)),
            place=draw(st.sampled_from([None, HALDEN, city("Moss", "NOR")])),
            status=draw(st.sampled_from([Status.OCCURRED, Status.DENIED, Status.PLANNED])),
            evidence=Span(text=draw(st.sampled_from(["One.", "one", "Two."])), start=0, end=3),
        )
        for number in range(count)
    ]


def _decisions(told: list[Told]) -> st.SearchStrategy[list[Decision]]:
    claims = st.sampled_from([one.claims[0].id for one in told])
    pairs = st.tuples(st.sampled_from(list(Verdict)), claims, claims)
    return st.lists(
        pairs.filter(lambda pair: pair[1] != pair[2]).map(
            lambda pair: Decision(verdict=pair[0], claim=pair[1], other=pair[2])
        ),
        max_size=2 if len(told) > 1 else 0,
    )


@settings(max_examples=150, deadline=None)
@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference(
    data: st.DataObject, chance: random.Random
) -> None:
    told = data.draw(_tellings())
    decisions = data.draw(_decisions(told))
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert _by_id(events(told, *decisions)) == _by_id(events(shuffled, *decisions))


@settings(max_examples=150, deadline=None)
@given(_tellings())
def test_copies_never_split(told: list[Told]) -> None:
    event_of = {m.claim: event.id for event in events(told) for m in event.merges}
    same: dict[tuple[str, str], set[str]] = {}
    for one in told:
        words = one.source.text, one.claims[0].evidence.text.casefold().strip(".")
        same.setdefault(words, set()).add(event_of[one.claims[0].id])
    assert all(len(events) == 1 for events in same.values())


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_events_finished_month_by_month_are_those_gathered_at_once(data: st.DataObject) -> None:
    told = data.draw(_tellings(days=90))
    decided = data.draw(_decisions(told))
    decisions = Decisions(decided)
    made = bundles(told, decisions)
    at_once = sorted(gather_between(made, decisions), key=_id)
    assert sorted(gather(made, decisions), key=_id) == at_once


@settings(max_examples=200, deadline=None)
@given(_tellings(days=40), st.integers(1, 4))
def test_events_of_some_days_need_no_tellings_beyond_their_reach(
    told: list[Told], step: int
) -> None:
    made, decisions = bundled(told), Decisions()
    found = [dated for dated in gather_between(made, decisions) if not dated.day]
    for number in range(-10, 50, step):
        first, end = shifted(MONDAY, number), shifted(MONDAY, number + step)
        low, high = shifted(first, -REACH), shifted(end, REACH)
        near = [bundle for bundle in made if low <= bundle.day < high]
        found += gather_between(near, decisions, first, end)
    assert sorted(found, key=_id) == sorted(gather_between(made, decisions), key=_id)


def _id(dated: Dated) -> str:
    return dated.event.id


def _by_id(events: Iterable[Event]) -> dict[str, Event]:
    return {event.id: event for event in events}

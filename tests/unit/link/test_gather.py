"""Which claims of many reports tell of one happening."""

import random
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.link.gather import Gathering
from dateline.link.told import Source, Told
from dateline.records.claim import Amount, Claim, EventPlace, Occurred, Status
from dateline.records.entity import Party
from dateline.records.event import Decision, Event, Verdict
from dateline.records.place import Precision
from dateline.records.span import Span


def _party(text: str, country: str | None = None, *sector: str, name: str = "") -> Party:
    """A party; with a name it is a person, whose id is made from it."""
    entity = f"person:{name.casefold().replace(' ', '-')}" if name else None
    return Party(
        text=text,
        start=0,
        end=len(text),
        name=name or None,
        country=country,
        sector=sector,
        entity=entity,
    )


def _day(first: str, last: str = "") -> Occurred:
    return Occurred(value=first, first=first, last=last or first, basis="stated")


def _city(name: str, country: str) -> EventPlace:
    return EventPlace(name=name, country=country, precision=Precision.CITY, basis="clause")


POLICE = _party("police", "NOR", "COP")
CROWD = _party("students", "NOR", "EDU")
HALDEN = _city("Halden", "NOR")
MONDAY, TUESDAY, WEDNESDAY = "2024-03-04", "2024-03-05", "2024-03-06"


def _claim(name: str, **fields: Any) -> Claim:  # noqa: ANN401 - whatever a claim has
    made: dict[str, Any] = {
        "type": "COERCE",
        "mode": "arrest",
        "quad_class": 4,
        "actors": (POLICE,),
        "recipients": (CROWD,),
        "status": Status.OCCURRED,
        "trigger": Span(text="arrested", start=0, end=8),
        "evidence": Span(text=f"sentence of {name}", start=0, end=8),
        "rule": "made",
        "confidence": 0.7,
    }
    return Claim(**{"id": name, "event": name, **made, **fields})


def _told(
    name: str,
    published: str | None = TUESDAY,
    text: str = "",
    voice: str = "",
    **fields: Any,  # noqa: ANN401 - whatever a claim has
) -> Told:
    source = Source(report=name, published=published, text=text or name, voice=voice or name)
    return Told(source=source, claims=(_claim(name, **fields),))


def _events(tellings: Iterable[Told], *decisions: Decision) -> list[Event]:
    gathering = Gathering(decisions)
    for told in tellings:
        gathering.add(told)
    return list(gathering.changes())


def _gathered(tellings: Iterable[Told], *decisions: Decision) -> list[list[str]]:
    """The ids of the claims of each event."""
    events = _events(tellings, *decisions)
    return sorted([merge.claim for merge in event.merges] for event in events)


def test_one_arrest_told_by_two_reports_is_one_event() -> None:
    (event,) = _events([_told("a", occurred=_day(MONDAY)), _told("b", occurred=_day(MONDAY))])
    assert (event.id, event.reports, event.texts, event.voices) == ("a", 2, 2, 2)
    assert [merge.with_ for merge in event.merges] == [None, "a"]
    assert "2024-03-04" in event.merges[1].reason
    assert "police" in event.merges[1].reason


def test_copies_are_reports_but_neither_texts_nor_voices() -> None:
    copies = [_told(name, text="a", voice="Wire", occurred=_day(MONDAY)) for name in "abc"]
    (event,) = _events([*copies, _told("d", voice="Gazette", occurred=_day(MONDAY))])
    assert (event.reports, event.texts, event.voices) == (4, 2, 2)


def test_what_is_too_little_to_know_again_is_known_in_a_copy() -> None:
    vague = {
        "recipients": (),
        "mode": None,
        "evidence": Span(text="They were taken away.", start=0, end=21),
    }
    copies = [_told("a", text="a", **vague), _told("b", text="a", **vague)]
    assert _gathered(copies) == [["a", "b"]]
    assert _gathered([*copies, _told("c", text="c", **vague)]) == [["a", "b"], ["c"]]


def test_different_days_are_different_events() -> None:
    days = (MONDAY, TUESDAY, WEDNESDAY)
    assert _gathered(_told(day, occurred=_day(day)) for day in days) == [[d] for d in days]


def test_a_report_without_a_day_tells_of_the_days_before_it() -> None:
    dated = _told("a", occurred=_day(MONDAY), place=HALDEN)
    assert _gathered([dated, _told("b", WEDNESDAY, place=HALDEN)]) == [["a", "b"]]
    assert _gathered([dated, _told("b", "2024-03-08", place=HALDEN)]) == [["a"], ["b"]]
    assert _gathered([dated, _told("b", "2024-03-03", place=HALDEN)]) == [["a"], ["b"]]


def test_a_report_that_may_tell_of_two_days_brings_them_not_together() -> None:
    days = [_told(day, occurred=_day(day)) for day in (MONDAY, TUESDAY)]
    assert _gathered([*days, _told("c", WEDNESDAY)]) == [[MONDAY], [TUESDAY], ["c"]]


def test_a_weekly_protest_is_not_one_event() -> None:
    weeks = ["2024-03-02", "2024-03-09", "2024-03-16"]
    protest = {"type": "PROTEST", "mode": "demo", "actors": (CROWD,), "recipients": ()}
    told = [_told(day, day, place=HALDEN, **protest) for day in weeks]
    assert _gathered(told) == [[day] for day in weeks]


def test_two_cities_on_one_day_are_two_events_and_a_vague_place_joins_none_to_the_other() -> (
    None
):
    places = {"a": HALDEN, "b": _city("Moss", "NOR"), "c": None}
    country = EventPlace(
        name="Norway", country="NOR", precision=Precision.COUNTRY, basis="clause"
    )
    told = [_told(n, occurred=_day(MONDAY), place=place) for n, place in places.items()]
    vague = _told("d", occurred=_day(MONDAY), place=country)
    found = _gathered([*told, vague])
    assert not any({"a", "b"} <= set(event) for event in found)
    assert _gathered([told[0], vague]) == [["a", "d"]]


def test_the_police_of_two_countries_are_not_one() -> None:
    others = (_party("police", "SWE", "COP"),)
    told = [_told("a", occurred=_day(MONDAY)), _told("b", occurred=_day(MONDAY), actors=others)]
    assert _gathered(told) == [["a"], ["b"]]


def test_a_person_is_known_by_the_family_name() -> None:
    full = _party("Oskar Brandt", "NOR", "OPP", name="Oskar Brandt")
    short = _party("Brandt", None, name="Brandt")
    other = _party("Ines Brandt", "NOR", "OPP", name="Ines Brandt")
    on = {"occurred": _day(MONDAY)}
    told = [_told("a", recipients=(full,), **on), _told("b", recipients=(short,), **on)]
    assert _gathered(told) == [["a", "b"]]
    told = [_told("a", recipients=(full,), **on), _told("b", recipients=(other,), **on)]
    assert _gathered(told) == [["a"], ["b"]]


def test_two_accusations_of_one_speaker_are_two_events() -> None:
    words = {"type": "ACCUSE", "mode": "allege", "quad_class": 3, "recipients": ()}
    speaker = (_party("Oskar Brandt", "NOR", "GOV", name="Oskar Brandt"),)
    told = [_told(name, actors=speaker, place=HALDEN, **words) for name in "ab"]
    assert _gathered(told) == [["a"], ["b"]]


def test_all_who_meet_are_one_circle() -> None:
    ones, others = (_party(c, c, "GOV") for c in ("NOR", "SWE"))
    third = _party("FIN", "FIN", "GOV")
    talks = {"type": "CONSULT", "mode": None, "quad_class": 1, "occurred": _day(MONDAY)}
    told = [
        _told("a", actors=(ones, others), recipients=(), **talks),
        _told("b", actors=(others,), recipients=(ones,), **talks),
        _told("c", actors=(others, third), recipients=(), **talks),
    ]
    assert _gathered(told) == [["a", "b"], ["c"]]


def test_reported_and_denied_versions_stay_side_by_side() -> None:
    on = {"occurred": _day(MONDAY)}
    told = [_told("a", **on), _told("b", **on), _told("c", status=Status.DENIED, **on)]
    (event,) = _events(told)
    assert event.status is Status.OCCURRED
    assert event.statuses == {Status.OCCURRED: 2, Status.DENIED: 1}


def test_what_is_planned_without_a_day_is_not_what_was_done() -> None:
    told = [_told("a", occurred=_day(MONDAY)), _told("b", status=Status.PLANNED)]
    assert _gathered(told) == [["a"], ["b"]]
    told[1] = _told("b", status=Status.PLANNED, occurred=_day(MONDAY))
    assert _gathered(told) == [["a", "b"]]


def test_a_rising_toll_revises_the_event() -> None:
    def toll(best: int) -> tuple[Amount, ...]:
        return (Amount(text=str(best), start=0, end=1, of="arrested", best=best),)

    told = [
        _told("a", TUESDAY, occurred=_day(MONDAY), amounts=toll(12)),
        _told("b", WEDNESDAY, occurred=_day(MONDAY), amounts=toll(20)),
        _told("c", MONDAY, occurred=_day(MONDAY), amounts=toll(30)),
    ]
    (event,) = _events(told)
    assert [amount.best for amount in event.amounts] == [20]


def test_a_person_can_split_and_merge_and_is_heeded_whatever_comes_first() -> None:
    told = [_told(n, occurred=_day(MONDAY)) for n in "ab"] + [_told("c", "2024-06-01")]
    split = Decision(verdict=Verdict.SPLIT, claim="b", other="a")
    merge = Decision(verdict=Verdict.MERGE, claim="c", other="a", note="the same night")
    assert _gathered(told, split, merge) == [["a", "c"], ["b"]]
    assert _gathered(told[::-1], merge, split) == [["a", "c"], ["b"]]
    joined = next(event for event in _events(told, merge) if event.reports == 3)
    assert joined.merges[-1].reason == "a person joined them: the same night"


def test_the_later_of_two_decisions_holds() -> None:
    told = [_told(n, occurred=_day(MONDAY)) for n in "ab"]
    split, merge = (Decision(verdict=v, claim="a", other="b") for v in Verdict)
    assert _gathered(told, split, merge) == [["a", "b"]]
    assert _gathered(told, merge, split) == [["a"], ["b"]]


def test_claims_that_one_report_links_can_be_split() -> None:
    source = Source(report="r", published=TUESDAY, text="r", voice="r")
    told = Told(source=source, claims=(_claim("a", event="a"), _claim("b", event="a")))
    assert _gathered([told]) == [["a", "b"]]
    split = Decision(verdict=Verdict.SPLIT, claim="a", other="b")
    assert _gathered([told], split) == [["a"], ["b"]]


def test_a_report_told_again_counts_once_and_one_given_up_no_more() -> None:
    gathering = Gathering()
    for name in ("a", "b", "b"):
        gathering.add(_told(name, occurred=_day(MONDAY)))
    assert [event.reports for event in gathering.changes()] == [2]
    gathering.remove(("b", "b"))
    assert [event.reports for event in gathering.changes()] == [1]
    assert list(gathering.changes()) == []


@st.composite
def _tellings(draw: st.DrawFn) -> list[Told]:
    """Tellings of few parties, places and days, so that they meet in many ways."""
    parties = [
        POLICE,
        CROWD,
        _party("Norway", "NOR"),
        _party("police", None, "COP"),
        _party("Oskar Brandt", "NOR", "OPP", name="Oskar Brandt"),
        _party("Brandt", None, name="Brandt"),
    ]
    side = st.lists(st.sampled_from(parties), max_size=2).map(tuple)
    times = [None, _day(MONDAY), _day(TUESDAY), _day(WEDNESDAY), _day(MONDAY, "2024-03-10")]
    count = draw(st.integers(1, 9))
    return [
        _told(
            str(number),
            draw(st.sampled_from([TUESDAY, WEDNESDAY, "2024-03-07", None])),
            text=str(draw(st.integers(0, number))),
            actors=draw(side),
            recipients=draw(side),
            mode=draw(st.sampled_from(["arrest", None])),
            occurred=draw(st.sampled_from(times)),
            place=draw(st.sampled_from([None, HALDEN, _city("Moss", "NOR")])),
            status=draw(st.sampled_from([Status.OCCURRED, Status.DENIED, Status.PLANNED])),
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
    assert _by_id(_events(told, *decisions)) == _by_id(_events(shuffled, *decisions))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_changes_keep_up_with_all_events(data: st.DataObject) -> None:
    """What comes one by one, with what is given up, is what comes at once."""
    told = data.draw(_tellings())
    decisions = data.draw(_decisions(told))
    gathering = Gathering(decisions)
    kept: dict[str, Event] = {}
    for number, one in enumerate(told):
        gathering.add(one)
        _keep(kept, gathering)
        assert _by_id(kept.values()) == _by_id(_events(told[: number + 1], *decisions))
    gathering.remove(told[0].key)
    kept = {i: e for i, e in kept.items() if {m.claim for m in e.merges} != {told[0].key[1]}}
    _keep(kept, gathering)
    assert _by_id(kept.values()) == _by_id(_events(told[1:], *decisions))


def _keep(kept: dict[str, Event], gathering: Gathering) -> None:
    """Put what has changed in place of what was: no claim is in two events."""
    changed = list(gathering.changes())
    claims = {merge.claim for event in changed for merge in event.merges}
    for event in tuple(kept.values()):
        if claims & {merge.claim for merge in event.merges}:
            del kept[event.id]
    kept.update(_by_id(changed))


def _by_id(events: Iterable[Event]) -> dict[str, Event]:
    return {event.id: event for event in events}

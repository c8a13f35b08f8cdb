"""Which claims of many reports tell of one happening."""

import random
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.link.bundles import Bundle, bundles
from dateline.link.days import REACH, shifted
from dateline.link.decisions import Decisions
from dateline.link.gather import Dated, gather, gather_between
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


def _news(published: str) -> Occurred:
    """The day of a report that gives none to its news."""
    return Occurred(value=published, first=published, last=published, basis="published")


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
    if published:
        fields.setdefault("occurred", _news(published))
    return Told(source=source, claims=(_claim(name, **fields),))


def _bundles(tellings: Iterable[Told], *decisions: Decision) -> list[Bundle]:
    return bundles(tellings, Decisions(decisions))


def _events(tellings: Iterable[Told], *decisions: Decision) -> list[Event]:
    made = _bundles(tellings, *decisions)
    return [dated.event for dated in gather(made, Decisions(decisions))]


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


def test_what_is_recalled_without_a_day_is_gathered_with_nothing() -> None:
    dated = _told("a", occurred=_day(MONDAY), place=HALDEN)
    recalled = [_told(name, place=HALDEN, occurred=None) for name in "bc"]
    assert _gathered([dated, *recalled]) == [["a"], ["b"], ["c"]]


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


def test_a_report_told_again_counts_once() -> None:
    (event,) = _events(_told(name, occurred=_day(MONDAY)) for name in ("a", "b", "b"))
    assert (event.reports, len(event.merges)) == (2, 2)


SENTENCE = Span(text="Police in Halden arrested twelve students.", start=100, end=142)
NOISY = Span(text="POLICE in Hal-den arrested twelve studénts.", start=80, end=123)
TRIGGER, NOISY_TRIGGER = (
    Span(text="arrested", start=s.start + at, end=s.start + at + 8)
    for s, at in ((SENTENCE, 17), (NOISY, 18))
)
SWEDES = (_party("students", "SWE", "EDU"),)


def test_copies_that_were_coded_differently_are_of_one_event() -> None:
    told = [
        _told("a", text="a", evidence=SENTENCE, trigger=TRIGGER, occurred=_day(MONDAY)),
        _told("b", text="a", evidence=NOISY, trigger=NOISY_TRIGGER, recipients=SWEDES),
    ]
    (event,) = _events(told)
    assert [merge.with_ for merge in event.merges] == [None, "a"]
    assert event.merges[1].reason == "the same sentence in a copy of the text"
    assert (event.reports, event.texts) == (2, 1)


def test_other_acts_of_one_sentence_in_a_copy_are_others() -> None:
    fields = {"evidence": SENTENCE, "trigger": TRIGGER, "occurred": _day(MONDAY)}
    told = [_told("a", text="a", **fields)]
    for other in (
        _told("b", text="a", **fields | {"recipients": SWEDES, "type": "ASSAULT"}),
        _told("b", text="a", **fields | {"recipients": SWEDES, "trigger": SENTENCE}),
        _told("b", text="b", **fields | {"recipients": SWEDES}),
    ):
        assert _gathered([*told, other]) == [["a"], ["b"]]


def test_what_one_report_tells_twice_with_one_word_stays_two_in_its_copies() -> None:
    both = {"evidence": SENTENCE, "trigger": TRIGGER, "occurred": _day(MONDAY)}
    told = []
    for report in "ab":
        source = Source(report=report, published=TUESDAY, text="a", voice=report)
        for rule, side in (("1", (CROWD,)), ("2", SWEDES)):
            claim = _claim(report + rule, recipients=side, rule=rule, **both)
            told.append(Told(source=source, claims=(claim,)))
    assert _gathered(told) == [["a1", "b1"], ["a2", "b2"]]


def test_a_person_can_split_a_copy_from_its_original() -> None:
    fields = {"evidence": SENTENCE, "trigger": TRIGGER, "occurred": _day(MONDAY)}
    told = [_told(name, text="a", **fields) for name in "abc"]
    split = Decision(verdict=Verdict.SPLIT, claim="a", other="b")
    assert _gathered(told, split) == [["a", "c"], ["b"]]


@st.composite
def _tellings(draw: st.DrawFn, days: int = 4) -> list[Told]:
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
    day = st.integers(0, days - 1).map(lambda number: shifted(MONDAY, number))
    period = st.builds(lambda first, more: _day(first, shifted(first, more)), day, st.just(6))
    count = draw(st.integers(1, 9))
    return [
        _told(
            str(number),
            draw(st.one_of(day, st.none())),
            text=str(draw(st.integers(0, number))),
            actors=draw(side),
            recipients=draw(side),
            mode=draw(st.sampled_from(["arrest", None])),
            occurred=draw(st.one_of(st.none(), day.map(_day), period)),
            place=draw(st.sampled_from([None, HALDEN, _city("Moss", "NOR")])),
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
    assert _by_id(_events(told, *decisions)) == _by_id(_events(shuffled, *decisions))


@settings(max_examples=150, deadline=None)
@given(_tellings())
def test_copies_never_split(told: list[Told]) -> None:
    event_of = {m.claim: event.id for event in _events(told) for m in event.merges}
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
    made, decisions = _bundles(told), Decisions()
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

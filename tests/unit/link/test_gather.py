"""Which claims of many reports tell of one happening."""

from tests.unit.link.made import (
    CROWD,
    HALDEN,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    city,
    day,
    events,
    gathered,
    party,
    telling,
)

from dateline.records.claim import EventPlace
from dateline.records.place import Precision


def test_one_arrest_told_by_two_reports_is_one_event() -> None:
    (event,) = events([telling("a", occurred=day(MONDAY)), telling("b", occurred=day(MONDAY))])
    assert (event.id, event.reports, event.texts, event.voices) == ("a", 2, 2, 2)
    assert [merge.with_ for merge in event.merges] == [None, "a"]
    assert "2024-03-04" in event.merges[1].reason
    assert "police" in event.merges[1].reason


def test_different_days_are_different_events() -> None:
    days = (MONDAY, TUESDAY, WEDNESDAY)
    assert gathered(telling(one, occurred=day(one)) for one in days) == [[d] for d in days]


def test_a_report_without_a_day_tells_of_the_days_before_it() -> None:
    dated = telling("a", occurred=day(MONDAY), place=HALDEN)
    assert gathered([dated, telling("b", WEDNESDAY, place=HALDEN)]) == [["a", "b"]]
    assert gathered([dated, telling("b", "2024-03-08", place=HALDEN)]) == [["a"], ["b"]]
    assert gathered([dated, telling("b", "2024-03-03", place=HALDEN)]) == [["a"], ["b"]]


def test_what_is_recalled_without_a_day_is_gathered_with_nothing() -> None:
    dated = telling("a", occurred=day(MONDAY), place=HALDEN)
    recalled = [telling(name, place=HALDEN, occurred=None) for name in "bc"]
    assert gathered([dated, *recalled]) == [["a"], ["b"], ["c"]]


def test_a_report_that_may_tell_of_two_days_brings_them_not_together() -> None:
    days = [telling(one, occurred=day(one)) for one in (MONDAY, TUESDAY)]
    assert gathered([*days, telling("c", WEDNESDAY)]) == [[MONDAY], [TUESDAY], ["c"]]


def test_a_weekly_protest_is_not_one_event() -> None:
    weeks = ["2024-03-02", "2024-03-09", "2024-03-16"]
    protest = {"type": "PROTEST", "mode": "demo", "actors": (CROWD,), "recipients": ()}
    told = [telling(day, day, place=HALDEN, **protest) for day in weeks]
    assert gathered(told) == [[day] for day in weeks]


def test_two_cities_on_one_day_are_two_events_and_a_vague_place_joins_none_to_the_other() -> (
    None
):
    places = {"a": HALDEN, "b": city("Moss", "NOR"), "c": None}
    country = EventPlace(
        name="Norway", country="NOR", precision=Precision.COUNTRY, basis="clause"
    )
    told = [telling(n, occurred=day(MONDAY), place=place) for n, place in places.items()]
    vague = telling("d", occurred=day(MONDAY), place=country)
    found = gathered([*told, vague])
    assert not any({"a", "b"} <= set(event) for event in found)
    assert gathered([told[0], vague]) == [["a", "d"]]


def test_the_police_of_two_countries_are_not_one() -> None:
    others = (party("police", "SWE", "COP"),)
    told = [
        telling("a", occurred=day(MONDAY)),
        telling("b", occurred=day(MONDAY), actors=others),
    ]
    assert gathered(told) == [["a"], ["b"]]


def test_a_person_is_known_by_the_family_name() -> None:
    full = party("Oskar Brandt", "NOR", "OPP", name="Oskar Brandt")
    short = party("Brandt", None, name="Brandt")
    other = party("Ines Brandt", "NOR", "OPP", name="Ines Brandt")
    on = {"occurred": day(MONDAY)}
    told = [telling("a", recipients=(full,), **on), telling("b", recipients=(short,), **on)]
    assert gathered(told) == [["a", "b"]]
    told = [telling("a", recipients=(full,), **on), telling("b", recipients=(other,), **on)]
    assert gathered(told) == [["a"], ["b"]]


def test_two_accusations_of_one_speaker_are_two_events() -> None:
    words = {"type": "ACCUSE", "mode": "allege", "quad_class": 3, "recipients": ()}
    speaker = (party("Oskar Brandt", "NOR", "GOV", name="Oskar Brandt"),)
    told = [telling(name, actors=speaker, place=HALDEN, **words) for name in "ab"]
    assert gathered(told) == [["a"], ["b"]]


def test_all_who_meet_are_one_circle() -> None:
    ones, others = (party(c, c, "GOV") for c in ("NOR", "SWE"))
    third = party("FIN", "FIN", "GOV")
    talks = {"type": "CONSULT", "mode": None, "quad_class": 1, "occurred": day(MONDAY)}
    told = [
        telling("a", actors=(ones, others), recipients=(), **talks),
        telling("b", actors=(others,), recipients=(ones,), **talks),
        telling("c", actors=(others, third), recipients=(), **talks),
    ]
    assert gathered(told) == [["a", "b"], ["c"]]

"""What ties of many reports hold together, and who held an office on a day."""

import random

from dateline.link.offices import Offices
from dateline.link.relations import relations
from dateline.link.told import Held, Source
from dateline.records.claim import Tie, TieEnd
from dateline.records.relation import Relation
from dateline.records.span import Span


def _held(
    name: str,
    day: str,
    predicate: str = "holds_office",
    *,
    country: str | None = "NOR",
    voice: str = "",
    since: str | None = None,
    until: str | None = None,
) -> Held:
    """The word of one report that somebody is president."""
    report = f"{name} {day}"
    entity = f"person:{name.casefold()}"
    tie = Tie(
        subject=TieEnd(text=name, start=10, end=15, name=name, entity=entity),
        predicate=predicate,
        object=TieEnd(text="president", start=0, end=9, country=country),
        office="president",
        since=since,
        until=until,
        evidence=Span(text=f"president {name}", start=0, end=15),
        rule="office",
    )
    source = Source(report=report, published=day, text=report, voice=voice or report)
    return Held(source=source, tie=tie)


def _only(*held: Held) -> Relation:
    (found,) = relations(held)
    return found


def test_an_office_is_one_relation_with_the_days_of_its_reports() -> None:
    found = _only(
        _held("Berg", "2024-03-01", voice="a"),
        _held("Berg", "2024-05-01", voice="a"),
        _held("Berg", "2024-08-01", "held_office"),
    )
    assert (found.holds_from, found.holds_to) == ("2024-03-01", "2024-05-01")
    assert found.past_from == "2024-08-01"
    assert (found.predicate, found.reports, found.voices) == ("holds_office", 3, 2)
    assert [one.evidence for one in found.attested] == ["president Berg"] * 3


def test_the_day_that_most_voices_state_is_its_beginning() -> None:
    found = _only(
        _held("Berg", "2024-03-01", voice="a", since="2019-05"),
        _held("Berg", "2024-03-02", voice="a", since="2019-05"),
        _held("Berg", "2024-03-03", voice="b", since="2019-06"),
        _held("Berg", "2024-03-04", voice="c", since="2019-06"),
    )
    assert found.since == "2019-06"


def test_an_end_that_later_reports_know_nothing_of_is_none() -> None:
    resigned = _held("Berg", "2024-03-01", "held_office", until="2024-03-01")
    assert _only(resigned).until == "2024-03-01"
    assert _only(resigned, _held("Berg", "2024-06-01")).until is None


def test_whoever_has_no_name_and_whatever_has_no_country_are_left_out() -> None:
    assert list(relations([_held("Berg", "2024-03-01", country=None)])) == []


def test_the_order_of_ties_makes_no_difference() -> None:
    held = [
        _held(name, f"2024-0{month}-01", since=f"20{month}0")
        for name in ("Berg", "Dahl")
        for month in (3, 5, 1)
    ]
    shuffled = list(held)
    random.Random(1).shuffle(shuffled)
    assert list(relations(held)) == list(relations(shuffled))


def test_the_holder_of_an_office_is_known_for_the_days_attested() -> None:
    offices = Offices(
        relations(
            [
                _held("Berg", "2024-03-01"),
                _held("Berg", "2024-08-01", "held_office"),
                _held("Dahl", "2024-07-15"),
            ]
        )
    )
    holders = {
        day: getattr(offices.holder("NOR", "President", day), "name", None)
        for day in ("2024-02-01", "2024-03-01", "2024-05-01", "2024-07-20", "2024-12-01")
    }
    assert holders == {
        "2024-02-01": None,
        "2024-03-01": "Berg",
        "2024-05-01": "Berg",
        "2024-07-20": "Dahl",
        "2024-12-01": None,
    }


def test_of_two_who_have_the_title_the_one_with_many_more_reports_is_the_holder() -> None:
    held = [_held("Berg", f"2024-03-0{day}") for day in range(1, 4)]
    rival = _held("Dahl", "2024-03-01")
    offices = Offices(relations([*held, rival]))
    found = offices.holder("NOR", "president", "2024-03-03")
    assert found is not None
    assert found.name == "Berg"
    assert Offices(relations([held[0], rival])).holder("NOR", "president", "2024-03-03") is None

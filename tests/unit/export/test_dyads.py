from collections.abc import Callable

from dateline.export.dyads import dyads
from dateline.export.gather import gather
from dateline.records.claim import Claim
from dateline.records.entity import Party
from dateline.records.record import Record


def _party(name: str) -> Party:
    return Party(text=name, start=0, end=1)


def _pairs(record: Record) -> list[tuple[str | None, str | None, str]]:
    (told,) = gather([record])
    return [
        (pair.actor and pair.actor.text, pair.recipient and pair.recipient.text, pair.cameo)
        for pair in dyads(told.event)
    ]


def test_each_actor_goes_with_each_recipient(
    shelling: Callable[..., Claim], rebels: Party, army: Party, report: Callable[..., Record]
) -> None:
    claim = shelling(actors=(rebels, army), recipients=(_party("a"), _party("b")))
    assert len(_pairs(report(claim))) == 4


def test_nobody_makes_a_pair_with_itself(
    shelling: Callable[..., Claim], rebels: Party, army: Party, report: Callable[..., Record]
) -> None:
    claim = shelling(actors=(rebels,), recipients=(army, rebels))
    assert _pairs(report(claim)) == [("Free Hill Army", "the army", "194")]


def test_a_visit_has_the_code_of_the_host_on_its_way_back(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    visit = shelling(type="CONSULT", mode="visit", cameo="042")
    assert _pairs(report(visit)) == [
        ("Free Hill Army", "the army", "042"),
        ("the army", "Free Hill Army", "043"),
    ]


def test_those_who_attack_side_by_side_do_not_attack_each_other(
    shelling: Callable[..., Claim], rebels: Party, army: Party, report: Callable[..., Record]
) -> None:
    claim = shelling(actors=(rebels, army), recipients=())
    assert _pairs(report(claim)) == [
        ("Free Hill Army", None, "194"),
        ("the army", None, "194"),
    ]


def test_nobody_makes_no_pair(
    shelling: Callable[..., Claim], report: Callable[..., Record]
) -> None:
    assert _pairs(report(shelling(actors=(), recipients=()))) == []

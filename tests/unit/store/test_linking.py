"""The events of a store are those that all its claims have, however they came."""

import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.unit.store.made import claim, day, made_store, party, place, raw, tie

from dateline.errors import StoreError
from dateline.export.gather import gather
from dateline.link.corpus import Corpus
from dateline.records.claim import Occurred
from dateline.records.event import Decision, Verdict
from dateline.records.record import Record
from dateline.records.report import Opening, Raw
from dateline.store.decide import decide
from dateline.store.linked import linked_records
from dateline.store.open import Store
from dateline.store.reader import Reader

TOWNS = ("Halden", "Moss")
ACTORS = (party("police", "NOR", "COP"), party("gendarmes", "FRA", "COP"))

PUBLISHED = ("2024-02-25", "2024-02-29", "2024-03-01", "2024-03-02")


def _days(chance: random.Random, published: str | None) -> Occurred | None:
    first = chance.randint(20, 28)
    last = chance.choice((first, first, min(first + 3, 28)))
    stated = day(f"2024-02-{first}", f"2024-02-{last}")
    if published and chance.random() < 1 / 3:
        return Occurred(value=published, first=published, last=published, basis="published")
    return chance.choice((None, stated, day("2024-03-01"), day("2024-01-01", "2024-12-31")))


def _made(seed: int, count: int = 24) -> tuple[list[Raw], dict[str, Record]]:
    """Reports of some days around the end of a month, with a claim or two each."""
    chance = random.Random(seed)
    raws, coded = [], {}
    for n in range(count):
        name = f"report{n:02}"
        published = chance.choice(
            ("2024-02-25", "2024-02-29", "2024-03-01", "2024-03-02", None)
        )
        raws.append(raw(name, published))
        claims = [
            claim(
                f"{name}.{k}",
                occurred=_days(chance, published),
                actors=(chance.choice(ACTORS),),
                place=chance.choice((None, *(place(town, "NOR") for town in TOWNS))),
            )
            for k in range(2)
        ]
        coded[name] = Record(id=name, version="made", claims=tuple(claims))
    return raws, coded


def _events(folder: Path) -> dict[str, tuple[Any, ...]]:
    asked = "SELECT id, month, claims, reports, texts, voices, occurred, place FROM events"
    return {id_: rest for id_, *rest in Store(folder).rows(asked)}


def _at_once(
    raws: Iterable[Raw], coded: dict[str, Record], *decided: Decision
) -> list[list[str]]:
    """The claims of each event, gathered without a store."""
    openings = {one.id: Opening(published=one.published, publisher=one.id) for one in raws}
    texts = {one.id: one.text or "" for one in raws}
    records = (
        msgspec.structs.replace(record, report=openings[name], text=texts[name])
        for name, record in coded.items()
    )
    return sorted(
        [m.claim for m in event.merges] for event in Corpus(records, decided).events()
    )


def _claims(folder: Path) -> list[list[str]]:
    rows = Store(folder).rows("SELECT claims FROM events")
    return sorted([merge["claim"] for merge in merges] for (merges,) in rows)


@pytest.mark.parametrize("seed", range(4))
def test_reports_that_come_by_and_by_in_any_order_make_the_same_events(
    tmp_path: Path, seed: int
) -> None:
    raws, coded = _made(seed)
    made_store(tmp_path / "whole", raws, coded)
    mixed = random.Random(seed).sample(raws, len(raws))
    for start in range(0, len(mixed), 7):
        made_store(tmp_path / "parts", mixed[start : start + 7], coded)
    assert _events(tmp_path / "whole") == _events(tmp_path / "parts")
    assert _claims(tmp_path / "whole") == _at_once(raws, coded)
    assert len(_claims(tmp_path / "whole")) < 2 * len(raws)


@pytest.mark.parametrize("seed", range(2))
def test_what_a_person_decides_holds_across_months(tmp_path: Path, seed: int) -> None:
    raws, coded = _made(seed)
    made_store(tmp_path, raws[:16], coded)
    (first, *_), (last, *_) = _claims(tmp_path)[0], _claims(tmp_path)[-1]
    whole = next(claims for claims in _claims(tmp_path) if len(claims) > 1)
    decided = [
        Decision(verdict=Verdict.MERGE, claim=first, other=last, note="one raid"),
        Decision(verdict=Verdict.SPLIT, claim=whole[0], other=whole[1]),
    ]
    early = dict(list(coded.items())[:16])
    for count, one in enumerate(decided, 1):
        decide(tmp_path, one)
        assert _claims(tmp_path) == _at_once(raws[:16], early, *decided[:count])
    made_store(tmp_path, raws, coded)
    assert _claims(tmp_path) == _at_once(raws, coded, *decided)


def test_a_decision_on_no_claim_of_the_store_is_refused(tmp_path: Path) -> None:
    made_store(tmp_path, *_made(0, 2))
    with pytest.raises(StoreError, match="`nobody`: no claim of this store"):
        decide(tmp_path, Decision(verdict=Verdict.MERGE, claim="report00.0", other="nobody"))


def test_copies_count_as_reports_and_not_as_texts_or_voices(tmp_path: Path) -> None:
    first = raw("a", "2024-03-01")
    coded = {"a": Record(id="a", version="made", claims=(claim("a.0"),))}
    made_store(tmp_path, [first], coded)
    made_store(tmp_path, [raw("b", "2024-02-27", first.text or "")], coded)
    asked = "SELECT month, reports, texts, voices FROM events"
    assert list(Store(tmp_path).rows(asked)) == [("2024-02", 2, 1, 1)]
    texts = Store(tmp_path).rows("SELECT id, published, voice, reports FROM texts")
    assert list(texts) == [("b", "2024-02-27", "b", [0, 1])]


def test_ties_become_relations(tmp_path: Path) -> None:
    ties = (tie("Nordland", "the Union", since="2019"),)
    coded = {n: Record(id=n, version="made", ties=ties) for n in "ab"}
    made_store(tmp_path, [raw("a", "2024-03-01"), raw("b", "2024-03-05")], coded)
    asked = "SELECT subject.name, since, holds_from, holds_to, reports FROM relations"
    assert list(Store(tmp_path).rows(asked)) == [
        ("Nordland", "2019", "2024-03-01", "2024-03-05", 2)
    ]


def test_records_of_a_store_share_its_events_and_copies_have_the_claims(tmp_path: Path) -> None:
    first, other = raw("a", "2024-03-01"), raw("c", "2024-03-01")
    coded = {
        n: Record(id=n, version="made", claims=(claim(f"{n}.0", occurred=day("2024-02-29")),))
        for n in "abc"
    }
    made_store(tmp_path, [first, raw("b", "2024-03-02", first.text or ""), other], coded)
    told = [
        (record.id, record.lineage.text if record.lineage else None, record.claims[0].event)
        for record in linked_records(Reader(tmp_path))
    ]
    assert told == [("a", "a", "a.0"), ("b", "a", "a.0"), ("c", "c", "a.0")]
    (event,) = gather(linked_records(Reader(tmp_path)))
    assert (event.event.reports, event.event.texts) == (3, 2)

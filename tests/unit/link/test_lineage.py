"""Which reports carry one text, and whose it is."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.link.carrier import Carrier, carrier
from dateline.link.fingerprints import fingerprints, pack
from dateline.link.lineage import Lineages, lineages
from dateline.records.lineage import Descent, Lineage
from dateline.records.report import Block, Opening, Report, Role

_WORDS = ["harbour", "minister", "village", "school", "winter", "storm", "ballot", "river"]


def _report(name: str, text: str, day: str = "2024-03-05", *agencies: str) -> Report:
    opening = Opening(published=day, credits=agencies)
    return Report(id=name, text=text, opening=opening)


def test_reports_that_stand_alone_are_originals(ferry: str, strike: str) -> None:
    assert lineages([_report("a", ferry), _report("b", strike)]) == [
        Lineage(text="a", kind=Descent.ORIGINAL),
        Lineage(text="b", kind=Descent.ORIGINAL),
    ]


def test_the_earliest_is_the_original_whenever_it_comes(ferry: str) -> None:
    early, late = _report("z", ferry, "2024-03-05"), _report("a", ferry, "2024-03-06")
    assert lineages([late, early]) == [
        Lineage(text="z", kind=Descent.COPY, of="z"),
        Lineage(text="z", kind=Descent.ORIGINAL),
    ]


def test_the_text_is_owed_to_the_agency_that_carriers_credit(ferry: str) -> None:
    found = lineages(
        [
            _report("a", ferry, "2024-03-05"),
            _report("b", ferry, "2024-03-05", "Reuters"),
            _report("c", ferry, "2024-03-06", "Reuters", "AP"),
        ]
    )
    assert [lineage.origin for lineage in found] == ["Reuters"] * 3


def test_the_report_of_the_agency_itself_is_the_original(ferry: str) -> None:
    own = Opening(published="2024-03-06", publisher="Reuters")
    found = lineages(
        [_report("a", ferry, "2024-03-05", "Reuters"), Report(id="b", text=ferry, opening=own)]
    )
    assert [lineage.text for lineage in found] == ["b", "b"]


def test_copies_of_copies_carry_one_text(ferry: str, strike: str) -> None:
    first, *_, last = ferry.split("\n\n")
    chain = [ferry, f"{ferry}\n\n{strike[:200]}", first, last]
    found = lineages(_report(str(number), text) for number, text in enumerate(chain))
    assert [lineage.text for lineage in found] == ["0", "0", "0", "3"]


def test_a_rewrite_is_a_text_of_its_own_and_owed_to_the_same(ferry: str, strike: str) -> None:
    rewritten = f"{ferry[:450]}\n\n{strike}"
    found = lineages([_report("b", rewritten), _report("a", ferry, "2024-03-05", "AFP")])
    assert found[0] == Lineage(text="b", kind=Descent.REWRITE, of="a", origin="AFP")
    assert found[1].kind is Descent.ORIGINAL


def test_headline_credit_and_chrome_are_not_compared(ferry: str, strike: str) -> None:
    page = f"{strike}\n\n{ferry}"
    split = len(strike) + 2
    blocks = (
        Block(role=Role.CHROME, start=0, end=split - 2),
        Block(role=Role.BODY, start=split, end=len(page)),
    )
    framed = Report(id="b", text=page, blocks=blocks)
    assert [lineage.text for lineage in lineages([_report("a", ferry), framed])] == ["a", "a"]


def test_what_changes_by_a_report_is_told(ferry: str, strike: str) -> None:
    known = Lineages()
    known.add(carrier(_report("b", ferry, "2024-03-06")))
    known.add(carrier(_report("c", strike)))
    assert [number for number, _ in known.changes()] == [0, 1]
    known.add(carrier(_report("a", ferry, "2024-03-05")))
    changes = dict(known.changes())
    assert changes[0] == Lineage(text="a", kind=Descent.COPY, of="a")
    assert sorted(changes) == [0, 2]
    assert list(known.changes()) == []


def test_a_phrase_of_many_texts_brings_none_together(ferry: str) -> None:
    tail = "This story was written by a wire service and has not been edited by our staff."
    texts = [" ".join(_words(seed)) + ". " + tail for seed in range(60)]
    found = lineages(_report(str(n), text) for n, text in enumerate([*texts, ferry, ferry]))
    assert len({lineage.text for lineage in found}) == 61


@st.composite
def _carriers(draw: st.DrawFn) -> list[Carrier]:
    """Texts made of few paragraphs, so that they copy and rewrite each other in many ways."""
    paragraphs = [" ".join(_words(seed)) for seed in range(4)]
    texts = draw(
        st.lists(
            st.lists(st.sampled_from(paragraphs), min_size=1, max_size=4, unique=True),
            min_size=1,
            max_size=9,
        )
    )
    days = st.sampled_from(["2024-03-05", "2024-03-06", "2024-03-20", None])
    agencies = st.sampled_from([(), ("Reuters",), ("AP",)])
    return [
        Carrier(
            id=str(number),
            packed=pack(fingerprints("\n\n".join(text))),
            published=draw(days),
            credits=draw(agencies),
        )
        for number, text in enumerate(texts)
    ]


@settings(max_examples=60, deadline=None)
@given(_carriers(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference(
    carriers: list[Carrier], chance: random.Random
) -> None:
    shuffled = list(carriers)
    chance.shuffle(shuffled)
    assert _by_id(carriers) == _by_id(shuffled)


@settings(max_examples=30, deadline=None)
@given(_carriers())
def test_kept_links_make_the_same_lineages_again(carriers: list[Carrier]) -> None:
    known, again = Lineages(), Lineages()
    for one in carriers:
        again.add(one, known.add(one))
    assert _all(known) == _all(again)


@settings(max_examples=30, deadline=None)
@given(_carriers())
def test_changes_keep_up_with_all_lineages(carriers: list[Carrier]) -> None:
    known = Lineages()
    told: dict[int, Lineage] = {}
    for one in carriers:
        known.add(one)
        told.update(known.changes())
        assert [told[number] for number in range(len(known))] == _all(known)


def _all(known: Lineages) -> list[Lineage]:
    return [known.lineage(number) for number in range(len(known))]


def _by_id(carriers: list[Carrier]) -> dict[str, Lineage]:
    known = Lineages()
    for one in carriers:
        known.add(one)
    return {one.id: lineage for one, lineage in zip(carriers, _all(known), strict=True)}


def _words(seed: int) -> list[str]:
    """Forty words in an order that no other seed gives."""
    chance = random.Random(seed)
    return [chance.choice(_WORDS) + chance.choice("abcdefgh") for _ in range(40)]

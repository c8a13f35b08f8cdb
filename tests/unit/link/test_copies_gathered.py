"""What copies of a text tell is told once."""

from tests.unit.link.made import (
    CROWD,
    MONDAY,
    TUESDAY,
    claim,
    day,
    events,
    gathered,
    party,
    telling,
)

from dateline.link.told import Source, Told
from dateline.records.event import Decision, Verdict
from dateline.records.span import Span


def test_copies_are_reports_but_neither_texts_nor_voices() -> None:
    copies = [telling(name, text="a", voice="Wire", occurred=day(MONDAY)) for name in "abc"]
    (event,) = events([*copies, telling("d", voice="Gazette", occurred=day(MONDAY))])
    assert (event.reports, event.texts, event.voices) == (4, 2, 2)


def test_what_is_too_little_to_know_again_is_known_in_a_copy() -> None:
    vague = {
        "recipients": (),
        "mode": None,
        "evidence": Span(text="They were taken away.", start=0, end=21),
    }
    copies = [telling("a", text="a", **vague), telling("b", text="a", **vague)]
    assert gathered(copies) == [["a", "b"]]
    assert gathered([*copies, telling("c", text="c", **vague)]) == [["a", "b"], ["c"]]


SENTENCE = Span(text="Police in Halden arrested twelve students.", start=100, end=142)
NOISY = Span(text="POLICE in Hal-den arrested twelve studénts.", start=80, end=123)
TRIGGER, NOISY_TRIGGER = (
    Span(text="arrested", start=s.start + at, end=s.start + at + 8)
    for s, at in ((SENTENCE, 17), (NOISY, 18))
)
SWEDES = (party("students", "SWE", "EDU"),)


def test_copies_that_were_coded_differently_are_of_one_event() -> None:
    told = [
        telling("a", text="a", evidence=SENTENCE, trigger=TRIGGER, occurred=day(MONDAY)),
        telling("b", text="a", evidence=NOISY, trigger=NOISY_TRIGGER, recipients=SWEDES),
    ]
    (event,) = events(told)
    assert [merge.with_ for merge in event.merges] == [None, "a"]
    assert event.merges[1].reason == "the same sentence in a copy of the text"
    assert (event.reports, event.texts) == (2, 1)


def test_other_acts_of_one_sentence_in_a_copy_are_others() -> None:
    fields = {"evidence": SENTENCE, "trigger": TRIGGER, "occurred": day(MONDAY)}
    told = [telling("a", text="a", **fields)]
    for other in (
        telling("b", text="a", **fields | {"recipients": SWEDES, "type": "ASSAULT"}),
        telling("b", text="a", **fields | {"recipients": SWEDES, "trigger": SENTENCE}),
        telling("b", text="b", **fields | {"recipients": SWEDES}),
    ):
        assert gathered([*told, other]) == [["a"], ["b"]]


def test_what_one_report_tells_twice_with_one_word_stays_two_in_its_copies() -> None:
    both = {"evidence": SENTENCE, "trigger": TRIGGER, "occurred": day(MONDAY)}
    told = []
    for report in "ab":
        source = Source(report=report, published=TUESDAY, text="a", voice=report)
        for rule, side in (("1", (CROWD,)), ("2", SWEDES)):
            one = claim(report + rule, recipients=side, rule=rule, **both)
            told.append(Told(source=source, claims=(one,)))
    assert gathered(told) == [["a1", "b1"], ["a2", "b2"]]


def test_a_person_can_split_a_copy_from_its_original() -> None:
    fields = {"evidence": SENTENCE, "trigger": TRIGGER, "occurred": day(MONDAY)}
    told = [telling(name, text="a", **fields) for name in "abc"]
    split = Decision(verdict=Verdict.SPLIT, claim="a", other="b")
    assert gathered(told, split) == [["a", "c"], ["b"]]

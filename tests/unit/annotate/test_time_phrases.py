"""Time phrases of all kinds in sentences of our own, with things that only look like them."""

from pathlib import Path

import msgspec
from msgspec import UNSET, UnsetType

from dateline.annotate.parse import Parser
from dateline.annotate.times import FindTimes
from dateline.lexicon.library import Library
from dateline.records.report import Block, Opening, Report, Role
from dateline.records.time import Time

_PHRASES = Path(__file__).parents[2] / "data" / "time_phrases.jsonl"
#: Share of phrases to be read without a fault.
_LEAST = 0.98


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase of a text with its value, or words of it that are `never` a time.

    Days are left out where reports mean no exact ones: `early 2021`, `the summer of 2018`.
    """

    text: str
    published: str | None = None
    phrase: str | None = None
    value: str | None = None
    type: str | None = None
    first: str | UnsetType | None = UNSET
    last: str | UnsetType | None = UNSET
    never: str | None = None


def test_forty_nine_of_fifty_phrases_are_read_without_a_fault(
    parser: Parser, library: Library
) -> None:
    find = FindTimes(library)
    lines = _PHRASES.read_text(encoding="utf-8").splitlines()
    cases = [msgspec.json.decode(line, type=Case) for line in lines]
    faults = [
        f"{case.text} {fault}"
        for case in cases
        if (fault := _fault(case, _times(parser, find, case)))
    ]
    assert len(cases) >= 120
    assert len(faults) <= (1 - _LEAST) * len(cases), "\n".join(faults)


def _times(parser: Parser, find: FindTimes, case: Case) -> tuple[Time, ...]:
    blocks = (Block(role=Role.BODY, start=0, end=len(case.text)),)
    opening = Opening(published=case.published)
    report = Report(id="a", text=case.text, opening=opening, blocks=blocks)
    return find(report, parser(report))


def _fault(case: Case, found: tuple[Time, ...]) -> str:
    """What is wrong with the times found, empty where nothing is."""
    if case.never:
        start = case.text.index(case.never)
        over = [t.text for t in found if t.start < start + len(case.never) and t.end > start]
        return f"found `{over[0]}`" if over else ""
    time = next((one for one in found if one.text == case.phrase), None)
    if time is None:
        return f"missed `{case.phrase}` among {[one.text for one in found]}"
    expected = {"value": case.value, "type": case.type, "first": case.first, "last": case.last}
    wrong = {
        name: getattr(time, name)
        for name, value in expected.items()
        if value is not UNSET and getattr(time, name) != value
    }
    return f"`{case.phrase}`: {wrong}" if wrong else ""

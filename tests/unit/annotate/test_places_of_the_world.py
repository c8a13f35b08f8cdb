"""Places of all regions of the world, with persons, bodies and namesakes among them."""

import math
from pathlib import Path

import msgspec

from dateline.annotate.parse import Parser
from dateline.annotate.places import FindPlaces
from dateline.lexicon.library import Library
from dateline.records.place import Place
from dateline.records.report import Block, Report, Role

_SENTENCES = Path(__file__).parents[2] / "data" / "places.jsonl"
#: Share of sentences to be read without a fault.
_LEAST = 0.9
#: The distance of 100 miles that geoparsing counts as right.
_NEAR_KM = 161.0


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place as the text has it, its state, and where it is if it is a town."""

    text: str
    country: str | None
    at: tuple[float, float] | None = None


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, its places, and names in it that are none."""

    text: str
    places: tuple[Expected, ...]
    never: tuple[str, ...] = ()


def test_nine_of_ten_sentences_are_read_without_a_fault(
    parser: Parser, library: Library
) -> None:
    find = FindPlaces(library)
    lines = _SENTENCES.read_text(encoding="utf-8").splitlines()
    cases = [msgspec.json.decode(line, type=Case) for line in lines]
    faults = [
        f"{case.text} {fault}"
        for case in cases
        if (fault := _fault(case, _places(parser, find, case.text)))
    ]
    assert len(cases) >= 120
    assert len(faults) <= (1 - _LEAST) * len(cases), "\n".join(faults)


def _places(parser: Parser, find: FindPlaces, text: str) -> dict[str, Place]:
    blocks = (Block(role=Role.BODY, start=0, end=len(text)),)
    report = Report(id="a", text=text, blocks=blocks)
    return {place.text: place for place in find(report, parser(report))}


def _fault(case: Case, found: dict[str, Place]) -> str:
    """What is wrong with the places found, empty where nothing is."""
    wrong = [name for name in case.never if name in found]
    for expected in case.places:
        place = found.get(expected.text)
        if place is None or place.country != expected.country:
            wrong.append(f"{expected.text}: {place and place.country}")
        elif expected.at and _km(place, expected.at) > _NEAR_KM:
            wrong.append(f"{expected.text}: {place.latitude}, {place.longitude}")
    return "; ".join(wrong)


def _km(place: Place, at: tuple[float, float]) -> float:
    """How far off a place is; infinitely where it has no coordinates."""
    if place.latitude is None or place.longitude is None:
        return math.inf
    la, lb = math.radians(place.latitude), math.radians(at[0])
    half = math.radians(at[1] - place.longitude) / 2
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(half) ** 2
    return 12742.0 * math.asin(math.sqrt(h))

"""Stores of records that are made, not coded."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from string import ascii_lowercase
from typing import Any

from dateline.records.claim import Claim, EventPlace, Occurred, Status, Tie, TieEnd
from dateline.records.entity import Party
from dateline.records.place import Precision
from dateline.records.record import Record
from dateline.records.report import Opening, Raw, Report
from dateline.records.span import Span
from dateline.store.add import Added, Adding, add


def party(name: str, country: str | None = None, *sector: str) -> Party:
    """A named party."""
    return Party(
        text=name,
        start=0,
        end=len(name),
        name=name,
        country=country,
        sector=sector,
        entity=f"group:{name.casefold()}",
    )


def place(name: str, country: str) -> EventPlace:
    """A town."""
    return EventPlace(
        name=name,
        country=country,
        precision=Precision.CITY,
        basis="clause",
        latitude=60.0,
        longitude=11.0,
    )


def day(first: str, last: str = "") -> Occurred:
    """A day, or some, that a text states."""
    return Occurred(value=first, first=first, last=last or first, basis="stated")


def claim(name: str, **fields: Any) -> Claim:  # noqa: ANN401 - whatever a claim has
    """A claim of an arrest, but for what is said of it."""
    made: dict[str, Any] = {
        "type": "COERCE",
        "mode": "arrest",
        "quad_class": 4,
        "goldstein": -5.0,
        "actors": (party("police", "NOR", "COP"),),
        "recipients": (party("students", "NOR", "EDU"),),
        "status": Status.OCCURRED,
        "trigger": Span(text="arrested", start=0, end=8),
        "evidence": Span(text=f"Police arrested students, says {name}.", start=0, end=8),
        "rule": "made",
        "confidence": 0.7,
    }
    return Claim(**{"id": name, "event": name, **made, **fields})


def tie(subject: str, object_: str, **fields: Any) -> Tie:  # noqa: ANN401 - whatever a tie has
    """That somebody is a member of something, but for what is said of it."""
    ends = {
        side: TieEnd(text=name, start=0, end=1, name=name, entity=f"group:{name.casefold()}")
        for side, name in (("subject", subject), ("object", object_))
    }
    evidence = Span(text=f"{subject} is in {object_}.", start=0, end=1)
    return Tie(
        **{"predicate": "member_of", "evidence": evidence, "rule": "made", **ends, **fields}
    )


def raw(name: str, published: str | None, text: str = "") -> Raw:
    """A report whose text is its own unless one is given."""
    chance = Random(name)
    words = " ".join("".join(chance.choices(ascii_lowercase, k=6)) for _ in range(60))
    return Raw(id=name, text=text or words, published=published, publisher=name)


def made_store(folder: Path, given: Iterable[Raw], coded: dict[str, Record]) -> Added:
    """Add reports; those that are named have what is said of them in their records."""
    *_, added = add(folder, given, adding(coded))
    return added


def adding(coded: dict[str, Record]) -> Adding:
    """How reports are added whose records are made."""
    return Adding(clean=_clean, code=lambda reports: _code(reports, coded), version="made")


def _clean(given: Raw) -> Report:
    opening = Opening(published=given.published, publisher=given.publisher, title=given.title)
    return Report(id=given.id, text=given.text or "", opening=opening)


def _code(reports: Iterable[Report], coded: dict[str, Record]) -> Iterator[Record]:
    for report in reports:
        said = coded.get(report.id)
        yield Record(
            id=report.id,
            version="made",
            text=report.text,
            report=report.opening,
            claims=said.claims if said else (),
            ties=said.ties if said else (),
            quotes=said.quotes if said else (),
        )

"""Tellings that are made, not coded, and what is gathered of them."""

from collections.abc import Iterable
from typing import Any

from dateline.link.bundles import Bundle, bundles
from dateline.link.decisions import Decisions
from dateline.link.gather import gather
from dateline.link.told import Source, Told
from dateline.records.claim import Claim, EventPlace, Occurred, Status
from dateline.records.entity import Party
from dateline.records.event import Decision, Event
from dateline.records.place import Precision
from dateline.records.span import Span


def party(text: str, country: str | None = None, *sector: str, name: str = "") -> Party:
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


def day(first: str, last: str = "") -> Occurred:
    return Occurred(value=first, first=first, last=last or first, basis="stated")


def news(published: str) -> Occurred:
    """The day of a report that gives none to its news."""
    return Occurred(value=published, first=published, last=published, basis="published")


def city(name: str, country: str) -> EventPlace:
    return EventPlace(name=name, country=country, precision=Precision.CITY, basis="clause")


POLICE = party("police", "NOR", "COP")
CROWD = party("students", "NOR", "EDU")
HALDEN = city("Halden", "NOR")
MONDAY, TUESDAY, WEDNESDAY = "2024-03-04", "2024-03-05", "2024-03-06"


def claim(name: str, **fields: Any) -> Claim:  # noqa: ANN401 - whatever a claim has
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


def telling(
    name: str,
    published: str | None = TUESDAY,
    text: str = "",
    voice: str = "",
    **fields: Any,  # noqa: ANN401 - whatever a claim has
) -> Told:
    source = Source(report=name, published=published, text=text or name, voice=voice or name)
    if published:
        fields.setdefault("occurred", news(published))
    return Told(source=source, claims=(claim(name, **fields),))


def bundled(tellings: Iterable[Told], *decisions: Decision) -> list[Bundle]:
    return bundles(tellings, Decisions(decisions))


def events(tellings: Iterable[Told], *decisions: Decision) -> list[Event]:
    made = bundled(tellings, *decisions)
    return [dated.event for dated in gather(made, Decisions(decisions))]


def gathered(tellings: Iterable[Told], *decisions: Decision) -> list[list[str]]:
    """The ids of the claims of each event."""
    found = events(tellings, *decisions)
    return sorted([merge.claim for merge in event.merges] for event in found)

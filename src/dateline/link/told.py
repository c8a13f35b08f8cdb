"""What a report tells of one happening, with what is needed to count whose word it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.records.claim import Claim, Tie  # noqa: TC001 - msgspec reads annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records.record import Record


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A report, as one that vouches for what it tells.

    Attributes:
        report: its id.
        published: the ISO day on which its text was first published.
        text: the id of the original of its text; copies have one `text`.
        voice: the independent origin: the agency that the text is owed to, else the
            publisher, else the original.
    """

    report: str
    published: str | None
    text: str
    voice: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """The claims in which one report tells of one happening: those that share an event."""

    source: Source
    claims: tuple[Claim, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by: the report and the first of its claims by id."""
        return self.source.report, min(claim.id for claim in self.claims)


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A tie that a report tells of."""

    source: Source
    tie: Tie


def source(record: Record, first_published: str | None = None) -> Source:
    """Who vouches for a record.

    Args:
        record: with its lineage, where that is known.
        first_published: the day on which the original of its text was published; None for
            the record's own day.
    """
    lineage, opening = record.lineage, record.report
    text = lineage.text if lineage else record.id
    day = first_published or opening.published
    voice = (lineage.origin if lineage else None) or opening.publisher or text
    return Source(
        report=record.id, published=day[:10] if day else None, text=text, voice=voice.casefold()
    )


def tellings(source: Source, claims: Iterable[Claim]) -> Iterator[Told]:
    """What a report tells, one for each event that its claims were linked to."""
    events: dict[str, list[Claim]] = {}
    for claim in claims:
        events.setdefault(claim.event, []).append(claim)
    for gathered in events.values():
        yield Told(source=source, claims=tuple(sorted(gathered, key=_id)))


def _id(claim: Claim) -> str:
    return claim.id

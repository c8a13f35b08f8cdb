"""What a report tells of one happening, with what is needed to count whose word it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.records.claim import Claim, Tie  # noqa: TC001 - msgspec reads annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records.record import Record
    from dateline.records.report import Opening


class Source(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A report, as one that vouches for what it tells.

    Attributes:
        report: its id.
        published: the ISO day on which its text was first published.
        text: the id of the original of its text; copies have one `text`.
        voice: the independent origin: the agency that the text is owed to, else the
            publisher of the original, else the original.
        copies: ids of reports that carry the text and were not coded themselves.
    """

    report: str
    published: str | None
    text: str
    voice: str
    copies: tuple[str, ...] = ()


class Told(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The claims in which one report tells of one happening: those that share an event."""

    source: Source
    claims: tuple[Claim, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by: the report and the first of its claims by id."""
        return self.source.report, min(claim.id for claim in self.claims)


class Held(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A tie that a report tells of."""

    source: Source
    tie: Tie


def source(record: Record, original: Opening | None = None) -> Source:
    """Who vouches for a record.

    Args:
        record: with its lineage, where that is known.
        original: what the original of its text says of itself; None if that is the record.
    """
    lineage, opening = record.lineage, original or record.report
    text = lineage.text if lineage else record.id
    return Source(
        report=record.id,
        published=opening.published[:10] if opening.published else None,
        text=text,
        voice=voice(lineage.origin if lineage else None, opening.publisher, text),
    )


def voice(origin: str | None, publisher: str | None, text: str) -> str:
    """The independent origin of a text: its agency, else its first publisher, else itself."""
    return (origin or publisher or text).casefold()


def tellings(source: Source, claims: Iterable[Claim]) -> Iterator[Told]:
    """What a report tells, one for each event that its claims were linked to."""
    events: dict[str, list[Claim]] = {}
    for claim in claims:
        events.setdefault(claim.event, []).append(claim)
    for gathered in events.values():
        yield Told(source=source, claims=tuple(sorted(gathered, key=_id)))


def _id(claim: Claim) -> str:
    return claim.id

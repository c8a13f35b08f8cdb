"""Draft: a claim in the making, as the sentence of its act tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.coding.act import Act
    from dateline.coding.settle import Told
    from dateline.records.claim import EventPlace, Occurred
    from dateline.records.entity import Party
    from dateline.records.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before the rest of the report has its say.

    Attributes:
        how: how time, place and whatever else comes from elsewhere were found.
        again: other acts of its sentence that tell the same.
    """

    told: Told
    trigger: Span
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    occurred: Occurred | None = None
    place: EventPlace | None = None
    how: dict[str, str] = field(default_factory=dict)
    again: tuple[Act, ...] = ()

    @property
    def is_claim(self) -> bool:
        """Whether anybody takes part; else it only says when, where and how."""
        return self.told.act.parties

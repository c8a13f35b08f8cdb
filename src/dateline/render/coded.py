"""A record that shows itself: on a prompt, in a notebook, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from dateline.records.record import Record
from dateline.render import wording
from dateline.render.frame import claim_rows
from dateline.render.page import fragment
from dateline.render.sayings import sayings

if TYPE_CHECKING:
    from dateline.records.claim import Claim
    from dateline.render.cells import Row
    from dateline.render.sayings import Saying


class CodedRecord(Record, frozen=True, kw_only=True):
    """A `Record` as the library returns it; the same fields, the same JSON."""

    @classmethod
    def of(cls, record: Record) -> Self:
        """The same record, able to show itself."""
        return cls(**{name: getattr(record, name) for name in record.__struct_fields__})

    def rows(self) -> list[Row]:
        """A flat row for each claim, as data frames take them."""
        return list(claim_rows([self]))

    def sayings(self) -> list[Saying]:
        """Who says what: a row for each quote, with speaker, words, context and offsets."""
        return list(sayings([self]))

    def __repr__(self) -> str:
        day = f" of {self.report.published}" if self.report.published else ""
        counts = (
            f"{len(self.claims)} claims, {len(self.ties)} ties, {len(self.quotes)} quotes, "
            f"{len(self.problems)} problems"
        )
        lines = (f"<record {self.id!r}{day}: {counts}>", *map(_line, self.claims))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return fragment(self)


def _line(claim: Claim) -> str:
    parts = (
        wording.when(claim.occurred),
        wording.parties(claim.actors),
        wording.act(claim),
        wording.parties(claim.recipients),
    )
    voice = f", according to {wording.according_to(claim.attribution)}"
    return (
        f"  {' | '.join(parts)} ({wording.status(claim)}{voice if claim.attribution else ''})"
    )

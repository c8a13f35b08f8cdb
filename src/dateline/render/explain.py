"""Why a record says what it says: the reasons of each claim, and of each silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records.report import READ_ROLES
from dateline.render import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.coding.claims import Dropped
    from dateline.coding.stage import Coded
    from dateline.records.record import Record
    from dateline.records.span import Span


def explain(record: Record, coded: Coded) -> str:
    """The reasons as text. `record` must have been coded with its predicates."""
    return "\n".join((*_claims(record, coded), *_silent(record, coded.dropped), ""))


def _claims(record: Record, coded: Coded) -> Iterator[str]:
    lines = {reason.claim: reason.lines for reason in coded.explanations}
    for claim in record.claims:
        yield f"{wording.act(claim)}: {wording.flat(claim.evidence.text)}"
        yield from (f"    {line}" for line in lines.get(claim.id, ()))


def _silent(record: Record, dropped: Sequence[Dropped]) -> Iterator[str]:
    """The acts that are no claims, and stretches of text where no rule matched."""
    for act in dropped:
        yield f"no claim: {act.type} by {act.rule} at `{wording.flat(act.trigger.text)}`"
        yield f"    {act.reason}"
    predicates = [
        predicate.trigger
        for predicate in record.predicates or ()
        if not any(predicate.trigger.overlaps(act.trigger) for act in dropped)
    ]
    for start, end in _gaps(record):
        seen = [p for p in predicates if start <= p.start and p.end <= end]
        if seen:
            yield f"no claim: {wording.flat(record.text[start:end])}"
            yield f"    no rule matched {', '.join(_names(seen))}"


def _gaps(record: Record) -> Iterator[tuple[int, int]]:
    """What is left of the blocks that are read when the sentences with claims are cut out."""
    coded = sorted((claim.evidence.start, claim.evidence.end) for claim in record.claims)
    for block in record.blocks:
        if block.role not in READ_ROLES:
            continue
        position = block.start
        for start, end in coded:
            if position <= start and end <= block.end:
                yield position, start
                position = end
        yield position, block.end


def _names(predicates: Sequence[Span]) -> list[str]:
    return list(dict.fromkeys(f"`{predicate.text}`" for predicate in predicates))

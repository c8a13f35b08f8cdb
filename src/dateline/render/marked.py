"""A report's text as HTML: every span that a claim rests on is coloured and says its claim."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.records.report import Block, Role
from dateline.render import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.records.claim import Claim
    from dateline.records.record import Record

_ELEMENTS = {Role.HEADLINE: "h2", Role.SUBHEAD: "h3"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text, what it is, and the claim that it belongs to.

    `kind` is `act`, `actor`, `recipient`, `time`, `place` or `quote`.
    """

    start: int
    end: int
    kind: str
    claim: Claim | None = None


def marked_text(record: Record) -> str:
    """The blocks of the report in order, as HTML elements."""
    blocks = record.blocks or (Block(role=Role.BODY, start=0, end=len(record.text)),)
    marks = sorted(_marks(record), key=lambda mark: mark.start)
    starts = [mark.start for mark in marks]
    parts = []
    for block in blocks:
        near = [m for m in marks[: bisect_left(starts, block.end)] if m.end > block.start]
        element = _ELEMENTS.get(block.role, "p")
        inner = "".join(_pieces(record.text, block, near))
        parts.append(f'<{element} class="{block.role}">{inner}</{element}>')
    return "\n".join(parts)


def _marks(record: Record) -> Iterator[Mark]:
    for quote in record.quotes:
        yield Mark(quote.content.start, quote.content.end, "quote")
    for time in record.times:
        yield Mark(time.start, time.end, "time")
    for place in record.places:
        yield Mark(place.start, place.end, "place")
    for claim in record.claims:
        yield Mark(claim.trigger.start, claim.trigger.end, "act", claim)
        for kind, mentions in (("actor", claim.actors), ("recipient", claim.recipients)):
            for mention in mentions:
                yield Mark(mention.start, mention.end, kind, claim)
        for slot in (claim.occurred, claim.place):
            if slot is not None and slot.start is not None and slot.end is not None:
                kind = "time" if slot is claim.occurred else "place"
                yield Mark(slot.start, slot.end, kind, claim)


def _pieces(text: str, block: Block, marks: Sequence[Mark]) -> Iterator[str]:
    """The block cut wherever a mark begins or ends."""
    bounds = {block.start, block.end}
    for mark in marks:
        bounds |= {max(mark.start, block.start), min(mark.end, block.end)}
    for start, end in pairwise(sorted(bounds)):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        yield _piece(text[start:end], over)


def _piece(words: str, marks: Sequence[Mark]) -> str:
    shown = escape(words)
    if not marks:
        return shown
    kinds = dict.fromkeys(mark.kind for mark in marks)
    claims = {mark.claim.id: mark.claim for mark in marks if mark.claim}
    acts = {m.claim.id: m.claim for m in marks if m.claim and m.kind == "act"}
    quads = dict.fromkeys(f"q{claim.quad_class}" for claim in acts.values())
    linked = f' data-claims="{" ".join(claims)}"' if claims else ""
    names = " ".join((*kinds, *quads))
    if not acts:
        return f'<span class="{names}"{linked}>{shown}</span>'
    tips = "".join(f'<span class="tip" role="note">{_tip(c)}</span>' for c in acts.values())
    return f'<mark class="{names}" tabindex="0"{linked}>{shown}{tips}</mark>'


def _tip(claim: Claim) -> str:
    said = (
        ("", wording.act(claim)),
        ("who", wording.parties(claim.actors)),
        ("to whom", wording.parties(claim.recipients)),
        ("when", wording.when(claim.occurred)),
        ("where", wording.where(claim.place)),
        ("status", wording.status(claim)),
        ("according to", wording.according_to(claim.attribution)),
        ("entry", claim.rule),
    )
    return "".join(
        f"<span><i>{name}</i> {escape(value)}</span>" if name else f"<b>{escape(value)}</b>"
        for name, value in said
        if value != wording.NOT_SAID
    )

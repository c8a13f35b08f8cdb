"""Ends: those whom a tie ties, and the sentence that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records.claim import TieEnd
from dateline.records.span import Span, cut

if TYPE_CHECKING:
    from dateline.records.entity import Entity, Party
    from dateline.records.parse import Parse


def end_of_entity(entity: Entity) -> TieEnd:
    """An end at the first mention of an entity."""
    named = entity.mentions[0]
    return TieEnd(
        text=named.text,
        start=named.start,
        end=named.end,
        name=entity.name,
        country=entity.country,
        sector=entity.sector,
        entity=entity.id,
    )


def end_of_party(party: Party) -> TieEnd:
    """An end where a party stands."""
    return TieEnd(
        text=party.text,
        start=party.start,
        end=party.end,
        name=party.name,
        country=party.country,
        sector=party.sector,
        entity=party.entity,
    )


def evidence(parse: Parse, index: int) -> Span:
    """The sentence of a token."""
    sentence = parse.tokens_of(parse.sentence_of(index))
    return cut(parse.text, sentence[0].start, sentence[-1].end)

"""Speakers: whom the words that name a speaker refer to.

A speaker without a name (`officials`, `a source close to the talks`) stays the bare words;
nobody is guessed from what is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from msgspec.structs import replace

from dateline.annotate.cues import CueKind
from dateline.records.attribution import Quote
from dateline.records.entity import Party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.annotate.quotes import RawQuote


class Known(Protocol):
    """What is known of the parties of a report."""

    def party(self, head: int) -> Party | None:
        """The party that a token names, None where it names none."""
        ...


class Spoken(NamedTuple):
    """A quote as it is written out, beside what it was made from."""

    raw: RawQuote
    quote: Quote


def resolve_speakers(quotes: Iterable[RawQuote], known: Known) -> tuple[Spoken, ...]:
    """The quotes with their speakers resolved, in the order given.

    A colon or dash makes no speech where what stands beside it names nobody that can
    speak (`Breaking news: ...`).
    """
    return tuple(
        Spoken(raw, Quote(kind=raw.kind, content=raw.content, cue=raw.cue, speaker=speaker))
        for raw in quotes
        if (speaker := _speaker(raw, known)) is not None or not _by_mark(raw)
    )


def _by_mark(raw: RawQuote) -> bool:
    return raw.word is not None and raw.word.kind is CueKind.MARK


def _speaker(raw: RawQuote, known: Known) -> Party | None:
    """The party that speaks; several together are one bare party."""
    if raw.speaker is None:
        return None
    party = known.party(raw.heads[0]) if len(raw.heads) == 1 else None
    words = raw.speaker
    if party is not None and party.name is None and party.text == words.text[: len(party.text)]:
        return replace(party, text=words.text, start=words.start, end=words.end)
    if party is not None or (_by_mark(raw) and not raw.voice):
        return party
    return Party(text=raw.speaker.text, start=raw.speaker.start, end=raw.speaker.end)

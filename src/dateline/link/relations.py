"""Ties of many reports gathered into relations, with the days for which they are attested."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from dateline.records.claim import HAPPENED
from dateline.records.relation import Attested, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.link.told import Held
    from dateline.records.claim import Tie, TieEnd

#: The predicate of an office that is over, and of one that is held.
_PAST, _PRESENT = "held_office", "holds_office"
_ID_BYTES = 8


class Key(NamedTuple):
    """What a relation is of: who, to what, and as what."""

    subject: str
    predicate: str
    object: str
    office: str


def relations(held: Iterable[Held]) -> Iterator[Relation]:
    """The relations that ties attest, by subject; the order of the ties makes no difference.

    A tie whose subject has no name, or whose object is known by nothing, is left out: two
    of them cannot be known to be one.
    """
    gathered: dict[Key, list[Held]] = {}
    for one in held:
        key = _key(one.tie)
        if key is not None:
            gathered.setdefault(key, []).append(one)
    for key in sorted(gathered):
        yield _relation(key, sorted(gathered[key], key=_earliest_first))


def _key(tie: Tie) -> Key | None:
    subject, object_ = tie.subject.entity, _object(tie)
    if not subject or not object_:
        return None
    predicate = _PRESENT if tie.predicate == _PAST else tie.predicate
    return Key(subject, predicate, object_, (tie.office or "").casefold())


def _object(tie: Tie) -> str | None:
    """What the object is known by: of an office its country."""
    if tie.office:
        return tie.object.country or tie.object.entity
    return tie.object.entity or tie.object.country


def _earliest_first(held: Held) -> tuple[str, str, int, str]:
    evidence = held.tie.evidence
    return held.source.published or "", held.source.report, evidence.start, held.tie.rule


def _relation(key: Key, held: Sequence[Held]) -> Relation:
    attested = tuple(_attested(one) for one in held)
    holding = [a.published for a in attested if a.published and not a.past and _holds(a)]
    last = max(holding, default=None)
    sources = [one.source for one in held]
    return Relation(
        id=blake2b("\n".join(key).encode(), digest_size=_ID_BYTES).hexdigest(),
        subject=_best_named([one.tie.subject for one in held]),
        predicate=key.predicate,
        object=_best_named([one.tie.object for one in held]),
        office=key.office or None,
        since=_most_stated((a.voice, a.since) for a in attested if _holds(a)),
        until=_most_stated((a.voice, a.until) for a in attested if _ends(a, last)),
        holds_from=min(holding, default=None),
        holds_to=last,
        past_from=_past_from(attested, last or ""),
        reports=len({source.report for source in sources}),
        texts=len({source.text for source in sources}),
        voices=len({source.voice for source in sources}),
        attested=attested,
    )


def _attested(held: Held) -> Attested:
    tie = held.tie
    return Attested(
        report=held.source.report,
        published=held.source.published,
        voice=held.source.voice,
        past=tie.predicate == _PAST,
        since=tie.since,
        until=tie.until,
        status=tie.status,
        evidence=tie.evidence.text,
    )


def _holds(attested: Attested) -> bool:
    return attested.status in HAPPENED


def _past_from(attested: Iterable[Attested], last: str) -> str | None:
    """The first day after the last holding one on which reports tell of it as past."""
    past = (a.published for a in attested if a.past and _holds(a) and a.published)
    return min((day for day in past if day > last), default=None)


def _best_named(ends: Sequence[TieEnd]) -> TieEnd:
    """The end of which most is known, the earliest of these."""
    return max(ends, key=lambda end: (end.name is not None, end.country is not None))


def _ends(attested: Attested, last: str | None) -> bool:
    """Whether a report says when it ended, and none tells of it as holding after that."""
    until = attested.until
    return _holds(attested) and until is not None and (last is None or until >= last)


def _most_stated(stated: Iterable[tuple[str, str | None]]) -> str | None:
    """The day that most voices state; of these the earliest."""
    voices: dict[str, set[str]] = {}
    for voice, day in stated:
        if day is not None:
            voices.setdefault(day, set()).add(voice)
    return min(voices, key=lambda day: (-len(voices[day]), day), default=None)

"""Claims and ties in a few words: what the table, the page and the notebook say alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records.claim import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.records.attribution import Attribution
    from dateline.records.claim import Claim, EventPlace, Occurred, Tie, TieEnd
    from dateline.records.entity import Party

#: What stands where the text does not say.
NOT_SAID = "–"


def party(mention: Party | TieEnd) -> str:
    """The name, or the words where there is none, with country and sectors."""
    codes = " ".join(filter(None, (mention.country, *mention.sector)))
    name = mention.name or flat(mention.text)
    return f"{name} [{codes}]" if codes else name


def parties(mentions: Iterable[Party]) -> str:
    """All parties of a side."""
    return "; ".join(map(party, mentions)) or NOT_SAID


def act(claim: Claim) -> str:
    """The type, with the mode where there is one."""
    return f"{claim.type} ({claim.mode})" if claim.mode else claim.type


def when(occurred: Occurred | None) -> str:
    """The day or days; a star after them where only the day of publication is known."""
    if occurred is None or not (occurred.first or occurred.value):
        return NOT_SAID
    if not occurred.first:
        return occurred.value or NOT_SAID
    days = occurred.first
    if occurred.last != occurred.first:
        days = f"{occurred.first} to {occurred.last or '…'}"
    return f"{days}*" if occurred.basis == "published" else days


def where(place: EventPlace | None) -> str:
    """The place with its country."""
    if place is None:
        return NOT_SAID
    name = place.name or place.text
    return ", ".join(
        filter(None, (name, place.country if place.country != name else None))
    ) or (NOT_SAID)


def status(claim: Claim) -> str:
    """The status; negation is said before it."""
    return f"not {claim.status}" if claim.polarity is Polarity.NEGATIVE else str(claim.status)


def according_to(attribution: Sequence[Attribution]) -> str:
    """The speakers, innermost first; a dash where the report speaks in its own voice."""
    names = (
        (layer.speaker.name or flat(layer.speaker.text)) if layer.speaker else "unnamed"
        for layer in reversed(attribution)
    )
    return ", via ".join(names) or NOT_SAID


def tie(held: Tie) -> str:
    """A tie as a phrase of three parts."""
    predicate = held.predicate.replace("_", " ")
    if held.office:
        predicate = f"{predicate} ({held.office})"
    return f"{party(held.subject)} {predicate} {party(held.object)}"


def flat(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())

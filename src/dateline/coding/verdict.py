"""Verdict: the status of one word, and what a word above makes of it."""

from __future__ import annotations

from typing import NamedTuple

from dateline.coding.status_cues import Effect
from dateline.records.claim import HAPPENED, Polarity, Status

#: Statuses of what is not so, each more real than those after it: `may decide to leave` is
#: hypothetical.
_UNREAL = (
    Status.PLANNED,
    Status.DEMANDED,
    Status.HYPOTHETICAL,
    Status.UNKNOWN,
    Status.DENIED,
)


class Verdict(NamedTuple):
    """The status of one token, with the reason in plain words."""

    status: Status
    polarity: Polarity
    reason: str

    @property
    def real(self) -> bool:
        """Whether it is told as happened or going on."""
        return self.status in HAPPENED

    @property
    def negative(self) -> bool:
        """Whether it is told not to be so."""
        return self.polarity is Polarity.NEGATIVE


def polarity_of(*, negative: bool) -> Polarity:
    """The polarity of what is negated or not."""
    return Polarity.NEGATIVE if negative else Polarity.POSITIVE


def govern(effect: Effect, above: Verdict, own: Verdict, *, told_as_past: bool) -> Verdict:
    """The verdict of an act under a word that says more of it.

    Args:
        effect: what that word does to the act.
        above: the verdict of that word itself.
        own: the verdict of the act by its own words.
        told_as_past: whether the word above is told in the past.
    """
    if effect in {Effect.NEGATIVE, Effect.REFUSED}:
        return _negated(effect, above)
    if effect is Effect.CLAIM:
        denied = above.negative or above.status is Status.DENIED
        return own._replace(status=Status.DENIED) if denied else own
    if effect is Effect.OCCURRED:
        return own if not own.real else own._replace(status=Status.OCCURRED)
    if effect is Effect.DENIED and above.negative:
        return own._replace(status=Status.UNKNOWN)
    if effect is Effect.UNKNOWN:
        return own._replace(status=Status.UNKNOWN)
    negative = polarity_of(negative=above.negative or own.negative)
    if effect is Effect.ABILITY:
        effect = Effect.OCCURRED if told_as_past else Effect.HYPOTHETICAL
        status = Status(effect) if above.real else above.status
    elif effect in {Effect.SAME, Effect.ONGOING}:
        lasting = above.real and effect is Effect.ONGOING
        status = Status.ONGOING if lasting else above.status
    else:
        status = _less_real(Status(effect), above.status)
    return Verdict(status, negative, own.reason)


def _negated(effect: Effect, above: Verdict) -> Verdict:
    """An act that is kept from happening, or is not: `did not fail to`."""
    status = Status.OCCURRED if above.real else above.status
    if above.negative and effect is Effect.REFUSED:
        status = Status.HYPOTHETICAL
    return Verdict(status, polarity_of(negative=not above.negative), above.reason)


def _less_real(first: Status, second: Status) -> Status:
    if second in HAPPENED:
        return first
    return max(first, second, key=_UNREAL.index)

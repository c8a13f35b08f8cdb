"""Losses: what a format could not carry, counted by reason."""

from __future__ import annotations

from collections import Counter


class Losses:
    """Counts while an export runs.

    Attributes:
        left_out: events or pairs of parties that are not in the files, by reason.
        not_carried: what the files leave unsaid of the events in them, by feature.
    """

    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()
        self.not_carried: Counter[str] = Counter()

    def leave_out(self, reason: str) -> None:
        """Count one event or pair that is not written."""
        self.left_out[reason] += 1

    def leave_unsaid(self, feature: str) -> None:
        """Count one event that is written without something known of it."""
        self.not_carried[feature] += 1

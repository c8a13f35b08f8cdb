"""What people decided of claims, kept apart from what the rules find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.records.event import Decision, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.link.same import Account
    from dateline.link.told import Told
    from dateline.records.claim import Claim


class Decisions:
    """Decisions by the claims they name; of two on one pair the later holds."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        last = {frozenset({d.claim, d.other}): d for d in decisions}
        self._apart: dict[str, set[str]] = {}
        self._joined: dict[str, dict[str, Decision]] = {}
        for one in last.values():
            for claim, other in ((one.claim, one.other), (one.other, one.claim)):
                if one.verdict is Verdict.SPLIT:
                    self._apart.setdefault(claim, set()).add(other)
                else:
                    self._joined.setdefault(claim, {})[other] = one

    def joined(self, claim: str) -> dict[str, Decision]:
        """The claims that a person joined with one."""
        return self._joined.get(claim, {})

    def named(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The ids of those claims that a person said to be apart from others."""
        return tuple(sorted(claim.id for claim in claims if claim.id in self._apart))

    def allowed(self, one: Account, other: Account) -> bool:
        """Whether two accounts may be of one happening."""
        return not (one.named and other.named) or all(
            self._apart[claim].isdisjoint(other.named) for claim in one.named
        )

    def claims_apart(self, ones: Iterable[str], others: Iterable[str]) -> bool:
        """Whether a person set a claim of the ones apart from one of the others."""
        return not self._apart.keys().isdisjoint(ones) and any(
            not self._apart.get(claim, set()).isdisjoint(others) for claim in ones
        )

    def parted(self, told: Told) -> Iterator[Told]:
        """A telling, or what is left of it where a person split its own claims."""
        parts: list[list[Claim]] = []
        for claim in told.claims:
            apart = self._apart.get(claim.id, set())
            fits = (part for part in parts if apart.isdisjoint(one.id for one in part))
            part = next(fits, None)
            if part is None:
                parts.append([claim])
            else:
                part.append(claim)
        for part in parts:
            yield msgspec.structs.replace(told, claims=tuple(part))

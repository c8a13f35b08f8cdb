"""What is kept of a report to know its text again, and to say whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.link.fingerprints import digest_of, fingerprints, pack, unpack
from dateline.records.report import Role

if TYPE_CHECKING:
    from dateline.link.fingerprints import Fingerprints
    from dateline.records.report import Report

#: The roles whose blocks are the text that is copied, without headline, credits and chrome.
_MAIN_ROLES = frozenset({Role.BODY, Role.SUBHEAD})
#: Reports without a day of publication come after those that have one.
_UNDATED = "9999"


class Carrier(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False):
    """A report, as far as its lineage needs it.

    Attributes:
        packed: the fingerprints of its text, as `pack` keeps them: one object for each report
            that there is, where they are several.
    """

    id: str
    packed: bytes
    published: str | None = None
    publisher: str | None = None
    credits: tuple[str, ...] = ()

    @property
    def prints(self) -> Fingerprints:
        """The fingerprints of its text, unpacked at each call."""
        return unpack(self.packed)

    @property
    def rank(self) -> tuple[str, str, bytes]:
        """The least is the earliest."""
        return (self.published or _UNDATED, self.id, digest_of(self.packed))


def carrier(report: Report) -> Carrier:
    """What is kept of a report."""
    opening = report.opening
    return Carrier(
        id=report.id,
        packed=pack(fingerprints(_main_text(report))),
        published=opening.published,
        publisher=opening.publisher,
        credits=opening.credits,
    )


def _main_text(report: Report) -> str:
    """The text without what belongs to one carrier; all of it where nothing was told apart."""
    main = [block for block in report.blocks if block.role in _MAIN_ROLES]
    return "\n".join(report.text[b.start : b.end] for b in main) if main else report.text

"""The texts of a store: who carries which, known again from what is kept of each report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.link.carrier import Carrier
from dateline.link.copies import Links
from dateline.link.fingerprints import unpack
from dateline.link.lineage import Lineages
from dateline.link.told import Source, voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.link.lineage import Text
    from dateline.store.reader import Reader
    from dateline.store.rows import Row

_KEPT = """
    SELECT id, published, publisher, credits, prints, copies, rewrites
    FROM reports ORDER BY number
"""


class Texts:
    """The texts of all reports of a store, and of those that are yet to be written.

    Args:
        store: read at once.
        linked: of how many of its reports the events are found.

    Attributes:
        lineages: take in reports as they come.
    """

    def __init__(self, store: Reader, linked: int) -> None:
        self.lineages = Lineages()
        self._copies: set[int] = set()
        for id_, published, publisher, credits_, prints, copies, rewrites in store.rows(_KEPT):
            carrier = Carrier(
                id=id_,
                prints=unpack(prints),
                published=published,
                publisher=publisher,
                credits=tuple(credits_),
            )
            self.add(carrier, Links(tuple(copies), tuple(rewrites)))
            if len(self.lineages) == linked:
                self.changed()

    def add(self, carrier: Carrier, links: Links | None = None) -> Links:
        """Take in one more report, and say which earlier ones it belongs with."""
        number = len(self.lineages)
        found = self.lineages.add(carrier, links)
        if found.copies:
            self._copies.add(number)
        return found

    def changed(self) -> set[int]:
        """The reports whose text may be another since this was last asked."""
        return {number for number, _ in self.lineages.changes()}

    def source(self, number: int) -> Source:
        """Who vouches for what a report tells."""
        text = self.lineages.text(number)
        original = self.lineages.carrier(text.original)
        copies = self._copies.intersection(text.reports)
        return Source(
            report=self.lineages.carrier(number).id,
            published=original.published[:10] if original.published else None,
            text=original.id,
            voice=voice(text.origin, original.publisher, original.id),
            copies=tuple(self.lineages.carrier(n).id for n in sorted(copies)),
        )

    def rows(self) -> Iterator[Row]:
        """The table of texts."""
        for text in self.lineages.texts():
            yield self._row(text)

    def _row(self, text: Text) -> Row:
        source = self.source(text.original)
        rewrites = text.rewrites
        return {
            "id": source.text,
            "rewrites": None if rewrites is None else self.lineages.carrier(rewrites).id,
            "origin": text.origin,
            "published": source.published,
            "voice": source.voice,
            "reports": list(text.reports),
        }

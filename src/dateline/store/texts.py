"""The texts of a store: who carries which, known again from what is kept of each report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.link.carrier import Carrier
from dateline.link.copies import Links
from dateline.link.fingerprints import letters_of
from dateline.link.lineage import Lineages
from dateline.link.told import Source, voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.link.lineage import Text
    from dateline.store.reader import Reader
    from dateline.store.rows import Row

#: A copy that has so many times the letters of what is coded of its text tells more than that.
_FULLER = 1.1
_KEPT = """
    SELECT id, published, publisher, credits, prints, copies, rewrites, coded
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
        for row in store.dicts(_KEPT):
            links = Links(tuple(row.pop("copies")), tuple(row.pop("rewrites")))
            coded = row.pop("coded")
            carrier = Carrier(
                packed=row.pop("prints"), credits=tuple(row.pop("credits")), **row
            )
            self.lineages.add(carrier, links)
            if not coded:
                self._copies.add(len(self.lineages) - 1)
            if len(self.lineages) == linked:
                self.changed()

    def add(self, carrier: Carrier) -> tuple[Links, bool]:
        """Take in one more report.

        Returns:
            The earlier reports that it belongs with, and whether it is to be coded: not if
            it copies a text and adds little to what is coded of it.
        """
        number = len(self.lineages)
        links = self.lineages.add(carrier)
        others = set(self.lineages.text(number).reports) - self._copies - {number}
        letters = max(map(self._letters, others), default=0)
        coded = self._letters(number) > _FULLER * letters
        if not coded:
            self._copies.add(number)
        return links, coded

    def changed(self) -> set[int]:
        """The reports whose text may be another since this was last asked."""
        return set(self.lineages.changed())

    def coded(self, number: int) -> int:
        """The report whose claims one has: itself, or the fullest of its text that is coded."""
        if number not in self._copies:
            return number
        others = set(self.lineages.text(number).reports) - self._copies
        return max(others, key=lambda n: (self._letters(n), -n))

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

    def _letters(self, number: int) -> int:
        return letters_of(self.lineages.carrier(number).packed)

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

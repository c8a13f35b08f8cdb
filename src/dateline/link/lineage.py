"""Whose text a report carries: the original, its copies and its rewrites.

Reports that copy each other, if only by way of others, carry one text. It goes by the
report of the agency that it is owed to, or by the earliest. So what is said of a report does
not depend on the order in which reports came.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dateline.link.carrier import carrier
from dateline.link.copies import FindCopies
from dateline.link.groups import Groups
from dateline.records.lineage import Descent, Lineage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.link.carrier import Carrier
    from dateline.link.copies import Links
    from dateline.records.report import Report


class Text(NamedTuple):
    """A text and who carries it, by the numbers of reports.

    Attributes:
        original: the report that it goes by.
        rewrites: the original of the text that it was made out of.
        origin: the agency that it is owed to.
        reports: all that carry it, in their order of coming.
    """

    original: int
    rewrites: int | None
    origin: str | None
    reports: tuple[int, ...]


class Lineages:
    """The lineage of all reports so far; each has a number, in the order of coming."""

    def __init__(self) -> None:
        self._carriers: list[Carrier] = []
        self._groups = Groups()
        self._find = FindCopies(self._groups)
        #: Of the texts that are not of one report alone, as most are.
        self._texts: dict[int, _Text] = {}
        self._changed: set[int] = set()

    def __len__(self) -> int:
        return len(self._carriers)

    def add(self, carrier: Carrier, links: Links | None = None) -> Links:
        """Take in one more report, and say which earlier ones it belongs with.

        Args:
            carrier: what is kept of the report.
            links: what this said of it before. Kept with the carriers, the links make the
                same `Lineages` again without comparing a text.
        """
        number = self._groups.add()
        self._carriers.append(carrier)
        links = self._find(carrier, links)
        for other in links.copies:
            self._join(number, other)
        for other in links.rewrites:
            self._kept(self._groups.of(number)).near.add(other)
            self._kept(self._groups.of(other)).near.add(number)
        self._changed.add(self._groups.of(number))
        return links

    def carrier(self, number: int) -> Carrier:
        """What is kept of a report."""
        return self._carriers[number]

    def lineage(self, number: int) -> Lineage:
        """The lineage of a report, as far as it is known now."""
        text = self.text(number)
        kind, of = Descent.ORIGINAL, None
        if number != text.original:
            kind, of = Descent.COPY, text.original
        elif text.rewrites is not None:
            kind, of = Descent.REWRITE, text.rewrites
        return Lineage(
            text=self._carriers[text.original].id,
            kind=kind,
            of=None if of is None else self._carriers[of].id,
            origin=text.origin,
        )

    def text(self, number: int) -> Text:
        """The text that a report carries, as far as it is known now."""
        text = self._text(number)
        original = self._original(text)
        rewritten = self._rewritten(text, original)
        origin = text.origin
        if origin is None and rewritten is not None:
            origin = self._text(rewritten).origin
        reports = tuple(sorted(self._groups.members(self._groups.of(number))))
        return Text(original, rewritten, origin, reports)

    def texts(self) -> Iterator[Text]:
        """All texts, in the order in which their first reports came."""
        for number in range(len(self)):
            if min(self._groups.members(self._groups.of(number))) == number:
                yield self.text(number)

    def changed(self) -> list[int]:
        """The reports whose lineages may have become others since this was last asked."""
        near = {
            self._groups.of(other)
            for group in self._changed & self._texts.keys()
            for other in self._texts[group].near
        }
        groups, self._changed = self._changed | near, set()
        return sorted(n for group in groups for n in self._groups.members(group))

    def changes(self) -> Iterator[tuple[int, Lineage]]:
        """The same with their lineages, by number."""
        for number in self.changed():
            yield number, self.lineage(number)

    def _text(self, number: int) -> _Text:
        """What the carriers of the text of a report say; not to be changed."""
        group = self._groups.of(number)
        return self._texts.get(group) or _Text(group, self._carriers[group])

    def _kept(self, group: int) -> _Text:
        """The same, to be changed."""
        if group not in self._texts:
            self._texts[group] = _Text(group, self._carriers[group])
        return self._texts[group]

    def _join(self, number: int, other: int) -> None:
        """Make the texts of two reports one."""
        kept, lost = self._groups.join(number, other)
        if kept != lost:
            self._kept(kept).take_in(self._kept(lost), self._carriers)
            del self._texts[lost]
            self._changed.discard(lost)

    def _original(self, text: _Text) -> int:
        """The report by whose id a text goes."""
        own = text.firsts.get((text.origin or "").casefold()) if text.origin else None
        return self._earliest(text.firsts.values()) if own is None else own

    def _rewritten(self, text: _Text, original: int) -> int | None:
        """The earliest of the originals that a text rewrites, None if it is itself that."""
        originals = {self._original(self._text(number)) for number in text.near}
        earliest = self._earliest({original, *originals})
        return None if earliest == original else earliest

    def _earliest(self, numbers: Iterable[int]) -> int:
        return min(numbers, key=lambda number: self._carriers[number].rank)


class _Text:
    """A text: what its carriers say of it.

    Attributes:
        firsts: the earliest report of each publisher, whose name is in small letters.
        credits: how many reports name which agency.
        near: reports that rewrite this text, or that it rewrites.
    """

    def __init__(self, number: int, carrier: Carrier) -> None:
        self.firsts = {(carrier.publisher or "").casefold(): number}
        self.credits = Counter(carrier.credits)
        self.near: set[int] = set()

    @property
    def origin(self) -> str | None:
        """The agency that most of the reports name."""
        return min(self.credits, key=lambda name: (-self.credits[name], name), default=None)

    def take_in(self, other: _Text, carriers: list[Carrier]) -> None:
        """Add what the carriers of another text say of it."""
        self.credits += other.credits
        self.near |= other.near
        for publisher, number in other.firsts.items():
            both = (number, self.firsts.get(publisher, number))
            self.firsts[publisher] = min(both, key=lambda n: carriers[n].rank)


def lineages(reports: Iterable[Report]) -> list[Lineage]:
    """The lineage of each of some reports, in their order."""
    known = Lineages()
    for report in reports:
        known.add(carrier(report))
    return [known.lineage(number) for number in range(len(known))]

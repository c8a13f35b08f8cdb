"""Which earlier reports a report copies or rewrites, found without asking all of them.

An index of fingerprints names the few that may have the same text, and those are compared
by what they share and where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from dateline.link.fingerprints import count_of
from dateline.link.index import Index
from dateline.link.overlap import relation
from dateline.records.lineage import Descent

if TYPE_CHECKING:
    from dateline.link.carrier import Carrier
    from dateline.link.fingerprints import Numbers
    from dateline.link.groups import Groups

#: Of a text of many marks one in so many is posted in the index: fifty for one of 300 words.
_POSTED = 4
#: A text of fewer marks, some eighty words, has all of them posted.
_FEW = 64
#: Two texts with fewer posted marks in common are not compared, nor those that have fewer
#: than this share of what they could have: half of the text, of which noise spoils two thirds.
_LEAST_SHARED = 2
_LEAST_SHARE = 0.15
#: A mark that more different texts have is of a common phrase or of boilerplate: it does not
#: bring texts together, and is posted no more.
_COMMON = 30


class Links(msgspec.Struct, frozen=True, gc=False):
    """Earlier reports that one belongs with, by their numbers: of each text it copies one."""

    copies: tuple[int, ...] = ()
    rewrites: tuple[int, ...] = ()


class FindCopies:
    """Compares each report with the earlier ones that may have its text.

    Args:
        groups: the reports that were found to carry one text, by number.
    """

    def __init__(self, groups: Groups) -> None:
        self._groups = groups
        self._carriers: list[Carrier] = []
        self._twins: dict[bytes, int] = {}
        self._index = Index()

    def __call__(self, carrier: Carrier, links: Links | None = None) -> Links:
        """What the next report belongs with.

        Args:
            carrier: what is kept of the report.
            links: what this said of it before; it is taken as it is.
        """
        number = len(self._carriers)
        self._carriers.append(carrier)
        prints = carrier.prints
        same = prints.digest + (carrier.published or "").encode()
        twin = self._twins.setdefault(same, number)
        if twin != number:
            copied = self._relation(number, twin) is Descent.COPY
            return links or Links((twin,) if copied else ())
        posted = _posted(prints.marks)
        if links is None:
            marks, numbers = self._index.find(posted)
            common = self._common(marks, numbers)
            if len(common):
                numbers = numbers[~np.isin(marks, common)]
                posted = posted[~np.isin(posted, common)]
            links = self._compare(number, numbers)
        self._index.add(posted, number)
        return links

    def _common(self, marks: Numbers, numbers: Numbers) -> Numbers:
        """The marks that many different texts have, of those of postings."""
        if len(marks) <= _COMMON or np.unique(marks, return_counts=True)[1].max() <= _COMMON:
            return np.empty(0, np.uint32)
        pairs = marks.astype(np.uint64) << np.uint64(32) | self._groups.of_all(numbers)
        of_texts, texts = np.unique(np.unique(pairs) >> np.uint64(32), return_counts=True)
        common: Numbers = of_texts[texts > _COMMON].astype(np.uint32)
        return common

    def _compare(self, number: int, numbers: Numbers) -> Links:
        """What a report belongs with, among those whose postings share marks with it."""
        joined: set[int] = set()
        copies: list[int] = []
        rewrites: list[int] = []
        for other in self._candidates(number, numbers):
            group = self._groups.of(other)
            found = None if group in joined else self._relation(number, other)
            if found is Descent.COPY:
                joined.add(group)
                copies.append(other)
            elif found is Descent.REWRITE:
                rewrites.append(other)
        return Links(tuple(copies), tuple(rewrites))

    def _candidates(self, number: int, numbers: Numbers) -> list[int]:
        """The reports that share enough marks with one, those that share most first."""
        others, counts = np.unique(numbers, return_counts=True)
        enough = counts >= _LEAST_SHARED
        shared = sorted(zip((-counts[enough]).tolist(), others[enough].tolist(), strict=True))
        return [
            other
            for less, other in shared
            if -less >= _LEAST_SHARE * self._most_shared(number, other)
        ]

    def _most_shared(self, number: int, other: int) -> int:
        """About how many posted marks two reports have in common if one holds the other."""
        one, two = (count_of(self._carriers[n].packed) for n in (number, other))
        return min(one, two) if max(one, two) < _FEW else min(one, two) // _POSTED

    def _relation(self, number: int, other: int) -> Descent | None:
        one, two = self._carriers[number], self._carriers[other]
        return relation(one.prints, two.prints, (one.published, two.published))


def _posted(marks: Numbers) -> Numbers:
    """The marks of a text that are posted and looked up in the index."""
    return marks if len(marks) < _FEW else marks[np.equal(marks % _POSTED, 0)]

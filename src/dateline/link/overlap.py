"""What two texts have in common, judged by their fingerprints alone.

A copy says what its original says, in the same order, from the opening on, with little
between. It may stop early, have a local lead of its own, or be noisy. Reports that share
their background share what stands further down; those made by one form or with the same
questions say something else between; and a roundup opens with one of its reports at most.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from dateline.link.fingerprints import RUN
from dateline.records.lineage import Descent

if TYPE_CHECKING:
    from dateline.link.fingerprints import Fingerprints, Numbers

#: A text with fewer letters, a sentence or less, is a copy if it is the same on the same day.
SENTENCE_LETTERS = 80
#: A text with fewer letters is no text: `Read more`, `Video`.
LINE_LETTERS = 30
#: A copy shares at least this share of the shorter of the two texts. In development pairs,
#: copies share 0.57 and more, with noise and a local lead, and reports with common background
#: 0.49 and less.
COPY_SHARE = 0.5
#: From the first shared word to the last, a copy shares at least this share of one of the two
#: texts. Two edited copies share 0.77 and more, reports of one form 0.6 and less.
COPY_DENSITY = 0.7
#: A rewrite shares at least this share, and the opening. With less, reports on one event by
#: one desk are seldom made of each other.
REWRITE_SHARE = 0.4
#: And appears this many days from its original at most: news is rewritten while it is new.
REWRITE_DAYS = 2
#: What opens a text is within this share of it; a local lead is shorter.
OPENING = 1 / 3
#: Between two shared runs so close, in letters, the rest is taken for shared as well: edits
#: and noise.
_GAP = 100
#: Unless one text has more letters there than the other, by more than a few words.
_SLACK = 24
#: So many days apart, a text whose figures differ is a form filled in anew, as bulletins are,
#: and no copy with a mistake mended.
_FORM_DAYS = 3
#: A text reprinted has at least this share of the figures of its original.
_FIGURES_SHARE = 0.5


class Overlap(msgspec.Struct, frozen=True):
    """How far two texts say the same.

    Attributes:
        shares: which share of the first and of the second is in the other as well.
        starts: how far into the first and the second the first shared stretch begins, as a
            share of the text; 1 if there is none.
        density: which share is in the other from the first shared stretch to the last, in
            the text where it is more.
    """

    shares: tuple[float, float]
    starts: tuple[float, float]
    density: float


_NONE = Overlap((0.0, 0.0), (1.0, 1.0), 0.0)


def relation(
    one: Fingerprints, other: Fingerprints, days: tuple[str | None, str | None]
) -> Descent | None:
    """Whether one of two texts is a copy or a rewrite of the other; the same either way round.

    Args:
        one: a text.
        other: another.
        days: the days on which the two were published, ISO dates, if known.
    """
    apart = _days_apart(days)
    same = one.digest == other.digest
    if min(one.letters, other.letters) < SENTENCE_LETTERS:
        is_alert = same and apart == 0 and one.letters >= LINE_LETTERS
        return Descent.COPY if is_alert else None
    if same:
        return Descent.COPY
    in_order = (one.letters, one.digest) <= (other.letters, other.digest)
    found = overlap(one, other) if in_order else overlap(other, one)
    if _is_copy(found) and not (
        apart is not None and apart > _FORM_DAYS and _other_figures(one, other)
    ):
        return Descent.COPY
    together = apart is not None and apart <= REWRITE_DAYS
    return Descent.REWRITE if together and _is_rewrite(found) else None


def overlap(one: Fingerprints, other: Fingerprints) -> Overlap:
    """How far two texts say the same, by the runs of letters that stand alike in both."""
    here, there = _shared(one, other)
    if len(here) < 2:
        return _NONE
    ahead, beyond = here[1:] - here[:-1], there[1:] - there[:-1]
    linked = (
        (beyond > 0) & (np.maximum(ahead, beyond) <= _GAP) & (np.abs(ahead - beyond) <= _SLACK)
    )
    if not linked.any():
        return _NONE
    covered = float(np.where(linked, ahead, np.minimum(ahead, RUN)).sum() + RUN)
    met = float(np.where(linked, beyond, RUN).sum() + RUN)
    stretch = np.zeros(len(here), np.bool_)
    stretch[:-1] |= linked
    stretch[1:] |= linked
    at = np.flatnonzero(stretch)
    first, last = here[at[0]], here[at[-1]] + RUN
    low, high = there[at].min(), there[at].max() + RUN
    return Overlap(
        (min(1.0, covered / one.letters), min(1.0, met / other.letters)),
        (first / one.letters, low / other.letters),
        max(covered / (last - first), met / (high - low)),
    )


def _shared(one: Fingerprints, other: Fingerprints) -> tuple[Numbers, Numbers]:
    """Where the marks stand that both have, in the order of the first text."""
    at = np.searchsorted(other.marks, one.marks)
    at[at == len(other.marks)] = 0
    same = other.marks[at] == one.marks
    here = one.places[same].astype(np.int64)
    order = np.argsort(here)
    return here[order], other.places[at[same]].astype(np.int64)[order]


def _is_copy(found: Overlap) -> bool:
    """Whether the shorter, which comes first, is in the longer, and from its opening on.

    Where the longer has a long lead of its own, most of it must be the other's.
    """
    share, of_longer = found.shares
    start, in_longer = found.starts
    if share < COPY_SHARE or found.density < COPY_DENSITY:
        return False
    return in_longer <= OPENING or (of_longer >= COPY_SHARE and start <= OPENING)


def _is_rewrite(found: Overlap) -> bool:
    return max(found.shares) >= REWRITE_SHARE and max(found.starts) <= OPENING


def _other_figures(one: Fingerprints, other: Fingerprints) -> bool:
    """Whether most of the figures of the one are not in the other."""
    fewer = min(len(one.figures), len(other.figures))
    shared = len(np.intersect1d(one.figures, other.figures, assume_unique=True))
    return shared < _FIGURES_SHARE * fewer


def _days_apart(days: tuple[str | None, str | None]) -> int | None:
    one, other = days
    if not one or not other:
        return None
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)

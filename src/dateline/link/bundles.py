"""Copies of one text: what they tell with the same words is one telling."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dateline.link.days import period
from dateline.link.told import Told  # noqa: TC001 - msgspec reads annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.link.decisions import Decisions
    from dateline.records.claim import Claim


class Bundle(msgspec.Struct, frozen=True, gc=False):
    """Tellings of one text that have the same words: the first speaks for all of them.

    Attributes:
        tellings: that of the original first, if it is among them.
    """

    tellings: tuple[Told, ...]

    @property
    def lead(self) -> Told:
        """The telling that is compared with those of other texts."""
        return self.tellings[0]

    @property
    def day(self) -> str:
        """The first day of its period, by which bundles are put in order; empty if unknown."""
        return period(self.lead).first


class Words(NamedTuple):
    """The words by which copies of a text tell of an act, however they are set in type.

    Attributes:
        type: of the act.
        sentence: its letters and digits.
        place: how many of them stand before the trigger.
        nth: which claim of these words it is in its report, counted from 0.
    """

    type: str
    sentence: str
    place: int
    nth: int


class _Whole(NamedTuple):
    """Tellings that belong together, and the words by which they do."""

    tellings: list[Told]
    words: set[Words]


def bundles(tellings: Iterable[Told], decisions: Decisions) -> list[Bundle]:
    """Tellings bundled, in order of their day.

    Two tellings of one text are together if a claim of one has the words of a claim of the
    other, but for those that a person set apart. One that comes again takes the place of
    what it was.

    Args:
        tellings: all that copies of a text tell, of as many texts as one likes, in any order.
        decisions: what people said of their claims.
    """
    texts: dict[str, dict[tuple[str, str], Told]] = {}
    for told in tellings:
        for part in decisions.parted(told):
            texts.setdefault(told.source.text, {})[part.key] = part
    made = (bundle for text in texts.values() for bundle in _of_text(text.values(), decisions))
    return sorted(made, key=_by_day)


def _by_day(bundle: Bundle) -> tuple[str, tuple[str, str]]:
    return bundle.day, bundle.lead.key


def _of_text(tellings: Iterable[Told], decisions: Decisions) -> Iterator[Bundle]:
    """The bundles of the tellings of one text."""
    tellings = sorted(tellings, key=_original_first)
    if tellings[0].source.report == tellings[-1].source.report:
        yield from (Bundle((told,)) for told in tellings)
        return
    for together in _together(tellings):
        parts: list[list[Told]] = []
        for told in sorted(together, key=_original_first):
            fits = (part for part in parts if not _apart(told, part, decisions))
            part = next(fits, None)
            if part is None:
                parts.append([told])
            else:
                part.append(told)
        yield from (Bundle(tuple(part)) for part in parts)


def _original_first(told: Told) -> tuple[bool, tuple[str, str]]:
    return told.source.report != told.source.text, told.key


def _apart(told: Told, part: Sequence[Told], decisions: Decisions) -> bool:
    """Whether a person set a telling apart from one of some others."""
    others = [claim.id for one in part for claim in one.claims]
    return decisions.claims_apart([claim.id for claim in told.claims], others)


def _together(tellings: Sequence[Told]) -> list[list[Told]]:
    """Tellings of one text, those together that have words in common, be it through others."""
    words = _words(tellings)
    wholes: dict[Words, _Whole] = {}
    for told in tellings:
        whole = _Whole([told], {words[told.source.report, claim.id] for claim in told.claims})
        met = {id(wholes[one]): wholes[one] for one in whole.words if one in wholes}
        for other in met.values():
            whole.tellings.extend(other.tellings)
            whole.words.update(other.words)
        wholes.update(dict.fromkeys(whole.words, whole))
    return [whole.tellings for whole in {id(one): one for one in wholes.values()}.values()]


def _words(tellings: Iterable[Told]) -> dict[tuple[str, str], Words]:
    """The words of each claim, by its report and id."""
    claims = [(told.source.report, claim) for told in tellings for claim in told.claims]
    seen: Counter[tuple[str, Words]] = Counter()
    words: dict[tuple[str, str], Words] = {}
    for report, claim in sorted(claims, key=_by_place):
        start, sentence = claim.evidence.start, claim.evidence.text
        place = len(_letters(sentence[: max(0, claim.trigger.start - start)]))
        first = Words(claim.type, _letters(sentence), place, 0)
        words[report, claim.id] = first._replace(nth=seen[report, first])
        seen[report, first] += 1
    return words


def _by_place(one: tuple[str, Claim]) -> tuple[str, int, int, str, str]:
    report, claim = one
    return report, claim.evidence.start, claim.trigger.start, claim.rule, claim.id


def _letters(text: str) -> str:
    """A text without what typesetting changes: spaces, marks, accents, capitals, ligatures."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())

"""Attribution: according to whom a word of the text is so, outermost speaker first."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from dateline.annotate.cues import Commits, CueKind
from dateline.coding.act import FIRST_PERSON
from dateline.records.attribution import Attribution, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.annotate.cues import Cue
    from dateline.annotate.quotes import RawQuote
    from dateline.coding.act import Act
    from dateline.records.parse import Parse
    from dateline.records.span import Span
    from dateline.resolve.speakers import Spoken

#: Acts by which somebody wills or fears what is said and does not tell of it: in `urged
#: Kyiv to withdraw` the withdrawal is no one's testimony.
_WILLS = frozenset({"ask", "demand", "fear", "hope", "plan", "refuse", "want"})
#: Acts that tell of the thing that is their object (`announced the arrest of`), while
#: others take for granted that it is so (`criticised the arrest of`).
_TELLING = frozenset({"admit", "claim", "deny", "report", "say", "warn"})
#: Acts by which somebody judges what is known to be so.
_JUDGING = frozenset({"accuse", "stance"})
#: Acts whose infinitive tells of what is so: `claims to hold the town`, `admitted to lying`.
_OWNING = frozenset({"admit", "claim"})
#: Infinitives of what is so: `is believed to be hiding`, `to have fled`.
_SO = ("to be ", "to have ")
#: Determiners of what is known, and words under which it dates or explains what is told.
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_GROUNDS = frozenset(
    {"after", "amid", "because", "before", "despite", "during", "following", "since"}
    | {"aftermath", "result", "wake"}
)


class Given(Enum):
    """How a noun is taken to be known: by its name, or as what dates or explains another."""

    NAMED = "named"
    GROUND = "ground"


class Attributions:
    """The layers of speech over each token of a report.

    Args:
        spoken: the quotes of the report; their numbers are their places.
    """

    def __init__(self, spoken: Sequence[Spoken]) -> None:
        self._spoken = spoken
        self._over: dict[int, list[int]] = {}
        for number, (raw, _) in enumerate(spoken):
            if _testifies(raw) or self._denies_claim(raw):
                for index in range(raw.first, raw.last):
                    self._over.setdefault(index, []).append(number)

    def of(
        self, index: int, *, verbatim: bool = False, given: Given | None = None
    ) -> tuple[Attribution, ...]:
        """The speakers that the text gives the token to; () where the report itself speaks.

        A cue is never inside its own content. With `verbatim` those alone whose own words
        it is: what somebody is called in indirect speech the report calls them. What is
        `given` is nobody's testimony who only judges it or dates what they tell by it.
        """
        numbers = [n for n in self._over.get(index, ()) if self._spoken[n].raw.cue_at != index]
        if given is not None:
            numbers = [n for n in numbers if not self._takes_for_given(n, given)]
        if verbatim:
            numbers = [n for n in numbers if self._is_verbatim(n)]
        numbers.sort(key=self._extent, reverse=True)
        inner = {n for n in numbers[1:] if self._is_first_person(n)}
        return tuple(
            Attribution(speaker=quote.speaker, cue=quote.cue, quote=number)
            for number in numbers
            if number not in inner
            for quote in (self._spoken[number].quote,)
        )

    def _is_first_person(self, number: int) -> bool:
        """Whether a speaker within speech is who speaks: `"I believe that ...," Moss said`."""
        speaker = self._spoken[number].quote.speaker
        return speaker is not None and speaker.text.lower() in FIRST_PERSON

    def _is_verbatim(self, number: int) -> bool:
        return self._spoken[number].raw.kind is QuoteKind.DIRECT

    def _takes_for_given(self, number: int, given: Given) -> bool:
        raw = self._spoken[number].raw
        if raw.word is None or raw.kind is QuoteKind.DIRECT:
            return False
        ground = given is Given.GROUND and raw.word.kind is CueKind.PREPOSITION
        return ground or raw.word.act in _JUDGING

    def content(self, number: int) -> Span:
        """The words of the quote with this number."""
        return self._spoken[number].quote.content

    def _denies_claim(self, denial: RawQuote) -> bool:
        """Whether somebody turns down what others claim: `rejected claims that`."""
        against = denial.word is not None and denial.word.commits is Commits.AGAINST
        return against and any(
            raw.cue_at is not None
            and denial.first <= raw.cue_at < denial.last
            and raw.word is not None
            and raw.word.kind is CueKind.NOUN
            for raw, _ in self._spoken
        )

    def _extent(self, number: int) -> int:
        raw = self._spoken[number].raw
        return raw.last - raw.first


def given(parse: Parse, act: Act) -> Given | None:
    """How a noun of an act is taken to be known, None where it is told.

    `criticised him for ignoring the army's raids`; `after Sunday's riot, according to the
    mayor, nine were held`. Of what somebody is blamed for (`accused him of the raid`)
    nothing is taken to be known.
    """
    noun = parse.tokens[act.head]
    if not act.noun or act.light:
        return None
    if not any(kid.dep == "poss" or kid.lower in _KNOWN for kid in parse.kids(noun.i)):
        return None
    if noun.dep != "pobj":
        return Given.NAMED
    while noun.dep == "pobj":
        before = parse.tokens[noun.head]
        above = parse.tokens[before.head]
        if before.lower in _GROUNDS or (before.lower == "of" and above.lemma in _GROUNDS):
            return Given.GROUND
        noun = above
    return None


def _testifies(raw: RawQuote) -> bool:
    """Whether the speaker tells what the content tells."""
    if raw.word is None or raw.kind is QuoteKind.DIRECT:
        return True
    if raw.topic and raw.word.act not in _TELLING:
        return False
    return raw.word.act not in _WILLS and not _is_intent(raw, raw.word)


def _is_intent(raw: RawQuote, cue: Cue) -> bool:
    """Whether the content is what somebody is to do: `agreed to lift`, `expected to go`."""
    said = raw.content.text.removeprefix("not ")
    if not said.startswith("to ") or said.startswith(_SO):
        return False
    told_of = cue.act == "say" and not raw.heads
    return cue.act not in _OWNING and not told_of

"""What the text comes back to: `the attack` is one that it tells of, on its day.

An act whose own words do not say when or where it was done has the day and the place of the
one that it resumes, if the text gives that one alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.records.claim import HAPPENED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.coding.act import Act
    from dateline.records.claim import Claim, EventPlace, Occurred
    from dateline.records.parse import Parse, Token

    Made = tuple[Act, Claim]

#: Determiners by which a noun may come back to what was told.
_RESUMING = frozenset({"the", "this", "that", "these", "those"})
#: Labels of what may stand beside such a noun: more would tell it from others.
_BARE = frozenset({"det", "compound", "punct"})
#: Letters that two words of one act share at least: `meeting`, `meet`, but `raid`, `rain`.
_SHARED = 4
#: Bases of places that a clause or its paragraph names, and of those that a better one mends.
_NAMED = frozenset({"clause", "sentence", "paragraph"})
_GUESSED = frozenset({"actor", "report"})


class Resumed:
    """Gives the acts of one report the day and place of what they come back to.

    Args:
        once: words for what is done to somebody only once, as `murder`.
    """

    def __init__(self, parse: Parse, once: frozenset[str]) -> None:
        self._parse = parse
        self._once = once

    def __call__(self, made: Sequence[Made]) -> Iterator[tuple[Claim, tuple[str, ...]]]:
        """Each claim, with what was added to it in plain words."""
        for one in made:
            act, claim = one
            lines: list[str] = []
            whole = self._same(one, made) if _is_told(one) else []
            time, place = _time(whole), self._place(act, whole)
            if time and (claim.occurred is None or claim.occurred.text is None):
                claim = replace(claim, occurred=time)
                lines.append(f"time: `{time.text}`, when it was told")
            if place and (claim.place is None or claim.place.basis in _GUESSED):
                claim = replace(claim, place=place)
                lines.append(f"place: `{place.text}`, where it was told")
            yield claim, tuple(lines)

    def _same(self, one: Made, made: Sequence[Made]) -> list[Claim]:
        """The claims of what an act comes back to."""
        others = [
            other
            for other in made
            if other is not one and other[0].type == one[0].type and _is_told(other)
        ]
        victims = self._victims(one)
        if victims:
            return [claim for act, claim in others if self._victims((act, claim)) == victims]
        return self._earlier(one[0], others)

    def _earlier(self, act: Act, others: Sequence[Made]) -> list[Claim]:
        """The claims that an act's nouns may come back to: `stormed the camp. The raid`.

        Those of the sentence before it, whatever their words, else those of its own word;
        one of several is not theirs: `the raids` were not all on the day of the last.
        """
        nouns = [noun for noun in self._nouns(act) if self._resumes(noun)]
        here = self._parse.sentence_of(act.head)
        near, named = [], []
        for other, claim in others if nouns else ():
            there = self._parse.sentence_of(other.head)
            if there.number >= here.number:
                continue
            if there.block == here.block and there.number == here.number - 1:
                near.append(claim)
            same = any(_is_kin(a, b) for a in nouns for b in self._words(other))
            if same and self._is_several(act) == self._is_several(other):
                named.append(claim)
        return near or named

    def _victims(self, one: Made) -> frozenset[str | None]:
        """The one named person to whom something is done that is done only once."""
        act, claim = one
        once = any(word.lemma in self._once for word in self._words(act))
        if not once or len(claim.recipients) != 1:
            return frozenset()
        (party,) = claim.recipients
        tags = {word.tag for word in self._parse.between(party.start, party.end)}
        person = party.name and "NNP" in tags and tags.isdisjoint({"NNS", "NNPS"})
        return frozenset({party.entity}) if person else frozenset()

    def _place(self, act: Act, claims: Sequence[Claim]) -> EventPlace | None:
        """The one place of some claims."""
        places = [c.place for c in claims if c.place and c.place.basis in _NAMED]
        if len({place.name for place in places}) != 1:
            return None
        here = self._parse.sentence_of(act.head)
        there = self._parse.between(places[0].start or 0, places[0].end or 0)
        near = there and self._parse.sentence_of(there[0].i).block == here.block
        return replace(places[0], basis="paragraph" if near else "report")

    def _nouns(self, act: Act) -> list[Token]:
        """The nouns that name an act: its own, or what its verb takes: `the talks`."""
        tokens = self._parse.tokens
        named = (act.head,) if act.noun else sorted(act.taken)
        return [tokens[i] for i in named if tokens[i].tag in {"NN", "NNS"}]

    def _words(self, act: Act) -> list[Token]:
        return [*self._nouns(act), *(self._parse.tokens[i] for i in act.trigger)]

    def _is_several(self, act: Act) -> bool:
        """Whether the words of an act name more than one."""
        return any(noun.tag == "NNS" for noun in self._nouns(act))

    def _resumes(self, noun: Token) -> bool:
        """Whether a noun comes back to something, and nothing tells it from others."""
        kids = tuple(self._parse.kids(noun.i))
        known = any(kid.dep == "det" and kid.lower in _RESUMING for kid in kids)
        return known and all(kid.dep in _BARE for kid in kids)


def _is_told(one: Made) -> bool:
    """Whether a claim is of its act itself, and that is told as done."""
    act, claim = one
    return act.type == claim.type and claim.status in HAPPENED


def _time(claims: Sequence[Claim]) -> Occurred | None:
    """The one time that the text gives for some claims."""
    times = [c.occurred for c in claims if c.occurred and c.occurred.text]
    if len({(time.first, time.last) for time in times}) != 1:
        return None
    return replace(times[0], basis="inferred")


def _is_kin(one: Token, other: Token) -> bool:
    """Whether two words are of one stem, or one ends in the other: `airstrike`, `strike`."""
    short, long = sorted((one.lemma.lower(), other.lemma.lower()), key=len)
    return len(short) >= _SHARED and (long.startswith(short) or long.endswith(short))

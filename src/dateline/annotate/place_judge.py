"""Whether a name is a place where it stands: evidence added up, in the manner of a scale.

Points are counted so that a name is a place above zero. A town of 100,000 people with
nothing said around it weighs nothing; a preposition of place, `, Ohio` after it or
`the city of` before it speak for it, a person's or an organisation's name around it
against it. The weights were set on news reports; they are few and round.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate.place_names import kind_before

if TYPE_CHECKING:
    from dateline.annotate.place_names import Name
    from dateline.annotate.place_words import PlaceWords
    from dateline.records.parse import Parse, Token

#: Prominence (log10 of people) at which a name alone weighs nothing, and the bounds of
#: what prominence can weigh.
_NEUTRAL, _LEAST, _MOST = 5.0, -1.5, 2.0
_LOCATIVE, _KIND_BEFORE, _KIND_AFTER, _SEVERAL_WORDS = 1.6, 2.5, 2.0, 0.8
_INSIDE_NAME, _INSIDE_TITLE = -3.5, -4.0
_OF_HEAD, _NOT_TAGGED, _KNOWN_AS_NAME = -4.0, -1.0, -2.0
_BESIDE_PLACE, _CONTAINED, _SEEN = 1.6, 2.0, 1.5
_DWELLERS, _THINGS, _SAINT_OF, _IN_BODY, _BODY = 1.6, -4.5, -3.0, -6.0, -4.0
#: Tokens of `located in the northern` and the like between a place and what holds it.
_HOLDING_WORDS = 4
#: Tags of such words.
_HOLDING = frozenset({"IN", "DT", "VBN", "JJ", ","})
#: What a name that no table has weighs alone.
_UNKNOWN = -2.0


class Follows(Enum):
    """What kind of place the word after a name, or before its `of`, says that it is."""

    NOTHING = 0
    DIVISION = 1
    TOWN = 2


class Judged(NamedTuple):
    """A name with its points.

    `inside` says that it stands inside a longer name, `owned` that this may be a person's.
    """

    name: Name
    points: float
    inside: bool
    owned: bool
    follows: Follows


class Judge:
    """Weighs names by the words around them.

    Args:
        words: words that tell places from other names.
        bodies: names of organisations, which some small towns share: `Hamas`.
    """

    def __init__(self, words: PlaceWords, bodies: frozenset[str]) -> None:
        self._words = words
        self._bodies = bodies

    def __call__(self, parse: Parse, name: Name) -> Judged:
        """The points of one name by its own sentence."""
        around, inside = self._around(parse, name)
        several_unknown = not name.referents and name.last - name.first > 1
        owned = (inside and around > _IN_BODY) or several_unknown
        before, after = self._before(parse, name), self._follows(parse, name)
        points = around + before + _prominence(name)
        if after is not Follows.NOTHING or self._ends_in_kind(parse, name):
            points += _KIND_AFTER
        points += self._after(parse, name)
        if name.text in self._bodies and not _governs(name) and name.referents:
            points += _BODY
        tokens = parse.tokens[name.first : name.last]
        if len(tokens) > 1 and name.referents:
            points += _SEVERAL_WORDS
        elif tokens[0].tag not in {"NNP", "NNPS"} and not is_country(name):
            points += _NOT_TAGGED
        if after is Follows.NOTHING:
            after = self._kind_before(parse, name)
        return Judged(name, points, inside, owned, after)

    def _around(self, parse: Parse, name: Name) -> tuple[float, bool]:
        """Points for the rest of the run of capitalised words that the name stands in."""
        tokens, words = parse.tokens, self._words
        left = tokens[name.before : name.first]
        right = tokens[name.last : name.after]
        points, inside = 0.0, False
        if left and left[-1].lower in words.honorifics:
            points, inside = _INSIDE_TITLE, True
        elif left and not (left[-1].lower in words.parts or left[-1].lower in words.kinds):
            points, inside = _INSIDE_NAME, True
        if right:
            more = self._right(right, name)
            points, inside = points + more, inside or more < 0
        return points, inside

    def _right(self, right: tuple[Token, ...], name: Name) -> float:
        """Points for capitalised words right after the name."""
        words = self._words
        first = right[0].lower
        in_body = any(token.lower in words.organisations for token in right)
        if (first in words.divisions or first in words.towns) and not in_body:
            return 0.0
        short_state = name.text.isupper() and is_country(name)
        public = any(token.lower in words.public_bodies for token in right)
        if short_state or (public and _governs(name)):
            return 0.0
        if first in words.offices and len(right) < 6:
            return 0.0
        return _IN_BODY if in_body else _INSIDE_NAME

    def _before(self, parse: Parse, name: Name) -> float:
        """Points for the words before the run."""
        tokens, words = parse.tokens, self._words
        start = parse.sentence_of(name.first).first
        index = name.first - 1
        while index >= start and tokens[index].lower in words.parts | {"the"}:
            index -= 1
        if index < start:
            return 0.0
        word = tokens[index].lower
        if word == "of" and index > start:
            head = tokens[index - 1]
            if head.text[0].isupper() and self._absorbs(head, name):
                return _OF_HEAD
            if head.lower in words.kinds:
                return _KIND_BEFORE
            if head.lower in words.dwellers_of and name.referents:
                return _LOCATIVE
            return _LOCATIVE / 2 if name.referents else 0.0
        if word in (words.locatives if name.referents else words.strict_locatives):
            return _LOCATIVE
        if tokens[index].lemma in words.verbs and name.referents:
            return _LOCATIVE
        if word in words.kinds and tokens[index].text[0].islower():
            return _LOCATIVE
        return 0.0

    def _absorbs(self, head: Token, name: Name) -> bool:
        """Whether `University of` and the like make the name part of theirs."""
        words = self._words
        if head.lower in words.heads_with_of:
            return True
        return head.lower in words.bodies_with_of and not is_country(name)

    def _ends_in_kind(self, parse: Parse, name: Name) -> bool:
        """Whether an unknown name ends in a word for a kind of place: `Ruritan Township`."""
        words, last = self._words, parse.tokens[name.last - 1].lower
        kinds = (words.divisions, words.towns, words.features)
        several = name.last - name.first > 1 and not name.referents
        return several and any(last in some for some in kinds)

    def _after(self, parse: Parse, name: Name) -> float:
        """Points for the word in lower case after the name."""
        if name.last >= parse.sentence_of(name.first).last:
            return 0.0
        token = parse.tokens[name.last]
        if token.lower in {"'s", "’s"}:
            saint = parse.tokens[name.first].lower in {"st.", "st", "saint"}
            return _SAINT_OF if saint else 0.0
        if token.text in self._words.dwellers and name.referents:
            return _DWELLERS
        thing = token.text in self._words.things and not is_country(name)
        return _THINGS if thing else 0.0

    def _kind_before(self, parse: Parse, name: Name) -> Follows:
        """Whether it is said to be of a kind: `the region of Perm`, `the city of Perm`."""
        kind = kind_before(parse, name)
        return Follows.NOTHING if kind is None else self._kind(kind)

    def _follows(self, parse: Parse, name: Name) -> Follows:
        """Whether a word for a kind of place stands right after the name."""
        if name.last >= parse.sentence_of(name.first).last:
            return Follows.NOTHING
        return self._kind(parse.tokens[name.last])

    def _kind(self, word: Token) -> Follows:
        """Which kind of place a word names."""
        if word.lower in self._words.divisions:
            return Follows.DIVISION
        return Follows.TOWN if word.lower in self._words.towns else Follows.NOTHING


def accepted(parse: Parse, judged: list[Judged]) -> list[Judged]:
    """The names of one report that are places, by the whole report.

    A name is likelier a place where it is beside one, where it was one before, and
    unlikelier where it stands inside a longer name elsewhere (`Lincoln` after `Ann Lincoln`).
    """
    owned = {
        token.text
        for one in judged
        if one.owned
        for token in parse.tokens[one.name.first : one.name.last]
    }
    sure = {one.name.text for one in judged if _is_sure(one)}
    points = [one.points + _discourse(one, owned, sure) for one in judged]
    for index, one in enumerate(judged):
        nxt = index + 1
        if nxt == len(judged) or not held_by_next(parse, one.name, judged[nxt].name):
            continue
        if points[nxt] > 0 or judged[nxt].points > -1:
            points[index] += _CONTAINED
    for index in range(1, len(judged)):
        pair = judged[index - 1].name, judged[index].name
        if _beside(parse, *pair):
            if points[index - 1] > 0:
                points[index] += _BESIDE_PLACE
            elif points[index] > 0:
                points[index - 1] += _BESIDE_PLACE
    return [one for one, total in zip(judged, points, strict=True) if total > 0]


def contains_next(parse: Parse, name: Name, following: Name) -> bool:
    """Whether only a comma or a bracket stands between: `Salem, Oregon`."""
    if following.first - name.last != 1:
        return False
    return parse.tokens[name.last].text in {",", "("}


def held_by_next(parse: Parse, name: Name, following: Name) -> bool:
    """Whether the words between say that the one lies in the other: `in northern`, a comma."""
    if contains_next(parse, name, following):
        return True
    if following.last > parse.sentence_of(name.first).last:
        return False
    between = parse.tokens[name.last : following.first]
    if not 0 < len(between) <= _HOLDING_WORDS or any(t.tag not in _HOLDING for t in between):
        return False
    return any(token.lower == "in" for token in between)


def _beside(parse: Parse, name: Name, following: Name) -> bool:
    """Whether the two are joined in a list."""
    between = parse.tokens[name.last : following.first]
    return 0 < len(between) <= 2 and all(t.text in {",", "and", "or", "&"} for t in between)


def _is_sure(one: Judged) -> bool:
    """Whether the place is a place without more ado, so that its name is later on."""
    return not one.inside and one.points >= (_SEEN if one.name.referents else 0.5)


def _discourse(one: Judged, owned: set[str], sure: set[str]) -> float:
    if one.inside:
        return 0.0
    if one.name.text in owned and not is_country(one.name):
        return _KNOWN_AS_NAME
    return _SEEN if one.name.text in sure and one.points < _SEEN else 0.0


def is_country(name: Name) -> bool:
    """Whether the name is first of all a country's."""
    return bool(name.referents) and name.referents[0].kind == "country"


def _governs(name: Name) -> bool:
    """Whether the name is first of all a state's or a first-level division's."""
    return bool(name.referents) and name.referents[0].kind in {"country", "division"}


def _prominence(name: Name) -> float:
    if not name.referents:
        return _UNKNOWN
    return min(max(name.referents[0].weight - _NEUTRAL, _LEAST), _MOST)

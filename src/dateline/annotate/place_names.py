"""Names that may be places: runs of capitalised words, and what an atlas finds in them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from dateline.lexicon.atlas import REGION_WEIGHT
from dateline.lexicon.world import WordKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dateline.annotate.place_words import PlaceWords
    from dateline.lexicon.atlas import Atlas, Referent
    from dateline.lexicon.world import World
    from dateline.records.parse import Parse, Sentence, Token

#: Tokens of the longest names that are looked up: `Democratic Republic of the Congo`,
#: `Saint Vincent and the Grenadines`, `Newcastle - upon - Tyne`.
_LONGEST_NAME = 7
#: Tokens of the longest name that is taken for a place that the atlas lacks.
_LONGEST_UNKNOWN = 3
#: Prominence, log10 of people, of a place that most readers know.
_WELL_KNOWN = 6.0
#: Capitalised words with these tags are no part of a name, even inside a sentence.
_FUNCTION_TAGS = frozenset(
    [
        "CC",
        "CD",
        "DT",
        "EX",
        "IN",
        "MD",
        "PDT",
        "POS",
        "PRP",
        "PRP$",
        "RB",
        "RP",
        "TO",
        "WDT",
        "WP",
        "WP$",
        "WRB",
        "VBZ",
        "VBP",
        "VBD",
    ]
)
_NAME_TAGS = frozenset({"NNP", "NNPS"})
#: Share of capitalised words from which on a line is set in title case.
_TITLE_CASE = 0.6


class Name(NamedTuple):
    """Tokens `first` to `last` (exclusive) that the atlas knows.

    `before` and `after` are the first token and the end of the whole run of capitalised
    words around it: of `Paris Hilton` for `Paris`.
    """

    first: int
    last: int
    before: int
    after: int
    text: str
    referents: tuple[Referent, ...]


class FindNames:
    """Finds the names that the atlas knows, and unknown ones as names without referents."""

    def __init__(self, atlas: Atlas, words: PlaceWords) -> None:
        self._atlas = atlas
        self._words = words

    def __call__(self, parse: Parse, sentence: Sentence) -> Iterator[Name]:
        """The names of one sentence, longest match first, none overlapping."""
        line = self._line(parse, sentence)
        index = sentence.first
        while index < sentence.last:
            found = None
            if line.may_start(index):
                found = self._longest(parse, line, index) or self._unknown(parse, line, index)
                found = self._whole(parse, line, found) if found else None
            if found:
                yield found
                index = found.last
            else:
                index += 1

    def _whole(self, parse: Parse, line: _Line, name: Name) -> Name:
        """A name said to be of a place, all of it: `the village of Ain Qana`, not Ain."""
        kind = kind_before(parse, name)
        longer = name.before == name.first and name.last < name.after
        if not longer or name.after - name.first > _LONGEST_UNKNOWN:
            return name
        if kind is None or kind.i == line.sentence.first or kind.lower not in self._words.kinds:
            return name
        last = parse.tokens[name.after - 1]
        if self._words.is_class_word(last.lower):
            return name
        text = parse.text[parse.tokens[name.first].start : last.end]
        return Name(name.first, name.after, name.first, name.after, text, ())

    def _line(self, parse: Parse, sentence: Sentence) -> _Line:
        tokens = parse.tokens_of(sentence)
        days = self._words.weekdays_and_months  # which have capitals everywhere
        long = [
            token
            for token in tokens[1:]
            if len(token.text) > 3 and token.text[0].isalpha() and token.lower not in days
        ]
        capital = sum(token.text[0].isupper() for token in long)
        titled = len(long) > 2 and capital >= _TITLE_CASE * len(long)
        marks = [
            self._mark(token, only_tagged=titled or n == 0) for n, token in enumerate(tokens)
        ]
        for n in range(len(tokens) - 2):
            if tokens[n].text in self._words.articles and _bound(tokens[n : n + 3]):
                marks[n] = marks[n + 2]
        return _Line(parse.tokens, sentence, marks, self._is_land, self._words.particles)

    def _mark(self, token: Token, *, only_tagged: bool) -> _Mark:
        """Whether the token may be part of a name."""
        text = token.text
        if not _is_capital(text) or text.lower() in self._words.weekdays_and_months:
            return _Mark.NONE
        if is_demonym(self._atlas.world, text) and not self._is_land(text):
            return _Mark.DEMONYM
        if token.tag in _NAME_TAGS:
            return _Mark.NAME
        if only_tagged:
            return _Mark.NAME if self._is_land(text) else _Mark.NONE
        plain = token.tag in _FUNCTION_TAGS and len(text) <= 3
        return _Mark.NONE if plain and not self._is_land(text) else _Mark.NAME

    def _is_land(self, text: str) -> bool:
        """Whether the atlas has the word as a state or region."""
        return any(
            r.kind in {"country", "region"} or r.weight >= REGION_WEIGHT
            for r in self._atlas.find(text)
        )

    def _is_known(self, text: str) -> bool:
        """Whether the word is a place that most readers know."""
        return any(r.weight >= _WELL_KNOWN for r in self._atlas.find(text)[:1])

    def _longest(self, parse: Parse, line: _Line, first: int) -> Name | None:
        tokens = parse.tokens
        short = self._short(line, first)
        if short:
            return Name(first, first + 1, first, first + 1, tokens[first].text, short)
        ends = []
        for index in range(first, min(line.sentence.last, first + _LONGEST_NAME)):
            if line.mark(index) is not _Mark.NONE:
                ends.append(index + 1)
            elif tokens[index].lower not in self._words.connectors:
                break
        for last in reversed(ends):
            text = parse.text[tokens[first].start : tokens[last - 1].end]
            if last - first > 1 or self._may_be(tokens[first], line.mark(first)):
                referents = self._atlas.find(text)
                if referents:
                    return Name(first, last, *line.run(first, last), text, referents)
        return None

    def _short(self, line: _Line, index: int) -> tuple[Referent, ...]:
        """The divisions that an abbreviation after `Salem,` may mean."""
        before = index - 2
        if before < line.sentence.first or line.tokens[index - 1].text != ",":
            return ()
        if line.mark(before) is not _Mark.NAME:
            return ()
        return self._atlas.division_of_short(line.tokens[index].text)

    def _may_be(self, token: Token, mark: _Mark) -> bool:
        """Whether a single word may be a place.

        Short words in capitals are places only where the atlas has them so, and words for
        kinds of places or bodies are none.
        """
        text = token.text
        if mark is _Mark.DEMONYM or len(text) < 2:
            return False
        if len(text) <= 4 and text.isupper():
            return self._is_land(text)
        return len(text) > 2 and (
            not self._words.is_class_word(token.lower) or self._is_land(text)
        )

    def _unknown(self, parse: Parse, line: _Line, first: int) -> Name | None:
        """A whole run that nothing in the atlas is a part of, and no body's name.

        It may end in a word for a kind of place: `Northern Ruritan Province`.
        """
        before, last = line.run(first, first + 1)
        tokens = parse.tokens[first:last]
        if before != first or last - first > _LONGEST_UNKNOWN:
            return None
        if line.mark(first) is not _Mark.NAME or any(t.text.isupper() for t in tokens):
            return None
        core = tokens[:-1] if len(tokens) > 1 and self._is_kind(tokens[-1]) else tokens
        for index, token in enumerate(core):
            tail = parse.text[token.start : tokens[-1].end]
            if not self._words.is_class_word(token.lower):
                if index and (self._is_known(token.text) or self._is_known(tail)):
                    return None
            elif token.lower not in self._words.parts or len(core) == len(tokens):
                return None
        text = parse.text[tokens[0].start : tokens[-1].end]
        return Name(first, last, first, last, text, ())

    def _is_kind(self, token: Token) -> bool:
        """Whether the word ends names of places of some kind."""
        words = self._words
        return any(
            token.lower in some for some in (words.divisions, words.towns, words.features)
        )


def kind_before(parse: Parse, name: Name) -> Token | None:
    """The word that a name stands under by `of`: the village, in `the village of Sobara`."""
    kind = name.first - 2
    if kind < parse.sentence_of(name.first).first or parse.tokens[kind + 1].lower != "of":
        return None
    return parse.tokens[kind]


def is_demonym(world: World, word: str) -> bool:
    """Whether the word is of a nation or people, and no name of its land."""
    kinds = {meaning.kind for meaning in world.meanings(word)}
    return bool(kinds & {WordKind.ADJECTIVE, WordKind.PEOPLE}) and WordKind.NAME not in kinds


def _is_capital(text: str) -> bool:
    """Whether the word has a capital, if need be after an elision: `d'Ivoire`."""
    return text[0].isupper() or (text[1:2] in {"'", "’"} and text[2:3].isupper())


def _bound(tokens: tuple[Token, ...]) -> bool:
    """Whether three tokens are one word with a hyphen."""
    first, hyphen, last = tokens
    return hyphen.text == "-" and first.end == hyphen.start and hyphen.end == last.start


class _Mark(Enum):
    """What a token may be in a name. Demonyms only begin one: `Indian Ocean`."""

    NONE = 0
    NAME = 1
    DEMONYM = 2


class _Line(NamedTuple):
    """A sentence with the marks of its tokens."""

    tokens: tuple[Token, ...]
    sentence: Sentence
    marks: list[_Mark]
    is_land: Callable[[str], bool]
    particles: frozenset[str]

    def mark(self, index: int) -> _Mark:
        """The mark of a token of the report."""
        return self.marks[index - self.sentence.first]

    def may_start(self, index: int) -> bool:
        """Whether a name may begin here."""
        return self.mark(index) is not _Mark.NONE

    def run(self, first: int, last: int) -> tuple[int, int]:
        """The run of capitalised words around tokens `first` to `last`."""
        before, after = first, last
        while before > self.sentence.first and self._goes_on(before - 1, -1):
            before -= 1
        while after < self.sentence.last and self._goes_on(after, 1):
            after += 1
        return before, after

    def _goes_on(self, index: int, step: int) -> bool:
        """Whether the token belongs to the run.

        A hyphen without spaces joins two names, as a particle does: `Omar al Bashir`.

        Two lands with a hyphen between are two names: `the India-Pakistan border`.
        """
        if self.mark(index) is _Mark.NAME:
            return True
        beyond = index + step
        token = self.tokens[index]
        if not self.sentence.first < index < self.sentence.last - 1:
            return False
        if token.text in self.particles:
            return self.mark(beyond) is _Mark.NAME
        if token.text != "-":
            return False
        left, right = self.tokens[index - 1], self.tokens[index + 1]
        joined = _bound(self.tokens[index - 1 : index + 2])
        if not joined or self.mark(beyond) is not _Mark.NAME or left.text[0].islower():
            return False
        return not (self.is_land(left.text) and self.is_land(right.text))

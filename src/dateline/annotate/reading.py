"""Reading: one parse with its quoted passages, as the search for quotes sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate.predicates import Propositions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.annotate.cues import Cue, Cues
    from dateline.annotate.marks import Passage
    from dateline.records.parse import Parse, Token

_EDGES = frozenset({",", ";", ":", "-", "--", "–", "—", "."})
_CLOSING = frozenset({")", "]", "}"})
_OPENING = frozenset({"(", "[", "{"})
#: Marks that end a sentence.
STOPS = frozenset({".", "!", "?", ";"})


class Stretch(NamedTuple):
    """Tokens `first` to `last`, exclusive."""

    first: int
    last: int


class Quoted(NamedTuple):
    """An outermost passage in tokens, its marks included."""

    first: int
    last: int
    passage: Passage


class Reading:
    """A parse, its outermost passages, and its cues.

    Attributes:
        quoted: the outermost passages that hold a token.
        inside: for each token the number of the passage it stands in, or -1.
        cues: token -> cue, for the tokens that may be one.
        lexicon: the cues by lemma.
    """

    def __init__(self, parse: Parse, passages: Sequence[Passage], cues: Cues) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.propositions = Propositions(parse)
        self.quoted: list[Quoted] = []
        self.inside = [-1] * len(parse.tokens)
        for passage in passages:
            within = parse.between(passage.start, passage.end)
            if within and not passage.nested:
                self._take(Quoted(within[0].i, within[-1].i + 1, passage))
        self.lexicon = cues
        self.cues: dict[int, Cue] = {}
        for token in parse.tokens:
            cue = cues.at(parse, token)
            if cue is not None and not self._in_compound(token):
                self.cues[token.i] = cue

    def _in_compound(self, token: Token) -> bool:
        """Whether a hyphen ties the word to the one before (`so-called`)."""
        return token.i > 0 and (
            self.tokens[token.i - 1].text == "-"
            and self.tokens[token.i - 1].end == token.start
            and not self.parse.text[: token.start - 1][-1:].isspace()
        )

    def _take(self, quoted: Quoted) -> None:
        for index in range(quoted.first, quoted.last):
            self.inside[index] = len(self.quoted)
        self.quoted.append(quoted)

    def span_of(self, index: int) -> Stretch:
        """From the leftmost to the rightmost token below a token."""
        first = last = index
        stack = [index]
        while stack:
            current = stack.pop()
            first, last = min(first, current), max(last, current)
            stack.extend(self.parse.children[current])
        return Stretch(first, last + 1)

    def after_comma(self, index: int) -> bool:
        """Whether a comma or the end of a passage stands right before a token."""
        if index == 0:
            return False
        return self.tokens[index - 1].text == "," or (
            self.inside[index - 1] >= 0 > self.inside[index]
        )

    def bounds(self, index: int) -> Stretch:
        """What a content may reach from a cue: its passage, or its sentence outside one."""
        sentence = self.parse.sentence_of(index)
        number = self.inside[index]
        if number < 0:
            return Stretch(sentence.first, sentence.last)
        passage = self.quoted[number]
        return Stretch(max(sentence.first, passage.first), min(sentence.last, passage.last))

    def trimmed(self, stretch: Stretch) -> Stretch:
        """The stretch without marks at its edges that belong to neither side.

        Commas, dashes, full stops, a closing bracket at its head, an opening bracket or a
        conjunction at its end.
        """
        first, last = stretch
        while first < last and self.tokens[first].text in _EDGES | _CLOSING:
            first += 1
        while last > first and self._ends_nothing(self.tokens[last - 1]):
            number = self.inside[last - 1]
            if number >= 0 and self.quoted[number].last == last:
                break
            last -= 1
        return Stretch(first, last)

    @staticmethod
    def _ends_nothing(token: Token) -> bool:
        return token.text in _EDGES | _OPENING or token.tag == "CC"

    def whole(self, piece: Stretch, at: int) -> Stretch:
        """The piece with every passage that it cuts through, short of the cue `at`."""
        first, last = piece
        if last <= first:
            return piece
        for index in (first, last - 1):
            number = self.inside[index]
            if number >= 0 and number != self.inside[at]:
                passage = self.quoted[number]
                first, last = min(first, passage.first), max(last, passage.last)
        if first <= at < last:
            first, last = (first, at) if piece.first < at else (at + 1, last)
        return self.trimmed(Stretch(first, last))

    def kid(self, index: int, *deps: str) -> Token | None:
        """The first dependent under one of the labels."""
        return next((kid for kid in self.parse.kids(index) if kid.dep in deps), None)

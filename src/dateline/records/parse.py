"""Parse: the tokens of a report with their tags and heads, free of any parser's own types."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.records.report import Role


class Token(NamedTuple):
    """One token. A named tuple, because a report makes thousands and they are cheap.

    `head` and `i` count tokens of the whole report; a sentence's root is its own
    head. `tag` is a Penn Treebank tag, `dep` a ClearNLP label as spaCy's English
    models give them. `lemma` is lower case, except for proper nouns.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    head: int


class Sentence(NamedTuple):
    """Tokens `first` to `last` (exclusive), in a block of the given role."""

    number: int
    first: int
    last: int
    block: int
    role: Role


class Parse:
    """The parsed blocks of one report.

    Attributes:
        text: the report's text; all offsets point into it.
        tokens: every token of the blocks that are read, in order.
        children: for each token, the indexes of its dependents in order.
        sentences: the sentences in order; none crosses a block.
    """

    __slots__ = ("_sentence_of", "_starts", "children", "sentences", "text", "tokens")

    def __init__(
        self, text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.sentences = sentences
        self._starts = [token.start for token in tokens]
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        self.children = children
        self._sentence_of = [
            sentence.number
            for sentence in sentences
            for _ in range(sentence.first, sentence.last)
        ]

    def sentence_of(self, index: int) -> Sentence:
        """The sentence that the token belongs to."""
        return self.sentences[self._sentence_of[index]]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def kids(self, index: int) -> Iterator[Token]:
        """The dependents of a token, in order."""
        return (self.tokens[child] for child in self.children[index])

    def subtree(self, index: int) -> list[int]:
        """The indexes of a token and of all below it, sorted."""
        found, stack = [], [index]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(self.children[current])
        return sorted(found)

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin in `text[start:end]`."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
